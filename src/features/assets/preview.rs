//! What is in an asset, to be looked at without a download.

use super::pages::Pages;
use super::sketch::sketch;
use crate::api::VersionAt;
use crate::i18n::{Words, use_words};
use crate::t;
use crate::ui::{Glyph, empty, pressed};
use portico_contract::asset::{Asset, AssetVersion, Format, Picture, Readiness};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct PreviewProps {
    pub asset: Rc<Asset>,
    pub version: Rc<AssetVersion>,
}

impl PartialEq for PreviewProps {
    fn eq(&self, other: &Self) -> bool {
        self.asset.id == other.asset.id
            && self.asset.title == other.asset.title
            && (Rc::ptr_eq(&self.version, &other.version) || self.version == other.version)
    }
}

/// The file as far as it can be shown: pages, a picture, a film, or its content as a page without scripts.
#[styled_component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let words = use_words();
    let as_text = use_state(|| false);
    let choose = use_callback(as_text.setter(), |event: MouseEvent, as_text| {
        if let Some(way) = pressed(&event, "data-way") {
            as_text.set(way == "text");
        }
    });
    let (asset, version) = (&props.asset, &props.version);
    let at = VersionAt::of(&asset.id, version.n);
    let has_pages = !version.pages.is_empty();
    let both = has_pages && version.has_view;
    let leafs = has_pages && !(both && *as_text);
    let shown = match version.format {
        Format::Picture => picture(asset, version, &at),
        Format::Video => film(&words, asset, version, &at),
        _ if leafs => {
            html! { <Pages id={asset.id.clone()} title={asset.title.clone()} version={version.clone()} /> }
        }
        _ if version.has_view => html! {
            <iframe class="shown" sandbox="" referrerpolicy="no-referrer" src={at.view()} title={t!(words, "asset-view-frame", title = asset.title.as_str())} />
        },
        format => nothing(&words, version.readiness, format),
    };
    let way = |name: &'static str, label: String, pressed: bool| {
        html! { <button type="button" class="chip" data-way={name} aria-pressed={pressed.to_string()}>{ label }</button> }
    };
    html! {
        <section aria-label={t!(words, "asset-preview")} class={classes!("stack", "tight", css!(r"
            & .shown { display: block; width: 100%; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); }
            & img.shown, & video.shown { height: auto; max-height: 72dvh; object-fit: contain; }
            & iframe.shown { height: 70dvh; background: #fff; color-scheme: light; }
        "))}>
            if both {
                <div class="row tight" role="group" aria-label={t!(words, "asset-preview")} onclick={choose}>
                    { way("pages", t!(words, "asset-as-pages"), !*as_text) }
                    { way("text", t!(words, "asset-as-text"), *as_text) }
                </div>
            }
            { shown }
        </section>
    }
}

fn sized(measures: Option<Picture>) -> (Option<String>, Option<String>) {
    measures.map(|Picture { width, height }| (width.to_string(), height.to_string())).unzip()
}

fn picture(asset: &Asset, version: &AssetVersion, at: &VersionAt) -> Html {
    let (width, height) = sized(version.measures.or(version.thumbnail));
    html! { <img class="shown" src={at.inline()} alt={asset.title.clone()} decoding="async" {width} {height} /> }
}

fn film(words: &Words, asset: &Asset, version: &AssetVersion, at: &VersionAt) -> Html {
    let (width, height) = sized(version.measures);
    let own = version.captions.iter().find(|language| language.as_str() == words.language());
    html! {
        <video class="shown" controls=true preload="metadata" playsinline=true src={at.inline()} poster={version.thumbnail.map(|_| at.thumbnail())} aria-label={asset.title.clone()} {width} {height}>
            for language in &version.captions {
                <track key={language.clone()} kind="captions" srclang={language.clone()} label={words.language_name(language)} src={at.captions(language)} default={own == Some(language)} />
            }
        </video>
    }
}

/// There is nothing to look at: not yet, or not at all.
fn nothing(words: &Words, readiness: Readiness, format: Format) -> Html {
    match readiness {
        Readiness::Waiting => html! {
            <div role="status" data-readiness="waiting">
                { empty(Glyph::Clock, "info", t!(words, "asset-preparing"), t!(words, "asset-preparing-text"), Html::default()) }
            </div>
        },
        Readiness::Ready | Readiness::Unreadable => html! {
            <div class="card empty" data-readiness={readiness.name()}>
                <span class="avatar">{ sketch(format) }</span>
                <h2>{ t!(words, "asset-unreadable") }</h2>
                <p class="quiet">{ t!(words, "asset-unreadable-text") }</p>
            </div>
        },
    }
}
