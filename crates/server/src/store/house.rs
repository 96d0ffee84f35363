//! The vendor's house accounts, found by what any customer is recognised by.

use super::conflicts::Keys;
use portico_contract::deal::content::Customer;
use portico_contract::programme::HouseRules;
use std::collections::HashMap;

/// Names of house accounts by each key of theirs.
#[derive(Clone, Debug, Default)]
pub(super) struct House(HashMap<String, String>);

impl House {
    pub(super) fn of(rules: &HouseRules) -> Self {
        let mut names = HashMap::new();
        for account in &rules.accounts {
            let customer = Customer {
                name: Some(account.name.clone()),
                website: account.website.as_ref().map(|website| website.as_str().to_owned()),
                country: account.country,
                ..Customer::default()
            };
            let keys = Keys::of(&customer);
            names.extend([keys.website, keys.name].into_iter().flatten().map(|key| (key, account.name.clone())));
        }
        Self(names)
    }

    /// The account that a customer is.
    pub(super) fn find(&self, keys: &Keys) -> Option<&str> {
        let known = [&keys.website, &keys.name].into_iter().flatten().find_map(|key| self.0.get(key));
        known.map(String::as_str)
    }
}
