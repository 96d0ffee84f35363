//! The browser's `EventSource`. It connects again by itself after a cut, and says with which event it left off.

use crate::api::{Signal, lean};
use gloo::events::EventListener;
use portico_contract::event::{Event, EventKind};
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{EventSource, MessageEvent};
use yew::Callback;

/// An open stream. Dropping it closes the connection.
struct Stream {
    source: EventSource,
    _listeners: Vec<EventListener>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.source.close();
    }
}

pub(super) fn open(url: &str, tell: &Callback<Signal>) -> Box<dyn Any> {
    let Ok(source) = EventSource::new(url) else {
        tell.emit(Signal::Cut { for_good: true });
        return Box::new(());
    };
    let mut listeners = Vec::with_capacity(EventKind::ALL.len() + 3);
    let mut listen = |name: &'static str, heard: Box<dyn Fn(&web_sys::Event)>| {
        listeners.push(EventListener::new(&source, name, move |event| heard(event)));
    };
    let on = tell.clone();
    listen("open", Box::new(move |_| on.emit(Signal::Open)));
    let (on, at) = (tell.clone(), source.clone());
    listen("error", Box::new(move |_| on.emit(Signal::Cut { for_good: at.ready_state() == EventSource::CLOSED })));
    let on = tell.clone();
    let reset = move |event: &web_sys::Event| {
        let position = event.dyn_ref::<MessageEvent>().map(MessageEvent::last_event_id).unwrap_or_default();
        on.emit(Signal::Reset(position));
    };
    listen("reset", Box::new(reset));
    for kind in EventKind::ALL {
        let on = tell.clone();
        let heard = move |event: &web_sys::Event| {
            let data = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
            // What a newer server says in another form is left to the next fetch.
            let Some(data) = data else { return };
            if let Ok(event) = lean::read::<Event>(&data) {
                on.emit(Signal::Event(Rc::new(event), data.into()));
            }
        };
        listen(kind.name(), Box::new(heard));
    }
    Box::new(Stream { source, _listeners: listeners })
}
