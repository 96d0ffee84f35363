//! Dragging by pointer: a card follows the mouse at once, and a finger after it rested, so that a finger still scrolls.
//! What follows is a copy that no render knows of; the board hears of it only where it is dropped.

use super::below::{column_at, columns, scroll_at, target_at};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::{Interval, Timeout};
use gloo::utils::document;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

/// How far a mouse moves before a press is a drag, in pixels.
const SLACK: i32 = 6;
/// How long a finger rests before it drags, in milliseconds.
const REST: u32 = 350;
/// How often it scrolls, in milliseconds.
const TICK: u32 = 16;

/// A card that is pressed or follows.
struct Drag {
    id: AttrValue,
    from: String,
    card: HtmlElement,
    start: (i32, i32),
    at: (i32, i32),
    /// The copy that follows; none before it is a drag.
    ghost: Option<HtmlElement>,
    touch: bool,
    listening: Vec<EventListener>,
    resting: Option<Timeout>,
    scrolling: Option<Interval>,
}

#[derive(Clone)]
struct Held(Rc<RefCell<Option<Drag>>>);

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Held {
    type Target = RefCell<Option<Drag>>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// Where a card was dropped: its id and the column.
pub(super) type Dropped = (AttrValue, String);

/// Whether the click that follows belongs to a drag; the same cell as long as the board is there.
#[derive(Clone)]
pub(super) struct Swallows(pub Rc<RefCell<bool>>);

impl PartialEq for Swallows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a board does when it is pressed, and whether the click that follows belongs to a drag.
pub(super) struct Dragging {
    pub onpointerdown: Callback<PointerEvent>,
    pub swallows: Rc<RefCell<bool>>,
}

/// Lets cards with `data-moves` be dragged from column to column.
#[hook]
pub(super) fn use_drag(board: NodeRef, on_drop: Callback<Dropped>) -> Dragging {
    let held = Held(use_mut_ref(|| None));
    let swallows = use_mut_ref(|| false);
    // A board that is gone leaves no copy behind.
    let gone = held.clone();
    use_effect_with((), move |()| move || end(&gone));
    let onpointerdown = use_callback(
        (board, on_drop, held, swallows.clone()),
        |event: PointerEvent, (board, on_drop, held, swallows)| {
            *swallows.borrow_mut() = false;
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let Some(target) = target.filter(|_| event.button() == 0 && event.is_primary()) else { return };
            let on_button = target.closest("button").ok().flatten().is_some();
            let card =
                target.closest("[data-moves]").ok().flatten().and_then(|card| card.dyn_into::<HtmlElement>().ok());
            let Some(card) = card.filter(|_| !on_button) else { return };
            let (Some(id), Some(from)) = (card.get_attribute("data-id"), column_at(&card)) else { return };
            let at = (event.client_x(), event.client_y());
            let touch = event.pointer_type() == "touch";
            let drag = Drag {
                id: id.into(),
                from,
                card,
                start: at,
                at,
                ghost: None,
                touch,
                listening: Vec::new(),
                resting: None,
                scrolling: None,
            };
            held.replace(Some(drag));
            listen(board, on_drop, held, swallows);
        },
    );
    Dragging { onpointerdown, swallows }
}

fn listen(board: &NodeRef, on_drop: &Callback<Dropped>, held: &Held, swallows: &Rc<RefCell<bool>>) {
    let on = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(
            &document(),
            name,
            EventListenerOptions::enable_prevent_default(),
            move |event| act(event),
        )
    };
    let (drag, around) = (held.clone(), board.clone());
    let moves = on(
        "pointermove",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<PointerEvent>() {
                follow(&drag, &around, (event.client_x(), event.client_y()));
            }
        }),
    );
    let (drag, dropped, swallowed) = (held.clone(), on_drop.clone(), swallows.clone());
    let swallows = swallows.clone();
    let up = on(
        "pointerup",
        Box::new(move |_| {
            let found = drag
                .borrow()
                .as_ref()
                .filter(|drag| drag.ghost.is_some())
                .map(|drag| (drag.id.clone(), target_at(drag.at, &drag.from)));
            end(&drag);
            if let Some((id, to)) = found {
                *swallows.borrow_mut() = true;
                if let Some(to) = to {
                    dropped.emit((id, to));
                }
            }
        }),
    );
    let drag = held.clone();
    let cancel = on("pointercancel", Box::new(move |_| end(&drag)));
    let drag = held.clone();
    let escape = on(
        "keydown",
        Box::new(move |event| {
            let escapes = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            if escapes && drag.borrow().as_ref().is_some_and(|drag| drag.ghost.is_some()) {
                event.prevent_default();
                // The button of the mouse is still down, and the click that it makes is not meant.
                *swallowed.borrow_mut() = true;
                end(&drag);
            }
        }),
    );
    // While a finger drags, the page does not scroll with it, and no menu opens.
    let (drag, menu) = (held.clone(), held.clone());
    let held_still = move |drag: &Held, event: &Event| {
        if drag.borrow().as_ref().is_some_and(|drag| drag.ghost.is_some()) {
            event.prevent_default();
        }
    };
    let touch = on("touchmove", Box::new(move |event| held_still(&drag, event)));
    let menu = on("contextmenu", Box::new(move |event| held_still(&menu, event)));
    if let Some(drag) = held.borrow_mut().as_mut() {
        drag.listening = vec![moves, up, cancel, escape, touch, menu];
        if drag.touch {
            let (held, around) = (held.clone(), board.clone());
            drag.resting = Some(Timeout::new(REST, move || begin(&held, &around)));
        }
    }
}

/// The card begins to follow.
fn begin(held: &Held, board: &NodeRef) {
    let mut borrowed = held.borrow_mut();
    let Some(drag) = borrowed.as_mut().filter(|drag| drag.ghost.is_none()) else { return };
    let Some(around) = board.cast::<Element>() else { return };
    let Ok(ghost) =
        drag.card.clone_node_with_deep(true).and_then(|copy| copy.dyn_into::<HtmlElement>().map_err(Into::into))
    else {
        return;
    };
    let place = drag.card.get_bounding_client_rect();
    let style = ghost.style();
    let pixels = |size: f64| format!("{}px", js_sys::Math::round(size));
    for (name, value) in [
        ("position", "fixed".to_owned()),
        ("inset", format!("{} auto auto {}", pixels(place.top()), pixels(place.left()))),
        ("width", pixels(place.width())),
        ("margin", "0".to_owned()),
        ("z-index", "40".to_owned()),
        ("pointer-events", "none".to_owned()),
        ("box-shadow", "var(--shadow)".to_owned()),
        ("rotate", "1.5deg".to_owned()),
        ("background", "var(--surface)".to_owned()),
        ("animation", "none".to_owned()),
    ] {
        // Each is a property that there is.
        let _ = style.set_property(name, &value);
    }
    for (name, value) in [("aria-hidden", "true"), ("inert", "")] {
        let _ = ghost.set_attribute(name, value);
    }
    let _ = ghost.remove_attribute("data-id");
    // In the board, where its styles are; fixed, it is cut by nothing.
    let _ = around.append_child(&ghost);
    let _ = around.set_attribute("data-dragging", "");
    let _ = drag.card.set_attribute("data-dragged", "");
    drag.ghost = Some(ghost);
    let (scrolled, around) = (held.clone(), board.clone());
    drag.scrolling = Some(Interval::new(TICK, move || scroll(&scrolled, &around)));
}

fn follow(held: &Held, board: &NodeRef, at: (i32, i32)) {
    let far = |drag: &Drag| (at.0 - drag.start.0).abs() > SLACK || (at.1 - drag.start.1).abs() > SLACK;
    let (follows, far, touch) = match held.borrow_mut().as_mut() {
        Some(drag) => {
            drag.at = at;
            (drag.ghost.is_some(), far(drag), drag.touch)
        }
        None => return,
    };
    match (follows, far, touch) {
        (true, ..) => show(held),
        // A finger that moves before it rested scrolls.
        (false, true, true) => end(held),
        (false, true, false) => {
            begin(held, board);
            show(held);
        }
        (false, false, _) => {}
    }
}

/// Puts the copy where the pointer is, and marks the column below.
fn show(held: &Held) {
    let borrowed = held.borrow();
    let Some(drag) = borrowed.as_ref() else { return };
    let Some(ghost) = &drag.ghost else { return };
    let by = format!("{}px {}px", drag.at.0 - drag.start.0, drag.at.1 - drag.start.1);
    let _ = ghost.style().set_property("translate", &by);
    let to = target_at(drag.at, &drag.from);
    for column in columns() {
        let over = to.is_some() && column.get_attribute("data-column") == to;
        let _ = if over { column.set_attribute("data-over", "") } else { column.remove_attribute("data-over") };
    }
}

/// Scrolls what is below the pointer, while that is near an edge.
fn scroll(held: &Held, board: &NodeRef) {
    let at = held.borrow().as_ref().filter(|drag| drag.ghost.is_some()).map(|drag| drag.at);
    if let Some(at) = at {
        scroll_at(board, at);
        show(held);
    }
}

/// Nothing follows any more.
fn end(held: &Held) {
    let Some(drag) = held.borrow_mut().take() else { return };
    if let Some(ghost) = drag.ghost {
        ghost.remove();
    }
    let _ = drag.card.remove_attribute("data-dragged");
    for column in columns() {
        let _ = column.remove_attribute("data-over");
    }
    if let Ok(Some(board)) = document().query_selector("[data-dragging]") {
        let _ = board.remove_attribute("data-dragging");
    }
    // A listener cannot be dropped while it runs.
    let held = (drag.listening, drag.scrolling, drag.resting);
    Timeout::new(0, move || drop(held)).forget();
}
