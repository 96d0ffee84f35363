//! Where a page of the library ended.

use super::Rank;

/// Where a page ended: the rank and the place of its last asset.
pub(super) struct Cursor {
    numbers: Option<[i64; 4]>,
    text: String,
    pub place: i64,
}

impl Cursor {
    /// Hexadecimal, so that it stands in an address as it is.
    pub(super) fn write(rank: &Rank<'_>, place: i64) -> String {
        match rank {
            Rank::Numbers([a, b, c, d]) => format!("n{a}_{b}_{c}_{d}_{place}"),
            Rank::Text(text) => format!("t{}_{place}", hex::encode(text)),
        }
    }

    pub(super) fn read(cursor: &str) -> Option<Self> {
        let (rank, place) = cursor.rsplit_once('_')?;
        let place = place.parse().ok()?;
        match rank.strip_prefix('n') {
            Some(numbers) => {
                let numbers: Option<Vec<i64>> = numbers.split('_').map(|number| number.parse().ok()).collect();
                Some(Self { numbers: Some(numbers?.try_into().ok()?), text: String::new(), place })
            }
            None => {
                let hex = rank.strip_prefix('t')?;
                let text = String::from_utf8(hex::decode(hex).ok()?).ok()?;
                Some(Self { numbers: None, text, place })
            }
        }
    }

    pub(super) fn rank(&self) -> Rank<'_> {
        self.numbers.map_or(Rank::Text(&self.text), Rank::Numbers)
    }
}
