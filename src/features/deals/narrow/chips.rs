//! What narrows the list, each part with its way out, and the button that keeps it.

use super::Views;
use super::filter::Filter;
use super::keep::Keep;
use super::options::use_options;
use super::part::{Known, Part};
use crate::i18n::use_words;
use crate::parts::{use_colleagues, use_form};
use crate::t;
use crate::ui::{focus, pressed, removable_chip};
use portico_contract::deal::filter::DealFilter;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ChipsProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
    /// Filters can be kept.
    pub views: Option<Views>,
}

/// Chips; nothing where nothing narrows the list.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let narrow = &props.filter.narrow;
    // Somebody's own have a chip among the sets.
    let named = (!narrow.owner.is_empty() && !narrow.is_mine()) || !narrow.organisation.is_empty();
    let known = Known { options: use_options("", named), colleagues: use_colleagues(!narrow.handler.is_empty()) };
    let onclick = use_callback((props.filter.clone(), props.change.clone()), |event: MouseEvent, (filter, change)| {
        let Some(name) = pressed(&event, "data-part") else { return };
        match Part::ALL.into_iter().find(|(_, known)| *known == name) {
            Some((part, _)) => change.emit(part.taken_out(filter)),
            None => {
                let narrow = DealFilter { q: filter.narrow.q.clone(), ..DealFilter::default() };
                change.emit(Filter {
                    narrow,
                    set: filter.shown().map(super::Set::Named).or(Some(super::Set::All)),
                    sort: filter.sort,
                });
            }
        }
        // What was pressed is gone.
        focus("filters");
    });
    let said = Part::ALL.into_iter().filter(|(part, _)| *part != Part::Owner || !narrow.is_mine());
    let said: Vec<_> =
        said.filter_map(|(part, name)| Some((part, name, part.said(&words, &form, &known, narrow)?))).collect();
    let keeps =
        props.views.clone().filter(|views| *narrow != DealFilter::default() && views.active(&props.filter).is_none());
    if said.is_empty() && keeps.is_none() {
        return Html::default();
    }
    let many = said.len() > 1;
    let chip = |(part, name, text): (Part, &'static str, String)| {
        removable_chip(&words, name, &t!(words, "filter-chip", label = &part.label(&words), value = &text))
    };
    html! {
        <div class="row wrap tight" role="group" aria-label={t!(words, "filter-set")} {onclick}>
            { for said.into_iter().map(chip) }
            if many { <button type="button" class="button plain small" data-part="all">{ t!(words, "filter-clear") }</button> }
            if let Some(views) = keeps { <Keep filter={props.filter.clone()} {views} /> }
        </div>
    }
}
