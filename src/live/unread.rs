//! How much a person has not read: asked once, then kept up by the stream.

use super::{News, use_news};
use crate::api::use_api;
use portico_contract::notification::{Hearers, hangs_on_downloads};
use portico_contract::session::Session;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How much is unread, and how to say that it is another number now.
#[derive(Clone, Default, PartialEq)]
pub struct Unread {
    pub count: u32,
    pub set: Callback<u32>,
}

/// How much this person has not read.
#[hook]
pub fn use_unread() -> Unread {
    use_context::<Unread>().unwrap_or_default()
}

/// What is counted, and up to which event.
#[derive(Clone, Copy, Default, PartialEq)]
struct Count {
    unread: u32,
    newest: u64,
}

enum Step {
    Known(Count),
    Told(u64),
    Set(u32),
}

impl Reducible for Count {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        match step {
            Step::Known(count) => Rc::new(count),
            // What the count holds already is told again after a cut.
            Step::Told(id) if id <= self.newest => self,
            Step::Told(newest) => Rc::new(Self { unread: self.unread + 1, newest }),
            Step::Set(unread) => Rc::new(Self { unread, ..*self }),
        }
    }
}

/// Counts what `session` has not read; nothing where there is none. Used once, by the app.
#[hook]
pub fn use_unread_kept(session: Option<Session>) -> Unread {
    let (api, count) = (use_api(), use_reducer(Count::default));
    let ask = use_callback((api, count.dispatcher()), |(): (), (api, count)| {
        let (answer, count) = (api.unread(), count.clone());
        spawn_local(async move {
            // Where it fails nothing is counted: the page itself says why.
            if let Ok(known) = answer.await {
                let newest = known.items.first().and_then(|newest| newest.id.parse().ok());
                count.dispatch(Step::Known(Count { unread: known.unread, newest: newest.unwrap_or_default() }));
            }
        });
    });
    use_effect_with((session.is_some(), ask.clone()), |(asks, ask)| {
        if *asks {
            ask.emit(());
        }
    });
    let news = use_callback((session, ask, count.dispatcher()), |news, (session, ask, count)| {
        let Some(session) = session else { return };
        match news {
            News::Reset => ask.emit(()),
            // The server alone knows who has a file that is not current any more.
            News::Event(event) if hangs_on_downloads(event.kind) => ask.emit(()),
            News::Event(event) => {
                let mine = Hearers::of(event.kind, &event.data).include(&session.user.id, session.role);
                if let Some(id) = event.id.parse().ok().filter(|_| mine) {
                    count.dispatch(Step::Told(id));
                }
            }
        }
    });
    use_news(news);
    let set = use_callback(count.dispatcher(), |unread: u32, count| count.dispatch(Step::Set(unread)));
    Unread { count: count.unread, set }
}
