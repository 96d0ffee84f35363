//! The files of a message in view: a row for each, and the ways to choose some.

use super::files::{Files, Item, State, chosen};
use super::limits::Why;
use crate::i18n::Words;
use crate::t;
use crate::ui::{Glyph, icon, small_icon};
use portico_contract::attachment::endings;
use portico_contract::problem::ProblemKind;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Buttons that open the system's own choice of files and, where there is a camera at hand, that.
pub fn choosers(words: &Words, files: &Files, inputs: &[NodeRef; 2]) -> Html {
    let chosen = |files: &Files| {
        let files = files.clone();
        Callback::from(move |event: Event| files.add.emit(chosen(&event)))
    };
    let opens = |node: &NodeRef| {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let accept: Vec<String> = endings().collect();
    html! {
        <>
            <input ref={inputs[0].clone()} type="file" name="files" hidden=true multiple=true accept={accept.join(",")} onchange={chosen(files)} />
            <button type="button" class="button icon bordered" aria-label={t!(words, "attach-file")} title={t!(words, "attach-file")} onclick={opens(&inputs[0])}>{ icon(Glyph::Clip) }</button>
            <input ref={inputs[1].clone()} type="file" name="photo" hidden=true accept="image/*" capture="environment" onchange={chosen(files)} />
            <button type="button" class="button icon bordered camera" aria-label={t!(words, "attach-photo")} title={t!(words, "attach-photo")} onclick={opens(&inputs[1])}>{ icon(Glyph::Camera) }</button>
        </>
    }
}

/// The rows, and what is read out when one has come to its end.
pub fn rows(words: &Words, files: &Files) -> Html {
    let items = &files.all.items;
    let pressing = files.clone();
    let onclick = Callback::from(move |event: MouseEvent| pressing.press(&event));
    let ended = items.iter().rev().find_map(|item| match item.state {
        State::Taken(_) => Some(t!(words, "attach-ready", name = item.name.as_str())),
        State::Refused(_) => Some(t!(words, "attach-not-ready", name = item.name.as_str())),
        State::Going | State::Waiting => None,
    });
    html! {
        <>
            if !items.is_empty() {
                <ul class="files" aria-label={t!(words, "attach-files")} {onclick}>{ for items.iter().map(|item| row(words, item)) }</ul>
            }
            <p class="unseen" role="status">{ ended }</p>
        </>
    }
}

/// A file: its name, how far it has come, and what can be done with it.
pub fn row(words: &Words, item: &Item) -> Html {
    let share = f64::from(item.sent) / f64::from(item.size.max(1)) * 100.0;
    let going = matches!(item.state, State::Going | State::Waiting);
    let said = match &item.state {
        State::Going => t!(words, "attach-sent", sent = &words.bytes(item.sent), size = &words.bytes(item.size)),
        State::Waiting => t!(words, "attach-waiting"),
        State::Taken(_) => words.bytes(item.size),
        State::Refused(why) => refused(words, why),
    };
    let (class, glyph) = match item.state {
        State::Refused(_) => ("bad", Glyph::Warn),
        State::Taken(_) => ("good", Glyph::Check),
        State::Going => ("", Glyph::File),
        State::Waiting => ("", Glyph::Off),
    };
    html! {
        <li key={item.place} {class}>
            { small_icon(glyph) }
            <div class="grow">
                <b>{ &item.name }</b>
                <small>{ said }</small>
                if going {
                    <div class="meter" role="progressbar" aria-label={item.name.clone()} aria-valuenow={format!("{share:.0}")} aria-valuemin="0" aria-valuemax="100">
                        <i style={format!("width:{share:.1}%")} />
                    </div>
                }
            </div>
            if may_pass(&item.state) {
                <button type="button" class="button small" data-again={item.place.to_string()}>{ t!(words, "attach-again") }</button>
            }
            <button type="button" class="button icon" data-remove={item.place.to_string()} aria-label={t!(words, "attach-remove", name = item.name.as_str())}>{ icon(Glyph::Close) }</button>
        </li>
    }
}

/// Whether the same file, sent again, could be taken.
fn may_pass(state: &State) -> bool {
    let State::Refused(Why::Told(error)) = state else { return false };
    !matches!(
        error.kind(),
        Some(ProblemKind::FileKind | ProblemKind::FileMismatch | ProblemKind::TooLarge | ProblemKind::Forbidden)
    )
}

fn refused(words: &Words, why: &Why) -> String {
    match why {
        Why::Empty => t!(words, "attach-empty"),
        Why::Many(most) => t!(words, "attach-many", count = *most),
        Why::TooLarge(most) => t!(words, "attach-large", size = &words.bytes(*most)),
        Why::Told(error) => match error.kind() {
            Some(ProblemKind::FileKind) => t!(words, "attach-kind"),
            Some(ProblemKind::Gone) => t!(words, "attach-gone"),
            Some(ProblemKind::TooLarge) => t!(words, "attach-too-large"),
            Some(ProblemKind::FileMismatch) => t!(words, "attach-mismatch"),
            Some(ProblemKind::Forbidden) => t!(words, "failure-forbidden-text"),
            _ => t!(words, "attach-failed"),
        },
    }
}
