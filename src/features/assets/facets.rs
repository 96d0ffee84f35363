//! Values to tick, with how many assets each would find: a column at a desk, a sheet on a phone.

use super::filter::{FACETS, Filter, STANDING};
use super::names::{facet_name, value_name};
use crate::i18n::{Words, use_words};
use crate::parts::{Form, use_form};
use crate::t;
use crate::ui::{Dialog, Glyph, Typed, icon, typed};
use portico_contract::asset::Standing;
use portico_contract::asset::list::{Facet, FacetValue};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

/// So many values of a facet are in view at once.
const IN_VIEW: usize = 6;

#[derive(Properties)]
pub(super) struct FacetsProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
    pub facets: Rc<[Facet]>,
    /// How many assets there are with what is ticked; none while that is asked.
    pub total: Option<u32>,
}

impl PartialEq for FacetsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.facets, &other.facets)
            && (&self.filter, &self.change, self.total) == (&other.filter, &other.change, other.total)
    }
}

/// The values of all facets. What is ticked narrows the list at once.
#[styled_component]
pub(super) fn Facets(props: &FacetsProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let oninput = use_callback((props.filter.clone(), props.change.clone()), |event: InputEvent, (filter, change)| {
        if let Some((name, Typed::Tick(on))) = typed(&event)
            && let Some((facet, value)) = name.split_once(':')
        {
            change.emit(filter.turned(facet, value, on));
        }
    });
    html! {
        <div {oninput} class={classes!("stack", css!(r"
            & fieldset { display: grid; }
            & legend { font-weight: 600; font-size: var(--text-s); padding-block-end: var(--space-1); }
            & .choice { border: 0; background: none; padding-inline: 0; font-size: var(--text-s); gap: var(--space-2); }
            & .choice:has(:checked) { background: none; font-weight: 600; }
            & .choice .grow { overflow-wrap: anywhere; }
            & summary { display: inline-flex; align-items: center; margin-block: 0; color: var(--brand); font-size: var(--text-s); font-weight: 600; }
            & [open] > summary { display: none; }
        "))}>
            for facet in FACETS {
                { group(&words, &form, props, facet) }
            }
        </div>
    }
}

fn group(words: &Words, form: &Form, props: &FacetsProps, name: &'static str) -> Html {
    let ticked = props.filter.values(name);
    let offered = props.facets.iter().find(|facet| facet.name == name);
    let mut values: Vec<FacetValue> = offered.map(|facet| facet.values.clone()).unwrap_or_default();
    // What is ticked can always be unticked.
    for value in &ticked {
        if !values.iter().any(|known| known.value == *value) {
            values.push(FacetValue { value: value.clone(), count: 0 });
        }
    }
    // What all have in common divides nothing; but without a tick the list has what may be used alone.
    let divides = name == STANDING && values.iter().any(|one| one.value != Standing::Current.name());
    if values.len() < 2 && ticked.is_empty() && !divides {
        return Html::default();
    }
    let hidden = values.len() > IN_VIEW + 1 && !values[IN_VIEW..].iter().any(|value| ticked.contains(&value.value));
    let rest = if hidden { values.split_off(IN_VIEW) } else { Vec::new() };
    let all = values.len() + rest.len();
    let choice = |value: FacetValue| {
        let id = format!("{name}:{}", value.value);
        let text = value_name(words, form, name, &value.value);
        let said = t!(words, "assets-filter-value", name = &text, count = value.count);
        html! {
            <label class="choice" key={id.clone()}>
                <input type="checkbox" name={id} checked={ticked.contains(&value.value)} aria-label={said} />
                <span class="grow">{ text }</span><small>{ value.count }</small>
            </label>
        }
    };
    html! {
        <fieldset key={name} data-facet={name}>
            <legend>{ facet_name(words, name) }</legend>
            { for values.into_iter().map(choice) }
            if hidden {
                <details>
                    <summary>{ t!(words, "assets-all-values", count = all) }</summary>
                    { for rest.into_iter().map(choice) }
                </details>
            }
        </fieldset>
    }
}

/// The button of a phone, and the sheet that it opens.
#[component]
pub(super) fn FacetSheet(props: &FacetsProps) -> Html {
    let words = use_words();
    let open = use_state(|| false);
    let show = use_callback(open.setter(), |_: MouseEvent, open| open.set(true));
    let close = use_callback(open.setter(), |(): (), open| open.set(false));
    let done = use_callback(open.setter(), |_: MouseEvent, open| open.set(false));
    let clear = use_callback((props.filter.clone(), props.change.clone()), |_: MouseEvent, (filter, change)| {
        change.emit(filter.bare());
    });
    let ticked = props.filter.ticked();
    html! {
        <>
            <button type="button" class="button" id="filters" aria-haspopup="dialog" onclick={show}>
                { icon(Glyph::Settings) }{ t!(words, "assets-filters") }
                if ticked > 0 { <span class="count">{ ticked }</span> }
            </button>
            if *open {
                <Dialog labelled_by="facets-title" on_close={close}>
                    <div>
                        <div class="row between">
                            <h2 id="facets-title">{ t!(words, "assets-filters") }</h2>
                            <button type="button" class="button plain small" onclick={clear}>{ t!(words, "assets-clear") }</button>
                        </div>
                        <Facets filter={props.filter.clone()} change={props.change.clone()} facets={props.facets.clone()} total={props.total} />
                        <button type="button" class="button primary wide" style="position: sticky; inset-block-end: var(--space-4)" onclick={done}>
                            { props.total.map_or_else(|| t!(words, "done"), |total| t!(words, "assets-filters-show", count = total)) }
                        </button>
                    </div>
                </Dialog>
            }
        </>
    }
}
