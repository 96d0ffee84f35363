//! What kinds, formats, orders and values are called.

use crate::i18n::Words;
use crate::parts::{Form, asset_kind, role_name, standing_name};
use crate::t;
use portico_contract::asset::filter::AssetSort;
use portico_contract::asset::{AssetKind, AssetSummary, Format, Standing};
use portico_contract::deal::Stage;
use portico_contract::session::Role;

/// What a format is called.
pub(super) fn format_name(words: &Words, format: Format) -> String {
    match format {
        Format::Pdf => t!(words, "format-pdf"),
        Format::Document => t!(words, "format-document"),
        Format::Slides => t!(words, "format-slides"),
        Format::Table => t!(words, "format-table"),
        Format::Picture => t!(words, "format-picture"),
        Format::Video => t!(words, "format-video"),
        Format::Page => t!(words, "format-page"),
        Format::Text => t!(words, "format-text"),
        Format::Other => t!(words, "format-other"),
    }
}

/// What an order is called.
pub(super) fn sort_name(words: &Words, sort: AssetSort) -> String {
    match sort {
        AssetSort::Best => t!(words, "assets-sort-best"),
        AssetSort::Newest => t!(words, "assets-sort-newest"),
        AssetSort::Popular => t!(words, "assets-sort-popular"),
        AssetSort::Title => t!(words, "assets-sort-title"),
    }
}

/// What a way to narrow is called; none where a newer PRM has one that is not known here.
pub(super) fn facet_name(words: &Words, facet: &str) -> Option<String> {
    Some(match facet {
        "kind" => t!(words, "facet-kind"),
        "format" => t!(words, "facet-format"),
        "product" => t!(words, "facet-product"),
        "industry" => t!(words, "facet-industry"),
        "locale" => t!(words, "facet-locale"),
        "role" => t!(words, "facet-role"),
        "stage" => t!(words, "facet-stage"),
        "standing" => t!(words, "facet-standing"),
        _ => return None,
    })
}

/// What a value of a facet is called; the value itself where it is not known.
pub(super) fn value_name(words: &Words, form: &Form, facet: &str, value: &str) -> String {
    let known = match facet {
        "kind" => AssetKind::parse(value).map(|kind| asset_kind(words, kind)),
        "format" => Format::parse(value).map(|format| format_name(words, format)),
        "product" => Some(form.product(value).to_owned()),
        "industry" => Some(form.industry(value).to_owned()),
        "locale" => Some(words.language_name(value)),
        "role" => Role::parse(value).map(|role| role_name(words, role)),
        "stage" => Stage::parse(value).map(|stage| form.stage(stage, None).to_owned()),
        "standing" => Standing::parse(value).map(|standing| standing_name(words, standing)),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// How long a film plays, as players show it: `0:15`, `1:02:07`.
pub(super) fn playing(millis: u64) -> String {
    let seconds = millis.div_ceil(1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// What an asset is, in a line: its kind, format, pages or minutes, size.
pub(super) fn in_a_line(words: &Words, asset: &AssetSummary) -> String {
    let (kind, format) = (asset_kind(words, asset.kind), format_name(words, asset.format));
    let pages = asset.page_count.map(|count| t!(words, "asset-pages", count = count));
    let length = asset.millis.map(playing);
    let parts = [Some(kind.clone()), Some(format).filter(|format| *format != kind), pages, length];
    let parts = parts.into_iter().flatten().chain([words.bytes(asset.size)]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// Whether an asset is in another language than the one that is read.
pub(super) fn is_foreign(words: &Words, locale: &str) -> bool {
    let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    base(locale) != base(words.language())
}
