//! Templates for reasons: with which decision, by what they are chosen, and the text in each language.

use super::super::fold::Fold;
use super::super::sheet::{Sheet, group};
use crate::i18n::Words;
use crate::t;
use crate::ui::Choice;
use portico_contract::deal::Command;
use portico_contract::programme::templates::{PLACEHOLDERS, TEMPLATED};
use yew::prelude::*;

pub(super) fn templates(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let commands: Vec<Choice> =
        TEMPLATED.into_iter().map(|command| (command.name().into(), command_name(words, command).into())).collect();
    let item = |place: &str, _| {
        let at = |member: &str| format!("{place}/{member}");
        let named = sheet.said(&at("name"));
        let command = Command::parse(&sheet.text(&at("command"))).unwrap_or(Command::Reject);
        let wanted = named.is_empty() || sheet.rules.pointer(&at("new")).is_some() || sheet.has_mistake_in(place);
        let summary = html! {
            <>
                <span>{ if named.is_empty() { t!(words, "template-new") } else { named } }</span>
                <span class="badge plain">{ command_name(words, command) }</span>
            </>
        };
        html! {
            <Fold {wanted} {summary}>
                <div class="stack">
                    { sheet.select(&at("command"), t!(words, "template-for"), &commands) }
                    { sheet.words(&at("name"), &t!(words, "settings-name")) }
                    { sheet.areas(&at("body"), &t!(words, "template-body")) }
                </div>
            </Fold>
        }
    };
    let list = sheet.list(
        "/reasons/templates",
        t!(words, "settings-templates"),
        (t!(words, "template-add"), "add-template"),
        item,
    );
    let names: Vec<String> = PLACEHOLDERS.iter().map(|name| format!("{{{name}}}")).collect();
    let text = t!(words, "settings-templates-text", names = &names.join(", "));
    group(t!(words, "settings-templates"), Some(text), list)
}

/// What a decision is called.
fn command_name(words: &Words, command: Command) -> String {
    match command {
        Command::Approve => t!(words, "act-approve-short"),
        Command::RequestInfo => t!(words, "act-ask"),
        Command::MarkDuplicate => t!(words, "act-duplicate"),
        Command::Revert => t!(words, "act-revert"),
        _ => t!(words, "act-reject"),
    }
}
