//! Who is signed in.

pub mod device;
mod preferences;

pub use preferences::{Preferences, PreferencesHandle, Scheme, use_preferences, use_preferences_kept};

use crate::api::{Api, ApiError, SignedIn};
use portico_contract::session::{Credentials, Permission, Role, Session, Side};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What is known of who is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    /// The PRM is being asked.
    Asking,
    /// Nobody. `expired` where somebody was, until the session ended.
    Nobody { expired: bool },
    /// Somebody, and where the log stood.
    Somebody(Rc<SignedIn>),
    /// The PRM cannot be asked.
    Unknown(ApiError),
}

/// What is known, and what the PRM said last makes of it.
struct Known(Who);

enum Said {
    Answer(Result<Option<Rc<SignedIn>>, ApiError>),
    Nobody { expired: bool },
}

impl Reducible for Known {
    type Action = Said;

    fn reduce(self: Rc<Self>, said: Said) -> Rc<Self> {
        Rc::new(Self(match (&self.0, said) {
            // Asked again because the stream was refused: the page stays, and the stream goes on from where it was.
            (Who::Somebody(_), Said::Answer(Err(_))) => return self,
            (Who::Somebody(known), Said::Answer(Ok(Some(now)))) if known.session == now.session => return self,
            (Who::Somebody(_), Said::Answer(Ok(None))) => Who::Nobody { expired: true },
            (_, Said::Answer(Ok(Some(now)))) => Who::Somebody(now),
            (_, Said::Answer(Ok(None))) => Who::Nobody { expired: false },
            (_, Said::Answer(Err(error))) => Who::Unknown(error),
            (_, Said::Nobody { expired }) => Who::Nobody { expired },
        }))
    }
}

/// The session in the context.
#[derive(Clone, PartialEq)]
pub struct SessionHandle {
    pub who: Who,
    /// Signs in; what comes back is why it failed.
    pub sign_in: Callback<(Credentials, Callback<ApiError>)>,
    /// Signs out; what comes back is why it failed, and they are signed in still.
    pub sign_out: Callback<Callback<ApiError>>,
    /// Asks the PRM again.
    pub ask: Callback<()>,
}

impl SessionHandle {
    /// The session, where somebody is signed in.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match &self.who {
            Who::Somebody(signed_in) => Some(&signed_in.session),
            _ => None,
        }
    }
}

/// The session of the page that is shown; pages below the sign-in have one.
///
/// # Panics
/// Outside the app.
#[hook]
pub fn use_session() -> SessionHandle {
    use_context().expect("every component is below the app, which provides the session")
}

/// Whether whoever is signed in has a permission.
#[hook]
pub fn use_may(permission: Permission) -> bool {
    use_session().session().is_some_and(|session| session.may(permission))
}

/// On whose side whoever is signed in stands.
#[hook]
pub fn use_side() -> Side {
    use_session().session().map_or(Side::Partner, |session| session.role.side())
}

/// As what somebody is signed in.
#[hook]
pub fn use_role() -> Option<Role> {
    use_session().session().map(|session| session.role)
}

/// Asks who is there, once at the start and whenever that may have changed. `expired` rises whenever the PRM said that
/// nobody is signed in any more; `left` is told when somebody signed out. Used once, by the app.
#[hook]
pub fn use_session_kept(api: &Api, expired: u32, left: &Callback<()>) -> SessionHandle {
    let who = use_reducer(|| Known(Who::Asking));
    let ask = use_callback((api.clone(), who.dispatcher()), |(): (), (api, who)| {
        let (answer, who) = (api.session(), who.clone());
        spawn_local(async move { who.dispatch(Said::Answer(answer.await.map(|signed_in| signed_in.map(Rc::new)))) });
    });
    use_effect_with(ask.clone(), |ask| ask.emit(()));
    let dispatcher = who.dispatcher();
    use_effect_with(expired, move |expired| {
        if *expired > 0 {
            dispatcher.dispatch(Said::Nobody { expired: true });
        }
    });
    let sign_in = use_callback(
        (api.clone(), ask.clone()),
        |(credentials, failed): (Credentials, Callback<ApiError>), (api, ask)| {
            let (answer, ask) = (api.sign_in(&credentials), ask.clone());
            spawn_local(async move {
                match answer.await {
                    // Asked again, because the answer to a GET says where the log stands.
                    Ok(_) => ask.emit(()),
                    Err(error) => failed.emit(error),
                }
            });
        },
    );
    let sign_out =
        use_callback((api.clone(), who.dispatcher(), left.clone()), |failed: Callback<ApiError>, (api, who, left)| {
            let (answer, who, left) = (api.sign_out(), who.clone(), left.clone());
            spawn_local(async move {
                match answer.await {
                    // Without an answer the cookie stays, and so does the person.
                    Err(error) if !error.is_signed_out() => failed.emit(error),
                    _ => {
                        device::forget_all();
                        who.dispatch(Said::Nobody { expired: false });
                        left.emit(());
                    }
                }
            });
        });
    SessionHandle { who: who.0.clone(), sign_in, sign_out, ask }
}
