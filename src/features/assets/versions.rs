//! The versions of an asset: what changed, by whom, and which of them the reader has.

use crate::api::VersionAt;
use crate::i18n::{Words, use_words};
use crate::t;
use crate::ui::{Glyph, hint, icon};
use portico_contract::asset::{Asset, AssetVersion, Standing};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub(super) struct VersionsProps {
    pub asset: Rc<Asset>,
    /// Told when a version was downloaded.
    pub done: Callback<()>,
}

impl PartialEq for VersionsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.asset, &other.asset) && self.done == other.done
    }
}

/// The versions, the newest first.
#[component]
pub(super) fn Versions(props: &VersionsProps) -> Html {
    let words = use_words();
    let asset = &props.asset;
    let onclick = use_callback(props.done.clone(), super::download::by_the_browser);
    let behind = asset.downloaded.filter(|had| *had < asset.current);
    html! {
        <section class="card stack tight" aria-labelledby="versions">
            <h2 id="versions">{ t!(words, "asset-versions") }</h2>
            if let Some(had) = behind {
                { hint(Glyph::Warn, "info", t!(words, "asset-version-older", number = had).into()) }
            }
            <ul class="stack" {onclick}>
                for version in &asset.versions {
                    { row(&words, asset, version) }
                }
            </ul>
        </section>
    }
}

fn row(words: &Words, asset: &Asset, version: &AssetVersion) -> Html {
    let number = t!(words, "asset-version", number = version.n);
    let day = words.day(version.created_at.date_naive());
    let who = match &version.created_by {
        Some(person) => t!(words, "asset-version-by", day = &day, name = person.name.as_str()),
        None => day,
    };
    // The current one has the button of the page.
    let older = version.n != asset.current && !version.withdrawn;
    let may_be_had = older && !matches!(asset.standing, Standing::Expired | Standing::Withdrawn);
    html! {
        <li key={version.n} class="row top" data-version={version.n.to_string()}>
            <div class="grow stack snug">
                <span class="row tight wrap">
                    <b>{ number }</b>
                    if version.n == asset.current { <span class="badge good">{ t!(words, "asset-version-current") }</span> }
                    if version.withdrawn { <span class="badge bad">{ t!(words, "asset-version-withdrawn") }</span> }
                    if asset.downloaded == Some(version.n) { <span class="badge plain">{ t!(words, "asset-version-yours") }</span> }
                </span>
                <small>{ who }</small>
                if !version.changes.is_empty() { <p class="pre">{ &version.changes }</p> }
            </div>
            if may_be_had {
                <a class="button icon" href={VersionAt::of(&asset.id, version.n).content()} download="" aria-label={t!(words, "asset-version-download", number = version.n)}>{ icon(Glyph::Download) }</a>
            }
        </li>
    }
}
