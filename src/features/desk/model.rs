//! The queue as data: what waits, by due time, and what an event changes of it.

use portico_contract::deal::{DealSummary, Sla, SlaState};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// What of the queue is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    All,
    /// What I see to, and what those have open whom I stand in for.
    Mine,
    /// What nobody sees to yet.
    Nobodys,
    Late,
    Conflicts,
}

/// A row of the queue.
#[derive(Debug)]
pub struct Row {
    pub key: Key,
    pub id: AttrValue,
    pub deal: DealSummary,
    /// It came or changed while in view.
    pub fresh: bool,
}

impl Row {
    fn of(deal: DealSummary, fresh: bool) -> Rc<Self> {
        Rc::new(Self { key: Key::from(deal.id.as_str()), id: deal.id.clone().into(), deal, fresh })
    }
}

/// All registrations that wait for the vendor, the one that is due first on top.
#[derive(Clone, Debug)]
pub struct Queue(Rc<[Rc<Row>]>);

impl PartialEq for Queue {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl From<Vec<DealSummary>> for Queue {
    fn from(deals: Vec<DealSummary>) -> Self {
        Self(deals.into_iter().map(|deal| Row::of(deal, false)).collect())
    }
}

impl Queue {
    /// The rows of a set; `mine` are those whose deals the reader sees to.
    pub fn shown<'a>(&'a self, set: Set, mine: &'a [String]) -> impl Iterator<Item = &'a Rc<Row>> {
        self.0.iter().filter(move |row| match set {
            Set::All => true,
            Set::Mine => row.deal.handler.as_ref().is_some_and(|handler| mine.contains(&handler.id)),
            Set::Nobodys => row.deal.handler.is_none(),
            Set::Late => row.deal.sla.is_some_and(|sla| is_late(&sla)),
            Set::Conflicts => row.deal.conflict == Some(true),
        })
    }

    /// The row before or after another one, in a set.
    pub fn neighbour(&self, id: &AttrValue, set: Set, mine: &[String], by: isize) -> Option<AttrValue> {
        let rows: Vec<&Rc<Row>> = self.shown(set, mine).collect();
        let to = match rows.iter().position(|row| row.id == *id) {
            Some(at) => at.checked_add_signed(by)?,
            // The open one has left the queue: the next is the first.
            None => 0,
        };
        rows.get(to).map(|row| row.id.clone())
    }

    /// The queue after an event: a deal that waits is put where its due time belongs, one that does not is taken out.
    /// `None` where nothing changes.
    #[must_use]
    pub fn patched(&self, deal: &DealSummary) -> Option<Self> {
        let known = self.0.iter().find(|row| row.deal.id == deal.id);
        // Whoever sees to a deal changes without a new version of it.
        let is_told = |row: &Rc<Row>| {
            row.deal.version > deal.version || (row.deal.version == deal.version && row.deal.handler == deal.handler)
        };
        if known.is_some_and(is_told) {
            return None;
        }
        let waits = deal.review.waits_for_vendor();
        if known.is_none() && !waits {
            return None;
        }
        let mut rows: Vec<Rc<Row>> = self.0.iter().filter(|row| row.deal.id != deal.id).cloned().collect();
        if waits {
            let mut deal = deal.clone();
            // A partner's change does not say whether there is a conflict; what is known stays.
            deal.conflict = deal.conflict.or(known.and_then(|row| row.deal.conflict));
            let due = |deal: &DealSummary| deal.sla.map(|sla| sla.due_at);
            let place = rows.partition_point(|row| due(&row.deal) <= due(&deal));
            rows.insert(place, Row::of(deal, true));
        }
        Some(Self(rows.into()))
    }
}

/// Judged by the clock, since the list may be older.
fn is_late(sla: &Sla) -> bool {
    Sla::at(sla.due_at, crate::i18n::now()).state == SlaState::Late
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn deal(id: &str, version: i64, review: &str, due: &str) -> DealSummary {
        serde_json::from_value(json!({
            "id": id, "number": "D-0000-0000", "customer": {"name": id}, "products": [], "review": review,
            "owner": {"id": "mira", "name": "Mira Kern"}, "organisation": {"id": "bluepeak", "name": "Bluepeak"},
            "sla": {"dueAt": due, "state": "on_time"}, "updatedAt": "2026-11-23T09:00:00Z", "version": version
        }))
        .unwrap()
    }

    fn ids(queue: &Queue) -> Vec<String> {
        queue.shown(Set::All, &[]).map(|row| row.id.to_string()).collect()
    }

    fn queue() -> Queue {
        let due = |hour| format!("2026-11-23T{hour}:00:00Z");
        Queue::from(vec![deal("a", 2, "submitted", &due(10)), deal("b", 2, "in_review", &due(12))])
    }

    #[test]
    fn a_registration_comes_in_where_its_due_time_belongs() {
        let after = queue().patched(&deal("new", 1, "submitted", "2026-11-23T11:00:00Z")).unwrap();
        assert_eq!(ids(&after), ["a", "new", "b"]);
    }

    #[test]
    fn what_is_decided_leaves_and_what_is_not_waiting_never_comes() {
        let due = "2026-11-23T10:00:00Z";
        assert_eq!(ids(&queue().patched(&deal("a", 3, "approved", due)).unwrap()), ["b"]);
        assert!(queue().patched(&deal("x", 3, "approved", due)).is_none());
        assert!(queue().patched(&deal("a", 2, "submitted", due)).is_none(), "told again");
    }

    #[test]
    fn who_sees_to_a_deal_changes_its_row_without_a_new_version() {
        let given = |to: &str| {
            let mut deal = deal("a", 2, "submitted", "2026-11-23T10:00:00Z");
            deal.handler = Some(portico_contract::session::Person { id: to.to_owned(), name: to.to_owned() });
            deal
        };
        let taken = queue().patched(&given("jonas")).unwrap();
        assert!(taken.patched(&given("jonas")).is_none(), "told again");
        let shown = |queue: &Queue, set| {
            let mine = ["jonas".to_owned()];
            queue.shown(set, &mine).map(|row| row.id.to_string()).collect::<Vec<_>>()
        };
        assert_eq!((shown(&taken, Set::Mine), shown(&taken, Set::Nobodys)), (vec!["a".into()], vec!["b".into()]));
        let passed = taken.patched(&given("priya")).unwrap();
        assert_eq!(shown(&passed, Set::Mine), Vec::<String>::new());
    }

    #[test]
    fn the_next_one_is_the_first_after_the_open_one_has_left() {
        let queue = queue();
        let next = |id: &str, by| queue.neighbour(&id.to_owned().into(), Set::All, &[], by);
        assert_eq!(next("a", 1).as_deref(), Some("b"));
        assert_eq!(next("a", -1), None);
        assert_eq!(next("gone", 1).as_deref(), Some("a"));
    }
}
