//! What the library is narrowed to, and in which order. It stands in the page's address.

use crate::route::{Narrowing, Query, Route, address};
use portico_contract::asset::Standing;
use portico_contract::asset::filter::{AssetFilter, AssetSort};
use portico_contract::asset::list::{Facet, FacetValue};
use portico_contract::parameters::{Pairs, lenient};
use std::cell::RefCell;

/// How assets stand, among the facets: told to those who see to the library, who look there first.
pub(super) const STANDING: &str = "standing";

/// The ways to narrow that have values to tick, as the PRM names them.
pub(super) const FACETS: [&str; 8] = [STANDING, "kind", "format", "product", "industry", "locale", "role", "stage"];

/// What partners do not find yet.
const UNPUBLISHED: [Standing; 3] = [Standing::Draft, Standing::Proposed, Standing::Scheduled];

/// How many there are that partners do not find yet, of what else narrows the list.
pub(super) fn unpublished(facets: &[Facet]) -> u32 {
    let standings = facets.iter().find(|facet| facet.name == STANDING).map(|facet| facet.values.as_slice());
    let waits = |value: &&FacetValue| UNPUBLISHED.iter().any(|standing| standing.name() == value.value);
    standings.unwrap_or_default().iter().filter(waits).map(|value| value.count).sum()
}

thread_local! {
    /// What was listed last: an asset leads back there.
    static LISTED: RefCell<Filter> = RefCell::default();
}

/// What narrows the library, and the order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    pub narrow: AssetFilter,
    /// What was chosen; none while nothing was.
    pub sort: Option<AssetSort>,
}

impl Filter {
    /// Keeps it as what was listed last.
    pub fn remember(&self) {
        LISTED.with_borrow_mut(|listed| listed.clone_from(self));
    }

    /// The address of what was listed last.
    pub fn listed() -> String {
        LISTED.with_borrow(|listed| address(&Route::Assets.path(), &listed.pairs()))
    }

    /// Whether something fits better than something else, so that this can be an order.
    pub fn has_best(&self) -> bool {
        let narrow = &self.narrow;
        !narrow.q.is_empty() || narrow.collection.is_some() || narrow.deal.is_some()
    }

    /// The order: as it was chosen; what fits best where something does, or else what is new.
    pub fn sorted(&self) -> AssetSort {
        let preset = if self.has_best() { AssetSort::Best } else { AssetSort::Newest };
        self.sort.filter(|sort| *sort != AssetSort::Best || self.has_best()).unwrap_or(preset)
    }

    /// As far as somebody may ask: how assets stand is for those to ask who see to the library.
    #[must_use]
    pub fn asked_by(&self, manages: bool) -> Self {
        let mut filter = self.clone();
        if !manages {
            filter.narrow.standing.clear();
        }
        filter
    }

    /// Whether it asks for all that is not published yet, and for nothing else that stands otherwise.
    pub fn is_unpublished(&self) -> bool {
        self.narrow.standing == UNPUBLISHED
    }

    /// The same with all that is not published yet; as it was where it asked for that.
    #[must_use]
    pub fn unpublished(&self) -> Self {
        let standing = if self.is_unpublished() { Vec::new() } else { UNPUBLISHED.to_vec() };
        Self { narrow: AssetFilter { standing, ..self.narrow.clone() }, sort: self.sort }
    }

    /// The values of a facet that are ticked.
    pub fn values(&self, facet: &str) -> Vec<String> {
        let pairs = self.narrow.pairs();
        let text = pairs.iter().find(|(name, _)| name == facet).map(|(_, text)| text.as_str());
        text.map(|text| text.split(',').map(str::to_owned).collect()).unwrap_or_default()
    }

    /// How many values are ticked.
    pub fn ticked(&self) -> usize {
        FACETS.iter().map(|facet| self.values(facet).len()).sum()
    }

    /// The same with a value of a facet ticked, or its tick taken away.
    #[must_use]
    pub fn turned(&self, facet: &str, value: &str, on: bool) -> Self {
        let mut values = self.values(facet);
        values.retain(|known| known != value);
        if on {
            values.push(value.to_owned());
        }
        let others = self.narrow.pairs().into_iter().filter(|(name, _)| name != facet);
        let pairs = others.chain([(facet.to_owned(), values.join(","))]).collect();
        Self { sort: self.sort, ..Self::read(pairs) }
    }

    /// The same with nothing ticked: words, collection, deal and order stay.
    #[must_use]
    pub fn bare(&self) -> Self {
        let AssetFilter { q, collection, deal, .. } = self.narrow.clone();
        Self { narrow: AssetFilter { q, collection, deal, ..AssetFilter::default() }, sort: self.sort }
    }
}

impl Query for Filter {
    fn read(pairs: Pairs) -> Self {
        let (narrow, rest) = lenient(pairs, AssetFilter::take);
        let sort = rest.iter().find(|(name, _)| name == "sort");
        Self { narrow, sort: sort.and_then(|(_, text)| AssetSort::parse(text)) }
    }

    fn pairs(&self) -> Pairs {
        let sort = self.sort.map(|sort| ("sort".to_owned(), sort.name().to_owned()));
        self.narrow.pairs().into_iter().chain(sort).collect()
    }
}

impl Narrowing for Filter {
    fn lasting(&self) -> Self {
        Self { narrow: AssetFilter { q: String::new(), ..self.narrow.clone() }, sort: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(all: &[(&str, &str)]) -> Filter {
        Filter::read(all.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
    }

    #[test]
    fn a_value_is_ticked_and_its_tick_taken_away() {
        let filter = read(&[("q", "cold"), ("kind", "video"), ("sort", "title")]);
        let both = filter.turned("kind", "brochure", true).turned("locale", "de", true);
        assert_eq!(both.values("kind"), ["video", "brochure"]);
        assert_eq!(both.ticked(), 3);
        assert_eq!(both.turned("kind", "brochure", true).values("kind"), ["video", "brochure"], "once however often");
        assert_eq!(both.turned("kind", "brochure", false).turned("locale", "de", false), filter);
        assert_eq!(both.bare(), read(&[("q", "cold"), ("sort", "title")]));
    }

    #[test]
    fn how_assets_stand_is_asked_by_those_alone_who_see_to_them() {
        let filter = read(&[("q", "cold"), ("standing", "draft,expired")]);
        assert_eq!(filter.asked_by(true), filter);
        assert_eq!(filter.asked_by(false), read(&[("q", "cold")]));
        let waiting = filter.unpublished();
        assert_eq!(waiting.values("standing"), ["draft", "proposed", "scheduled"]);
        assert!(waiting.is_unpublished() && !filter.is_unpublished());
        assert_eq!(waiting.unpublished(), read(&[("q", "cold")]));
    }

    #[test]
    fn the_order_is_what_fits_best_where_something_does() {
        assert_eq!(read(&[]).sorted(), AssetSort::Newest);
        assert_eq!(read(&[("q", "cold")]).sorted(), AssetSort::Best);
        assert_eq!(read(&[("collection", "c1")]).sorted(), AssetSort::Best);
        assert_eq!(read(&[("deal", "d1"), ("sort", "popular")]).sorted(), AssetSort::Popular);
        assert_eq!(read(&[("sort", "best")]).sorted(), AssetSort::Newest, "nothing fits better than anything else");
    }

    #[test]
    fn what_an_old_link_says_wrong_narrows_nothing() {
        let filter = read(&[("kind", "novel"), ("locale", "de"), ("utm_source", "mail"), ("sort", "size")]);
        assert_eq!(filter, read(&[("locale", "de")]));
        assert_eq!(Filter::read(filter.pairs()), filter);
    }
}
