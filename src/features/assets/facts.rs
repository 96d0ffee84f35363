//! What an asset is, whom it is for, and whether it may be used.

use super::names::{format_name, playing};
use crate::i18n::{Words, use_words};
use crate::parts::{Form, asset_kind, role_name, use_form};
use crate::t;
use crate::ui::{Glyph, hint};
use portico_contract::asset::{Asset, Audience, Standing};
use std::rc::Rc;
use yew::prelude::*;

/// How it stands, where it is not simply there to be used.
pub(super) fn standing(words: &Words, asset: &Asset) -> Html {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let said = |glyph: Glyph, tone: &'static str, title: Option<String>, text: String| {
        html! {
            <div data-standing={asset.standing.name()}>
                { hint(glyph, tone, html! { <>if let Some(title) = title { <b>{ title }</b> }<span>{ text }</span></> }) }
            </div>
        }
    };
    match asset.standing {
        Standing::Current => Html::default(),
        Standing::Draft => said(Glyph::File, "info", None, t!(words, "asset-draft")),
        Standing::Proposed => said(Glyph::File, "info", None, t!(words, "asset-proposed")),
        Standing::Scheduled => {
            said(Glyph::Clock, "info", None, t!(words, "asset-scheduled", day = &day(asset.starts_on)))
        }
        Standing::Expired => {
            let text = t!(words, "asset-expired-text", day = &day(asset.expires_on));
            said(Glyph::Warn, "bad", Some(t!(words, "asset-expired")), text)
        }
        Standing::Withdrawn => {
            said(Glyph::Warn, "bad", Some(t!(words, "asset-withdrawn")), t!(words, "asset-withdrawn-text"))
        }
    }
}

#[derive(Properties)]
pub(super) struct FactsProps {
    pub asset: Rc<Asset>,
}

impl PartialEq for FactsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.asset, &other.asset)
    }
}

/// The facts.
#[component]
pub(super) fn Facts(props: &FactsProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let asset = &props.asset;
    let version = asset.current_version();
    let format = version.map(|version| format_name(&words, version.format));
    let pages = version.and_then(|version| version.page_count).map(|count| t!(words, "asset-pages", count = count));
    let size = version.map(|version| words.bytes(version.size));
    let size = [size, pages].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let length = version.and_then(|version| version.millis).map(playing);
    let names = |all: &[String], name: fn(&Form, &str) -> String| {
        all.iter().map(|id| name(&form, id)).collect::<Vec<_>>().join(", ")
    };
    let industries = match asset.industries.as_slice() {
        [] => t!(words, "asset-every-industry"),
        some => names(some, |form, id| form.industry(id).to_owned()),
    };
    let stages: Vec<String> = asset.stages.iter().map(|stage| form.stage(*stage, None).to_owned()).collect();
    let stages = if stages.is_empty() { t!(words, "asset-every-stage") } else { stages.join(", ") };
    let until = match asset.expires_on {
        Some(day) => words.day(day),
        None => t!(words, "asset-valid-always"),
    };
    html! {
        <section class="card stack tight" aria-labelledby="facts">
            <h2 id="facts">{ t!(words, "asset-facts") }</h2>
            <dl class="facts">
                { fact(t!(words, "facet-kind"), asset_kind(&words, asset.kind)) }
                { fact(t!(words, "facet-format"), format.unwrap_or_default()) }
                { fact(t!(words, "facet-locale"), words.language_name(&asset.locale)) }
                { fact(t!(words, "asset-size"), size) }
                { fact(t!(words, "asset-length"), length.unwrap_or_default()) }
                { fact(t!(words, "asset-valid-from"), asset.starts_on.map(|day| words.day(day)).unwrap_or_default()) }
                { fact(t!(words, "asset-valid"), until) }
                <dt>{ t!(words, "asset-audience") }</dt>
                <dd>{ audience(&words, &asset.audience) }</dd>
                { fact(t!(words, "asset-products"), names(&asset.products, |form, id| form.product(id).to_owned())) }
                { fact(t!(words, "asset-industries"), industries) }
                { fact(t!(words, "asset-stages"), stages) }
                { fact(t!(words, "asset-tags"), asset.tags.join(", ")) }
                { fact(t!(words, "asset-updated"), words.day(asset.updated_at.date_naive())) }
                { fact(t!(words, "asset-downloads"), asset.downloads.to_string()) }
            </dl>
        </section>
    }
}

/// A fact; nothing where there is none.
fn fact(name: String, value: String) -> Html {
    if value.is_empty() {
        return Html::default();
    }
    html! { <><dt>{ name }</dt><dd>{ value }</dd></> }
}

/// Whom it is for, in words.
fn audience(words: &Words, audience: &Audience) -> Html {
    if audience.is_everybody() {
        return t!(words, "asset-for-everybody").into();
    }
    let roles: Vec<String> = audience.roles.iter().map(|role| role_name(words, *role)).collect();
    let regions: Vec<String> = audience.regions.iter().map(|country| words.country(*country)).collect();
    let said = [
        (audience.tiers.join(", "), t!(words, "asset-for-tiers", names = &audience.tiers.join(", "))),
        (audience.partner_types.join(", "), t!(words, "asset-for-types", names = &audience.partner_types.join(", "))),
        (roles.join(", "), t!(words, "asset-for-roles", names = &roles.join(", "))),
        (regions.join(", "), t!(words, "asset-for-regions", names = &regions.join(", "))),
    ];
    let said = said.into_iter().filter(|(names, _)| !names.is_empty());
    said.map(|(_, text)| html! { <span class="block">{ text }</span> }).collect()
}
