//! Amounts of money as people type them.

use portico_contract::money::Money;

/// An amount as people type it, in the form of the contract. The sign before the decimals is the last of comma and
/// point, unless three digits follow it and no other sign is there: `50.000`, `50,000` and `50 000` are fifty thousand
/// wherever one lives.
pub fn plain_amount(typed: &str, decimal: char) -> String {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '_')).collect();
    let last = typed.rfind(['.', ',']);
    let is_decimal = |at: usize| {
        let sign = typed[at..].starts_with(decimal);
        let digits = typed.len() - at - 1;
        let alone = typed.matches(['.', ',']).count() == 1;
        // `1.234` is a thousand; `1.2345` says what it is, and is too precise for money.
        // In `1.005,123` the one sign is for thousands, so the other is for decimals.
        let only = typed[at..].chars().next().map_or(0, |last| typed.matches(last).count()) == 1;
        digits != 3 || (only && !alone) || (sign && alone && typed.starts_with('0'))
    };
    match last {
        Some(at) if is_decimal(at) => {
            let whole = typed[..at].replace(['.', ','], "");
            format!("{whole}.{}", &typed[at + 1..])
        }
        _ => typed.replace(['.', ','], ""),
    }
}

/// An amount as somebody would have typed it.
pub fn typed_amount(money: Money, decimal: char) -> String {
    let amount = money.amount();
    amount.strip_suffix(".00").unwrap_or(&amount).replace('.', &decimal.to_string())
}

#[cfg(test)]
mod tests {
    use super::plain_amount;

    #[test]
    fn an_amount_is_read_as_people_type_it() {
        for (typed, plain) in [
            ("50000", "50000"),
            ("50.000", "50000"),
            ("50,000", "50000"),
            ("50 000", "50000"),
            ("50'000.50", "50000.50"),
            ("50.000,5", "50000.5"),
            ("1,234,567.89", "1234567.89"),
            ("12,5", "12.5"),
            ("1.005,123", "1005.123"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("0.125", "0.125"),
            ("abc", "abc"),
            ("-5", "-5"),
            ("5,", "5."),
        ] {
            assert_eq!(plain_amount(typed, '.'), plain, "{typed}");
        }
    }
}
