//! Days and numbers as people write them, in cells.

use chrono::NaiveDate;
use portico_contract::import::{DateOrder, DecimalMark};

/// The day that a cell says: `2027-03-31`, `31.3.2027`, `3/31/2027`, `31-03-27`, each with or without a time.
pub(crate) fn date(cell: &str, order: DateOrder) -> Option<NaiveDate> {
    let (first, second, third, mark) = parts(cell)?;
    if first.len() == 4 {
        return day(first, second, third);
    }
    let month_first = mark == '/' && (order == DateOrder::MonthFirst || number(second)? > 12) && number(first)? <= 12;
    if month_first { day(third, first, second) } else { day(third, second, first) }
}

/// Whether a cell is a day that can be read in two ways.
pub(crate) fn two_dates(cell: &str) -> bool {
    let small = |part: &str| number(part).is_some_and(|part| part <= 12);
    parts(cell).is_some_and(|(first, second, _, mark)| {
        mark == '/' && first.len() < 4 && small(first) && small(second) && number(first) != number(second)
    })
}

/// Whether a cell is a day that can only be read with the month first.
pub(crate) fn is_month_first(cell: &str) -> bool {
    parts(cell).is_some_and(|(first, second, _, mark)| {
        mark == '/'
            && first.len() < 4
            && number(first).is_some_and(|month| month <= 12)
            && number(second).is_some_and(|day| day > 12)
    })
}

/// The three parts of a day, and what separates them.
fn parts(cell: &str) -> Option<(&str, &str, &str, char)> {
    let cell = cell.trim();
    let cell = cell.split([' ', 'T']).next().unwrap_or(cell);
    let mark = cell.chars().find(|c| !c.is_ascii_digit()).filter(|mark| ['-', '.', '/'].contains(mark))?;
    let mut parts = cell.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (parts.next().is_none() && [first, second, third].iter().all(|part| digits(part)))
        .then_some((first, second, third, mark))
}

fn number(part: &str) -> Option<u32> {
    part.parse().ok()
}

fn day(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let full = match year.len() {
        4 => year.parse().ok()?,
        2 => 2_000 + year.parse::<i32>().ok()?,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(full, number(month)?, number(day)?)
}

/// A number as the contract writes it: digits, and a point before decimals. None where it is no number.
pub(crate) fn decimal(cell: &str, mark: DecimalMark) -> Option<String> {
    let bare = bare(cell);
    let (whole, decimals) = match separators(&bare) {
        Separators::None | Separators::Thousands => (bare.as_str(), ""),
        Separators::Decimal(at) => (&bare[..at], &bare[at + 1..]),
        Separators::Either(at) => {
            let is_decimal = bare[at..].starts_with(if mark == DecimalMark::Comma { ',' } else { '.' });
            if is_decimal { (&bare[..at], &bare[at + 1..]) } else { (bare.as_str(), "") }
        }
        Separators::Wrong => return None,
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    match (whole.is_empty(), decimals.is_empty()) {
        (true, true) => None,
        (_, true) => Some(whole),
        (empty, false) => Some(format!("{}.{decimals}", if empty { "0" } else { &whole })),
    }
}

/// Whether a cell is a number that can be read in two ways.
pub(crate) fn two_numbers(cell: &str) -> bool {
    matches!(separators(&bare(cell)), Separators::Either(_))
}

/// The sign before the decimals, where a cell leaves no doubt.
pub(crate) fn sure_mark(cell: &str) -> Option<DecimalMark> {
    let bare = bare(cell);
    let comma = |at: usize| bare[at..].starts_with(',');
    match separators(&bare) {
        Separators::Decimal(at) => Some(if comma(at) { DecimalMark::Comma } else { DecimalMark::Point }),
        _ => None,
    }
}

/// Without what may stand around a number: a currency's sign or code, blanks, and the apostrophes of Switzerland.
fn bare(cell: &str) -> String {
    let cell = cell.trim().trim_matches(|c: char| c.is_alphabetic() || "€$£¥".contains(c) || c.is_whitespace());
    cell.chars().filter(|c| !c.is_whitespace() && !['\'', '’'].contains(c)).collect()
}

/// What the points and commas in a number are.
enum Separators {
    None,
    /// The last, at this place, is before decimals.
    Decimal(usize),
    Thousands,
    /// The only one, at this place, can be either.
    Either(usize),
    Wrong,
}

fn separators(bare: &str) -> Separators {
    if bare.is_empty() || bare.chars().any(|c| !c.is_ascii_digit() && c != '.' && c != ',') {
        return Separators::Wrong;
    }
    let marks: Vec<(usize, char)> = bare.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let Some(&(last, mark)) = marks.last() else { return Separators::None };
    // Groups of three, the first of one to three.
    let grouped = |whole: &str, by: char| {
        let mut groups = whole.split(by);
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
            && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let tail = bare.len() - last - 1;
    match marks.len() {
        1 if tail == 3 && (1..=3).contains(&last) && !bare.starts_with('0') => Separators::Either(last),
        1 if tail == 0 => Separators::Wrong,
        1 => Separators::Decimal(last),
        _ if marks.iter().all(|(_, one)| *one == mark) => {
            if grouped(bare, mark) {
                Separators::Thousands
            } else {
                Separators::Wrong
            }
        }
        _ => {
            let other = if mark == ',' { '.' } else { ',' };
            let once = marks.iter().filter(|(_, one)| *one == mark).count() == 1;
            if once && tail > 0 && grouped(&bare[..last], other) {
                Separators::Decimal(last)
            } else {
                Separators::Wrong
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let read = |cell: &str, order| date(cell, order).map(|day| day.to_string());
        for cell in [
            "2027-03-31",
            "31.03.2027",
            "31.3.27",
            "31/3/2027",
            "3/31/2027",
            "2027/3/31",
            "2027-03-31T00:00:00Z",
            "31-03-2027",
        ] {
            assert_eq!(read(cell, DateOrder::DayFirst).as_deref(), Some("2027-03-31"), "{cell}");
            assert_eq!(read(cell, DateOrder::MonthFirst).as_deref(), Some("2027-03-31"), "{cell}");
        }
        assert_eq!(read("3/4/2027", DateOrder::DayFirst).as_deref(), Some("2027-04-03"));
        assert_eq!(read("3/4/2027", DateOrder::MonthFirst).as_deref(), Some("2027-03-04"));
        for cell in ["", "soon", "31.2.2027", "13/13/2027", "1.2.3.4", "2027", "20270331", "1/2/345"] {
            assert_eq!(read(cell, DateOrder::DayFirst), None, "{cell}");
        }
        assert!(two_dates("3/4/2027") && !two_dates("3.4.2027") && !two_dates("31/3/2027") && !two_dates("4/4/2027"));
        assert!(is_month_first("3/31/2027") && !is_month_first("31/3/2027"));
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let both = |cell: &str| (decimal(cell, DecimalMark::Point), decimal(cell, DecimalMark::Comma));
        for (cell, number) in [
            ("1250", "1250"),
            ("1250.5", "1250.5"),
            ("1250,50", "1250.50"),
            ("1.234,50", "1234.50"),
            ("1,234.50", "1234.50"),
            ("1'234.50", "1234.50"),
            ("1 234,50 €", "1234.50"),
            ("EUR 1.234.567", "1234567"),
            ("$1,234,567.8", "1234567.8"),
            ("0,125", "0.125"),
        ] {
            assert_eq!(both(cell), (Some(number.to_owned()), Some(number.to_owned())), "{cell}");
        }
        assert_eq!(both("1.250"), (Some("1.250".to_owned()), Some("1250".to_owned())));
        assert_eq!(both("1,250"), (Some("1250".to_owned()), Some("1.250".to_owned())));
        for cell in ["", "abc", "-5", "1.2.3", "1,2345.6", "5.", "1.234,5,6", "1e3"] {
            assert_eq!(both(cell), (None, None), "{cell}");
        }
        assert!(two_numbers("1.250") && !two_numbers("1250.000") && !two_numbers("1.25"));
        assert_eq!(sure_mark("1.234,50"), Some(DecimalMark::Comma));
    }
}
