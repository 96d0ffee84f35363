//! The files of a message that is being written.

use super::bring::{Bringing, Step};
use crate::api::{ApiError, new_key, use_api};
use portico_contract::attachment::{MAX_FILES, MAX_SIZE, clean_name, promised};
use portico_contract::problem::{Problem, ProblemKind};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, FileList};
use yew::prelude::*;

/// A file, and how far it has come.
#[derive(Clone, PartialEq)]
pub(super) struct Item {
    pub place: u32,
    pub name: String,
    pub size: u32,
    pub sent: u32,
    pub state: State,
    file: File,
    alive: Rc<Cell<bool>>,
    id: Rc<RefCell<Option<String>>>,
}

/// How it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum State {
    Going,
    Waiting,
    Taken(String),
    Refused(Why),
}

/// Why a file does not go with the message.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Why {
    Empty,
    Many,
    Told(ApiError),
}

impl Why {
    fn of(kind: ProblemKind) -> Self {
        Self::Told(ApiError::Refused(Box::new(Problem::new(kind))))
    }
}

/// All of them.
#[derive(Default, PartialEq)]
pub(super) struct All {
    pub items: Vec<Item>,
    next: u32,
}

/// What becomes of them.
pub(super) enum Change {
    Add(Vec<Item>),
    Step(u32, Step),
    Remove(u32),
    Again(u32, Item),
    Clear,
}

impl Reducible for All {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut items = self.items.clone();
        let mut next = self.next;
        match change {
            Change::Add(more) => {
                next += u32::try_from(more.len()).unwrap_or_default();
                items.extend(more);
            }
            Change::Step(place, step) => {
                for item in items.iter_mut().filter(|item| item.place == place) {
                    (item.sent, item.state) = match &step {
                        Step::Sent(sent) => (*sent, State::Going),
                        Step::Waiting => (item.sent, State::Waiting),
                        Step::Taken(id) => (item.size, State::Taken(id.clone())),
                        Step::Refused(error) => (item.sent, State::Refused(Why::Told(error.clone()))),
                    };
                }
            }
            Change::Remove(place) => items.retain(|item| item.place != place),
            Change::Again(place, anew) => {
                items.iter_mut().filter(|item| item.place == place).for_each(|item| *item = anew.clone());
            }
            Change::Clear => items.clear(),
        }
        Rc::new(Self { items, next })
    }
}

/// The files of a message, and what can be done with them.
#[derive(Clone, PartialEq)]
pub(in super::super) struct Files {
    pub(super) all: UseReducerHandle<All>,
    pub(super) add: Callback<Vec<File>>,
    pub(super) remove: Callback<u32>,
    pub(super) again: Callback<u32>,
}

impl Files {
    /// The ids of those that are taken, in order.
    pub(in super::super) fn ids(&self) -> Vec<String> {
        let taken = |item: &Item| match &item.state {
            State::Taken(id) => Some(id.clone()),
            _ => None,
        };
        self.all.items.iter().filter_map(taken).collect()
    }

    /// Whether some are still on their way.
    pub(in super::super) fn are_going(&self) -> bool {
        self.all.items.iter().any(|item| matches!(item.state, State::Going | State::Waiting))
    }

    /// Whether one stands there that does not go with the message.
    pub(in super::super) fn has_refused(&self) -> bool {
        self.all.items.iter().any(|item| matches!(item.state, State::Refused(_)))
    }

    /// Takes what was chosen, dropped or pasted; whether there was any.
    pub(in super::super) fn take(&self, list: Option<FileList>) -> bool {
        let files: Vec<File> = list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect();
        let some = !files.is_empty();
        if some {
            self.add.emit(files);
        }
        some
    }

    /// Forgets them, once they hang on what was written.
    pub(in super::super) fn clear(&self) {
        self.all.dispatch(Change::Clear);
    }
}

/// What can be known before a byte is sent.
fn judged(name: &str, size: f64, place: usize) -> Result<u32, Why> {
    if place >= MAX_FILES as usize {
        return Err(Why::Many);
    }
    if promised(name).is_none() {
        return Err(Why::of(ProblemKind::FileKind));
    }
    if size > f64::from(MAX_SIZE) {
        return Err(Why::of(ProblemKind::TooLarge));
    }
    // A whole number from 0 to the limit.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let size = size as u32;
    if size == 0 { Err(Why::Empty) } else { Ok(size) }
}

/// The files of a message in a deal. What is still on its way when the form goes is given up.
#[hook]
pub(in super::super) fn use_files(deal: AttrValue) -> Files {
    let (api, all) = (use_api(), use_reducer(All::default));
    let set = all.dispatcher();
    let begin = use_callback((api.clone(), deal, set.clone()), |item: Item, (api, deal, set)| {
        let bringing = Bringing {
            api: api.clone(),
            deal: deal.to_string(),
            key: new_key(),
            file: item.file.clone(),
            size: item.size,
            alive: item.alive.clone(),
            id: item.id.clone(),
        };
        let (set, place) = (set.clone(), item.place);
        spawn_local(bringing.run(move |step| set.dispatch(Change::Step(place, step))));
    });
    let (known, next) = (all.items.len(), all.next);
    let add = use_callback((known, next, begin.clone(), set.clone()), |files: Vec<File>, (known, next, begin, set)| {
        let made: Vec<Item> =
            files.into_iter().zip(0..).map(|(file, nth)| made(file, next + nth, known + nth as usize)).collect();
        set.dispatch(Change::Add(made.clone()));
        made.into_iter().filter(|item| item.state == State::Going).for_each(|item| begin.emit(item));
    });
    let items = all.items.clone();
    let remove = use_callback((items.clone(), api, set.clone()), |place: u32, (items, api, set)| {
        if let Some(item) = items.iter().find(|item| item.place == place) {
            item.alive.set(false);
            // One that is on its way gives itself up.
            if matches!(item.state, State::Taken(_))
                && let Some(id) = item.id.take()
            {
                let gone = api.give_up(&id);
                spawn_local(async move { drop(gone.await) });
            }
        }
        set.dispatch(Change::Remove(place));
    });
    let again = use_callback((items, begin, set), |place: u32, (items, begin, set)| {
        if let Some(at) = items.iter().position(|item| item.place == place) {
            let anew = made(items[at].file.clone(), place, at);
            set.dispatch(Change::Again(place, anew.clone()));
            if anew.state == State::Going {
                begin.emit(anew);
            }
        }
    });
    let latest = use_mut_ref(Vec::new);
    latest.borrow_mut().clone_from(&all.items);
    use_effect_with((), move |()| move || latest.borrow().iter().for_each(|item: &Item| item.alive.set(false)));
    Files { all, add, remove, again }
}

fn made(file: File, place: u32, nth: usize) -> Item {
    let name = clean_name(&file.name());
    let (size, state) = match judged(&name, file.size(), nth) {
        Ok(size) => (size, State::Going),
        Err(why) => (0, State::Refused(why)),
    };
    Item { place, name, size, sent: 0, state, file, alive: Rc::new(Cell::new(true)), id: Rc::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_known_is_told_before_a_byte_is_sent() {
        assert_eq!(judged("plan.pdf", 10.0, 0), Ok(10));
        assert_eq!(judged("plan.exe", 10.0, 0), Err(Why::of(ProblemKind::FileKind)));
        assert_eq!(judged("plan.pdf", 26_214_401.0, 0), Err(Why::of(ProblemKind::TooLarge)));
        assert_eq!(judged("plan.pdf", 0.0, 0), Err(Why::Empty));
        assert_eq!(judged("plan.pdf", 10.0, 10), Err(Why::Many));
    }
}
