//! Registering a deal: on a phone in three steps for one thumb, at a desk on one page. `/deals/new` and
//! `/deals/{id}/edit`.

mod amount;
mod check;
mod delivery;
mod draft;
mod editor;
mod hands;
mod hint;
mod kept;
mod notices;
mod reading;
mod sections;
mod send;
mod words;

pub use amount::{plain_amount, typed_amount};
pub use words::problem_text;

use super::form_of::use_form_of;
use crate::api::{Fetch, Remote, use_api, use_remote};
use crate::i18n::use_words;
use crate::parts::FormHandle;
use crate::route::Route;
use crate::t;
use crate::ui::{Back, Fetched, Page, RemoteView};
use editor::Editor;
use portico_contract::deal::Deal;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct RegisterProps {
    /// The deal that is gone on with; none for a new one.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// The form, once what it asks for and the deal it is about are there.
#[component]
pub fn Register(props: &RegisterProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let form = use_context::<FormHandle>();
    // Rules may have changed since the portal was opened.
    let ask_again = form.as_ref().filter(|form| form.remote.value().is_some()).map(|form| form.reload.clone());
    use_effect_with((), move |()| {
        if let Some(ask_again) = ask_again {
            ask_again.emit(());
        }
    });
    let deal = use_remote((api, props.id.clone()), |(api, id)| -> Fetch<Option<Rc<Deal>>> {
        let deal = id.as_ref().map(|id| api.deal(id));
        Box::pin(async move {
            match deal {
                Some(deal) => deal.await.map(|deal| Some(Rc::new(deal))),
                None => Ok(None),
            }
        })
    });
    let remote = deal.get();
    // Fetched again, the form begins again with what came.
    let round = remote.value().and_then(|deal| deal.as_ref().map(|deal| deal.version)).unwrap_or_default();
    let form_now = use_form_of(remote.value().and_then(Option::as_deref)).0;
    if let (Some(deal_now), Some(form)) = (remote.value(), form_now) {
        return html! { <Editor key={round} deal={deal_now.clone()} {form} reload={deal.reload} /> };
    }
    let back = Back { to: Route::Deals, label: t!(words, "nav-deals").into() };
    let (fetched, reload) = match (&*remote, form) {
        // The deal is there, the form is not.
        (Remote::Loaded { .. }, Some(form)) => (Fetched::from(&*form.remote), form.reload),
        (other, _) => (Fetched::from(other), deal.reload),
    };
    html! { <Page title={t!(words, "deal-register")} back={back.clone()}><RemoteView {fetched} {reload} {back}>{ Html::default() }</RemoteView></Page> }
}
