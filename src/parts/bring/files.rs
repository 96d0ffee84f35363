//! Files that are being brought: those of a message, or for the library.

use super::limits::{Limits, Why, judged};
use super::way::{Bringing, Step};
use crate::api::{ApiError, Harbour, new_key, use_api};
use crate::ui::pressed;
use portico_contract::attachment::clean_name;
use portico_contract::problem::{Problem, ProblemKind};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, File, FileList, HtmlInputElement};
use yew::prelude::*;

/// A file, and how far it has come.
#[derive(Clone, PartialEq)]
pub struct Item {
    pub place: u32,
    pub name: String,
    pub size: u32,
    pub sent: u32,
    pub state: State,
    /// None where it was brought before this page was opened.
    file: Option<File>,
    alive: Rc<Cell<bool>>,
    id: Rc<RefCell<Option<String>>>,
}

/// How it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    Going,
    Waiting,
    Taken(String),
    Refused(Why),
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
pub struct Files {
    pub(super) all: UseReducerHandle<All>,
    /// Takes what was chosen, dropped or pasted.
    pub add: Callback<Vec<File>>,
    pub remove: Callback<u32>,
    pub again: Callback<u32>,
    /// Says of an upload that was whole that it is not kept any more. Stable over renders.
    pub lose: Callback<u32>,
}

impl Files {
    /// All of them, in order.
    pub fn items(&self) -> &[Item] {
        &self.all.items
    }

    /// Does what a button of a row asks for.
    pub fn press(&self, event: &MouseEvent) {
        let place = |name| pressed(event, name).and_then(|place| place.parse().ok());
        if let Some(place) = place("data-remove") {
            self.remove.emit(place);
        } else if let Some(place) = place("data-again") {
            self.again.emit(place);
        }
    }

    /// The ids of those that are taken, in order.
    pub fn ids(&self) -> Vec<String> {
        let taken = |item: &Item| match &item.state {
            State::Taken(id) => Some(id.clone()),
            _ => None,
        };
        self.all.items.iter().filter_map(taken).collect()
    }

    /// Whether some are still on their way.
    pub fn are_going(&self) -> bool {
        self.all.items.iter().any(|item| matches!(item.state, State::Going | State::Waiting))
    }

    /// Whether one stands there that does not go with the message.
    pub fn has_refused(&self) -> bool {
        self.all.items.iter().any(|item| matches!(item.state, State::Refused(_)))
    }

    /// Puts files there that were brought before this page was opened: id, name and size of each.
    pub fn restore(&self, known: Vec<(String, String, u32)>) {
        let places = self.all.next..;
        let item = |((id, name, size), place): ((String, String, u32), u32)| Item {
            place,
            name,
            size,
            sent: size,
            state: State::Taken(id.clone()),
            file: None,
            alive: Rc::new(Cell::new(true)),
            id: Rc::new(RefCell::new(Some(id))),
        };
        self.all.dispatch(Change::Add(known.into_iter().zip(places).map(item).collect()));
    }

    /// Forgets them, once they hang on what was written.
    pub fn clear(&self) {
        self.all.dispatch(Change::Clear);
    }
}

/// The files of a list.
pub(super) fn listed(list: Option<FileList>) -> Vec<File> {
    list.iter().flat_map(|list| (0..list.length()).filter_map(|at| list.get(at))).collect()
}

/// The files that somebody chose in a field, which can be chosen again after that.
pub fn chosen(event: &Event) -> Vec<File> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let take = |input: HtmlInputElement| {
        let files = listed(input.files());
        input.set_value("");
        files
    };
    input.map(take).unwrap_or_default()
}

/// Files that are brought to one place. What is still on its way when the form goes is given up.
#[hook]
pub fn use_files(to: Harbour) -> Files {
    let (api, all) = (use_api(), use_reducer(All::default));
    let set = all.dispatcher();
    let going = use_memo((), |()| Rc::new(Cell::new(0)));
    let begin = use_callback((api.clone(), to.clone(), set.clone()), move |item: Item, (api, to, set)| {
        let Some(file) = item.file.clone() else { return };
        let bringing = Bringing {
            api: api.clone(),
            to: to.clone(),
            part: Limits::of(to).part,
            going: (*going).clone(),
            key: new_key(),
            file,
            size: item.size,
            alive: item.alive.clone(),
            id: item.id.clone(),
        };
        let (set, place) = (set.clone(), item.place);
        spawn_local(bringing.run(move |step| set.dispatch(Change::Step(place, step))));
    });
    let (known, next) = (all.items.len(), all.next);
    let deps = (to.clone(), known, next, begin.clone(), set.clone());
    let add = use_callback(deps, |files: Vec<File>, (to, known, next, begin, set)| {
        let made: Vec<Item> =
            files.into_iter().zip(0..).map(|(file, nth)| made(to, file, next + nth, known + nth as usize)).collect();
        set.dispatch(Change::Add(made.clone()));
        made.into_iter().filter(|item| item.state == State::Going).for_each(|item| begin.emit(item));
    });
    let items = all.items.clone();
    let remove = use_callback((items.clone(), api, to.clone(), set.clone()), |place: u32, (items, api, to, set)| {
        if let Some(item) = items.iter().find(|item| item.place == place) {
            item.alive.set(false);
            // One that is on its way gives itself up.
            if matches!(item.state, State::Taken(_))
                && let Some(id) = item.id.take()
            {
                let gone = api.give_up(to, &id);
                spawn_local(async move { drop(gone.await) });
            }
        }
        set.dispatch(Change::Remove(place));
    });
    let lose = use_callback(set.clone(), |place: u32, set| {
        let gone = ApiError::Refused(Box::new(Problem::new(ProblemKind::Gone)));
        set.dispatch(Change::Step(place, Step::Refused(gone)));
    });
    let again = use_callback((to, items, begin, set), |place: u32, (to, items, begin, set)| {
        let found = items.iter().enumerate().find(|(_, item)| item.place == place);
        if let Some((at, file)) = found.and_then(|(at, item)| Some((at, item.file.clone()?))) {
            let anew = made(to, file, place, at);
            set.dispatch(Change::Again(place, anew.clone()));
            if anew.state == State::Going {
                begin.emit(anew);
            }
        }
    });
    let latest = use_mut_ref(Vec::new);
    latest.borrow_mut().clone_from(&all.items);
    use_effect_with((), move |()| move || latest.borrow().iter().for_each(|item: &Item| item.alive.set(false)));
    Files { all, add, remove, again, lose }
}

fn made(to: &Harbour, file: File, place: u32, nth: usize) -> Item {
    let name = clean_name(&file.name());
    let (size, state) = match judged(&Limits::of(to), &name, file.size(), nth) {
        Ok(size) => (size, State::Going),
        Err(why) => (0, State::Refused(why)),
    };
    Item { place, name, size, sent: 0, state, file: Some(file), alive: Rc::new(Cell::new(true)), id: Rc::default() }
}
