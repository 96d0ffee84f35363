//! Territories, and whom registrations go to: names of countries and people, never their codes and ids.

use super::super::sheet::{Sheet, group};
use crate::parts::country_choices;
use crate::t;
use crate::ui::{Choice, Field, Glyph, small_icon};
use serde_json::Value;
use yew::prelude::*;

/// What the name of a list's field for one more value ends with.
pub(in super::super) const ONE_MORE: &str = "+";

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let countries = country_choices(words);
    let territories = sheet.list(
        "/routing/territories",
        t!(words, "settings-territories"),
        (t!(words, "territory-add"), "add-territory"),
        |place, _| {
            html! {
                <>
                    { sheet.words(&format!("{place}/name"), &t!(words, "settings-name")) }
                    { members(sheet, &format!("{place}/countries"), &countries) }
                </>
            }
        },
    );
    let rules = sheet.list(
        "/routing/rules",
        t!(words, "settings-routing-rules"),
        (t!(words, "rule-add"), "add-route"),
        |place, _| {
            html! {
                <>
                    { scope(sheet, place) }
                    { sheet.field(&format!("{place}/to"), t!(words, "rule-to")).select(words, sheet.people, true) }
                </>
            }
        },
    );
    html! {
        <>
            { group(t!(words, "settings-territories"), Some(t!(words, "settings-territories-text")), territories) }
            { group(t!(words, "settings-routing-rules"), Some(t!(words, "settings-routing-rules-text")), rules) }
        </>
    }
}

/// The countries of a territory: each a button that takes it out, and a list to choose one more from.
fn members(sheet: &Sheet<'_>, place: &str, countries: &[Choice]) -> Html {
    let words = sheet.words;
    let chosen: Vec<&Choice> = countries.iter().filter(|(code, _)| sheet.has(place, code)).collect();
    let left: Vec<Choice> = countries.iter().filter(|(code, _)| !sheet.has(place, code)).cloned().collect();
    let more =
        Field { id: format!("{place}{ONE_MORE}").into(), label: t!(words, "country-add").into(), ..Field::default() };
    let boxes = html! {
        <div class="stack tight">
            if !chosen.is_empty() {
                <div class="row tight wrap">
                    for (code, name) in chosen {
                        <button type="button" class="chip" key={code.to_string()} data-op={format!("untick:{place}={code}")}>
                            { name }{ small_icon(Glyph::Close) }<span class="unseen">{ t!(words, "country-drop", name = name.as_str()) }</span>
                        </button>
                    }
                </div>
            }
            { more.select(words, &left, true) }
        </div>
    };
    sheet.field(place, t!(words, "territory-countries")).group(boxes)
}

/// Where, and for what; with nothing ticked everywhere and for everything.
pub(super) fn scope(sheet: &Sheet<'_>, place: &str) -> Html {
    let words = sheet.words;
    let (territories, products) = (format!("{place}/scope/territories"), format!("{place}/scope/products"));
    let help = || Some(AttrValue::from(t!(words, "scope-help")));
    html! {
        <>
            { sheet.ticks(&territories, t!(words, "scope-territories"), help(), &choices(sheet, "/routing/territories", &territories)) }
            { sheet.ticks(&products, t!(words, "scope-products"), help(), &choices(sheet, "/form/products", &products)) }
        </>
    }
}

/// The items of a list by id and name; and what is ticked and there is no more, so that it can be taken away.
fn choices(sheet: &Sheet<'_>, list: &str, ticked: &str) -> Vec<Choice> {
    let known = (0..sheet.len(list)).map(|index| {
        let id = sheet.text(&format!("{list}/{index}/id"));
        let name = sheet.said(&format!("{list}/{index}/name"));
        (AttrValue::from(id), AttrValue::from(name))
    });
    let mut choices: Vec<Choice> = known.filter(|(id, _)| !id.is_empty()).collect();
    let chosen = sheet.rules.pointer(ticked).and_then(Value::as_array).into_iter().flatten();
    for id in chosen.filter_map(Value::as_str) {
        if choices.iter().all(|(known, _)| *known != id) {
            choices.push((id.to_owned().into(), t!(sheet.words, "scope-removed", id = id).into()));
        }
    }
    choices
}
