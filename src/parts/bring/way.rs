//! How one file is brought: in parts, and after a lost network from where it left off.

use crate::api::{Api, ApiError, Harbour};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use js_sys::{Promise, Uint8Array};
use portico_contract::problem::ProblemKind;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

/// How many files are on their way at once; the others wait for their turn.
const AT_ONCE: usize = 3;
/// How long a file waits before it looks whether it is its turn, in milliseconds.
const TURN: u32 = 200;
/// How long is waited before the network is tried again, at first and at most, in milliseconds.
const WAITS: (u32, u32) = (500, 8_000);

/// How far it came.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// So many bytes are there.
    Sent(u32),
    /// It goes on once there is a network.
    Waiting,
    /// All of it is there and taken, under this id.
    Taken(String),
    /// It is not taken.
    Refused(ApiError),
}

/// A file on its way; `alive` until nobody wants it any more.
pub(super) struct Bringing {
    pub api: Api,
    pub to: Harbour,
    /// How many bytes are sent at once: what a cut can cost, and how finely progress is told.
    pub part: u32,
    /// How many are on their way.
    pub going: Rc<Cell<usize>>,
    pub key: String,
    pub file: File,
    pub size: u32,
    pub alive: Rc<Cell<bool>>,
    /// The id that it was given, to be thrown away by.
    pub id: Rc<RefCell<Option<String>>>,
}

impl Bringing {
    /// Brings it, and tells each step.
    pub(super) async fn run(self, tell: impl Fn(Step)) {
        while self.alive.get() && self.going.get() >= AT_ONCE {
            network(TURN).await;
        }
        self.going.set(self.going.get() + 1);
        let brought = self.all(&tell).await;
        self.going.set(self.going.get().saturating_sub(1));
        match brought {
            Ok(Some(id)) => tell(Step::Taken(id)),
            Err(error) if self.alive.get() => tell(Step::Refused(error)),
            Ok(None) | Err(_) => {}
        }
        if !self.alive.get()
            && let Some(id) = self.id.take()
        {
            // What could not be thrown away now goes by itself after a day.
            let _ = self.api.give_up(&self.to, &id).await;
        }
    }

    /// The id of the file, once it is taken; none where nobody wants it any more.
    async fn all(&self, tell: &impl Fn(Step)) -> Result<Option<String>, ApiError> {
        let mut wait = WAITS.0;
        let mut later = async || {
            tell(Step::Waiting);
            network(wait).await;
            wait = (wait * 2).min(WAITS.1);
        };
        let id = loop {
            match self.api.begin_upload(&self.to, &self.key, &self.file.name(), self.size).await {
                Ok(id) => break id,
                Err(error) if error.may_pass() && self.alive.get() => later().await,
                Err(error) => return Err(error),
            }
        };
        *self.id.borrow_mut() = Some(id.clone());
        let mut at = 0;
        while self.alive.get() {
            let part = self.part(at).await?;
            // Also without a byte: where all are there and the answer was lost, the file is looked at again.
            match self.api.append(&self.to, &id, at, part).await {
                Ok(now) if now >= self.size => return Ok(Some(id)),
                Ok(now) => at = now,
                Err(error) if error.may_pass() || error.kind() == Some(ProblemKind::Offset) => {
                    later().await;
                    match self.api.received(&self.to, &id).await {
                        Ok(there) => at = there,
                        Err(error) if error.may_pass() => continue,
                        Err(error) => return Err(error),
                    }
                }
                Err(error) => return Err(error),
            }
            tell(Step::Sent(at));
        }
        Ok(None)
    }

    async fn part(&self, from: u32) -> Result<Vec<u8>, ApiError> {
        let to = self.size.min(from.saturating_add(self.part));
        // A file that was taken away or written anew meanwhile cannot be read.
        let unread = |_: JsValue| ApiError::Unreadable;
        let part: Blob = self.file.slice_with_f64_and_f64(from.into(), to.into()).map_err(unread)?;
        let bytes = JsFuture::from(part.array_buffer()).await.map_err(unread)?;
        Ok(Uint8Array::new(&bytes).to_vec())
    }
}

/// Waits until the browser says that there is a network, or so long.
async fn network(wait: u32) {
    let mut listener = None;
    let promise = Promise::new(&mut |resolve, _| {
        let done = Rc::new(resolve);
        let again = done.clone();
        // A promise that is kept is kept once.
        Timeout::new(wait, move || drop(again.call0(&JsValue::NULL))).forget();
        let options = EventListenerOptions::default();
        listener = Some(EventListener::new_with_options(&window(), "online", options, move |_| {
            drop(done.call0(&JsValue::NULL));
        }));
    });
    // It is never refused.
    let _ = JsFuture::from(promise).await;
    drop(listener);
}
