//! What is looked at: over how many days, and in which order. It stands in the page's address.

use crate::route::{Narrowing, Query};
use portico_contract::asset::change::UsageSort;
use portico_contract::parameters::Pairs;

/// Over how many days one can look, today among them.
pub(super) const DAYS: [u32; 3] = [30, 90, 365];
/// Over how many one looks at first.
const PRESET: u32 = 90;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub days: u32,
    pub sort: UsageSort,
}

impl Default for Look {
    fn default() -> Self {
        Self { days: PRESET, sort: UsageSort::Views }
    }
}

impl Look {
    /// The same with something else chosen: `days:30`, `sort:unused`; none where that cannot be chosen.
    pub fn pressed(self, name: &str) -> Option<Self> {
        let (what, value) = name.split_once(':')?;
        match what {
            "days" => Some(Self { days: days(value)?, ..self }),
            "sort" => Some(Self { sort: UsageSort::parse(value)?, ..self }),
            _ => None,
        }
    }
}

fn days(text: &str) -> Option<u32> {
    text.parse().ok().filter(|days| DAYS.contains(days))
}

impl Query for Look {
    fn read(pairs: Pairs) -> Self {
        let chosen =
            |look: Self, (name, value): (String, String)| look.pressed(&format!("{name}:{value}")).unwrap_or(look);
        pairs.into_iter().fold(Self::default(), chosen)
    }

    fn pairs(&self) -> Pairs {
        let days = (self.days != PRESET).then(|| ("days".to_owned(), self.days.to_string()));
        let sort = (self.sort != UsageSort::Views).then(|| ("sort".to_owned(), self.sort.name().to_owned()));
        days.into_iter().chain(sort).collect()
    }
}

impl Narrowing for Look {
    fn lasting(&self) -> Self {
        Self { days: self.days, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_says_what_is_not_looked_at_anyway() {
        let pairs = |all: &[(&str, &str)]| -> Pairs {
            all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let said = pairs(&[("days", "30"), ("sort", "unused")]);
        assert_eq!(Look::read(said.clone()), Look { days: 30, sort: UsageSort::Unused });
        assert_eq!(Look::read(said.clone()).pairs(), said);
        assert_eq!(Look::read(pairs(&[("days", "7"), ("sort", "size"), ("utm", "x")])), Look::default());
        assert!(Look::default().pairs().is_empty());
    }
}
