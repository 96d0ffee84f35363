//! What kinds of assets are called.

use crate::i18n::Words;
use crate::t;
use portico_contract::asset::AssetKind;

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
