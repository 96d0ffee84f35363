//! When the vendor owes an answer: minutes counted in the tenant's business hours, on its days and in its time zone,
//! without its holidays. Days that a clock change makes shorter or longer still have their hours.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use portico_contract::programme::BusinessHours;

/// What business hours come to in a time zone.
pub trait Count {
    /// The moment by which `minutes` of these hours have passed since `start`.
    fn due(&self, start: DateTime<Utc>, minutes: i64, zone: Tz) -> DateTime<Utc>;

    /// Minutes of these hours from `now` until `due`; 0 where that has passed.
    fn left(&self, now: DateTime<Utc>, due: DateTime<Utc>, zone: Tz) -> i64;

    /// The next moment after `now` at which a day of these hours begins; a day later where none ever does.
    fn next_opening(&self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc>;
}

/// How many days in a row may be closed before hours that never open are taken for a mistake: then all hours count.
const LONGEST_PAUSE: u32 = 60;

impl Count for BusinessHours {
    fn due(&self, start: DateTime<Utc>, minutes: i64, zone: Tz) -> DateTime<Utc> {
        let mut left = TimeDelta::minutes(minutes.max(0));
        let mut day = start.with_timezone(&zone).date_naive();
        let mut pause = 0;
        loop {
            match on(self, day, zone) {
                Some((opens, closes)) => {
                    let from = opens.max(start);
                    let room = closes - from;
                    if room >= left && room > TimeDelta::zero() {
                        return from + left;
                    }
                    left -= room.max(TimeDelta::zero());
                    pause = 0;
                }
                None if pause == LONGEST_PAUSE => return start + TimeDelta::minutes(minutes.max(0)),
                None => pause += 1,
            }
            day = day + Days::new(1);
        }
    }

    fn left(&self, now: DateTime<Utc>, due: DateTime<Utc>, zone: Tz) -> i64 {
        let mut total = TimeDelta::zero();
        let mut day = now.with_timezone(&zone).date_naive();
        let last = due.with_timezone(&zone).date_naive();
        while day <= last {
            if let Some((opens, closes)) = on(self, day, zone) {
                total += (closes.min(due) - opens.max(now)).max(TimeDelta::zero());
            }
            day = day + Days::new(1);
        }
        total.num_minutes()
    }

    fn next_opening(&self, now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        let today = now.with_timezone(&zone).date_naive();
        let days = today.iter_days().take(LONGEST_PAUSE as usize);
        let opens = days.filter_map(|day| on(self, day, zone)).map(|(opens, _)| opens).find(|opens| *opens > now);
        opens.unwrap_or(now + TimeDelta::days(1))
    }
}

/// When `day` opens and closes, or `None` where it is closed all day.
fn on(hours: &BusinessHours, day: NaiveDate, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    if !hours.days.contains(&day.weekday()) || hours.holidays.contains(&day) {
        return None;
    }
    // An hour that a clock change repeats counts from its first to its second reading; one that it leaves out begins
    // when the clock has jumped.
    let at = |time: NaiveTime, last: bool| {
        let local = zone.from_local_datetime(&day.and_time(time));
        let local = if last { local.latest() } else { local.earliest() };
        let later = || zone.from_local_datetime(&(day.and_time(time) + TimeDelta::hours(1))).earliest();
        local.or_else(later).map(|at| at.with_timezone(&Utc))
    };
    let (opens, closes) = (at(hours.opens, false)?, at(hours.closes, true)?);
    (opens < closes).then_some((opens, closes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Weekday;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn due(start: DateTime<Utc>, minutes: i64, zone: Tz) -> DateTime<Utc> {
        BusinessHours::default().due(start, minutes, zone)
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn an_answer_is_due_after_business_hours_not_hours() {
        let berlin = chrono_tz::Europe::Berlin;
        // Monday 10:00 in Berlin, two days of eight hours: Wednesday 10:00.
        assert_eq!(due(at("2026-11-23T09:00:00Z"), 960, berlin), at("2026-11-25T09:00:00Z"));
        // Friday 16:00 with two hours: an hour on Friday, one on Monday.
        assert_eq!(due(at("2026-11-27T15:00:00Z"), 120, berlin), at("2026-11-30T09:00:00Z"));
        // Saturday counts from Monday nine o'clock.
        assert_eq!(due(at("2026-11-28T12:00:00Z"), 60, berlin), at("2026-11-30T09:00:00Z"));
        // Exactly the end of a day is that day's.
        assert_eq!(due(at("2026-11-23T08:00:00Z"), 480, berlin), at("2026-11-23T16:00:00Z"));
    }

    #[test]
    fn a_day_begins_when_the_tenant_opens_next() {
        let berlin = chrono_tz::Europe::Berlin;
        let next = |now| BusinessHours::default().next_opening(at(now), berlin);
        assert_eq!(next("2026-11-23T07:00:00Z"), at("2026-11-23T08:00:00Z"), "before nine: today");
        assert_eq!(next("2026-11-23T08:00:00Z"), at("2026-11-24T08:00:00Z"), "nine has begun: tomorrow");
        assert_eq!(next("2027-03-26T15:00:00Z"), at("2027-03-29T07:00:00Z"), "over a weekend and a clock change");
        let never = BusinessHours { days: Vec::new(), ..BusinessHours::default() };
        assert_eq!(never.next_opening(at("2026-11-23T07:00:00Z"), berlin), at("2026-11-24T07:00:00Z"));
    }

    #[test]
    fn a_clock_change_takes_nothing_away() {
        // Friday before the spring change in Berlin, 16:00, two hours: Monday 10:00, now UTC+2.
        assert_eq!(due(at("2027-03-26T15:00:00Z"), 120, chrono_tz::Europe::Berlin), at("2027-03-29T08:00:00Z"));
        let new_york = chrono_tz::America::New_York;
        assert_eq!(due(at("2026-10-30T20:00:00Z"), 120, new_york), at("2026-11-02T15:00:00Z"));
    }

    #[test]
    fn a_holiday_is_no_working_day_and_a_tenants_week_is_its_own() {
        let berlin = chrono_tz::Europe::Berlin;
        let christmas = ["2026-12-25", "2026-12-26", "2027-01-01"].map(|day| day.parse().unwrap());
        let hours = BusinessHours { holidays: christmas.into(), ..BusinessHours::default() };
        // Thursday 16:00 with two hours: an hour on Thursday, Friday is Christmas, one on Monday.
        assert_eq!(hours.due(at("2026-12-24T15:00:00Z"), 120, berlin), at("2026-12-28T09:00:00Z"));
        let sunday_to_thursday = BusinessHours {
            days: vec![Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu],
            opens: "08:00:00".parse().unwrap(),
            closes: "16:00:00".parse().unwrap(),
            holidays: BTreeSet::new(),
        };
        // Thursday 15:00 in Riyadh with two hours: an hour on Thursday, one on Sunday.
        let riyadh = chrono_tz::Asia::Riyadh;
        assert_eq!(sunday_to_thursday.due(at("2026-11-26T12:00:00Z"), 120, riyadh), at("2026-11-29T06:00:00Z"));
    }

    #[test]
    fn hours_at_night_go_through_a_clock_change() {
        let nights = BusinessHours {
            days: vec![Weekday::Sun],
            opens: "01:00:00".parse().unwrap(),
            closes: "05:00:00".parse().unwrap(),
            holidays: BTreeSet::new(),
        };
        let berlin = chrono_tz::Europe::Berlin;
        // In spring the night has three hours, in autumn five.
        let night =
            |day: &str| on(&nights, day.parse().unwrap(), berlin).map(|(opens, closes)| (closes - opens).num_hours());
        assert_eq!((night("2027-03-28"), night("2027-10-31")), (Some(3), Some(5)));
    }

    #[test]
    fn hours_that_never_open_owe_an_answer_all_the_same() {
        let never = BusinessHours { days: Vec::new(), ..BusinessHours::default() };
        let start = at("2026-11-23T09:00:00Z");
        assert_eq!(never.due(start, 90, chrono_tz::UTC), at("2026-11-23T10:30:00Z"));
    }

    proptest! {
        #[test]
        fn what_is_left_at_the_start_is_what_was_given(start in 0_i64..100_000_000, minutes in 1_i64..5_000) {
            let start = at("2025-01-01T00:00:00Z") + TimeDelta::seconds(start);
            for zone in [chrono_tz::Europe::Berlin, chrono_tz::America::New_York, chrono_tz::Asia::Kolkata] {
                prop_assert_eq!(BusinessHours::default().left(start, due(start, minutes, zone), zone), minutes);
            }
        }
    }
}
