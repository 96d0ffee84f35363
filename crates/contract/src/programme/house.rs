//! House accounts: customers that the vendor sells to itself.

use super::reading::{needed, spare};
use crate::country::Country;
use crate::deal::content::MAX_NAME;
use crate::problem::Code;
use crate::read::{Lines, Members};
use crate::website::Website;
use serde::{Deserialize, Serialize};

/// The vendor's house accounts. A registration of one is taken and marked, and is never approved by itself: whoever
/// decides sees that it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HouseRules {
    /// Partners read the names in the rules of engagement, and are told of one while they write and in their deals.
    pub published: bool,
    /// At most 500.
    pub accounts: Vec<HouseAccount>,
}

/// A customer that the vendor sells to itself, known by its website, or by its name in a country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct HouseAccount {
    /// What it is called, 1 to 120 characters.
    pub name: String,
    /// Its website; this or the country is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<Website>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
}

impl HouseRules {
    pub(super) fn read(o: &mut Members<'_>) -> Self {
        let published = o.flag("published");
        let mut accounts = Vec::new();
        for (value, pointer) in o.items("accounts", 500) {
            accounts.push(o.reader.object(value, &pointer, HouseAccount::read));
        }
        Self { published, accounts }
    }
}

impl HouseAccount {
    fn read(o: &mut Members<'_>) -> Self {
        let account = Self {
            name: o.text("name", MAX_NAME, Lines::One).unwrap_or_default(),
            website: spare(o, "website", Code::BadForm, |typed| Website::parse(typed).ok()),
            country: spare(o, "country", Code::NotInList, |code| Country::parse(code).ok()),
        };
        if account.name.is_empty() {
            needed(o, "name", "what the customer is called is not said");
        }
        if account.website.is_none() && account.country.is_none() {
            needed(o, "website", "a website, or a country beside the name, is what it is known by");
        }
        account
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Reader;
    use serde_json::json;

    #[test]
    fn an_account_is_known_by_its_website_or_its_name_in_a_country() {
        let mut reader = Reader::default();
        let body = json!({"published": true, "accounts": [
            {"name": "Nordkai", "website": "https://www.Nordkai.example/about"},
            {"name": "Meridian", "country": "DE"},
            {"name": "Nobody"},
            {"website": "no host", "country": "XX"},
        ]});
        let read = reader.object(&body, "", HouseRules::read);
        assert!(read.published);
        assert_eq!(read.accounts[0].website.as_ref().map(Website::as_str), Some("nordkai.example"));
        assert_eq!(read.accounts[1].country, Country::parse("DE").ok());
        let found: Vec<_> = reader.into_problems().into_iter().map(|problem| (problem.pointer, problem.code)).collect();
        let at = |pointer: &str, code| (format!("/accounts/{pointer}"), code);
        assert_eq!(
            found,
            [
                at("2/website", Code::Required),
                at("3/website", Code::BadForm),
                at("3/country", Code::NotInList),
                at("3/name", Code::Required),
            ]
        );
    }
}
