//! The form of registrations: what of the contract's optional fields is needed, and the tenant's own fields, with how
//! they will look.

use super::super::fold::Fold;
use super::super::sheet::{Sheet, group};
use crate::i18n::Words;
use crate::parts::deal_type;
use crate::t;
use crate::ui::{Choice, Field, Input};
use portico_contract::deal::content::DealType;
use portico_contract::deal::form::CustomKind;
use portico_contract::programme::CAN_BE_REQUIRED;
use yew::prelude::*;

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let optional: Vec<Choice> =
        CAN_BE_REQUIRED.iter().map(|place| ((*place).into(), optional_name(words, place).into())).collect();
    let required = sheet.ticks("/form/required", t!(words, "form-required"), None, &optional);
    let own =
        sheet.list("/form/fields", t!(words, "form-fields"), (t!(words, "form-field-add"), "add-field"), |place, _| {
            field(sheet, place)
        });
    html! {
        <>
            { group(t!(words, "form-fields"), Some(t!(words, "form-fields-text")), own) }
            { group(t!(words, "form-required"), Some(t!(words, "form-required-text")), required) }
        </>
    }
}

/// One of the tenant's own fields, and how it will look.
fn field(sheet: &Sheet<'_>, place: &str) -> Html {
    let words = sheet.words;
    let at = |member: &str| format!("{place}/{member}");
    let kinds: Vec<Choice> =
        KINDS.iter().map(|(name, kind)| ((*name).into(), kind_name(words, *kind).into())).collect();
    let kind = sheet.text(&at("type"));
    let kind = KINDS.iter().find(|(name, _)| *name == kind).map_or(CustomKind::Text, |(_, kind)| *kind);
    let types: Vec<Choice> =
        DealType::ALL.iter().map(|one| (one.name().into(), deal_type(words, *one).into())).collect();
    let help = Some(AttrValue::from(t!(words, "form-needed-help")));
    let named = sheet.said(&at("label"));
    let wanted = named.is_empty() || sheet.rules.pointer(&at("new")).is_some() || sheet.has_mistake_in(place);
    let summary = html! {
        <>
            <span>{ if named.is_empty() { t!(words, "form-field-new") } else { named } }</span>
            <span class="badge plain">{ kind_name(words, kind) }</span>
        </>
    };
    html! {
        <Fold {wanted} {summary}>
            <div class="stack">
            { sheet.words(&at("label"), &t!(words, "form-label")) }
            { sheet.spare_words(&at("help"), &t!(words, "form-help")) }
            <div class="two">
                { sheet.select(&at("type"), t!(words, "form-kind"), &kinds) }
                { limits(sheet, place, kind) }
            </div>
            if kind == CustomKind::Choice {
                { sheet.list(&at("options"), t!(words, "form-options"), (t!(words, "form-option-add"), "add-item"), |place, _| {
                    sheet.words(&format!("{place}/name"), &t!(words, "settings-name"))
                }) }
            }
            { sheet.ticks(&at("required"), t!(words, "form-needed"), help, &types) }
            { preview(sheet, place, kind) }
            </div>
        </Fold>
    }
}

fn limits(sheet: &Sheet<'_>, place: &str, kind: CustomKind) -> Html {
    let words = sheet.words;
    let number = |member: &str, label: String| sheet.number(&format!("{place}/{member}"), label, "");
    match kind {
        CustomKind::Number => {
            html! { <>{ number("min", t!(words, "form-min")) }{ number("max", t!(words, "form-max")) }</> }
        }
        CustomKind::Text | CustomKind::LongText => number("max", t!(words, "form-longest")),
        _ => Html::default(),
    }
}

/// The field as partners will see it. It is a picture: nothing can be typed into it.
fn preview(sheet: &Sheet<'_>, place: &str, kind: CustomKind) -> Html {
    let words = sheet.words;
    let said = |member: &str| sheet.said(&format!("{place}/{member}"));
    let help = said("help");
    let shown = Field {
        id: format!("{place}-seen").into(),
        label: said("label").into(),
        help: (!help.is_empty()).then(|| help.into()),
        optional: sheet.len(&format!("{place}/required")) == 0,
        ..Field::default()
    };
    let options: Vec<Choice> = (0..sheet.len(&format!("{place}/options")))
        .map(|index| said(&format!("options/{index}/name")))
        .map(|name| (name.clone().into(), name.into()))
        .collect();
    let drawn = match kind {
        CustomKind::LongText => shown.area(words),
        CustomKind::Choice => shown.select(words, &options, true),
        CustomKind::Checkbox => shown.tick(false, false),
        CustomKind::Number => Field { input: Input::Number, ..shown }.line(words),
        CustomKind::Date => Field { input: Input::Date, ..shown }.line(words),
        CustomKind::Text => shown.line(words),
    };
    html! {
        <figure class="stack tight">
            <figcaption class="quiet">{ t!(words, "form-preview") }</figcaption>
            <div class="card" inert=true>{ drawn }</div>
        </figure>
    }
}

const KINDS: [(&str, CustomKind); 6] = [
    ("text", CustomKind::Text),
    ("long_text", CustomKind::LongText),
    ("number", CustomKind::Number),
    ("choice", CustomKind::Choice),
    ("date", CustomKind::Date),
    ("checkbox", CustomKind::Checkbox),
];

fn kind_name(words: &Words, kind: CustomKind) -> String {
    match kind {
        CustomKind::Text => t!(words, "kind-text"),
        CustomKind::LongText => t!(words, "kind-long-text"),
        CustomKind::Number => t!(words, "kind-number"),
        CustomKind::Choice => t!(words, "kind-choice"),
        CustomKind::Date => t!(words, "kind-date"),
        CustomKind::Checkbox => t!(words, "kind-checkbox"),
    }
}

fn optional_name(words: &Words, place: &str) -> String {
    match place {
        "/customer/city" => t!(words, "city"),
        "/customer/industry" => t!(words, "industry"),
        "/customer/duns" => t!(words, "duns"),
        "/contact/phone" => t!(words, "contact-phone"),
        "/contact/title" => t!(words, "contact-title"),
        "/qualification/budget" => t!(words, "question-budget"),
        "/qualification/authority" => t!(words, "question-authority"),
        "/qualification/need" => t!(words, "question-need"),
        _ => t!(words, "question-timeline"),
    }
}
