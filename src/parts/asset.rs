//! What kinds and standings of assets are called.

use crate::i18n::Words;
use crate::t;
use portico_contract::asset::{AssetKind, Standing};
use yew::prelude::*;

/// What a kind is called.
#[must_use]
pub fn asset_kind(words: &Words, kind: AssetKind) -> String {
    match kind {
        AssetKind::Brochure => t!(words, "assets-kind-brochure"),
        AssetKind::DataSheet => t!(words, "assets-kind-data-sheet"),
        AssetKind::Presentation => t!(words, "assets-kind-presentation"),
        AssetKind::CaseStudy => t!(words, "assets-kind-case-study"),
        AssetKind::PriceList => t!(words, "assets-kind-price-list"),
        AssetKind::Playbook => t!(words, "assets-kind-playbook"),
        AssetKind::BattleCard => t!(words, "assets-kind-battle-card"),
        AssetKind::Guide => t!(words, "assets-kind-guide"),
        AssetKind::WhitePaper => t!(words, "assets-kind-white-paper"),
        AssetKind::Video => t!(words, "assets-kind-video"),
        AssetKind::Image => t!(words, "assets-kind-image"),
        AssetKind::Logo => t!(words, "assets-kind-logo"),
        AssetKind::Banner => t!(words, "assets-kind-banner"),
        AssetKind::EmailTemplate => t!(words, "assets-kind-email-template"),
        AssetKind::SocialPost => t!(words, "assets-kind-social-post"),
        AssetKind::Template => t!(words, "assets-kind-template"),
        AssetKind::Spreadsheet => t!(words, "assets-kind-spreadsheet"),
        AssetKind::Text => t!(words, "assets-kind-text"),
    }
}

/// What a standing is called.
#[must_use]
pub fn standing_name(words: &Words, standing: Standing) -> String {
    match standing {
        Standing::Draft => t!(words, "review-draft"),
        Standing::Proposed => t!(words, "asset-proposed-short"),
        Standing::Scheduled => t!(words, "asset-scheduled-short"),
        Standing::Current => t!(words, "asset-published"),
        Standing::Expired => t!(words, "asset-expired"),
        Standing::Withdrawn => t!(words, "asset-withdrawn"),
    }
}

/// How an asset stands, where it may not be used now; nothing where it may, as most may.
pub fn standing_badge(words: &Words, standing: Standing) -> Html {
    let class = match standing {
        Standing::Current => return Html::default(),
        Standing::Draft => "badge",
        Standing::Proposed | Standing::Scheduled => "badge info",
        Standing::Expired | Standing::Withdrawn => "badge bad",
    };
    html! { <span {class} data-standing={standing.name()}>{ standing_name(words, standing) }</span> }
}
