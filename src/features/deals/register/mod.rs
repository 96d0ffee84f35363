//! Registering a deal: on a phone in three steps for one thumb, at a desk on one page. `/deals/new` and
//! `/deals/{id}/edit`.

mod draft;
mod editor;
mod hint;
mod kept;
mod sections;
mod send;
mod words;

pub use words::problem_text;

use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::parts::use_form;
use crate::route::Route;
use crate::t;
use crate::ui::{Back, Page, RemoteView, Skeleton};
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
    let (words, api, form) = (use_words(), use_api(), use_form());
    let deal = use_remote((api, props.id.clone()), |(api, id)| -> Fetch<Option<Rc<Deal>>> {
        let deal = id.as_ref().map(|id| api.deal(id));
        Box::pin(async move {
            match deal {
                Some(deal) => deal.await.map(|deal| Some(Rc::new(deal))),
                None => Ok(None),
            }
        })
    });
    let reload = deal.reload.clone();
    let view = use_callback((form, reload.clone()), |deal: Option<Rc<Deal>>, (form, reload)| match &form.0 {
        Some(form) => html! { <Editor {deal} form={form.clone()} reload={reload.clone()} /> },
        None => html! { <Waiting /> },
    });
    html! { <RemoteView<Option<Rc<Deal>>> remote={deal.get()} {reload} {view} skeleton={html! { <Waiting title={t!(words, "deal-register")} /> }} /> }
}

#[derive(Properties, PartialEq)]
struct WaitingProps {
    #[prop_or_default]
    title: AttrValue,
}

/// The shape of the form while it is fetched.
#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let words = use_words();
    let back = Back { to: Route::Deals, label: t!(words, "nav-deals").into() };
    html! { <Page title={props.title.clone()} {back}><Skeleton rows={5} /></Page> }
}
