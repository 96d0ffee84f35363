//! From a bar to its deals: addresses of the list, narrowed to what the bar counts.

use super::look::{Look, Measure};
use chrono::NaiveDate;
use portico_contract::month::Period;

fn list(look: &Look, query: &str) -> String {
    let mut address = format!("/deals?{query}");
    if look.mine {
        address.push_str("&owner=me");
    }
    if !look.partner.is_empty() {
        address.push_str("&organisation=");
        address.push_str(&look.partner);
    }
    if let Some(Measure::Sum(code)) = &look.measure {
        address.push_str("&currency=");
        address.push_str(code);
    }
    address
}

/// What is approved and open.
pub(super) fn open(look: &Look) -> String {
    list(look, "show=open&review=approved")
}

/// What stands in a stage of the tenant's.
pub(super) fn stage(look: &Look, id: &str) -> String {
    list(look, &format!("show=open&review=approved&stageId={id}"))
}

/// What is expected in a period; nowhere where there is no day to narrow by.
pub(super) fn expected(look: &Look, period: Period, today: NaiveDate, months: u32) -> Option<String> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let closes = match period.days(today, months) {
        (None, None) => return None,
        (first, last) => format!("{}..{}", day(first), day(last)),
    };
    Some(list(look, &format!("show=open&review=approved&closes={closes}&sort=closeDate")))
}

#[cfg(test)]
mod tests {
    use super::super::look::View;
    use super::*;
    use portico_contract::month::Month;

    #[test]
    fn a_bar_leads_to_what_it_counts() {
        let mut look = Look {
            view: View::Pictures,
            mine: true,
            partner: String::new(),
            measure: Some(Measure::Sum("EUR".to_owned())),
            months: 12,
            by_stage: false,
        };
        let today: NaiveDate = "2026-11-25".parse().unwrap();
        let overdue = expected(&look, Period::Overdue, today, 12);
        assert_eq!(
            overdue.as_deref(),
            Some("/deals?show=open&review=approved&closes=..2026-11-24&sort=closeDate&owner=me&currency=EUR")
        );
        (look.mine, look.measure, look.partner) = (false, None, "bluepeak".to_owned());
        let month = expected(&look, Period::Month(Month::of(today)), today, 12);
        assert_eq!(
            month.as_deref(),
            Some("/deals?show=open&review=approved&closes=2026-11-25..2026-11-30&sort=closeDate&organisation=bluepeak")
        );
        assert_eq!(stage(&look, "pilot"), "/deals?show=open&review=approved&stageId=pilot&organisation=bluepeak");
        assert_eq!(expected(&look, Period::None, today, 12), None, "it would lead to all that is open");
    }
}
