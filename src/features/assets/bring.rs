//! Bringing a file piece by piece, checking it, and handing it to the browser.

use super::pieces::{Pieces, Unfit};
use crate::api::{Api, ApiError, VersionAt};
use crate::ui::save_file;
use gloo::utils::window;
use js_sys::Uint8Array;
use portico_contract::asset::AssetVersion;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::SubtleCrypto;
use yew::prelude::*;

/// How a download stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Phase {
    Idle,
    Going,
    /// It stopped, and can go on from there.
    Stopped(ApiError),
    Checking,
    Done,
    /// It is not the file that was published.
    Broken,
}

/// What is done with a file, whose turn it is, and who is told.
pub(super) struct Going {
    pub api: Api,
    pub at: VersionAt,
    pub version: Rc<AssetVersion>,
    pub pieces: Rc<RefCell<Pieces>>,
    pub turn: Rc<Cell<u32>>,
    pub mine: u32,
    pub tell: UseStateSetter<Phase>,
    pub moved: UseStateSetter<u64>,
}

impl Going {
    /// Whether nobody stopped it, nor began another.
    fn is_mine(&self) -> bool {
        self.turn.get() == self.mine
    }

    /// Brings the file, piece by piece, and says how it ended.
    pub async fn run(self) {
        let ended = self.ended().await;
        if self.is_mine() {
            self.tell.set(ended);
        }
    }

    async fn ended(&self) -> Phase {
        loop {
            let next = self.pieces.borrow().next();
            let Some((from, until)) = next else { break };
            let tag = self.pieces.borrow().tag().map(str::to_owned);
            match self.api.piece(&self.at, from, until, tag.as_deref()).await {
                _ if !self.is_mine() => return Phase::Idle,
                Err(error) => return Phase::Stopped(error),
                Ok(piece) => match self.pieces.borrow_mut().take(piece) {
                    Ok(()) => {}
                    Err(Unfit) => return Phase::Broken,
                },
            }
            self.moved.set(self.pieces.borrow().percent());
        }
        self.tell.set(Phase::Checking);
        let bytes = self.pieces.replace(Pieces::of(self.version.size)).into_bytes();
        let fits = digest(&bytes).await.is_some_and(|digest| digest == self.version.sha256);
        let done = fits && self.is_mine() && save_file(&bytes, &self.version.name).is_ok();
        if done { Phase::Done } else { Phase::Broken }
    }
}

/// What checks a file; none where the connection is not a safe one.
pub(super) fn subtle() -> Option<SubtleCrypto> {
    window().crypto().ok().map(|crypto| crypto.subtle()).filter(|subtle| !subtle.is_undefined())
}

/// SHA-256, in hexadecimal; none where the connection is not a safe one.
pub(super) async fn digest(bytes: &[u8]) -> Option<String> {
    let digest = subtle()?.digest_with_str_and_u8_array("SHA-256", bytes).ok()?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await.ok()?).to_vec();
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Some(digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect())
}
