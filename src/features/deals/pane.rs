//! One deal: how it stands, what may be done, what happened. Fetched, and kept true by the stream.

use super::act::Actions;
use super::comment::CommentBox;
use super::facts::{conflict_hint, conflicts, facts, house_hint, standing};
use super::form_of::use_form_of;
use super::margin::margin_card;
use super::story::{Story, Told};
use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::live::{News, use_news};
use crate::route::{Route, address};
use crate::session::{use_may, use_side};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Back, Fetched, Glyph, RemoteView, focus_next, icon, use_minute, use_wide};
use portico_contract::capability;
use portico_contract::deal::{Deal, Review};
use portico_contract::event::{Event, EventKind};
use portico_contract::session::Permission;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DealPaneProps {
    pub id: AttrValue,
    /// Told the customer's name once it is known.
    #[prop_or_default]
    pub on_name: Callback<AttrValue>,
    /// Told after a command of this person was carried out.
    #[prop_or_default]
    pub on_done: Callback<Rc<Deal>>,
}

/// One deal, on a page of its own or beside a list.
#[component]
pub fn DealPane(props: &DealPaneProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let deal = use_remote((api.clone(), props.id.clone()), |(api, id)| -> Fetch<Rc<Deal>> {
        let deal = api.deal(id);
        Box::pin(async move { deal.await.map(Rc::new) })
    });
    let told = use_remote((api, props.id.clone()), |(api, id)| -> Fetch<Rc<Told>> {
        let page = api.timeline(id, None);
        Box::pin(async move { page.await.map(|page| Rc::new(Told::from(page))) })
    });
    let (deals, tellings) = (deal.patcher(), told.patcher());

    let remote = deal.get();
    let version = remote.value().map(|deal| deal.version);
    let news = use_callback(
        (props.id.clone(), version, deals.clone(), tellings.clone(), deal.reload.clone(), told.reload.clone()),
        |news: News, (id, version, deals, tellings, reload, retell)| match news {
            News::Reset => {
                reload.emit(());
                retell.emit(());
            }
            News::Event(event) if event.subject == id.as_str() => {
                if let Some(row) =
                    event.data.deal.clone().filter(|row| version.is_some_and(|known| row.version > known))
                {
                    // The state is shown at once; what it lets this person do is asked for.
                    deals.patch(move |deal| {
                        let mut patched = (**deal).clone();
                        patched.patch(&row);
                        Some(Rc::new(patched))
                    });
                    reload.emit(());
                }
                // Whoever sees to it changes without a new version.
                if event.kind == EventKind::DealAssigned {
                    reload.emit(());
                }
                tellings.patch(move |told| told.with((*event).clone()).map(Rc::new));
            }
            News::Event(_) => {}
        },
    );
    use_news(news);

    let name = remote.value().map(|deal| deal.customer.name.clone().unwrap_or_default());
    use_effect_with((name, props.on_name.clone()), |(name, on_name)| {
        if let Some(name) = name {
            on_name.emit(name.clone().into());
        }
    });
    let on_done = use_callback((deals, props.on_done.clone()), |deal: Rc<Deal>, (deals, on_done)| {
        let done = deal.clone();
        deals.patch(move |known| (done.version >= known.version).then(|| done.clone()));
        on_done.emit(deal);
    });
    let deal_reload = deal.reload.clone();
    let on_said = use_callback(tellings.clone(), |event: Event, tellings| {
        tellings.patch(move |told| told.with(event.clone()).map(Rc::new));
    });
    let body = remote.value().cloned().map(|deal| {
        let story =
            html! { <Story id={props.id.clone()} remote={told.get()} reload={told.reload.clone()} told={tellings} /> };
        html! { <Body {deal} {story} {on_done} {on_said} reload={deal_reload} /> }
    });
    let back = Back { to: Route::Deals, label: t!(words, "nav-deals").into() };
    html! { <RemoteView fetched={Fetched::from(&*remote)} reload={deal.reload} {back} rows=6>{ body.unwrap_or_default() }</RemoteView> }
}

#[derive(Properties, PartialEq)]
struct BodyProps {
    deal: Rc<Deal>,
    story: Html,
    on_done: Callback<Rc<Deal>>,
    on_said: Callback<Event>,
    reload: Callback<()>,
}

/// On a phone what happened and the details share a place; at a desk they stand side by side.
#[component]
fn Body(props: &BodyProps) -> Html {
    let (words, form, now, wide) = (use_words(), use_form_of(Some(&props.deal)), use_minute(), use_wide());
    let (side, may_comment) = (use_side(), use_may(Permission::DealsComment) && use_can(capability::COMMENTS));
    let (may_note, receipts) = (use_may(Permission::DealsNote), use_can(capability::RECEIPTS));
    let details = use_state(|| false);
    let show = |wanted: bool| {
        let set = details.setter();
        Callback::from(move |_: MouseEvent| set.set(wanted))
    };
    let deal = &props.deal;
    // The field is there once the tab is.
    let reply = use_callback(details.setter(), |(): (), details| {
        details.set(false);
        focus_next("comment");
    });
    let compare = use_callback(details.setter(), |_: MouseEvent, details| {
        details.set(true);
        focus_next("tab-facts");
    });
    let explain = use_callback(details.setter(), |_: MouseEvent, details| {
        details.set(true);
        focus_next("margin");
    });
    let why = (!wide).then(|| {
        html! { <button type="button" class="button plain small" onclick={explain}>{ t!(words, "margin-see-why") }</button> }
    });
    let library = use_can(capability::ASSETS).then(|| {
        let fits = address(&Route::Assets.path(), &vec![("deal".to_owned(), deal.id.clone())]);
        html! { <div><a class="button plain small" href={fits}>{ icon(Glyph::Library) }{ t!(words, "assets-find-for-deal") }</a></div> }
    });
    let comment = may_comment.then(|| {
        html! { <CommentBox id={deal.id.clone()} {side} {may_note} draft={deal.review == Review::Draft} on_said={props.on_said.clone()} /> }
    });
    let head = html! {
        <>
            <Actions deal={deal.clone()} on_done={props.on_done.clone()} reload={props.reload.clone()} on_reply={may_comment.then_some(reply)} />
            { standing(&words, &form, deal, now, side, why.unwrap_or_default()) }
            { house_hint(&words, deal, side) }
            if !wide {
                { conflict_hint(&words, deal, html! { <div><button type="button" class="button small" onclick={compare}>{ t!(words, "conflicts-compare") }</button></div> }) }
            }
        </>
    };
    let facts = html! { <>{ conflicts(&words, &form, deal, receipts, wide) }{ facts(&words, &form, deal, margin_card(&words, deal, side)) }{ library }</> };
    let story = html! { <section class="stack" aria-labelledby="story"><h2 id="story" class={(!wide).then_some("unseen")}>{ t!(words, "story-title") }</h2>{ comment }{ props.story.clone() }</section> };
    if wide {
        return html! {
            <div class="stack">
                { head }
                <div class="beside">
                    <div class="stack">{ facts }</div>
                    { story }
                </div>
            </div>
        };
    }
    let tab = |id: &'static str, label: String, selected: bool, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" role="tab" {id} aria-selected={selected.to_string()} aria-controls="deal-part" {onclick}>{ label }</button>
        }
    };
    html! {
        <div class="stack">
            { head }
            <div class="tabs" role="tablist" aria-label={t!(words, "deal-parts")}>
                { tab("tab-story", t!(words, "story-title"), !*details, show(false)) }
                { tab("tab-facts", t!(words, "facts-title"), *details, show(true)) }
            </div>
            <div role="tabpanel" id="deal-part" class="stack" aria-labelledby={if *details { "tab-facts" } else { "tab-story" }}>
                if *details { { facts } } else { { story } }
            </div>
        </div>
    }
}
