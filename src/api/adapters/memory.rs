//! A PRM in memory, for component tests: it holds what it is given and keeps what is asked of it.

use crate::api::{Answer, ApiError, DealFilter, DealsApi, EventsApi, PortalApi, Signal, SignedIn};
use portico_contract::capability::Capabilities;
use portico_contract::deal::commands::{Competition, ConflictCheck, NewComment, Order};
use portico_contract::deal::content::Customer;
use portico_contract::deal::list::{Counts, DealPage};
use portico_contract::deal::{Deal, DealContent, DealForm, DealSummary};
use portico_contract::event::Event;
use portico_contract::home::Home;
use portico_contract::page::Page;
use portico_contract::problem::{Problem, ProblemKind};
use portico_contract::session::{Credentials, Session};
use portico_contract::tenant::Tenant;
use serde_json::Value;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// What the PRM holds. Cheap to clone: a test keeps one to look at what was asked.
#[derive(Clone, Default)]
pub struct Memory(Rc<RefCell<Held>>);

/// Everything that it holds; a test fills what its component asks for.
#[derive(Default)]
pub struct Held {
    pub tenant: Option<Tenant>,
    pub capabilities: Capabilities,
    pub session: Option<Session>,
    pub home: Option<Home>,
    pub form: DealForm,
    pub rows: Vec<DealSummary>,
    pub deal: Option<Deal>,
    pub timeline: Vec<Event>,
    pub conflict: Option<ConflictCheck>,
    /// The next call is refused with this.
    pub refuse: Option<ApiError>,
    /// What was asked for that changes something.
    pub asked: Vec<Asked>,
    listener: Option<Callback<Signal>>,
}

/// Something that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    SignIn(String),
    Create { content: DealContent, submit: bool },
    Change { id: String, version: i64, patch: Value },
    Order { id: String, order: Order },
    Comment { id: String, comment: NewComment },
    Deals(DealFilter),
}

impl Memory {
    /// Fills or looks at what is held.
    pub fn hold<R>(&self, with: impl FnOnce(&mut Held) -> R) -> R {
        with(&mut self.0.borrow_mut())
    }

    /// Lets the stream say something.
    pub fn say(&self, signal: Signal) {
        let listener = self.0.borrow().listener.clone();
        if let Some(listener) = listener {
            listener.emit(signal);
        }
    }

    fn answer<T: 'static>(&self, with: impl FnOnce(&mut Held) -> Option<T>) -> Answer<T> {
        let mut held = self.0.borrow_mut();
        let answer = match held.refuse.take() {
            Some(refusal) => Err(refusal),
            None => with(&mut held).ok_or_else(|| ApiError::Refused(Box::new(Problem::new(ProblemKind::NotFound)))),
        };
        Box::pin(async move { answer })
    }
}

impl PortalApi for Memory {
    fn tenant(&self) -> Answer<Tenant> {
        self.answer(|held| held.tenant.clone())
    }

    fn capabilities(&self) -> Answer<Capabilities> {
        self.answer(|held| Some(held.capabilities.clone()))
    }

    fn session(&self) -> Answer<Option<SignedIn>> {
        self.answer(|held| Some(held.session.clone().map(|session| SignedIn { session, position: None })))
    }

    fn sign_in(&self, credentials: Credentials) -> Answer<Session> {
        self.answer(|held| {
            held.asked.push(Asked::SignIn(credentials.email));
            held.session.clone()
        })
    }

    fn sign_out(&self) -> Answer<()> {
        self.answer(|held| {
            held.session = None;
            Some(())
        })
    }

    fn home(&self) -> Answer<Home> {
        self.answer(|held| held.home.clone())
    }
}

impl DealsApi for Memory {
    fn deal_form(&self, _: &str) -> Answer<DealForm> {
        self.answer(|held| Some(held.form.clone()))
    }

    fn deals(&self, filter: &DealFilter) -> Answer<DealPage> {
        let filter = filter.clone();
        self.answer(|held| {
            held.asked.push(Asked::Deals(filter));
            let all = u32::try_from(held.rows.len()).unwrap_or(u32::MAX);
            let counts = Some(Counts { all, open: all, ..Counts::default() });
            Some(DealPage { items: held.rows.clone(), next_cursor: None, counts })
        })
    }

    fn deal(&self, id: &str) -> Answer<Deal> {
        let id = id.to_owned();
        self.answer(move |held| held.deal.clone().filter(|deal| deal.id == id))
    }

    fn create(&self, _: &str, content: &DealContent, submit: bool) -> Answer<Deal> {
        let content = content.clone();
        self.answer(move |held| {
            held.asked.push(Asked::Create { content, submit });
            held.deal.clone()
        })
    }

    fn change(&self, id: &str, version: i64, patch: &Value) -> Answer<Deal> {
        let (id, patch) = (id.to_owned(), patch.clone());
        self.answer(move |held| {
            held.asked.push(Asked::Change { id, version, patch });
            held.deal.clone()
        })
    }

    fn carry_out(&self, id: &str, _: &str, order: &Order) -> Answer<Deal> {
        let (id, order) = (id.to_owned(), order.clone());
        self.answer(move |held| {
            held.asked.push(Asked::Order { id, order });
            held.deal.clone()
        })
    }

    fn comment(&self, id: &str, _: &str, comment: &NewComment) -> Answer<Event> {
        let (id, comment) = (id.to_owned(), comment.clone());
        self.answer(move |held| {
            held.asked.push(Asked::Comment { id, comment });
            held.timeline.first().cloned()
        })
    }

    fn timeline(&self, _: &str, _: Option<&str>) -> Answer<Page<Event>> {
        self.answer(|held| Some(Page { items: held.timeline.clone(), next_cursor: None }))
    }

    fn conflict_check(&self, _: &Customer, _: &[String]) -> Answer<ConflictCheck> {
        self.answer(|held| Some(held.conflict.clone().unwrap_or(Competition::Clear.into())))
    }
}

impl EventsApi for Memory {
    fn open(&self, _: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.0.borrow_mut().listener = Some(tell.clone());
        tell.emit(Signal::Open);
        Box::new(())
    }
}
