//! The list as data: its cards, made once, and what stands beside them.

use super::filter::Filter;
use crate::api::VersionAt;
use crate::ui::Paged;
use portico_contract::asset::list::{AssetPage, AssetSummary, Facet};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A card. Its key and its links are made once, not at every render.
#[derive(Debug)]
pub(super) struct Card {
    pub key: Key,
    pub id: AttrValue,
    pub href: AttrValue,
    /// The page on which words were found, and the address that opens it there.
    pub found_at: Option<(u32, AttrValue)>,
    pub file: AttrValue,
    pub picture: Option<AttrValue>,
    pub asset: AssetSummary,
}

impl Card {
    pub fn of(asset: AssetSummary) -> Rc<Self> {
        let at = VersionAt::of(&asset.id, asset.current);
        let href = format!("/assets/{}", asset.id);
        let page = asset.found.as_ref().and_then(|found| found.page);
        Rc::new(Self {
            key: Key::from(asset.id.as_str()),
            id: asset.id.clone().into(),
            found_at: page.map(|page| (page, format!("{href}?page={page}").into())),
            href: href.into(),
            file: at.content().into(),
            picture: asset.thumbnail.map(|_| at.thumbnail().into()),
            asset,
        })
    }
}

/// What was found.
#[derive(Clone, Debug)]
pub(super) struct Shelf {
    pub cards: Rc<[Rc<Card>]>,
    pub total: u32,
    pub facets: Rc<[Facet]>,
    /// The words that were looked for in place of those that were asked for.
    pub corrected: Option<AttrValue>,
    pub next_cursor: Option<String>,
    /// What it was asked for with.
    pub of: Filter,
}

impl Shelf {
    /// The first page of what was asked for. A card that the list before had too stays the same.
    pub fn first(page: AssetPage, of: Filter) -> Self {
        Self {
            cards: page.items.into_iter().map(Card::of).collect(),
            total: page.total,
            facets: page.facets.into(),
            corrected: page.corrected.map(Into::into),
            next_cursor: page.next_cursor,
            of,
        }
    }
}

impl Paged for Shelf {
    type Page = (AssetPage, Filter);

    fn cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn followed_by(&self, (page, of): Self::Page) -> Self {
        // Another list stands there by now.
        if of != self.of {
            return self.clone();
        }
        let known = |asset: &AssetSummary| self.cards.iter().any(|card| card.asset.id == asset.id);
        let more = page.items.into_iter().filter(|asset| !known(asset)).map(Card::of);
        Self { cards: self.cards.iter().cloned().chain(more).collect(), next_cursor: page.next_cursor, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn asset(id: &str, page: Option<u32>) -> AssetSummary {
        let mut asset = json!({
            "id": id, "title": id, "description": "", "kind": "brochure", "locale": "en", "products": [],
            "standing": "current", "current": 2, "format": "pdf", "size": 1_400_000, "downloads": 0,
            "thumbnail": {"width": 300, "height": 400}, "updatedAt": "2026-11-23T09:00:00Z"
        });
        if let Some(page) = page {
            asset["found"] = json!({"place": "file", "page": page, "excerpt": ["a ", "b", " c"]});
        }
        serde_json::from_value(asset).unwrap()
    }

    fn page(ids: &[&str], next: Option<&str>) -> AssetPage {
        let items = ids.iter().map(|id| asset(id, None)).collect();
        AssetPage { items, total: 9, next_cursor: next.map(str::to_owned), ..AssetPage::default() }
    }

    #[test]
    fn a_card_knows_where_it_leads() {
        let card = Card::of(asset("a1", Some(3)));
        assert_eq!(card.found_at, Some((3, "/assets/a1?page=3".into())));
        assert_eq!(card.file, "/api/v1/assets/a1/versions/2/content");
        assert_eq!(Card::of(asset("a1", None)).found_at, None);
    }

    #[test]
    fn no_asset_stands_twice_and_another_list_is_not_continued() {
        let list = Shelf::first(page(&["a", "b"], Some("n")), Filter::default());
        let after = list.followed_by((page(&["b", "c"], None), Filter::default()));
        let ids: Vec<&str> = after.cards.iter().map(|card| card.id.as_str()).collect();
        assert_eq!((ids, after.cursor()), (vec!["a", "b", "c"], None));
        let other = Filter::default().turned("kind", "video", true);
        assert_eq!(list.followed_by((page(&["x"], None), other)).cards.len(), 2);
    }
}
