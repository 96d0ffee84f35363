//! How many assets there are of each value of each facet. Values are numbered, so that an asset is compared and counted
//! without looking at a letter.

use super::Card;
use portico_contract::asset::filter::AssetFilter;
use portico_contract::asset::{Facet, FacetValue, Standing};
use portico_contract::session::{Role, Side};
use std::collections::HashMap;

/// The facets, in the order they are told; what is for every value of one where it has none.
const FACETS: [(&str, bool); 7] = [
    ("kind", false),
    ("product", false),
    ("industry", true),
    ("stage", true),
    ("format", false),
    ("locale", false),
    ("role", true),
];

/// Where the standing counts among the facets. It hangs on the day, and is told to those alone who see to the library.
const STANDING: usize = FACETS.len();

/// The numbers of an asset's values: all of them in a row, and where those of each facet end.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    all: Box<[u16]>,
    ends: [u8; FACETS.len()],
}

impl Marks {
    fn of(&self, facet: usize) -> &[u16] {
        let begin = if facet == 0 { 0 } else { self.ends[facet - 1] };
        &self.all[usize::from(begin)..usize::from(self.ends[facet])]
    }
}

/// The values of each facet by their numbers.
#[derive(Debug, Default)]
pub(super) struct Values {
    names: [Vec<String>; FACETS.len()],
    numbers: [HashMap<String, u16>; FACETS.len()],
}

impl Values {
    /// Numbers the values of a card. Of more values than one can have of a facet, the last are passed over.
    pub(super) fn mark(&mut self, card: &Card) -> Marks {
        let names = |all: &[String]| all.to_vec();
        let roles = card.audience.roles.iter().filter(|role| role.side() == Side::Partner);
        let values: [Vec<String>; FACETS.len()] = [
            vec![card.kind.name().to_owned()],
            names(&card.products),
            names(&card.industries),
            card.stages.iter().map(|stage| stage.name().to_owned()).collect(),
            vec![card.format.name().to_owned()],
            vec![card.locale.clone()],
            roles.map(|role| role.name().to_owned()).collect(),
        ];
        let (mut all, mut ends) = (Vec::new(), [0; FACETS.len()]);
        for (facet, values) in values.into_iter().enumerate() {
            all.extend(values.into_iter().take(30).filter_map(|value| self.number(facet, value)));
            ends[facet] = u8::try_from(all.len()).unwrap_or(u8::MAX);
        }
        Marks { all: all.into(), ends }
    }

    fn number(&mut self, facet: usize, value: String) -> Option<u16> {
        if let Some(known) = self.numbers[facet].get(&value) {
            return Some(*known);
        }
        let next = u16::try_from(self.names[facet].len()).ok()?;
        self.names[facet].push(value.clone());
        self.numbers[facet].insert(value, next);
        Some(next)
    }

    /// Begins to count under a filter, for whoever sees to the library or does not.
    pub(super) fn counts(&self, filter: &AssetFilter, with_standings: bool) -> Counts<'_> {
        let stages = filter.stage.iter().map(|stage| stage.name());
        let wanted = [
            self.known(0, filter.kind.iter().map(|kind| kind.name())),
            self.known(1, filter.product.iter().map(String::as_str)),
            self.known(2, filter.industry.iter().map(String::as_str)),
            self.known(3, stages),
            self.known(4, filter.format.iter().map(|format| format.name())),
            self.known(5, filter.locale.iter().map(String::as_str)),
            self.known(6, filter.role.iter().map(|role| role.name())),
        ];
        let single = std::array::from_fn(|facet| vec![0; self.names[facet].len()]);
        // What may be used, where nothing is asked.
        let standing = if filter.standing.is_empty() { vec![Standing::Current] } else { filter.standing.clone() };
        let standings = [0; Standing::ALL.len()];
        Counts { values: self, wanted, single, every: [0; FACETS.len()], standing, standings, with_standings }
    }

    /// The numbers of what is asked for; none where nothing is.
    fn known<'a>(&self, facet: usize, asked: impl ExactSizeIterator<Item = &'a str>) -> Option<Vec<u16>> {
        let is_asked = asked.len() > 0;
        is_asked.then(|| asked.filter_map(|value| self.numbers[facet].get(value).copied()).collect())
    }
}

/// How many there are of each value, as assets go by.
pub(super) struct Counts<'a> {
    values: &'a Values,
    wanted: [Option<Vec<u16>>; FACETS.len()],
    single: [Vec<u32>; FACETS.len()],
    /// Assets that are for every value of a facet.
    every: [u32; FACETS.len()],
    /// What is asked for.
    standing: Vec<Standing>,
    /// How many there are of each.
    standings: [u32; Standing::ALL.len()],
    with_standings: bool,
}

impl Counts<'_> {
    /// Counts an asset; whether it has all that is asked for. One that lacks a single facet is counted in that alone:
    /// so each value says what choosing it beside the others would find.
    pub(super) fn count(&mut self, marks: &Marks, standing: Standing) -> bool {
        let mut missed = (!self.standing.contains(&standing)).then_some(STANDING);
        for (facet, wanted) in self.wanted.iter().enumerate() {
            let Some(wanted) = wanted else { continue };
            let own = marks.of(facet);
            let fits = (own.is_empty() && FACETS[facet].1) || own.iter().any(|mark| wanted.contains(mark));
            if !fits {
                if missed.is_some() {
                    return false;
                }
                missed = Some(facet);
            }
        }
        if matches!(missed, None | Some(STANDING)) {
            self.standings[standing as usize] += 1;
        }
        match missed {
            Some(STANDING) => {}
            Some(facet) => self.add(facet, marks),
            None => (0..FACETS.len()).for_each(|facet| self.add(facet, marks)),
        }
        missed.is_none()
    }

    fn add(&mut self, facet: usize, marks: &Marks) {
        let own = marks.of(facet);
        for mark in own {
            self.single[facet][usize::from(*mark)] += 1;
        }
        self.every[facet] += u32::from(own.is_empty() && FACETS[facet].1);
    }

    pub(super) fn facets(self) -> Vec<Facet> {
        let Self { values, single, every, standings, with_standings, .. } = self;
        let told =
            FACETS.iter().zip(&values.names).zip(single).zip(every).map(|((((name, _), names), counts), every)| {
                let mut values: Vec<FacetValue> = names
                    .iter()
                    .zip(counts)
                    .filter(|(_, count)| *count > 0)
                    .map(|(value, count)| FacetValue { value: value.clone(), count: count + every })
                    .collect();
                // What is for everybody is for each role, even where nothing is for one alone.
                if *name == "role" && every > 0 {
                    let partners = Role::ALL.into_iter().filter(|role| role.side() == Side::Partner).map(Role::name);
                    for role in partners {
                        if !values.iter().any(|known| known.value == role) {
                            values.push(FacetValue { value: role.to_owned(), count: every });
                        }
                    }
                }
                values.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.value.cmp(&other.value)));
                Facet { name: (*name).to_owned(), values }
            });
        let standings = Standing::ALL.into_iter().zip(standings).filter(|(_, count)| with_standings && *count > 0);
        let standings = standings.map(|(one, count)| FacetValue { value: one.name().to_owned(), count }).collect();
        let last = Facet { name: "standing".to_owned(), values: standings };
        told.chain([last]).filter(|facet| !facet.values.is_empty()).collect()
    }
}
