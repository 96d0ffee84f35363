//! The page `/assets/{id}`: what is in it first, then what it is.

use super::cards::Cards;
use super::download::DownloadBar;
use super::facts::{Facts, standing};
use super::filter::Filter;
use super::model::Card;
use super::preview::Preview;
use super::versions::Versions;
use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::parts::asset_kind;
use crate::route::Route;
use crate::t;
use crate::ui::{Back, Fetched, Glyph, Page, RemoteView, icon};
use gloo::timers::callback::Interval;
use portico_contract::asset::{Asset, Readiness};
use std::cell::Cell;
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

/// After how many milliseconds, and how often it is asked whether the preview is there by now.
const LOOK_AGAIN: u32 = 3_000;
const LOOKS: u32 = 20;

/// What the vendor's people can do with an asset, rendered by another feature; told how the asset is after a change.
pub type Manages = fn(Rc<Asset>, Callback<Rc<Asset>>) -> Html;

#[derive(Properties)]
pub struct AssetDetailProps {
    pub id: AttrValue,
    #[prop_or_default]
    pub manage: Option<Manages>,
}

impl PartialEq for AssetDetailProps {
    fn eq(&self, other: &Self) -> bool {
        // What renders is the same as long as the page is.
        self.id == other.id
    }
}

/// One asset.
#[component]
pub fn AssetDetail(props: &AssetDetailProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let asset = use_remote((api, props.id.clone()), |(api, id)| -> Fetch<Rc<Asset>> {
        let asset = api.asset(id);
        Box::pin(async move { asset.await.map(Rc::new) })
    });
    let remote = asset.get();
    let known = remote.value();
    let readiness = known.and_then(|asset| asset.current_version()).map(|version| version.readiness);
    use_looks_again(readiness == Some(Readiness::Waiting), &asset.reload);
    let title = known.map_or_else(|| t!(words, "asset-title"), |asset| asset.title.clone());
    let changed = use_callback(asset.patcher(), |now: Rc<Asset>, patcher| {
        patcher.patch(move |_| Some(now.clone()));
    });
    let manage = known
        .filter(|asset| !asset.allowed_actions.is_empty())
        .and_then(|asset| Some(props.manage?(asset.clone(), changed)))
        .unwrap_or_default();
    let body =
        known.map(|asset_now| html! { <Body asset={asset_now.clone()} reload={asset.reload.clone()} {manage} /> });
    let back = Back { to: Route::Assets, label: t!(words, "nav-assets").into() };
    let to_list = t!(words, "back-to", page = back.label.as_str());
    let kind = known.map_or_else(|| t!(words, "asset-title"), |asset| asset_kind(&words, asset.kind));
    // The list is found again as it was left, with all that narrowed it.
    let head = html! {
        <>
            <a href={Filter::listed()} class="button icon">{ icon(Glyph::Back) }<span class="unseen">{ to_list }</span></a>
            <span class="quiet grow clip">{ kind }</span>
        </>
    };
    html! {
        <Page {title} {head}>
            <RemoteView fetched={Fetched::from(&*remote)} reload={asset.reload} {back} rows=6>{ body.unwrap_or_default() }</RemoteView>
        </Page>
    }
}

/// Asks again, a few times, while something is still to come.
#[hook]
fn use_looks_again(waits: bool, reload: &Callback<()>) {
    use_effect_with((waits, reload.clone()), |(waits, reload)| {
        let (reload, left) = (reload.clone(), Cell::new(LOOKS));
        let looking = waits.then(|| {
            Interval::new(LOOK_AGAIN, move || {
                if let Some(fewer) = left.get().checked_sub(1) {
                    left.set(fewer);
                    reload.emit(());
                }
            })
        });
        move || drop(looking)
    });
}

#[derive(Properties)]
struct BodyProps {
    asset: Rc<Asset>,
    reload: Callback<()>,
    manage: Html,
}

impl PartialEq for BodyProps {
    fn eq(&self, other: &Self) -> bool {
        (Rc::ptr_eq(&self.asset, &other.asset) || self.asset == other.asset) && self.reload == other.reload
    }
}

/// On a phone one below the other; at a desk what is in it beside what it is.
#[styled_component]
fn Body(props: &BodyProps) -> Html {
    let words = use_words();
    let asset = &props.asset;
    let related: Rc<Rc<[Rc<Card>]>> =
        use_memo(asset.clone(), |asset| asset.related.iter().cloned().map(Card::of).collect());
    let version = asset.current_version().filter(|version| !asset.standing.is_over() && !version.withdrawn);
    let title = html! {
        <div class="stack tight">
            <h1>{ &asset.title }</h1>
            if !asset.description.is_empty() { <p class="pre">{ &asset.description }</p> }
        </div>
    };
    html! {
        <div class={classes!("stack", "wide", css!(r"
            & .sides { display: grid; gap: var(--space-4); grid-template-columns: minmax(0, 1fr); align-items: start; }
            & .sides h1 { font-size: var(--text-xl); }
            @media (min-width: 75rem) { & .sides { grid-template-columns: minmax(0, 1fr) 24rem; gap: var(--space-6); } & .sides > :first-child { position: sticky; inset-block-start: 5.5rem; } }
        "))}>
            <div class="sides">
                <div class="stack">
                    { standing(&words, asset) }
                    if let Some(version) = version {
                        <Preview asset={asset.clone()} version={Rc::new(version.clone())} />
                    }
                </div>
                <div class="stack">
                    { title }
                    { props.manage.clone() }
                    if let Some(version) = version {
                        <DownloadBar key={version.n} id={asset.id.clone()} version={Rc::new(version.clone())} done={props.reload.clone()} />
                    }
                    <Facts asset={asset.clone()} />
                    <Versions asset={asset.clone()} done={props.reload.clone()} />
                    if !asset.collections.is_empty() {
                        <section class="card stack tight" aria-labelledby="in-collections">
                            <h2 id="in-collections">{ t!(words, "asset-collections") }</h2>
                            <ul class="row wrap tight">
                                for collection in &asset.collections {
                                    <li key={collection.id.clone()}><a class="chip" href={format!("{}?collection={}", Route::Assets.path(), collection.id)}>{ &collection.title }</a></li>
                                }
                            </ul>
                        </section>
                    }
                </div>
            </div>
            if !related.is_empty() {
                <section class="stack tight" aria-labelledby="related">
                    <h2 id="related">{ t!(words, "asset-related") }</h2>
                    <Cards cards={(*related).clone()} />
                </section>
            }
        </div>
    }
}
