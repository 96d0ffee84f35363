//! The list as data: its rows, made once, and how long their bars are.

use super::look::Look;
use crate::i18n::Words;
use crate::parts::standing_name;
use crate::t;
use crate::ui::Paged;
use portico_contract::asset::AssetUsage;
use portico_contract::page::Page;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A row. Its key and its link are made once, not at every render.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub key: Key,
    pub id: AttrValue,
    pub href: AttrValue,
    pub used: AssetUsage,
}

impl Row {
    fn of(used: AssetUsage) -> Rc<Self> {
        Rc::new(Self {
            key: Key::from(used.id.as_str()),
            id: used.id.clone().into(),
            href: format!("/assets/{}", used.id).into(),
            used,
        })
    }
}

/// The most that a row has: its bar is a whole one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Most {
    pub views: u32,
    pub downloads: u32,
}

/// How many of what partners could use nobody has ever opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unopened {
    All(u32),
    /// There may be more further on.
    AtLeast(u32),
}

/// What is shown.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    pub rows: Rc<[Rc<Row>]>,
    pub most: Most,
    pub next_cursor: Option<String>,
    /// What it was asked for with.
    pub of: Look,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        // Rows that came anew are others, and tell when.
        Rc::ptr_eq(&self.rows, &other.rows) && self.of == other.of && self.next_cursor == other.next_cursor
    }
}

fn most(rows: &[Rc<Row>]) -> Most {
    rows.iter().fold(Most::default(), |most, row| Most {
        views: most.views.max(row.used.views),
        downloads: most.downloads.max(row.used.downloads),
    })
}

impl Shown {
    /// The first page of what was asked for.
    pub fn first(page: Page<AssetUsage>, of: Look) -> Self {
        let rows: Rc<[Rc<Row>]> = page.items.into_iter().map(Row::of).collect();
        Self { most: most(&rows), rows, next_cursor: page.next_cursor, of }
    }

    /// How many nobody has opened, in the order that begins with these.
    pub fn unopened(&self) -> Unopened {
        let count = self.rows.iter().filter(|row| row.used.last_used.is_none()).count();
        let all = self.next_cursor.is_none() || count < self.rows.len();
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        if all { Unopened::All(count) } else { Unopened::AtLeast(count) }
    }
}

impl Paged for Shown {
    type Page = (Page<AssetUsage>, Look);

    fn cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn followed_by(&self, (page, of): Self::Page) -> Self {
        // Another list stands there by now.
        if of != self.of {
            return self.clone();
        }
        let known = |used: &AssetUsage| self.rows.iter().any(|row| row.used.id == used.id);
        let more = page.items.into_iter().filter(|used| !known(used)).map(Row::of);
        let rows: Rc<[Rc<Row>]> = self.rows.iter().cloned().chain(more).collect();
        Self { most: most(&rows), rows, next_cursor: page.next_cursor, of }
    }
}

/// What is shown, as the rows of a table: the first names the columns.
pub(super) fn sheet(words: &Words, shown: &Shown) -> Vec<Vec<String>> {
    let heads = [
        t!(words, "usage-asset"),
        t!(words, "facet-standing"),
        t!(words, "usage-views"),
        t!(words, "asset-downloads"),
        t!(words, "usage-firms"),
        t!(words, "usage-last"),
        "id".to_owned(),
    ];
    let row = |row: &Rc<Row>| {
        let AssetUsage { id, title, standing, views, downloads, firms, last_used } = &row.used;
        let last = last_used.map(|day| day.to_string()).unwrap_or_default();
        let (standing, counts) = (standing_name(words, *standing), [*views, *downloads, *firms]);
        let counts = counts.map(|count| count.to_string());
        [title.clone(), standing].into_iter().chain(counts).chain([last, id.clone()]).collect()
    };
    std::iter::once(heads.to_vec()).chain(shown.rows.iter().map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::asset::Standing;

    fn used(id: &str, views: u32, downloads: u32) -> AssetUsage {
        let last_used = if views > 0 { "2026-11-20".parse().ok() } else { None };
        AssetUsage {
            id: id.to_owned(),
            title: format!("Title {id}"),
            standing: Standing::Current,
            views,
            downloads,
            firms: views.min(2),
            last_used,
        }
    }

    fn page(items: Vec<AssetUsage>, next: Option<&str>) -> Page<AssetUsage> {
        Page { items, next_cursor: next.map(str::to_owned) }
    }

    #[test]
    fn the_longest_bar_is_the_longest_of_all_pages() {
        let list = Shown::first(page(vec![used("a", 9, 1), used("b", 4, 2)], Some("n")), Look::default());
        assert_eq!(list.most, Most { views: 9, downloads: 2 });
        let all = list.followed_by((page(vec![used("b", 4, 2), used("c", 1, 5)], None), Look::default()));
        assert_eq!((all.rows.len(), all.most, all.cursor()), (3, Most { views: 9, downloads: 5 }, None));
        let other = Look { days: 30, ..Look::default() };
        assert_eq!(list.followed_by((page(vec![used("x", 1, 1)], None), other)).rows.len(), 2, "of another list");
    }

    #[test]
    fn what_nobody_opened_is_counted_as_far_as_it_is_known() {
        let of = |items, next| Shown::first(page(items, next), Look::default()).unopened();
        assert_eq!(of(vec![used("a", 0, 0), used("b", 0, 0)], Some("n")), Unopened::AtLeast(2));
        assert_eq!(of(vec![used("a", 0, 0), used("b", 1, 0)], Some("n")), Unopened::All(1));
        assert_eq!(of(vec![used("a", 1, 0)], None), Unopened::All(0));
    }

    #[test]
    fn a_table_has_what_is_shown() {
        let words = Words::new("en", None, Vec::new());
        let rows = sheet(&words, &Shown::first(page(vec![used("a", 9, 1)], None), Look::default()));
        assert_eq!(rows[0], ["Asset", "Standing", "Opened", "Downloads", "Partner firms", "Last used", "id"]);
        assert_eq!(rows[1], ["Title a", "Published", "9", "1", "2", "2026-11-20", "a"]);
    }
}
