//! What narrows the library, each value with its way out.

use super::filter::{FACETS, Filter};
use super::names::{facet_name, value_name};
use super::search::SearchProps;
use crate::i18n::use_words;
use crate::parts::use_form;
use crate::t;
use crate::ui::{Glyph, focus, pressed, small_icon};
use portico_contract::asset::filter::AssetFilter;
use yew::prelude::*;

/// The deal, among the facets.
const DEAL: &str = "deal";

/// Chips; nothing where nothing narrows the list.
#[component]
pub(super) fn Chips(props: &SearchProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let filter = &props.filter;
    let onclick = use_callback((filter.clone(), props.change.clone()), |event: MouseEvent, (filter, change)| {
        let Some(part) = pressed(&event, "data-part") else { return };
        change.emit(match part.split_once(':') {
            Some((DEAL, _)) => Filter { narrow: AssetFilter { deal: None, ..filter.narrow.clone() }, ..filter.clone() },
            Some((facet, value)) => filter.turned(facet, value, false),
            None => filter.bare(),
        });
        // What was pressed is gone.
        focus("search");
    });
    let mut said: Vec<(String, String)> = Vec::new();
    if filter.narrow.deal.is_some() {
        said.push((format!("{DEAL}:"), t!(words, "assets-deal")));
    }
    for facet in FACETS {
        let label = facet_name(&words, facet).unwrap_or_default();
        said.extend(filter.values(facet).into_iter().map(|value| {
            let name = value_name(&words, &form, facet, &value);
            (format!("{facet}:{value}"), t!(words, "filter-chip", label = &label, value = &name))
        }));
    }
    if said.is_empty() {
        return Html::default();
    }
    let all = filter.ticked() > 1;
    let chip = |(part, text): (String, String)| {
        html! {
            <button type="button" class="chip" key={part.clone()} data-part={part} aria-label={t!(words, "filter-remove", filter = &text)}>
                <span class="clip" style="max-width: 16rem">{ text }</span>{ small_icon(Glyph::Close) }
            </button>
        }
    };
    html! {
        <div class="row wrap tight" role="group" aria-label={t!(words, "assets-filter-set")} {onclick}>
            { for said.into_iter().map(chip) }
            if all { <button type="button" class="button plain small" data-part="all">{ t!(words, "assets-clear") }</button> }
        </div>
    }
}
