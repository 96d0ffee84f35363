//! Who approves which registrations, in which order, or that they are approved by themselves.

use super::super::fold::Fold;
use super::super::sheet::{Sheet, group};
use super::routing::scope;
use crate::parts::{deal_type, role_name};
use crate::t;
use crate::ui::{Choice, Field, Input};
use portico_contract::deal::content::DealType;
use portico_contract::programme::approval::Way;
use portico_contract::session::Role;
use serde_json::Value;
use yew::prelude::*;

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let rules =
        sheet.list("/approval", t!(words, "settings-approval"), (t!(words, "rule-add"), "add-approval"), |place, _| {
            rule(sheet, place)
        });
    group(t!(words, "settings-approval"), Some(t!(words, "settings-approval-rules-text")), rules)
}

fn rule(sheet: &Sheet<'_>, place: &str) -> Html {
    let words = sheet.words;
    let at = |member: &str| format!("{place}/{member}");
    let named = sheet.said(&at("name"));
    let itself = sheet.text(&at("way")) == Way::ByItself.name();
    let wanted = named.is_empty() || sheet.rules.pointer(&at("new")).is_some() || sheet.has_mistake_in(place);
    let ways: Vec<Choice> = Way::ALL
        .into_iter()
        .map(|way| {
            let said = match way {
                Way::Steps => t!(words, "way-steps"),
                Way::ByItself => t!(words, "way-itself"),
            };
            (way.name().into(), said.into())
        })
        .collect();
    let types: Vec<Choice> =
        DealType::ALL.iter().map(|one| (one.name().into(), deal_type(words, *one).into())).collect();
    let help = Some(AttrValue::from(t!(words, "scope-help")));
    let way = sheet.field(&at("way"), t!(words, "rule-way"));
    let way = Field { value: if itself { Way::ByItself.name().into() } else { Way::Steps.name().into() }, ..way };
    let summary = html! {
        <>
            <span>{ if named.is_empty() { t!(words, "rule-new") } else { named } }</span>
            <span class="badge plain">{ if itself { t!(words, "way-itself") } else { t!(words, "way-count", count = sheet.len(&at("steps"))) } }</span>
        </>
    };
    html! {
        <Fold {wanted} {summary}>
            <div class="stack">
                { sheet.words(&at("name"), &t!(words, "settings-name")) }
                <div class="two">
                    { optional(sheet, &at("from"), t!(words, "rule-from")) }
                    { optional(sheet, &at("below"), t!(words, "rule-below")) }
                </div>
                { Field { help: Some(t!(words, "rule-currency-help").into()), optional: true, ..sheet.field(&at("currency"), t!(words, "currency")) }.select(words, &currencies(sheet), true) }
                { sheet.ticks(&at("dealTypes"), t!(words, "deal-type"), help, &types) }
                { scope(sheet, place) }
                { way.segmented(&ways) }
                if itself {
                    <p class="quiet">{ t!(words, "way-itself-help") }</p>
                } else {
                    { steps(sheet, &at("steps")) }
                }
            </div>
        </Fold>
    }
}

fn optional(sheet: &Sheet<'_>, place: &str, label: String) -> Html {
    let help = Some(t!(sheet.words, "rule-amount-help").into());
    Field { input: Input::Decimal, optional: true, help, ..sheet.field(place, label) }.line(sheet.words)
}

fn currencies(sheet: &Sheet<'_>) -> Vec<Choice> {
    let offered = sheet.rules.pointer("/form/currencies").and_then(Value::as_array).into_iter().flatten();
    offered.filter_map(Value::as_str).map(|code| (code.to_owned().into(), code.to_owned().into())).collect()
}

/// Who approves, one after the other: a role, or a person.
fn steps(sheet: &Sheet<'_>, place: &str) -> Html {
    let words = sheet.words;
    let roles = [Role::ChannelManager, Role::VendorAdmin].map(|role| {
        let label = t!(words, "step-any", role = &role_name(words, role));
        (AttrValue::from(role.name()), AttrValue::from(label))
    });
    let people = sheet.people.iter().map(|(id, name)| (AttrValue::from(format!("@{id}")), name.clone()));
    let who: Vec<Choice> = roles.into_iter().chain(people).collect();
    sheet.list(place, t!(words, "rule-steps"), (t!(words, "step-add"), "add-text"), |place, index| {
        sheet.field(place, t!(words, "step-number", number = index + 1)).select(words, &who, true)
    })
}
