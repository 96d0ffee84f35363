//! What the vendor's people can do with an asset, beside its facts.

use super::dialogs::{Asks, Question};
use crate::api::{Answer, ApiError, new_key, use_api};
use crate::i18n::{Words, use_words};
use crate::t;
use crate::ui::{Glyph, Toast, failure, hint, icon, pressed, small_icon, use_toast};
use portico_contract::asset::{Asset, AssetCommand};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

#[derive(Properties, Clone)]
pub struct ManageProps {
    pub asset: Rc<Asset>,
    /// Told how the asset is after a change.
    pub changed: Callback<Rc<Asset>>,
}

impl PartialEq for ManageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.asset, &other.asset) && self.changed == other.changed
    }
}

/// What is said once a command was carried out.
pub(super) fn done(words: &Words, command: AssetCommand, title: &str) -> String {
    match command {
        AssetCommand::Publish => t!(words, "shelve-toast-published", name = title),
        AssetCommand::Propose => t!(words, "shelve-toast-proposed", name = title),
        AssetCommand::Withdraw => t!(words, "shelve-toast-withdrawn", name = title),
        AssetCommand::Restore => t!(words, "shelve-toast-restored", name = title),
        AssetCommand::Edit => t!(words, "shelve-kept"),
    }
}

/// Awaits a change, and tells how the asset is after it, with what is said of that, or why it was not made.
pub(super) fn await_change(
    answer: Answer<Asset>,
    busy: &UseStateSetter<bool>,
    failed: &UseStateSetter<Option<ApiError>>,
    (told, said): (Callback<(Rc<Asset>, String)>, String),
) {
    busy.set(true);
    failed.set(None);
    let (busy, failed) = (busy.clone(), failed.clone());
    spawn_local(async move {
        match answer.await {
            Ok(asset) => told.emit((Rc::new(asset), said)),
            Err(error) => failed.set(Some(error)),
        }
        busy.set(false);
    });
}

/// Why partners may not have the current version, though it is published.
fn refused(words: &Words, code: &str) -> Option<String> {
    match code {
        "scripts" => Some(t!(words, "shelve-refused-scripts")),
        "external_references" => Some(t!(words, "shelve-refused-outside")),
        "bomb" => Some(t!(words, "shelve-refused-bomb")),
        _ => None,
    }
}

/// The buttons; nothing for whom there are none.
#[component]
pub fn Manage(props: &ManageProps) -> Html {
    let (words, api, toast) = (use_words(), use_api(), use_toast());
    let asset = &props.asset;
    let (busy, failed) = (use_state(|| false), use_state(|| None::<ApiError>));
    let question = use_state(|| None::<Question>);
    let told = use_callback(
        (props.changed.clone(), toast, question.setter()),
        |(asset, said): (Rc<Asset>, String), (changed, toast, question)| {
            question.set(None);
            toast.emit(Toast { text: said.into(), link: None });
            changed.emit(asset);
        },
    );
    let order = use_callback(
        ((api, asset.clone(), words.clone()), (busy.clone(), failed.setter()), told.clone()),
        |command: AssetCommand, ((api, asset, words), (busy, failed), told)| {
            if **busy {
                return;
            }
            let answer = api.order_asset(&asset.id, &new_key(), command);
            await_change(answer, &busy.setter(), failed, (told.clone(), done(words, command, &asset.title)));
        },
    );
    let onclick = use_callback((order, question.setter()), |event: MouseEvent, (order, question)| {
        if let Some(command) = pressed(&event, "data-command").and_then(|name| AssetCommand::parse(&name)) {
            match command {
                AssetCommand::Withdraw => question.set(Some(Question::Withdraw)),
                command => order.emit(command),
            }
        } else if pressed(&event, "data-renew").is_some() {
            question.set(Some(Question::Renew));
        } else if let Some(n) = pressed(&event, "data-version").and_then(|n| n.parse().ok()) {
            question.set(Some(Question::WithdrawVersion(n)));
        }
    });
    let close = use_callback(question.setter(), |(): (), question| question.set(None));
    let may = |command| asset.allowed_actions.contains(&command);
    if asset.allowed_actions.is_empty() {
        return Html::default();
    }
    let disabled = busy.then_some("true");
    let button = |command: AssetCommand, class: &'static str, label: String| {
        may(command).then(|| {
            html! { <button type="button" {class} data-command={command.name()} aria-disabled={disabled}>{ label }</button> }
        })
    };
    let left: Vec<_> = asset.versions.iter().filter(|version| !version.withdrawn).collect();
    let code = asset.current_version().and_then(|version| version.refused.as_deref());
    let may_propose = may(AssetCommand::Propose) && !may(AssetCommand::Publish);
    html! {
        <section class="card stack tight" aria-labelledby="manage" {onclick}>
            <h2 id="manage">{ t!(words, "shelve-manage") }</h2>
            if let Some(text) = code.and_then(|code| refused(&words, code)) { { hint(Glyph::Warn, "bad", text.into()) } }
            { (*failed).as_ref().map(|error| failure(&words, error)).unwrap_or_default() }
            <div class="row wrap">
                { button(AssetCommand::Publish, "button primary", t!(words, "shelve-publish-one")).unwrap_or_default() }
                if may_propose { { button(AssetCommand::Propose, "button primary", t!(words, "shelve-propose-one")).unwrap_or_default() } }
                { button(AssetCommand::Restore, "button primary", t!(words, "shelve-restore")).unwrap_or_default() }
                if may(AssetCommand::Edit) {
                    <button type="button" class="button" data-renew="">{ icon(Glyph::Up) }{ t!(words, "asset-new-version") }</button>
                    <a class="button" href={format!("/assets/{}/edit", asset.id)}>{ t!(words, "shelve-edit-one") }</a>
                }
                { button(AssetCommand::Withdraw, "button", t!(words, "shelve-withdraw")).unwrap_or_default() }
            </div>
            if may(AssetCommand::Edit) && left.len() > 1 {
                <details>
                    <summary class="row between"><span>{ t!(words, "shelve-versions-back") }</span>{ small_icon(Glyph::Down) }</summary>
                    <ul class="stack tight">
                        for version in left {
                            <li key={version.n} class="row between">
                                <span>{ t!(words, "asset-version", number = version.n) }{ " · " }{ words.day(version.created_at.date_naive()) }</span>
                                <button type="button" class="button small" data-version={version.n.to_string()} aria-label={t!(words, "shelve-version-back", number = version.n)}>{ t!(words, "shelve-withdraw") }</button>
                            </li>
                        }
                    </ul>
                </details>
            }
            if let Some(question) = *question {
                <Asks {question} asset={asset.clone()} {told} on_close={close} />
            }
        </section>
    }
}
