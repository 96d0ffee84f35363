//! The one stream of changes: a connection a browser, shared between its tabs, and told to whoever listens.

mod share;
mod unread;

pub use unread::{Unread, use_unread, use_unread_kept};

use crate::api::{Api, Returns, use_api};
use gloo::timers::callback::Timeout;
use portico_contract::event::Event;
use share::{Heard, Share};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// Whether changes arrive at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stream {
    /// It was cut, or is not open yet.
    #[default]
    Cut,
    /// It is open.
    Open,
    /// The PRM has none.
    Absent,
}

impl Stream {
    /// Whether it is open; none where there is none.
    #[must_use]
    pub fn is_open(self) -> Option<bool> {
        (self != Self::Absent).then_some(self == Self::Open)
    }
}

/// What a listener is told.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Something happened.
    Event(Rc<Event>),
    /// More happened than can be told: everything is to be fetched anew.
    Reset,
}

type Listeners = Rc<RefCell<BTreeMap<u32, Callback<News>>>>;

/// The stream in the context.
#[derive(Clone, Default)]
pub struct Live {
    listeners: Listeners,
    next: Rc<RefCell<u32>>,
    stream: Stream,
    returns: Returns,
}

impl PartialEq for Live {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.listeners, &other.listeners) && self.stream == other.stream && self.returns == other.returns
    }
}

impl Live {
    /// How often the stream was opened.
    #[must_use]
    pub fn returns(&self) -> Returns {
        self.returns
    }

    fn listen(&self, on: Callback<News>) -> u32 {
        let mut next = self.next.borrow_mut();
        *next += 1;
        self.listeners.borrow_mut().insert(*next, on);
        *next
    }

    fn leave(&self, listener: u32) {
        self.listeners.borrow_mut().remove(&listener);
    }

    fn tell(&self, news: &News) {
        // A listener may leave while it is told.
        let listeners: Vec<_> = self.listeners.borrow().values().cloned().collect();
        for listener in listeners {
            listener.emit(news.clone());
        }
    }
}

/// Calls `on` with everything that happens, as long as the component is there.
#[hook]
pub fn use_news(on: Callback<News>) {
    let live = use_context::<Live>();
    // Whoever listens does so however the stream stands.
    let live = live.map(|live| Live { stream: Stream::default(), returns: Returns::default(), ..live });
    use_effect_with((live, on), |(live, on)| {
        let left = live.clone().map(|live| (live.listen(on.clone()), live));
        move || {
            if let Some((listener, live)) = left {
                live.leave(listener);
            }
        }
    });
}

/// How long is waited for more to happen, in milliseconds.
const PAUSE: u32 = 1_000;

/// Calls `on` soon after something happened to a deal, or more than can be told: once a second, however much happens.
#[hook]
pub fn use_aftermath(on: Callback<()>) {
    let due = use_state_eq(|| false);
    let news = use_callback(due.setter(), |news: News, due| {
        if !matches!(&news, News::Event(event) if event.data.deal.is_none()) {
            due.set(true);
        }
    });
    use_news(news);
    let set = due.setter();
    use_effect_with((*due, on), move |(due, on)| {
        let on = on.clone();
        let waiting = due.then(|| {
            Timeout::new(PAUSE, move || {
                set.set(false);
                on.emit(());
            })
        });
        move || drop(waiting)
    });
}

/// Whether changes arrive at this moment.
#[hook]
pub fn use_stream() -> Stream {
    use_context::<Live>().map(|live| live.stream).unwrap_or_default()
}

/// Opens the stream of an account after a position and keeps it open. Tabs of other people and other portals share
/// nothing; without an account there is no stream. `on_refused` is called when the PRM refuses the stream: the session may be over. Used once, by the app.
#[hook]
pub fn use_live_kept(account: Option<AttrValue>, position: Option<AttrValue>, on_refused: Callback<()>) -> Live {
    let api: Api = use_api();
    let live = use_memo((), |()| Live::default());
    let standing = use_reducer_eq(Standing::default);
    let (told, state) = (live.clone(), standing.dispatcher());
    let Standing { stream, returns } = *standing;
    let stream = if account.is_some() { stream } else { Stream::Absent };
    use_effect_with((api, account, position), move |(api, account, position)| {
        let heard = Callback::from(move |heard| match heard {
            Heard::Stream(now) => state.dispatch(now),
            Heard::News(news) => told.tell(&news),
            Heard::Refused => on_refused.emit(()),
        });
        let share = account.as_ref().map(|account| Share::join(api.clone(), account, position.as_deref(), heard));
        move || drop(share)
    });
    Live { stream, returns, ..(*live).clone() }
}

/// How the stream stands, and how often it was opened.
#[derive(Clone, Copy, Default, PartialEq)]
struct Standing {
    stream: Stream,
    returns: Returns,
}

impl Reducible for Standing {
    type Action = Stream;

    fn reduce(self: Rc<Self>, stream: Stream) -> Rc<Self> {
        let opened = stream == Stream::Open && self.stream != Stream::Open;
        Rc::new(Self { stream, returns: Returns(self.returns.0 + u32::from(opened)) })
    }
}

/// Keeps what is told in order and once: an id that is not newer than the last is passed over.
#[derive(Debug, Default)]
struct Order {
    last: Option<u64>,
    /// Ids are compared as numbers where they are some, as the reference server's are; otherwise only repeats are known.
    last_text: String,
}

impl Order {
    fn from(position: Option<&str>) -> Self {
        let text = position.unwrap_or_default().to_owned();
        Self { last: text.parse().ok(), last_text: text }
    }

    /// Whether this id is news; if so it is the last from now on.
    fn advance(&mut self, id: &str) -> bool {
        let number: Option<u64> = id.parse().ok();
        let news = match (number, self.last) {
            (Some(number), Some(last)) => number > last,
            _ => id != self.last_text,
        };
        if news {
            self.last = number;
            id.clone_into(&mut self.last_text);
        }
        news
    }

    fn position(&self) -> Option<&str> {
        Some(self.last_text.as_str()).filter(|text| !text.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[test]
    fn what_was_told_is_not_told_again() {
        let mut order = Order::from(Some("10"));
        assert!(!order.advance("9"), "older than the position");
        assert!(!order.advance("10"));
        assert!(order.advance("11"));
        assert!(!order.advance("11"));
        assert_eq!(order.position(), Some("11"));
        let mut anywhere = Order::from(None);
        assert!(anywhere.advance("5"), "without a position everything is news");
    }
}
