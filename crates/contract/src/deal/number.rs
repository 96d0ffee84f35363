//! The number of a deal that people say aloud: `D-7K3M-92QX`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Seven symbols drawn at random and one that checks them, in Crockford's base 32 (no I, L, O, U), so that a number
/// tells nothing of how many there are.
///
/// The check is the sum of the symbols times rising powers of a generator in GF(2^5): it finds every single wrong
/// symbol and every two that changed places, and stays inside the alphabet, where Crockford's own check (modulo 37)
/// needs five signs that nobody says aloud.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, example = "D-7K3M-92QX"))]
pub struct DealNumber(String);

/// The text is no number of a deal, or was mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the number of a deal")]
pub struct BadNumber;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl DealNumber {
    /// The number made of the lowest 35 of `random` bits.
    pub fn from_random(random: u64) -> Self {
        let symbols: [u8; 7] = std::array::from_fn(|i| u8::try_from(random >> (i * 5) & 31).unwrap_or(0));
        let text = |symbols: &[u8]| symbols.iter().map(|s| ALPHABET[usize::from(*s)] as char).collect::<String>();
        Self(format!("D-{}-{}{}", text(&symbols[..4]), text(&symbols[4..]), text(&[check(&symbols)])))
    }

    /// Takes what people type: without hyphens, in small letters, with O for 0 and I or L for 1.
    pub fn parse(typed: &str) -> Result<Self, BadNumber> {
        let mut symbols = Vec::with_capacity(9);
        for c in typed.trim().to_ascii_uppercase().chars().filter(|c| *c != '-') {
            let c = match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let symbol = ALPHABET.iter().position(|symbol| *symbol as char == c).ok_or(BadNumber)?;
            symbols.push(u8::try_from(symbol).map_err(|_| BadNumber)?);
        }
        // The letter in front is a symbol too: it is one too many.
        if symbols.len() == 9 && symbols[0] == 13 {
            symbols.remove(0);
        }
        let (last, seven) = symbols.split_last().ok_or(BadNumber)?;
        if seven.len() != 7 || check(seven) != *last {
            return Err(BadNumber);
        }
        let random = seven.iter().rev().fold(0_u64, |bits, symbol| bits << 5 | u64::from(*symbol));
        Ok(Self::from_random(random))
    }

    /// The number as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The sum of `symbols[i]` times the i+1st power of the generator, in GF(2^5) modulo x^5 + x^2 + 1.
fn check(symbols: &[u8]) -> u8 {
    let double = |x: u8| if x & 16 == 0 { x << 1 } else { (x << 1 ^ 0b10_0101) & 31 };
    // Horner's scheme from the last symbol on.
    symbols.iter().rev().fold(0, |sum, symbol| double(sum ^ symbol))
}

impl fmt::Display for DealNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for DealNumber {
    type Error = BadNumber;
    fn try_from(text: String) -> Result<Self, BadNumber> {
        Self::parse(&text)
    }
}

impl From<DealNumber> for String {
    fn from(number: DealNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_number_prints_and_parses_back_however_it_is_typed(random in any::<u64>()) {
            let number = DealNumber::from_random(random);
            prop_assert_eq!(number.as_str().len(), 11);
            let typed = number.as_str().to_lowercase().replace('0', "o").replace('1', "l");
            prop_assert_eq!(DealNumber::parse(&typed).unwrap(), number.clone());
            prop_assert_eq!(DealNumber::parse(&number.as_str()[2..].replace('-', "")).unwrap(), number);
        }

        #[test]
        fn one_wrong_symbol_is_found(random in any::<u64>(), place in 0_usize..8, other in 0_usize..32) {
            let number = DealNumber::from_random(random);
            let place = [2, 3, 4, 5, 7, 8, 9, 10][place];
            let mut wrong = number.as_str().as_bytes().to_vec();
            prop_assume!(wrong[place] != ALPHABET[other]);
            wrong[place] = ALPHABET[other];
            prop_assert_eq!(DealNumber::parse(std::str::from_utf8(&wrong).unwrap()), Err(BadNumber));
        }

        #[test]
        fn two_symbols_that_changed_places_are_found(random in any::<u64>(), a in 0_usize..8, b in 0_usize..8) {
            let number = DealNumber::from_random(random);
            let places = [2, 3, 4, 5, 7, 8, 9, 10];
            let mut wrong = number.as_str().as_bytes().to_vec();
            prop_assume!(wrong[places[a]] != wrong[places[b]]);
            wrong.swap(places[a], places[b]);
            prop_assert_eq!(DealNumber::parse(std::str::from_utf8(&wrong).unwrap()), Err(BadNumber));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "D-", "D-7K3M-92Q", "hello", "D-7K3M-92QXX", "D-7K3U-92QX"] {
            assert_eq!(DealNumber::parse(text), Err(BadNumber), "{text:?}");
        }
    }
}
