//! The rules of the programme, edited by a vendor admin: `/settings` lists the sections, `/settings/{section}` edits one,
//! `/settings/history` says what was changed, by whom and why.

mod draft;
mod editor;
mod fold;
mod history;
mod problems;
mod section;
mod sections;
mod sheet;

use crate::api::{Api, Fetch, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::route::Route;
use crate::t;
use crate::ui::{Back, Fetched, Glyph, Page, RemoteView, empty, icon};
use editor::Editor;
use history::History;
use portico_contract::programme::Programme;
use section::Section;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SettingsProps {
    /// The section; empty for the list of them.
    pub section: AttrValue,
}

/// The pages `/settings` and below.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let programme = use_remote(api, |api: &Api| -> Fetch<Rc<Programme>> {
        let programme = api.programme();
        Box::pin(async move { programme.await.map(Rc::new) })
    });
    let patcher = programme.patcher();
    let changed = use_callback(patcher, |new: Rc<Programme>, patcher| patcher.patch(move |_| Some(new.clone())));
    let remote = programme.get();
    let section = Section::parse(&props.section);
    let is_history = props.section == HISTORY;
    let title = match section {
        Some(section) => section.said(&words).0,
        None if is_history => t!(words, "settings-history"),
        None => t!(words, "settings-title"),
    };
    let up = Back { to: Route::Settings { section: String::new() }, label: t!(words, "settings-title").into() };
    let back = (!props.section.is_empty()).then(|| up.clone());
    let body = remote.value().map(|programme| match section {
        Some(section) => {
            html! { <Editor key={section.name()} {section} programme={programme.clone()} changed={changed.clone()} /> }
        }
        None if is_history => html! { <History programme={programme.clone()} changed={changed.clone()} /> },
        None if props.section.is_empty() => index(&words, programme),
        None => {
            let home = html! { <a href={up.to.path()} class="button primary">{ &up.label }</a> };
            empty(Glyph::Search, "", t!(words, "nowhere"), t!(words, "nowhere-text"), home)
        }
    });
    html! {
        <Page {title} {back} key={props.section.to_string()}>
            <div class="narrow">
                <RemoteView fetched={Fetched::from(&*remote)} reload={programme.reload.clone()} rows=6>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

/// The name of the history in the address.
const HISTORY: &str = "history";

/// The sections, and since when the rules are as they are.
fn index(words: &Words, programme: &Programme) -> Html {
    let link = |name: &str, (title, text): (String, String)| {
        let path = Route::Settings { section: name.to_owned() }.path();
        html! {
            <a class="item" href={path} key={name.to_owned()}>
                <div class="grow stack snug"><h2>{ title }</h2><small>{ text }</small></div>
            </a>
        }
    };
    html! {
        <div class="stack wide">
            <div class="list">
                for section in Section::ALL {
                    { link(section.name(), section.said(words)) }
                }
            </div>
            <div class="list">
                { link(HISTORY, (t!(words, "settings-history"), history::since(words, &programme.revision))) }
                <a class="item" href={Route::Engagement.path()}>
                    { icon(Glyph::Seal) }
                    <div class="grow stack snug"><h2>{ t!(words, "engagement-title") }</h2><small>{ t!(words, "engagement-link-text") }</small></div>
                </a>
            </div>
        </div>
    }
}
