//! What a deal is called: by its customer.

use crate::i18n::Words;
use crate::t;

/// The customer's name; in words where a draft has none yet.
pub fn deal_name(words: &Words, customer: &str) -> String {
    if customer.is_empty() { t!(words, "deal-unnamed") } else { customer.to_owned() }
}
