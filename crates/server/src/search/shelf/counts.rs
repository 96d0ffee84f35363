//! How many assets there are of each value of each facet.

use super::Card;
use portico_contract::asset::filter::AssetFilter;
use portico_contract::asset::{Facet, FacetValue, Standing};
use portico_contract::session::{Role, Side};
use std::collections::HashMap;

/// The facets, in the order they are told.
const FACETS: [&str; 8] = ["kind", "product", "industry", "stage", "format", "locale", "role", STANDING];
/// The facet that is told to those alone who see to the library.
const STANDING: &str = "standing";

/// How many there are of each value, as assets go by.
#[derive(Default)]
pub(super) struct Counts<'a> {
    counts: [HashMap<&'a str, u32>; FACETS.len()],
    /// Assets that are for every value of a facet.
    every: [u32; FACETS.len()],
    /// Whether standings are told.
    with_standings: bool,
}

impl<'a> Counts<'a> {
    /// Nothing yet, for whoever sees to the library or does not.
    pub(super) fn of(with_standings: bool) -> Self {
        Self { with_standings, ..Self::default() }
    }

    /// Counts an asset; whether it has all that is asked for. One that lacks a single facet is counted in that alone:
    /// so each value says what choosing it beside the others would find.
    pub(super) fn count(&mut self, card: &'a Card, filter: &AssetFilter, standing: Standing) -> bool {
        let any = |asked: &[String], own: &[String]| asked.is_empty() || asked.iter().any(|one| own.contains(one));
        let every = |asked: &[String], own: &[String]| own.is_empty() || any(asked, own);
        let fits = [
            filter.kind.is_empty() || filter.kind.contains(&card.kind),
            any(&filter.product, &card.products),
            every(&filter.industry, &card.industries),
            filter.stage.is_empty() || card.stages.is_empty() || filter.stage.iter().any(|s| card.stages.contains(s)),
            filter.format.is_empty() || filter.format.contains(&card.format),
            filter.locale.is_empty() || filter.locale.contains(&card.locale),
            filter.role.is_empty()
                || card.audience.roles.is_empty()
                || filter.role.iter().any(|role| card.audience.roles.contains(role)),
            // What may be used, where nothing is asked.
            if filter.standing.is_empty() {
                standing == Standing::Current
            } else {
                filter.standing.contains(&standing)
            },
        ];
        let misses = fits.iter().filter(|fits| !**fits).count();
        if misses > 1 {
            return false;
        }
        for (facet, fits) in fits.into_iter().enumerate() {
            if misses == 0 || !fits {
                self.add(facet, card, standing);
            }
        }
        misses == 0
    }

    fn add(&mut self, facet: usize, card: &'a Card, standing: Standing) {
        let counts = &mut self.counts[facet];
        let mut one = |value: &'a str| *counts.entry(value).or_default() += 1;
        let empty = match facet {
            0 => return one(card.kind.name()),
            4 => return one(card.format.name()),
            5 => return one(&card.locale),
            7 => return one(standing.name()),
            1 => {
                card.products.iter().for_each(|value| one(value));
                return;
            }
            2 => {
                card.industries.iter().for_each(|value| one(value));
                card.industries.is_empty()
            }
            3 => {
                card.stages.iter().for_each(|value| one(value.name()));
                card.stages.is_empty()
            }
            _ => {
                card.audience
                    .roles
                    .iter()
                    .filter(|role| role.side() == Side::Partner)
                    .for_each(|role| one(role.name()));
                card.audience.roles.is_empty()
            }
        };
        self.every[facet] += u32::from(empty);
    }

    pub(super) fn facets(self) -> Vec<Facet> {
        let with_standings = self.with_standings;
        let told = FACETS.into_iter().zip(self.counts).zip(self.every).map(|((name, mut counts), every)| {
            // What is for everybody is for each role, even where nothing is for one alone.
            if name == "role" && every > 0 {
                for role in Role::ALL.into_iter().filter(|role| role.side() == Side::Partner) {
                    counts.entry(role.name()).or_default();
                }
            }
            let mut values: Vec<_> = counts
                .into_iter()
                .map(|(value, count)| FacetValue { value: value.to_owned(), count: count + every })
                .collect();
            values.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.value.cmp(&other.value)));
            Facet { name: name.to_owned(), values }
        });
        told.filter(|facet| !facet.values.is_empty() && (with_standings || facet.name != STANDING)).collect()
    }
}
