//! The one way to the PRM: traits of what it can do, and the handle that every feature is given.

pub mod adapters;
mod error;
mod remote;

pub use error::ApiError;
pub use remote::{Fetch, Patcher, Remote, RemoteHandle, use_remote};

use portico_contract::capability::Capabilities;
use portico_contract::deal::commands::{ConflictCheck, NewComment, Order};
use portico_contract::deal::content::Customer;
use portico_contract::deal::list::{DealPage, Show, Sort};
use portico_contract::deal::{Deal, DealContent, DealForm, Review};
use portico_contract::event::Event;
use portico_contract::home::Home;
use portico_contract::page::Page;
use portico_contract::session::{Credentials, Session};
use portico_contract::tenant::Tenant;
use serde_json::Value;
use std::any::Any;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use yew::prelude::*;

/// What a call gives back, later.
pub type Answer<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Makes an idempotency key: a UUID, made when the thing to send is made, so that it can be sent again.
#[must_use]
pub fn new_key() -> String {
    let mut bytes = [0_u8; 16];
    if let Ok(crypto) = gloo::utils::window().crypto() {
        // Refused only above 65,536 bytes.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    // RFC 9562, section 5.4: version 4.
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut key = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            key.push('-');
        }
        for digit in [byte >> 4, byte & 15] {
            key.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
    }
    key
}

/// Somebody who is signed in, and where the log stood when that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedIn {
    /// Who.
    pub session: Session,
    /// The position from which the stream goes on.
    pub position: Option<String>,
}

/// Which deals to list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealFilter {
    pub q: String,
    pub review: Vec<Review>,
    pub mine: bool,
    pub show: Option<Show>,
    pub sort: Sort,
    pub cursor: Option<String>,
    pub limit: u32,
}

/// The portal and who is in it.
pub trait PortalApi {
    fn tenant(&self) -> Answer<Tenant>;
    fn capabilities(&self) -> Answer<Capabilities>;
    fn session(&self) -> Answer<Option<SignedIn>>;
    fn sign_in(&self, credentials: Credentials) -> Answer<Session>;
    fn sign_out(&self) -> Answer<()>;
    fn home(&self) -> Answer<Home>;
}

/// Deal registrations.
pub trait DealsApi {
    fn deal_form(&self, language: &str) -> Answer<DealForm>;
    fn deals(&self, filter: &DealFilter) -> Answer<DealPage>;
    fn deal(&self, id: &str) -> Answer<Deal>;
    fn create(&self, key: &str, content: &DealContent, submit: bool) -> Answer<Deal>;
    fn change(&self, id: &str, version: i64, patch: &Value) -> Answer<Deal>;
    fn carry_out(&self, id: &str, key: &str, order: &Order) -> Answer<Deal>;
    fn comment(&self, id: &str, key: &str, comment: &NewComment) -> Answer<Event>;
    fn timeline(&self, id: &str, cursor: Option<&str>) -> Answer<Page<Event>>;
    fn conflict_check(&self, customer: &Customer, products: &[String]) -> Answer<ConflictCheck>;
}

/// What the stream says.
#[derive(Clone, Debug, PartialEq)]
pub enum Signal {
    /// It is open.
    Open,
    /// It is cut. `for_good` where it will not come back by itself.
    Cut { for_good: bool },
    /// Something happened; with its text, to hand on to other tabs.
    Event(Rc<Event>, Rc<str>),
    /// The position was too old: everything is to be fetched anew, and the stream goes on from here.
    Reset(String),
}

/// The stream of changes.
pub trait EventsApi {
    /// Opens it after a position; what is returned closes it when it is dropped.
    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any>;
}

/// All that a PRM can do.
pub trait PrmApi: PortalApi + DealsApi + EventsApi {}
impl<T: PortalApi + DealsApi + EventsApi> PrmApi for T {}

/// The handle to the PRM. Adapters stack behind it, so no feature reaches around it.
#[derive(Clone)]
pub struct Api(Rc<dyn PrmApi>);

impl Api {
    pub fn new(adapter: impl PrmApi + 'static) -> Self {
        Self(Rc::new(adapter))
    }
}

impl PartialEq for Api {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Api {
    type Target = dyn PrmApi;
    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

/// The handle that the app put into the context.
///
/// # Panics
/// Outside the app, where there is no PRM to talk to.
#[hook]
pub fn use_api() -> Api {
    use_context().expect("every component is below the app, which provides the handle")
}
