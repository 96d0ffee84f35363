//! Routing: which of the vendor's people a registration goes to, by where the customer is and what is sold.

use super::Words;
use super::reading::{id, needed, texts, unrepeated, written};
use crate::country::Country;
use crate::deal::DealContent;
use crate::read::{Lines, Members};
use serde::{Deserialize, Serialize};

/// Territories, and whom registrations go to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RoutingRules {
    /// Sets of countries that rules name, at most 50. A country may be in several.
    pub territories: Vec<Territory>,
    /// The first that fits decides; at most 100. Where none does, the registration is nobody's yet.
    pub rules: Vec<RoutingRule>,
}

/// Countries that are looked after together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Territory {
    /// What rules name it by.
    pub id: String,
    /// What it is called.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::HashMap<String, String>))]
    pub name: Words,
    /// Its countries, 1 to 250.
    pub countries: Vec<Country>,
}

/// Where, and for what: what a rule of routing or approval looks at. An empty list is every one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Scope {
    /// Ids of territories.
    pub territories: Vec<String>,
    /// Ids of products: one of the deal's is enough.
    pub products: Vec<String>,
}

/// Whom registrations go to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RoutingRule {
    /// Which.
    #[serde(default)]
    pub scope: Scope,
    /// The account of one of the vendor's people who decide.
    pub to: String,
}

/// Why a rule fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit<'a> {
    /// The territory that the customer is in, where the rule names territories.
    pub territory: Option<&'a Territory>,
    /// The product, where the rule names products.
    pub product: Option<&'a str>,
}

impl Scope {
    /// Whether a deal is in it, and why.
    pub fn fits<'a>(&'a self, territories: &'a [Territory], deal: &DealContent) -> Option<Fit<'a>> {
        let country = deal.customer.country;
        let is_there = |one: &&Territory| {
            self.territories.contains(&one.id) && country.is_some_and(|country| one.countries.contains(&country))
        };
        let territory = territories.iter().find(is_there);
        let sold = |id: &&String| deal.products.iter().any(|line| line.product == **id);
        let product = self.products.iter().find(sold);
        let fits =
            (self.territories.is_empty() || territory.is_some()) && (self.products.is_empty() || product.is_some());
        fits.then(|| Fit { territory, product: product.map(String::as_str) })
    }

    pub(super) fn read(o: &mut Members<'_>) -> Self {
        o.object("scope", |o| {
            let ids = |o: &mut Members<'_>, name, limit| texts(o, name, limit, |id| Some(id.to_owned()));
            Self { territories: ids(o, "territories", 50), products: ids(o, "products", 100) }
        })
    }
}

impl RoutingRules {
    /// The first rule that a deal fits, with its place from 1 on.
    pub fn find(&self, deal: &DealContent) -> Option<(u32, &RoutingRule, Fit<'_>)> {
        (1..)
            .zip(&self.rules)
            .find_map(|(number, rule)| rule.scope.fits(&self.territories, deal).map(|fit| (number, rule, fit)))
    }

    pub(super) fn read(o: &mut Members<'_>, locales: &[String]) -> Self {
        let mut territories: Vec<Territory> = Vec::new();
        for (value, pointer) in o.items("territories", 50) {
            let territory = o.reader.object(value, &pointer, |o| {
                let territory = Territory {
                    id: id(o),
                    name: written(o, "name", 80, Lines::One, locales),
                    countries: texts(o, "countries", 250, |code| Country::parse(code).ok()),
                };
                if territory.countries.is_empty() {
                    needed(o, "countries", "at least one country is in it");
                }
                territory
            });
            unrepeated(o, &pointer, &territory.id, territories.iter().map(|one| one.id.as_str()));
            territories.push(territory);
        }
        let mut rules = Vec::new();
        for (value, pointer) in o.items("rules", 100) {
            rules.push(o.reader.object(value, &pointer, |o| {
                let scope = Scope::read(o);
                let to = o.text("to", 64, Lines::One);
                if to.is_none() {
                    needed(o, "to", "whom it goes to is not said");
                }
                RoutingRule { scope, to: to.unwrap_or_default() }
            }));
        }
        Self { territories, rules }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deal::content::{Customer, ProductLine};

    fn deal(country: &str, product: &str) -> DealContent {
        let products = vec![ProductLine { product: product.to_owned(), quantity: 1, amount: None }];
        let customer = Customer { country: Country::parse(country).ok(), ..Customer::default() };
        DealContent { customer, products, ..DealContent::default() }
    }

    fn rules() -> RoutingRules {
        let countries = |codes: &[&str]| codes.iter().filter_map(|code| Country::parse(code).ok()).collect();
        let territory =
            |id: &str, codes: &[&str]| Territory { id: id.to_owned(), name: Words::new(), countries: countries(codes) };
        let rule = |territories: &[&str], products: &[&str], to: &str| RoutingRule {
            scope: Scope {
                territories: territories.iter().map(|id| (*id).to_owned()).collect(),
                products: products.iter().map(|id| (*id).to_owned()).collect(),
            },
            to: to.to_owned(),
        };
        RoutingRules {
            territories: vec![territory("dach", &["DE", "AT", "CH"]), territory("gone", &["FR"])],
            rules: vec![
                rule(&["dach"], &["depot"], "jonas"),
                rule(&["dach"], &[], "priya"),
                rule(&["removed"], &[], "nobody"),
                rule(&[], &["route"], "ines"),
            ],
        }
    }

    #[test]
    fn the_first_rule_that_fits_decides_and_says_why() {
        let rules = rules();
        let found = |country, product| {
            let deal = deal(country, product);
            let (number, rule, fit) = rules.find(&deal)?;
            Some((number, rule.to.clone(), fit.territory.map(|one| one.id.clone()), fit.product.map(str::to_owned)))
        };
        let said = |text: &str| Some(text.to_owned());
        assert_eq!(found("AT", "depot"), Some((1, "jonas".to_owned(), said("dach"), said("depot"))));
        assert_eq!(found("AT", "route"), Some((2, "priya".to_owned(), said("dach"), None)));
        assert_eq!(found("FR", "route"), Some((4, "ines".to_owned(), None, said("route"))));
        assert_eq!(found("FR", "fleet"), None, "a territory that was removed fits nothing");
    }
}
