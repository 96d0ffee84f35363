//! Something that is fetched: loading, failed or there, and how it is kept fresh.

use super::ApiError;
use chrono::{DateTime, Utc};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A value that comes from elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub enum Remote<T> {
    /// Nothing is there yet.
    Loading,
    /// Nothing came, and this is why.
    Failed(ApiError),
    /// It is there. It stays in view while it is fetched again.
    Loaded {
        /// The value.
        value: T,
        /// When it was asked for.
        as_of: DateTime<Utc>,
        /// Why the last try to fetch it again failed.
        failed: Option<ApiError>,
    },
}

impl<T> Remote<T> {
    /// The value, where it is there.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Loaded { value, .. } => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }

    /// The last fetch failed, and another can succeed.
    fn may_pass(&self) -> bool {
        match self {
            Self::Failed(error) | Self::Loaded { failed: Some(error), .. } => error.may_pass(),
            Self::Loading | Self::Loaded { failed: None, .. } => false,
        }
    }
}

/// How often the PRM was reached again after it was not: in the context, where something watches that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Returns(pub u32);

/// What a fetch gives back, later.
pub type Fetch<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// What a change makes of the value; none where it is about something else.
type Change<T> = Rc<dyn Fn(&T) -> Option<T>>;

enum Step<T> {
    Begin(u32),
    End(u32, DateTime<Utc>, Result<T, ApiError>),
    Patch(Change<T>),
}

struct State<T> {
    remote: Rc<Remote<T>>,
    /// Counts the fetches, so that an answer which was overtaken is dropped.
    turn: u32,
    fetching: bool,
    /// What was changed since the fetch began: its answer may not know of it.
    since: Vec<Change<T>>,
}

impl<T: Clone + 'static> Reducible for State<T> {
    type Action = Step<T>;

    fn reduce(self: Rc<Self>, step: Step<T>) -> Rc<Self> {
        let turn = self.turn;
        let (mut fetching, mut since) = (false, Vec::new());
        let remote = match step {
            Step::Begin(turn) => return Rc::new(Self { remote: self.remote.clone(), turn, fetching: true, since }),
            Step::End(of, ..) if of != turn => return self,
            Step::End(_, as_of, Ok(value)) => {
                let value = self.since.iter().fold(value, |value, change| change(&value).unwrap_or(value));
                Remote::Loaded { value, as_of, failed: None }
            }
            Step::End(_, _, Err(error)) => match &*self.remote {
                Remote::Loaded { value, as_of, .. } if !error.is_signed_out() => {
                    Remote::Loaded { value: value.clone(), as_of: *as_of, failed: Some(error) }
                }
                _ => Remote::Failed(error),
            },
            Step::Patch(patch) => {
                fetching = self.fetching;
                since.clone_from(&self.since);
                if fetching {
                    since.push(patch.clone());
                }
                let changed = self.remote.value().and_then(|value| patch(value));
                match (&*self.remote, changed) {
                    (Remote::Loaded { as_of, failed, .. }, Some(value)) => {
                        Remote::Loaded { value, as_of: *as_of, failed: failed.clone() }
                    }
                    _ if fetching => return Rc::new(Self { remote: self.remote.clone(), turn, fetching, since }),
                    _ => return self,
                }
            }
        };
        Rc::new(Self { remote: Rc::new(remote), turn, fetching, since })
    }
}

/// A fetched value in a component: what it is now, and how to change it.
pub struct RemoteHandle<T: Clone + 'static> {
    state: UseReducerHandle<State<T>>,
    /// Fetches it again; the old value stays in view.
    pub reload: Callback<()>,
}

impl<T: Clone + 'static> RemoteHandle<T> {
    /// The value as it is now.
    pub fn get(&self) -> Rc<Remote<T>> {
        self.state.remote.clone()
    }

    /// Changes the value in place, where it is there and `patch` gives another one. Stable over renders.
    pub fn patcher(&self) -> Patcher<T> {
        Patcher(self.state.dispatcher())
    }
}

/// Changes a fetched value in place.
pub struct Patcher<T: Clone + 'static>(UseReducerDispatcher<State<T>>);

impl<T: Clone + 'static> Clone for Patcher<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Clone + 'static> PartialEq for Patcher<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T: Clone + 'static> Patcher<T> {
    /// Changes the value; where it is being fetched, the answer too, so `patch` says none of what it finds done.
    pub fn patch(&self, patch: impl Fn(&T) -> Option<T> + 'static) {
        self.0.dispatch(Step::Patch(Rc::new(patch)));
    }
}

/// Fetches with `deps` whenever they change; an answer to older ones is dropped.
#[hook]
pub fn use_remote<D, T>(deps: D, fetch: fn(&D) -> Fetch<T>) -> RemoteHandle<T>
where
    D: Clone + PartialEq + 'static,
    T: Clone + 'static,
{
    let state =
        use_reducer(|| State { remote: Rc::new(Remote::<T>::Loading), turn: 0, fetching: false, since: Vec::new() });
    let turn = use_mut_ref(|| 0_u32);
    let reload = use_callback((deps.clone(), state.dispatcher(), turn), move |(): (), (deps, state, turn)| {
        *turn.borrow_mut() += 1;
        let this = *turn.borrow();
        state.dispatch(Step::Begin(this));
        let (state, asked, answer) = (state.clone(), crate::i18n::now(), fetch(deps));
        spawn_local(async move { state.dispatch(Step::End(this, asked, answer.await)) });
    });
    use_effect_with(reload.clone(), |reload| reload.emit(()));
    use_return(state.remote.may_pass(), reload.clone());
    RemoteHandle { state, reload }
}

/// Asks again, once, for what did not come while the PRM was away and is back. Apart from [`use_remote`], so that its
/// code is there once and not for each type.
#[hook]
fn use_return(may_pass: bool, reload: Callback<()>) {
    let returns = use_context::<Returns>().unwrap_or_default();
    let tried = use_mut_ref(|| returns);
    use_effect_with((returns, may_pass, reload), move |(returns, may_pass, reload)| {
        if *may_pass && tried.replace(*returns) != *returns {
            reload.emit(());
        }
    });
}
