//! The page `/deals/{id}`.

use super::pane::DealPane;
use crate::i18n::use_words;
use crate::route::Route;
use crate::t;
use crate::ui::{Back, Page};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DealDetailProps {
    pub id: AttrValue,
}

/// One deal on a page of its own.
#[component]
pub fn DealDetail(props: &DealDetailProps) -> Html {
    let words = use_words();
    let name = use_state_eq(|| AttrValue::from(""));
    let on_name = use_callback(name.setter(), |text, name| name.set(text));
    let title = if name.is_empty() { AttrValue::from(t!(words, "deal-title")) } else { (*name).clone() };
    let back = Back { to: Route::Deals, label: t!(words, "nav-deals").into() };
    html! {
        <Page {title} {back} head={html! { <span class="quiet grow clip">{ t!(words, "deal-title") }</span> }}>
            <DealPane key={props.id.to_string()} id={props.id.clone()} {on_name} />
        </Page>
    }
}
