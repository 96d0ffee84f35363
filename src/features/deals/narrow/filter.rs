//! What the list is narrowed to. It stands in the page's address, so that going back finds it again.

use crate::route::show_address;
use gloo::utils::window;
use portico_contract::deal::list::{Show, Sort};
use web_sys::UrlSearchParams;

/// A set that the chips offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    Named(Show),
    All,
}

/// The words, the set and the order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    pub q: String,
    /// What was chosen; none while nothing was.
    pub set: Option<Set>,
    pub mine: bool,
    pub sort: Sort,
}

impl Filter {
    /// The set that is shown: what is open, or everything while somebody searches.
    pub fn shown(&self) -> Option<Show> {
        match self.set {
            Some(Set::Named(show)) => Some(show),
            None if self.q.is_empty() => Some(Show::Open),
            Some(Set::All) | None => None,
        }
    }

    /// The order: as it was chosen, or, of what ends soon, what ends first.
    pub fn sorted(&self) -> Sort {
        match self.shown() {
            Some(Show::Ending) if self.sort == Sort::default() => Sort::Ends,
            _ => self.sort,
        }
    }

    /// Reads it from the address.
    pub fn from_address() -> Self {
        let search = window().location().search().unwrap_or_default();
        let Ok(params) = UrlSearchParams::new_with_str(&search) else { return Self::default() };
        Self {
            q: params.get("q").unwrap_or_default(),
            set: params.get("show").and_then(|show| match show.as_str() {
                "all" => Some(Set::All),
                name => Show::parse(name).map(Set::Named),
            }),
            mine: params.get("owner").as_deref() == Some("me"),
            sort: params.get("sort").and_then(|sort| Sort::parse(&sort)).unwrap_or_default(),
        }
    }

    /// Writes it into the address, without a step in the history.
    pub fn to_address(&self) {
        let Ok(params) = UrlSearchParams::new() else { return };
        if !self.q.is_empty() {
            params.append("q", &self.q);
        }
        match self.set {
            Some(Set::Named(show)) => params.append("show", show.name()),
            Some(Set::All) => params.append("show", "all"),
            None => {}
        }
        if self.mine {
            params.append("owner", "me");
        }
        if self.sort != Sort::default() {
            params.append("sort", self.sort.name());
        }
        let query = String::from(params.to_string());
        let path = window().location().pathname().unwrap_or_default();
        show_address(&if query.is_empty() { path } else { format!("{path}?{query}") });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_looks_everywhere_until_a_set_is_chosen() {
        let mut filter = Filter::default();
        assert_eq!(filter.shown(), Some(Show::Open));
        filter.q = "harbour".to_owned();
        assert_eq!(filter.shown(), None);
        filter.set = Some(Set::Named(Show::Decided));
        assert_eq!(filter.shown(), Some(Show::Decided));
    }

    #[test]
    fn what_ends_soon_begins_with_what_ends_first_until_an_order_is_chosen() {
        let mut filter = Filter { set: Some(Set::Named(Show::Ending)), ..Filter::default() };
        assert_eq!(filter.sorted(), Sort::Ends);
        filter.sort = Sort::ValueDown;
        assert_eq!(filter.sorted(), Sort::ValueDown);
        assert_eq!(Filter::default().sorted(), Sort::default());
    }
}
