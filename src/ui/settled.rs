//! A value that is followed once it stands still: what is asked while somebody types is asked when they pause.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What `value` was when it last stood still for `pause` milliseconds; at first what it is.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: T, pause: u32) -> T {
    let settled = use_state_eq(|| value.clone());
    let set = settled.setter();
    use_effect_with(value, move |value| {
        let value = value.clone();
        let waiting = Timeout::new(pause, move || set.set(value));
        move || drop(waiting)
    });
    (*settled).clone()
}
