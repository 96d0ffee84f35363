//! What the list is narrowed to. It stands in the page's address, so that links lead to it and going back finds it again.

use crate::route::Query;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::{Show, Sort};
use portico_contract::parameters::Pairs;
use std::collections::BTreeMap;

/// A set that the chips offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    Named(Show),
    All,
}

/// What narrows the list, the set and the order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// All that narrows it but the set.
    pub narrow: DealFilter,
    /// What was chosen; none while nothing was.
    pub set: Option<Set>,
    pub sort: Sort,
}

impl Filter {
    /// The set that is shown: what is open, or everything while somebody searches or asks for states.
    pub fn shown(&self) -> Option<Show> {
        let narrow = &self.narrow;
        let states = !narrow.review.is_empty() || !narrow.stage.is_empty() || !narrow.stage_id.is_empty();
        let anywhere = states || !narrow.q.is_empty();
        match self.set {
            Some(Set::Named(show)) => Some(show),
            None if !anywhere => Some(Show::Open),
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

    /// What the PRM is asked for.
    pub fn asked(&self) -> DealFilter {
        DealFilter { show: self.shown(), ..self.narrow.clone() }
    }

    /// Whether what was changed just now stands first in it, whoever `owner` is: in another order, or where more narrows
    /// it, that is the PRM's to say.
    pub fn begins_with_news_of(&self, owner: &str, me: Option<&str>) -> bool {
        let narrow = &self.narrow;
        let plain = *narrow == DealFilter { owner: narrow.owner.clone(), ..DealFilter::default() };
        let theirs = if narrow.is_mine() { me == Some(owner) } else { narrow.owner.is_empty() };
        plain && theirs && self.sort == Sort::UpdatedDown
    }

    /// The same as a view keeps it: the set is said even where it is the preset one.
    pub fn kept(&self) -> BTreeMap<String, String> {
        let sort = (self.sort != Sort::default()).then(|| ("sort".to_owned(), self.sort.name().to_owned()));
        self.asked().pairs().into_iter().chain(sort).collect()
    }

    /// What a view keeps.
    pub fn of_view(query: &BTreeMap<String, String>) -> Self {
        let filter = Self::read(query.iter().map(|(name, text)| (name.clone(), text.clone())).collect());
        Self { set: filter.set.or(Some(Set::All)), ..filter }
    }
}

impl Query for Filter {
    fn read(mut pairs: Pairs) -> Self {
        let all = pairs.iter().any(|(name, text)| name == "show" && text == "all");
        loop {
            match DealFilter::take(pairs.clone()) {
                Ok((filter, rest)) => {
                    let sort = rest.iter().find(|(name, _)| name == "sort").and_then(|(_, text)| Sort::parse(text));
                    let set = filter.show.map(Set::Named).or(all.then_some(Set::All));
                    return Self { narrow: DealFilter { show: None, ..filter }, set, sort: sort.unwrap_or_default() };
                }
                Err(bad) => pairs.retain(|(name, _)| *name != bad.0),
            }
        }
    }

    fn pairs(&self) -> Pairs {
        let set = self.set.map(|set| match set {
            Set::Named(show) => show.name(),
            Set::All => "all",
        });
        let sort = (self.sort != Sort::default()).then(|| self.sort.name());
        let beside = [("show", set), ("sort", sort)];
        let beside = beside.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text?.to_owned())));
        self.narrow.pairs().into_iter().chain(beside).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::deal::Stage;

    #[test]
    fn a_search_looks_everywhere_until_a_set_is_chosen() {
        let mut filter = Filter::default();
        assert_eq!(filter.shown(), Some(Show::Open));
        filter.narrow.q = "harbour".to_owned();
        assert_eq!(filter.shown(), None);
        filter.set = Some(Set::Named(Show::Decided));
        assert_eq!(filter.shown(), Some(Show::Decided));
        let mut won = Filter::default();
        won.narrow.stage = vec![Stage::Won];
        assert_eq!(won.shown(), None, "what is won is not open");
    }

    #[test]
    fn what_ends_soon_begins_with_what_ends_first_until_an_order_is_chosen() {
        let mut filter = Filter { set: Some(Set::Named(Show::Ending)), ..Filter::default() };
        assert_eq!(filter.sorted(), Sort::Ends);
        filter.sort = Sort::ValueDown;
        assert_eq!(filter.sorted(), Sort::ValueDown);
        assert_eq!(Filter::default().sorted(), Sort::default());
    }

    #[test]
    fn news_come_first_where_nothing_else_says_what_does() {
        let begins = |filter: &Filter, owner: &str| filter.begins_with_news_of(owner, Some("me-id"));
        let mine = Filter::read(pairs(&[("owner", "me")]));
        assert!(begins(&Filter::default(), "somebody") && begins(&mine, "me-id"));
        assert!(!begins(&mine, "somebody"), "not what is another's");
        for other in [("owner", "somebody"), ("q", "harbour"), ("sort", "-value")] {
            assert!(!begins(&Filter::read(pairs(&[other])), "somebody"), "{other:?}");
        }
    }

    fn pairs(all: &[(&str, &str)]) -> Pairs {
        all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for address in [
            pairs(&[]),
            pairs(&[("show", "all")]),
            pairs(&[("q", "a&b=c"), ("owner", "me"), ("show", "ending"), ("sort", "-value")]),
            pairs(&[("stage", "won,lost"), ("closes", "this-month"), ("currency", "EUR"), ("value", "10.50..")]),
        ] {
            assert_eq!(Filter::read(address.clone()).pairs().len(), address.len());
            assert_eq!(Filter::read(Filter::read(address.clone()).pairs()), Filter::read(address));
        }
    }

    #[test]
    fn what_an_old_link_says_wrong_narrows_nothing() {
        let link = pairs(&[("review", "sold"), ("owner", "me"), ("utm_source", "mail"), ("sort", "size")]);
        assert_eq!(Filter::read(link).pairs(), pairs(&[("owner", "me")]));
    }

    #[test]
    fn a_view_says_its_set_and_keeps_named_days() {
        let filter = Filter::read(pairs(&[("closes", "this-month")]));
        let kept = filter.kept();
        assert_eq!(kept.get("show").map(String::as_str), Some("open"));
        assert_eq!(Filter::of_view(&kept).kept(), kept);
        let all = Filter::of_view(&BTreeMap::new());
        assert_eq!((all.shown(), all.kept()), (None, BTreeMap::new()));
    }
}
