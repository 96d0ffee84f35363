//! The time, as often as words about it change.

use crate::i18n::now;
use chrono::{DateTime, Utc};
use gloo::timers::callback::Interval;
use yew::prelude::*;

/// The time, renewed each minute.
#[hook]
pub fn use_minute() -> DateTime<Utc> {
    let minute = use_state(now);
    let set = minute.setter();
    use_effect_with((), move |()| {
        let ticking = Interval::new(60_000, move || set.set(now()));
        move || drop(ticking)
    });
    *minute
}
