//! Files that are dragged onto a form, or pasted into it.

use super::files::listed;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, Event, File};
use yew::prelude::{Callback, DragEvent, hook, use_callback, use_state};

/// Whether something is held over the form, and what the form listens with.
pub struct Dropping {
    pub over: bool,
    pub on_over: Callback<DragEvent>,
    pub on_leave: Callback<DragEvent>,
    pub on_drop: Callback<DragEvent>,
    pub on_paste: Callback<Event>,
}

/// Takes files where `can` says that they are taken.
#[hook]
pub fn use_dropping(add: Callback<Vec<File>>, can: bool) -> Dropping {
    let over = use_state(|| false);
    let on_over = use_callback((over.setter(), can), |event: DragEvent, (over, can)| {
        let holds_files = |held: &DataTransfer| held.types().includes(&"Files".into(), 0);
        if *can && event.data_transfer().as_ref().is_some_and(holds_files) {
            event.prevent_default();
            over.set(true);
        }
    });
    let on_leave = use_callback(over.setter(), |_: DragEvent, over| over.set(false));
    let on_drop = use_callback((over.setter(), add.clone(), can), |event: DragEvent, (over, add, can)| {
        let held = event.data_transfer().filter(|_| *can);
        let files = listed(held.and_then(|held| held.files()));
        if !files.is_empty() {
            event.prevent_default();
            add.emit(files);
        }
        over.set(false);
    });
    let on_paste = use_callback((add, can), |event: Event, (add, can)| {
        let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data).filter(|_| *can);
        // A text that is pasted is the field's; a picture has no text.
        let files = listed(pasted.and_then(|pasted| pasted.files()));
        if !files.is_empty() {
            event.prevent_default();
            add.emit(files);
        }
    });
    Dropping { over: *over, on_over, on_leave, on_drop, on_paste }
}
