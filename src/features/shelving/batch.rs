//! Files that become assets: what is said of each, and how far it has come. What is typed stays on the device until it is
//! in the library.

use super::draft::Draft;
use crate::api::{Api, ApiError, new_key};
use crate::session::device;
use crate::ui::Typed;
use portico_contract::asset::change::{NewAsset, SameContent};
use portico_contract::asset::{Asset, AssetCommand, Standing};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::Reducible;

/// Under which name what is not in the library yet lies on the device.
const KEPT: &str = "shelving";

/// What becomes of a file.
#[derive(Clone, PartialEq)]
pub(super) struct Entry {
    pub draft: Rc<Draft>,
    /// Assets that have the same content already.
    pub same: Rc<[SameContent]>,
    pub saved: Option<Rc<Asset>>,
    /// Why it was not saved.
    pub failed: Option<ApiError>,
    /// By which it was sent, as long as nothing else is said: what was not answered is sent again as it was.
    pub key: Option<String>,
}

impl Entry {
    fn of(draft: Draft) -> Self {
        Self { draft: Rc::new(draft), same: [].into(), saved: None, failed: None, key: None }
    }

    fn say(&mut self, draft: Draft) {
        self.draft = Rc::new(draft);
        self.failed = None;
        self.key = None;
    }
}

/// All of them, by the places of their files.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Batch {
    pub entries: BTreeMap<u32, Entry>,
    /// What was said before something was said of many at once.
    before: BTreeMap<u32, Rc<Draft>>,
}

/// What happens to them.
pub(super) enum Change {
    /// These files are there: place and name. What is said of a new one is what its name tells.
    Files(Vec<(u32, String)>, String),
    /// A field holds something else.
    Type(u32, String, Typed),
    /// Something else is said of these.
    Say(Vec<(u32, Draft)>),
    /// A table says something else of these; that can be taken back.
    Fill(Vec<(u32, Draft)>),
    /// What is said of one is said of all others.
    Like(u32),
    /// And is not.
    Unlike,
    Same(u32, Vec<SameContent>),
    /// It is sent by this key.
    Send(u32, String),
    Done(u32, Result<Rc<Asset>, ApiError>),
}

impl Batch {
    /// Whether something was said of many at once, and that can be taken back.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Keeps what is said now, to be taken back to.
    fn remember(&mut self) {
        self.before = self.entries.iter().map(|(place, entry)| (*place, entry.draft.clone())).collect();
    }
}

impl Reducible for Batch {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut batch = (*self).clone();
        match change {
            Change::Files(files, language) => {
                batch.entries.retain(|place, _| files.iter().any(|(known, _)| known == place));
                for (place, name) in files {
                    batch.entries.entry(place).or_insert_with(|| Entry::of(Draft::of_file(&name, &language)));
                }
            }
            Change::Type(place, name, value) => {
                if let Some(entry) = batch.entries.get_mut(&place) {
                    entry.say(entry.draft.with(&name, value));
                }
            }
            Change::Say(said) => {
                for (place, draft) in said {
                    match batch.entries.get_mut(&place) {
                        Some(entry) => entry.say(draft),
                        None => drop(batch.entries.insert(place, Entry::of(draft))),
                    }
                }
            }
            Change::Fill(said) => {
                batch.remember();
                return Rc::new(batch).reduce(Change::Say(said));
            }
            Change::Like(place) => {
                let Some(model) = batch.entries.get(&place).map(|entry| entry.draft.clone()) else { return self };
                batch.remember();
                let others =
                    batch.entries.iter_mut().filter(|(other, entry)| **other != place && entry.saved.is_none());
                others.for_each(|(_, entry)| entry.say(entry.draft.like(&model)));
            }
            Change::Unlike => {
                for (place, draft) in std::mem::take(&mut batch.before) {
                    if let Some(entry) = batch.entries.get_mut(&place).filter(|entry| entry.saved.is_none()) {
                        entry.say((*draft).clone());
                    }
                }
            }
            Change::Same(place, same) => {
                if let Some(entry) = batch.entries.get_mut(&place) {
                    entry.same = same.into();
                }
            }
            Change::Send(place, key) => {
                if let Some(entry) = batch.entries.get_mut(&place) {
                    entry.key = Some(key);
                }
            }
            Change::Done(place, done) => {
                if let Some(entry) = batch.entries.get_mut(&place) {
                    match done {
                        Ok(asset) => (entry.saved, entry.failed) = (Some(asset), None),
                        Err(error) => entry.failed = Some(error),
                    }
                }
            }
        }
        Rc::new(batch)
    }
}

/// An upload that is whole and in no asset yet, as it lies on the device.
#[derive(Serialize, Deserialize)]
pub(super) struct Kept {
    pub upload: String,
    pub name: String,
    pub size: u32,
    pub draft: Draft,
}

/// What was kept for an account.
pub(super) fn find(account: &str) -> Vec<Kept> {
    device::find(account, KEPT).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// What is not in the library yet, as it lies on the device; none where all is.
pub(super) fn written(kept: &[Kept]) -> Option<String> {
    serde_json::to_string(kept).ok().filter(|_| !kept.is_empty())
}

/// Keeps that for an account.
pub(super) fn keep(account: &str, kept: Option<&str>) {
    match kept {
        Some(text) => device::keep(account, KEPT, text),
        None => device::forget(account, KEPT),
    }
}

/// What is to become of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// Drafts, to go on with later.
    Draft,
    /// Drafts that somebody is asked to publish.
    Propose,
    /// Partners find them.
    Publish,
}

impl Aim {
    /// Whether something is left to do for it.
    pub fn wants(self, entry: &Entry) -> bool {
        let half = |asset: &Rc<Asset>| self == Self::Propose && asset.standing == Standing::Draft;
        entry.saved.as_ref().is_none_or(half)
    }
}

/// A file that is ready to become an asset.
pub(super) struct Ready {
    place: u32,
    new: NewAsset,
    key: String,
    saved: Option<Rc<Asset>>,
}

impl Ready {
    pub fn of(place: u32, entry: &Entry, upload: String, aim: Aim) -> Self {
        let new = NewAsset { content: entry.draft.content().0, upload, publish: aim == Aim::Publish };
        Self { place, new, key: entry.key.clone().unwrap_or_else(new_key), saved: entry.saved.clone() }
    }
}

/// Makes assets of files, one after the other; without a network it ends, and can be begun again.
pub(super) async fn send(api: Api, files: Vec<Ready>, aim: Aim, tell: impl Fn(Change)) {
    for Ready { place, new, key, saved } in files {
        let added = match saved {
            Some(asset) => Ok(asset),
            None => {
                let answer = api.add_asset(&key, &new);
                tell(Change::Send(place, key));
                answer.await.map(Rc::new)
            }
        };
        let done = match added {
            Ok(asset) if aim == Aim::Propose => {
                let proposed = api.order_asset(&asset.id, &new_key(), AssetCommand::Propose).await.map(Rc::new);
                // What was added stays, whatever becomes of the question.
                tell(Change::Done(place, Ok(asset)));
                proposed
            }
            added => added,
        };
        let offline = matches!(&done, Err(ApiError::Offline));
        tell(Change::Done(place, done));
        if offline {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Typed {
        Typed::Text(text.to_owned())
    }

    fn after(batch: Batch, changes: Vec<Change>) -> Batch {
        (*changes.into_iter().fold(Rc::new(batch), Reducible::reduce)).clone()
    }

    fn two() -> Batch {
        let files = vec![(0, "a price.pdf".to_owned()), (1, "b.mp4".to_owned())];
        after(Batch::default(), vec![Change::Files(files, "de".to_owned())])
    }

    #[test]
    fn what_is_said_of_one_is_said_of_all_and_taken_back() {
        let tick = Change::Type(0, "tiers=Gold".to_owned(), Typed::Tick(true));
        let like = after(two(), vec![tick, Change::Like(0)]);
        assert_eq!(like.entries[&1].draft.said.audience.tiers, ["Gold"]);
        assert_eq!(like.entries[&1].draft.said.title, "B");
        assert!(like.can_undo());
        let back = after(like, vec![Change::Unlike]);
        assert!(back.entries[&1].draft.said.audience.tiers.is_empty() && !back.can_undo());
    }

    #[test]
    fn what_is_said_otherwise_is_another_request() {
        let sent = after(two(), vec![Change::Send(0, "k0".to_owned()), Change::Send(1, "k1".to_owned())]);
        let typed = after(sent, vec![Change::Type(0, "title".to_owned(), text("New"))]);
        assert_eq!((typed.entries[&0].key.as_deref(), typed.entries[&1].key.as_deref()), (None, Some("k1")));
    }

    #[test]
    fn a_file_that_is_removed_takes_its_words_along() {
        let left = after(two(), vec![Change::Files(vec![(1, "b.mp4".to_owned())], "de".to_owned())]);
        assert_eq!(left.entries.keys().copied().collect::<Vec<_>>(), [1]);
    }
}
