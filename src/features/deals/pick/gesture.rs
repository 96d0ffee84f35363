//! A finger that rests on a row begins a selection with it.

use super::Pick;
use crate::ui::pressed;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How long a finger rests, in milliseconds.
const REST: u32 = 500;
/// How far it may move meanwhile, in pixels.
const SLACK: i32 = 10;

/// What a list does with pointers. The click that ends a long press is swallowed.
pub struct LongPress {
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerup: Callback<PointerEvent>,
    pub oncontextmenu: Callback<MouseEvent>,
    pub swallows: Rc<RefCell<bool>>,
}

struct Resting {
    at: (i32, i32),
    _waiting: Timeout,
}

/// Begins to select when a finger rests, where that is wanted.
#[hook]
pub fn use_long_press(wanted: bool, pick: Callback<Pick>) -> LongPress {
    let resting = use_mut_ref(|| None::<Resting>);
    let swallows = use_mut_ref(|| false);
    let (held, swallowed) = (resting.clone(), swallows.clone());
    let onpointerdown = Callback::from(move |event: PointerEvent| {
        *swallowed.borrow_mut() = false;
        let id = pressed(&event, "data-id").filter(|_| wanted && event.pointer_type() == "touch");
        let rests = id.map(|id| {
            let (pick, swallows) = (pick.clone(), swallowed.clone());
            let waiting = Timeout::new(REST, move || {
                *swallows.borrow_mut() = true;
                pick.emit(Pick::Picking(true));
                pick.emit(Pick::Turn(id));
            });
            Resting { at: (event.client_x(), event.client_y()), _waiting: waiting }
        });
        held.replace(rests);
    });
    let held = resting.clone();
    let onpointermove = Callback::from(move |event: PointerEvent| {
        let far = |from: &Resting| {
            (event.client_x() - from.at.0).abs() > SLACK || (event.client_y() - from.at.1).abs() > SLACK
        };
        if held.borrow().as_ref().is_some_and(far) {
            held.replace(None);
        }
    });
    let held = resting.clone();
    let onpointerup = Callback::from(move |_: PointerEvent| drop(held.replace(None)));
    // The browser's own menu would stand over what was just selected.
    let swallowed = swallows.clone();
    let oncontextmenu = Callback::from(move |event: MouseEvent| {
        if *swallowed.borrow() || resting.borrow().is_some() {
            event.prevent_default();
        }
    });
    LongPress { onpointerdown, onpointermove, onpointerup, oncontextmenu, swallows }
}
