//! One connection for all tabs: whoever holds the browser's lock reads the stream and tells the others.
//!
//! Considered: a SharedWorker would hold the connection apart from any tab, but needs a script of its own and is
//! missing on most phones; Web Locks and `BroadcastChannel` are everywhere that `WebAssembly` is.

use super::{News, Order, Stream};
use crate::api::{Api, Signal, lean};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Function, Object, Promise, Reflect};
use portico_contract::event::Event;
use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortController, BroadcastChannel, MessageEvent, VisibilityState};
use yew::Callback;

/// Longest pause before a refused stream is tried again, in milliseconds.
const LONGEST_PAUSE: u32 = 30_000;

/// What the tab is told.
pub(super) enum Heard {
    Stream(Stream),
    News(News),
    /// The PRM refuses the stream.
    Refused,
}

/// A tab's part in the stream. Dropping it leaves.
pub(super) struct Share(Rc<Tab>);

struct Tab {
    api: Api,
    heard: Callback<Heard>,
    channel: Option<BroadcastChannel>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    order: Order,
    leads: bool,
    stream: Stream,
    source: Option<Box<dyn Any>>,
    retry: Option<Timeout>,
    refusals: u32,
    /// Gives the lock back.
    release: Option<Function>,
    /// Takes the request for the lock back.
    abort: Option<AbortController>,
    granted: Option<Closure<dyn FnMut(JsValue) -> Promise>>,
    listeners: Vec<EventListener>,
}

impl Share {
    pub(super) fn join(api: Api, account: &str, position: Option<&str>, heard: Callback<Heard>) -> Self {
        let name = format!("portico-live-{account}");
        let state = State { order: Order::from(position), ..State::default() };
        let tab = Rc::new(Tab { api, heard, channel: BroadcastChannel::new(&name).ok(), state: RefCell::new(state) });
        tab.listen();
        tab.tell_others("h", "");
        if !tab.ask_for_lock(&name) {
            // Without locks (a page that is not secure) every tab reads for itself.
            tab.lead();
        }
        Self(tab)
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut state = self.0.state.take();
        if let Some(abort) = state.abort.take() {
            abort.abort();
        }
        if let Some(release) = state.release.take() {
            // Resolving a promise does not fail.
            let _ = release.call0(&JsValue::NULL);
        }
        if let Some(channel) = &self.0.channel {
            channel.close();
        }
    }
}

impl Tab {
    fn listen(self: &Rc<Self>) {
        let mut listeners = Vec::new();
        let mut on = |target: &web_sys::EventTarget, name: &'static str, act: fn(&Rc<Self>, &web_sys::Event)| {
            let tab = Rc::downgrade(self);
            let heard = move |event: &web_sys::Event| {
                if let Some(tab) = Weak::upgrade(&tab) {
                    act(&tab, event);
                }
            };
            listeners.push(EventListener::new(target, name, heard));
        };
        if let Some(channel) = &self.channel {
            on(channel, "message", |tab, event| {
                let said = event.dyn_ref::<MessageEvent>().and_then(|message| message.data().as_string());
                if let Some(said) = said {
                    tab.hear_tab(&said);
                }
            });
        }
        on(&window(), "online", |tab, _| tab.hurry());
        on(&document(), "visibilitychange", |tab, _| {
            if document().visibility_state() == VisibilityState::Visible {
                tab.hurry();
            }
        });
        self.state.borrow_mut().listeners = listeners;
    }

    /// Asks for the lock; false where the browser has none. Whoever gets it leads until the tab is left.
    fn ask_for_lock(self: &Rc<Self>, name: &str) -> bool {
        let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
        let Ok(request) = Reflect::get(&locks, &"request".into()).unwrap_or_default().dyn_into::<Function>() else {
            return false;
        };
        let tab = Rc::downgrade(self);
        let granted = Closure::new(move |_: JsValue| {
            let mut release = None;
            // The lock is held until this promise is resolved.
            let held = Promise::new(&mut |resolve, _| release = Some(resolve));
            match (Weak::upgrade(&tab), release) {
                (Some(tab), release @ Some(_)) => {
                    tab.state.borrow_mut().release = release;
                    tab.lead();
                    held
                }
                _ => Promise::resolve(&JsValue::NULL),
            }
        });
        let options = Object::new();
        let abort = AbortController::new().ok();
        if let Some(abort) = &abort {
            // A plain object takes every property.
            let _ = Reflect::set(&options, &"signal".into(), &abort.signal());
        }
        let asked = request.call3(&locks, &name.into(), &options, granted.as_ref());
        if let Ok(promise) = asked.and_then(JsCast::dyn_into::<Promise>) {
            // A request that is taken back is rejected, which is no error.
            wasm_bindgen_futures::spawn_local(async move {
                let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
            });
        } else {
            return false;
        }
        let mut state = self.state.borrow_mut();
        (state.abort, state.granted) = (abort, Some(granted));
        true
    }

    fn lead(self: &Rc<Self>) {
        let position = {
            let mut state = self.state.borrow_mut();
            state.leads = true;
            state.order.position().unwrap_or_default().to_owned()
        };
        self.tell_others("l", &position);
        self.connect();
    }

    fn connect(self: &Rc<Self>) {
        let tab = Rc::downgrade(self);
        let tell = Callback::from(move |signal| {
            if let Some(tab) = Weak::upgrade(&tab) {
                tab.hear_source(signal);
            }
        });
        let position = {
            let mut state = self.state.borrow_mut();
            (state.source, state.retry) = (None, None);
            state.order.position().map(str::to_owned)
        };
        let source = self.api.open(position.as_deref(), tell);
        self.state.borrow_mut().source = Some(source);
    }

    /// Connects at once where it would be waited for.
    fn hurry(self: &Rc<Self>) {
        let waits = {
            let state = self.state.borrow();
            state.leads && state.retry.is_some()
        };
        if waits {
            self.connect();
        }
    }

    /// What the connection says, to the tab that holds it.
    fn hear_source(self: &Rc<Self>, signal: Signal) {
        match signal {
            Signal::Open => {
                self.state.borrow_mut().refusals = 0;
                self.tell_others("o", "");
                self.set_stream(Stream::Open);
            }
            Signal::Cut { for_good } => {
                self.tell_others("c", "");
                self.set_stream(Stream::Cut);
                if for_good {
                    self.heard.emit(Heard::Refused);
                    self.try_later();
                }
            }
            Signal::Event(event, text) => {
                let news = self.state.borrow_mut().order.advance(&event.id);
                if news {
                    self.tell_others("e", &text);
                    self.heard.emit(Heard::News(News::Event(event)));
                }
            }
            Signal::Reset(position) => {
                self.tell_others("r", &position);
                self.reset(&position);
            }
        }
    }

    /// What another tab says.
    fn hear_tab(self: &Rc<Self>, said: &str) {
        let (kind, rest) = said.split_at(said.len().min(1));
        match kind {
            "o" => self.set_stream(Stream::Open),
            "c" => self.set_stream(Stream::Cut),
            "e" => {
                let Ok(event) = lean::read::<Event>(rest) else { return };
                let news = self.state.borrow_mut().order.advance(&event.id);
                if news {
                    self.heard.emit(Heard::News(News::Event(Rc::new(event))));
                }
            }
            "r" => self.reset(rest),
            // Somebody leads from a later event on than this tab has heard of: what is between was missed.
            "l" if self.is_behind(rest) => self.reset(rest),
            "h" => {
                let (leads, stream) = {
                    let state = self.state.borrow();
                    (state.leads, state.stream)
                };
                if leads {
                    self.tell_others(if stream == Stream::Open { "o" } else { "c" }, "");
                }
            }
            _ => {}
        }
    }

    fn is_behind(&self, position: &str) -> bool {
        let theirs: Option<u64> = position.parse().ok();
        matches!((theirs, self.state.borrow().order.last), (Some(theirs), Some(mine)) if theirs > mine)
    }

    fn reset(&self, position: &str) {
        self.state.borrow_mut().order = Order::from(Some(position));
        self.heard.emit(Heard::News(News::Reset));
    }

    fn set_stream(&self, stream: Stream) {
        self.state.borrow_mut().stream = stream;
        self.heard.emit(Heard::Stream(stream));
    }

    fn try_later(self: &Rc<Self>) {
        let tab = Rc::downgrade(self);
        let mut state = self.state.borrow_mut();
        let pause = (1_000_u32 << state.refusals.min(5)).min(LONGEST_PAUSE);
        state.refusals += 1;
        state.retry = Some(Timeout::new(pause, move || {
            if let Some(tab) = Weak::upgrade(&tab) {
                tab.connect();
            }
        }));
    }

    fn tell_others(&self, kind: &str, rest: &str) {
        if let Some(channel) = &self.channel {
            // A text can always be posted while the channel is open.
            let _ = channel.post_message(&format!("{kind}{rest}").into());
        }
    }
}
