//! What partners earn: what adds to a margin and when, how much at most, when it is locked, and what partners are known
//! by.

use super::super::fold::Fold;
use super::super::sheet::{Sheet, group, part};
use super::either;
use super::lists::named;
use crate::i18n::Words;
use crate::parts::deal_type;
use crate::t;
use crate::ui::{Choice, Field, Input};
use portico_contract::deal::content::DealType;
use yew::prelude::*;

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let rules = sheet.list(
        "/incentives/rules",
        t!(words, "incentive-rules"),
        (t!(words, "incentive-rule-add"), "add-rule"),
        |place, _| rule(sheet, place),
    );
    html! {
        <>
            { group(t!(words, "incentive-rules"), Some(t!(words, "incentive-rules-text")), rules) }
            { part(t!(words, "incentive-together"), None, together(sheet)) }
            { named(sheet, "/incentives/tiers", t!(words, "incentive-tiers"), t!(words, "incentive-tiers-text"), t!(words, "incentive-tier-add")) }
            { named(sheet, "/incentives/partnerTypes", t!(words, "incentive-types"), String::new(), t!(words, "incentive-type-add")) }
            { named(sheet, "/incentives/certifications", t!(words, "incentive-certifications"), t!(words, "incentive-certifications-text"), t!(words, "incentive-certification-add")) }
        </>
    }
}

/// What holds for all rules together.
fn together(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let most = Field {
        input: Input::Decimal,
        optional: true,
        help: Some(t!(words, "incentive-most-help").into()),
        ..sheet.decimal("/incentives/most", t!(words, "incentive-most"))
    };
    let locks = either(t!(words, "incentive-lock-approval"), t!(words, "incentive-lock-win"));
    let published = either(t!(words, "incentive-published-yes"), t!(words, "incentive-published-no"));
    html! {
        <>
            { most.line(words) }
            { sheet.field("/incentives/lockAtApproval", t!(words, "incentive-lock")).segmented(&locks) }
            { sheet.field("/incentives/published", t!(words, "incentive-published")).segmented(&published) }
        </>
    }
}

/// One rule: its name, what it adds, and of each kind what it asks for.
fn rule(sheet: &Sheet<'_>, place: &str) -> Html {
    let words = sheet.words;
    let at = |member: &str| format!("{place}/{member}");
    let name = said(sheet, &at("name"));
    let points = sheet.decimal(&at("points"), t!(words, "incentive-points"));
    let given = points.value.clone();
    let wanted = name.is_empty() || sheet.rules.pointer(&at("new")).is_some() || sheet.has_mistake_in(place);
    let types: Vec<Choice> =
        DealType::ALL.iter().map(|one| (one.name().into(), deal_type(words, *one).into())).collect();
    let asks = [
        ("tiers", t!(words, "incentive-when-tier"), choices(sheet, "/incentives/tiers", &at("when/tiers"))),
        (
            "partnerTypes",
            t!(words, "incentive-when-type"),
            choices(sheet, "/incentives/partnerTypes", &at("when/partnerTypes")),
        ),
        ("dealTypes", t!(words, "incentive-when-deal"), types),
        ("products", t!(words, "incentive-when-product"), choices(sheet, "/form/products", &at("when/products"))),
        (
            "certifications",
            t!(words, "incentive-when-certification"),
            choices(sheet, "/incentives/certifications", &at("when/certifications")),
        ),
    ];
    let summary = html! {
        <>
            <span>{ if name.is_empty() { t!(words, "incentive-rule-new") } else { name } }</span>
            if !given.is_empty() { <span class="badge plain">{ percent(words, &given) }</span> }
        </>
    };
    html! {
        <Fold {wanted} {summary}>
            <div class="stack">
                { sheet.words(&at("name"), &t!(words, "settings-name")) }
                { Field { input: Input::Decimal, help: Some(t!(words, "incentive-points-help").into()), ..points }.line(words) }
                <p class="quiet">{ t!(words, "incentive-when-text") }</p>
                for (list, label, choices) in asks {
                    if !choices.is_empty() { { sheet.ticks(&at(&format!("when/{list}")), label, None, &choices) } }
                }
            </div>
        </Fold>
    }
}

fn percent(words: &Words, typed: &str) -> String {
    words.percent(&typed.replace(',', "."))
}

/// What is called so in the person's language, or else in the preset one.
fn said(sheet: &Sheet<'_>, place: &str) -> String {
    let own = sheet.text(&format!("{place}/{}", sheet.words.language()));
    if own.is_empty() { sheet.text(&format!("{place}/{}", sheet.preset())) } else { own }
}

/// The items of a list to choose from; with them what was chosen and is not there any more, so that it can be let go.
fn choices(sheet: &Sheet<'_>, list: &str, chosen: &str) -> Vec<Choice> {
    let items = (0..sheet.len(list)).map(|index| format!("{list}/{index}"));
    let known: Vec<(String, String)> = items
        .map(|item| (sheet.text(&format!("{item}/id")), said(sheet, &format!("{item}/name"))))
        .filter(|(id, _)| !id.is_empty())
        .collect();
    let gone = (0..sheet.len(chosen)).map(|index| sheet.text(&format!("{chosen}/{index}")));
    let gone: Vec<(String, String)> = gone
        .filter(|id| known.iter().all(|(there, _)| there != id))
        .map(|id| (id.clone(), t!(sheet.words, "incentive-gone", name = &id)))
        .collect();
    known.into_iter().chain(gone).map(|(id, name)| (id.into(), name.into())).collect()
}
