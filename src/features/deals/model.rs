//! The list as data: its rows, and what an event changes of it.

use super::narrow::Filter;
use portico_contract::deal::DealSummary;
use portico_contract::deal::list::{Counts, DealPage};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A row. Its key and its link are made once, not at every render.
#[derive(Debug)]
pub struct Row {
    pub key: Key,
    pub id: AttrValue,
    pub href: AttrValue,
    pub deal: DealSummary,
    /// How often it was changed while in view: each change lets it glow.
    pub changes: u32,
}

impl Row {
    fn of(deal: DealSummary, changes: u32) -> Rc<Self> {
        let id = AttrValue::from(deal.id.clone());
        let href = AttrValue::from(format!("/deals/{id}"));
        Rc::new(Self { key: Key::from(deal.id.as_str()), id, href, deal, changes })
    }
}

/// The rows that were fetched, changed by what happened since.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "a page of rows is its rows and what stands beside them")]
pub struct Rows {
    pub rows: Rc<[Rc<Row>]>,
    pub next_cursor: Option<AttrValue>,
    pub counts: Option<Counts>,
    /// What they were asked for with.
    pub of: Filter,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        let beside = |rows: &Self| (rows.next_cursor.clone(), rows.counts, rows.of.clone());
        Rc::ptr_eq(&self.rows, &other.rows) && beside(self) == beside(other)
    }
}

impl Rows {
    /// The first page of what was asked for.
    #[must_use]
    pub fn first(page: DealPage, of: Filter) -> Self {
        Self {
            rows: page.items.into_iter().map(|deal| Row::of(deal, 0)).collect(),
            next_cursor: page.next_cursor.map(Into::into),
            counts: page.counts,
            of,
        }
    }

    /// The same rows, counted anew. `None` where another list stands there by now, or nothing changed.
    #[must_use]
    pub fn counted(&self, counts: Option<Counts>, of: &Filter) -> Option<Self> {
        (self.of == *of && self.counts != counts).then(|| Self { counts, ..self.clone() })
    }

    /// The list with the next page behind it. A row that moved up meanwhile is not shown twice.
    #[must_use]
    pub fn followed_by(&self, page: DealPage) -> Self {
        let known = |deal: &DealSummary| self.rows.iter().any(|row| row.deal.id == deal.id);
        let more = page.items.into_iter().filter(|deal| !known(deal)).map(|deal| Row::of(deal, 0));
        Self {
            rows: self.rows.iter().cloned().chain(more).collect(),
            next_cursor: page.next_cursor.map(Into::into),
            ..self.clone()
        }
    }

    /// The list after an event: one row exchanged, the others the same pointers. A deal that is not in the list goes to
    /// its top where `belongs`. `None` where nothing changes.
    #[must_use]
    pub fn patched(&self, deal: &DealSummary, belongs: bool) -> Option<Self> {
        let place = self.rows.iter().position(|row| row.deal.id == deal.id);
        let rows = match place {
            Some(place) if self.rows[place].deal.version >= deal.version => return None,
            Some(place) => {
                let before = &self.rows[place];
                let changed = Row::of(still_allowed(&before.deal, deal), before.changes + 1);
                let mut rows: Vec<Rc<Row>> = self.rows.to_vec();
                rows[place] = changed;
                rows.into()
            }
            None if belongs => std::iter::once(Row::of(deal.clone(), 1)).chain(self.rows.iter().cloned()).collect(),
            None => return None,
        };
        Some(Self { rows, ..self.clone() })
    }
}

/// A deal as an event tells it: what its reader may do is not in it, and stays where the state and the owner do.
pub(super) fn still_allowed(before: &DealSummary, now: &DealSummary) -> DealSummary {
    let stands = |deal: &DealSummary| (deal.review, deal.stage, deal.stage_id.clone(), deal.owner.id.clone());
    let kept = before.allowed_actions.clone().filter(|_| stands(before) == stands(now));
    DealSummary { allowed_actions: now.allowed_actions.clone().or(kept), ..now.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn deal(id: &str, version: i64) -> DealSummary {
        serde_json::from_value(json!({
            "id": id, "number": "D-0000-0000", "customer": {"name": id}, "products": [], "review": "submitted",
            "owner": {"id": "mira", "name": "Mira Kern"}, "organisation": {"id": "bluepeak", "name": "Bluepeak"},
            "updatedAt": "2026-11-23T09:00:00Z", "version": version
        }))
        .unwrap()
    }

    fn rows(ids: &[&str]) -> Rows {
        let page = DealPage { items: ids.iter().map(|id| deal(id, 2)).collect(), ..DealPage::default() };
        Rows::first(page, Filter::default())
    }

    #[test]
    fn an_event_exchanges_one_row_and_leaves_the_others_alone() {
        let before = rows(&["a", "b", "c"]);
        let after = before.patched(&deal("b", 3), true).unwrap();
        let same: Vec<bool> = before.rows.iter().zip(after.rows.iter()).map(|(a, b)| Rc::ptr_eq(a, b)).collect();
        assert_eq!(same, [true, false, true]);
        assert_eq!(after.rows[1].changes, 1);
    }

    #[test]
    fn what_is_known_already_changes_nothing() {
        let list = rows(&["a"]);
        assert!(list.patched(&deal("a", 2), true).is_none(), "told again");
        assert!(list.patched(&deal("a", 1), true).is_none(), "told late");
        assert!(list.patched(&deal("x", 1), false).is_none(), "of another list");
    }

    #[test]
    fn counts_of_another_list_are_not_taken() {
        let list = rows(&["a"]);
        let counts = Some(Counts { all: 7, ..Counts::default() });
        let after = list.counted(counts, &Filter::default()).unwrap();
        assert_eq!(after.counts, counts);
        assert!(Rc::ptr_eq(&after.rows, &list.rows), "the rows stay as they are");
        assert!(
            list.counted(counts, &Filter { set: Some(super::super::narrow::Set::All), ..Filter::default() }).is_none()
        );
    }

    #[test]
    fn a_new_deal_comes_first_and_no_deal_stands_twice() {
        let list = rows(&["a", "b"]).patched(&deal("new", 1), true).unwrap();
        let page = DealPage { items: vec![deal("b", 2), deal("c", 2)], ..DealPage::default() };
        let ids: Vec<String> = list.followed_by(page).rows.iter().map(|row| row.deal.id.clone()).collect();
        assert_eq!(ids, ["new", "a", "b", "c"]);
    }
}
