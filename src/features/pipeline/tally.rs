//! Figures put together: how many deals, and what those of each currency come to. Exact, and never across currencies.

use super::look::Measure;
use crate::i18n::Words;
use crate::t;
use portico_contract::money::Currency;
use portico_contract::pipeline::Figure;
use portico_contract::total::Total;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    count: u32,
    /// By currency: how many, and the sum in its minor unit.
    sums: Vec<(String, u32, i128)>,
}

impl Tally {
    pub fn add(&mut self, figures: &[Figure]) {
        for figure in figures {
            self.count += figure.count;
            let code = figure.sum.currency();
            match self.sums.iter_mut().find(|(known, ..)| known == code) {
                Some((_, count, minor)) => {
                    *count += figure.count;
                    *minor += figure.sum.minor();
                }
                None => self.sums.push((code.to_owned(), figure.count, figure.sum.minor())),
            }
        }
    }

    fn of_currency(&self, code: &str) -> (u32, i128) {
        self.sums.iter().find(|(known, ..)| known == code).map_or((0, 0), |(_, count, minor)| (*count, *minor))
    }

    /// How many deals, of those that are counted.
    pub fn count(&self, measure: &Measure) -> u32 {
        match measure {
            Measure::Count => self.count,
            Measure::Sum(code) => self.of_currency(code).0,
        }
    }

    /// How large it is drawn.
    pub fn size(&self, measure: &Measure) -> i128 {
        match measure {
            Measure::Count => self.count.into(),
            Measure::Sum(code) => self.of_currency(code).1,
        }
    }

    fn total(&self, code: &str) -> Option<Total> {
        Some(Total::of(self.of_currency(code).1, Currency::parse(code).ok()?))
    }

    /// What stands beside its bar; nothing for nothing.
    pub fn short(&self, words: &Words, measure: &Measure) -> String {
        match measure {
            _ if self.count(measure) == 0 => String::new(),
            Measure::Count => self.count.to_string(),
            Measure::Sum(code) => self.total(code).map(|total| words.short_total(&total)).unwrap_or_default(),
        }
    }

    /// What a table says of it: the sum, or every currency's.
    pub fn sums(&self, words: &Words, measure: &Measure) -> Vec<String> {
        let codes: Vec<&str> = match measure {
            Measure::Count => self.sums.iter().map(|(code, ..)| code.as_str()).collect(),
            Measure::Sum(code) => vec![code],
        };
        codes.into_iter().filter_map(|code| Some(words.total(&self.total(code)?))).collect()
    }

    /// What is read out: how many, and what they come to.
    pub fn said(&self, words: &Words, measure: &Measure, name: &str) -> String {
        let count = self.count(measure);
        match (measure, self.sums(words, measure).as_slice()) {
            (Measure::Sum(_), [sum]) => t!(words, "picture-bar-sum", name = name, count = count, sum = sum),
            _ => t!(words, "picture-bar", name = name, count = count),
        }
    }
}

/// So much of the largest, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "it is drawn, not counted")]
pub(super) fn share(size: i128, most: i128) -> f64 {
    if most <= 0 { 0.0 } else { size as f64 / most as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(count: u32, minor: i128, code: &str) -> Figure {
        Figure { count, sum: Total::of(minor, Currency::parse(code).unwrap()) }
    }

    #[test]
    fn currencies_are_counted_together_and_never_added() {
        let mut tally = Tally::default();
        tally.add(&[figure(2, 500, "EUR"), figure(1, 900, "USD")]);
        tally.add(&[figure(1, 250, "EUR")]);
        let euros = Measure::Sum("EUR".to_owned());
        assert_eq!((tally.count(&Measure::Count), tally.size(&Measure::Count)), (4, 4));
        assert_eq!((tally.count(&euros), tally.size(&euros)), (3, 750));
        assert_eq!(tally.size(&Measure::Sum("SEK".to_owned())), 0);
        assert!((share(250, 1_000) - 0.25).abs() < f64::EPSILON && share(5, 0).abs() < f64::EPSILON);
    }
}
