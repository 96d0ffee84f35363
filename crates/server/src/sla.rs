//! When the vendor owes an answer: minutes counted in business hours, Monday to Friday from nine to five, in the
//! tenant's time zone. Days that a clock change makes shorter or longer still have their eight hours.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

const OPENS: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("a time of day");
const CLOSES: NaiveTime = NaiveTime::from_hms_opt(17, 0, 0).expect("a time of day");

/// The moment by which `minutes` of business hours have passed since `start`.
pub fn due(start: DateTime<Utc>, minutes: i64, zone: Tz) -> DateTime<Utc> {
    let mut left = TimeDelta::minutes(minutes.max(0));
    let mut day = start.with_timezone(&zone).date_naive();
    loop {
        if let Some((opens, closes)) = hours(day, zone) {
            let from = opens.max(start);
            let room = closes - from;
            if room >= left && room > TimeDelta::zero() {
                return from + left;
            }
            left -= room.max(TimeDelta::zero());
        }
        day = day + Days::new(1);
    }
}

/// Business minutes from `now` until `due`; 0 where that has passed.
pub fn left(now: DateTime<Utc>, due: DateTime<Utc>, zone: Tz) -> i64 {
    let mut total = TimeDelta::zero();
    let mut day = now.with_timezone(&zone).date_naive();
    let last = due.with_timezone(&zone).date_naive();
    while day <= last {
        if let Some((opens, closes)) = hours(day, zone) {
            total += (closes.min(due) - opens.max(now)).max(TimeDelta::zero());
        }
        day = day + Days::new(1);
    }
    total.num_minutes()
}

/// When `day` opens and closes, or `None` at a weekend.
fn hours(day: NaiveDate, zone: Tz) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    if matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        return None;
    }
    // No zone changes its clock between nine and five; where one ever did, the later reading is kept.
    let at = |time| zone.from_local_datetime(&day.and_time(time)).latest().map(|at| at.with_timezone(&Utc));
    Some((at(OPENS)?, at(CLOSES)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
    fn a_clock_change_takes_nothing_away() {
        // Friday before the spring change in Berlin, 16:00, two hours: Monday 10:00, now UTC+2.
        assert_eq!(due(at("2027-03-26T15:00:00Z"), 120, chrono_tz::Europe::Berlin), at("2027-03-29T08:00:00Z"));
        let new_york = chrono_tz::America::New_York;
        assert_eq!(due(at("2026-10-30T20:00:00Z"), 120, new_york), at("2026-11-02T15:00:00Z"));
    }

    proptest! {
        #[test]
        fn what_is_left_at_the_start_is_what_was_given(start in 0_i64..100_000_000, minutes in 1_i64..5_000) {
            let start = at("2025-01-01T00:00:00Z") + TimeDelta::seconds(start);
            for zone in [chrono_tz::Europe::Berlin, chrono_tz::America::New_York, chrono_tz::Asia::Kolkata] {
                prop_assert_eq!(left(start, due(start, minutes, zone), zone), minutes);
            }
        }
    }
}
