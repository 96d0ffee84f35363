//! Countries to choose from.

use crate::i18n::Words;
use crate::ui::Choice;
use portico_contract::country::Country;

/// All countries by their names in the person's language, in its order.
#[must_use]
pub fn country_choices(words: &Words) -> Vec<Choice> {
    let mut countries: Vec<Choice> =
        Country::all().map(|country| (country.code().to_owned().into(), words.country(country).into())).collect();
    countries.sort_by(|(_, one), (_, other)| words.compare(one, other));
    countries
}
