//! What a registration would earn, counted while it is written.

use super::super::facts::steps;
use super::{gain_text, why};
use crate::api::{Api, Fetch, Remote, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::parts::{margin_text, named};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{skeleton, use_settled};
use portico_contract::capability;
use portico_contract::deal::content::Customer;
use portico_contract::deal::{DealContent, DealPreview};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

/// How long somebody may pause while typing, in milliseconds.
const PAUSE: u32 = 400;

#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// What the rules look at.
    pub content: DealContent,
}

/// What the rules look at of a registration: nothing else is sent, and nothing else makes it ask again.
pub fn relevant(content: &DealContent) -> DealContent {
    DealContent {
        customer: Customer { country: content.customer.country, ..Customer::default() },
        products: content.products.clone(),
        value: content.value,
        deal_type: content.deal_type,
        ..DealContent::default()
    }
}

/// An answer, and what was asked.
type Told = Rc<(DealContent, DealPreview)>;

/// The card, where the tenant has rules, and who approves below it. It has its place from the beginning, and never stops anybody.
#[styled_component]
pub fn MarginPreview(props: &PreviewProps) -> Html {
    let (words, api, earns) = (use_words(), use_api(), use_can(capability::INCENTIVES));
    let can = use_can(capability::COLLEAGUES) || earns;
    let asked = use_settled(props.content.clone(), PAUSE);
    let told = use_remote((api, asked, can), |(api, asked, can)| -> Fetch<Told> { ask(api, asked, *can) });
    if !can {
        return Html::default();
    }
    let remote = told.get();
    let waits = remote.value().map(|told| waits(&words, &told.1)).unwrap_or_default();
    if !earns {
        return waits;
    }
    let body = match &*remote {
        Remote::Loading => skeleton(2),
        Remote::Loaded { value, failed: None, .. } => shown(&words, value, value.0 == props.content),
        // An older answer is of something else.
        Remote::Failed(_) | Remote::Loaded { .. } => {
            html! {
                <>
                    <small role="status">{ t!(words, "margin-unknown") }</small>
                    <div><button type="button" class="button small" onclick={again(&told.reload)}>{ t!(words, "try-again") }</button></div>
                </>
            }
        }
    };
    html! {
        <>
        <section key="margin" aria-labelledby="margin-yours" class={classes!("stack", "tight", css!(r"
            padding: var(--space-3) var(--space-4); border-radius: var(--radius-s); background: var(--sunken); min-block-size: 9.25rem; align-content: start;
            summary { margin-block: 0; }
            @media (max-width: 40rem) { min-block-size: 10.5rem; }
        "))}>
            <h3 id="margin-yours">{ t!(words, "margin-yours") }</h3>
            { body }
        </section>
        { waits }
        </>
    }
}

/// Who approves it, and by when there is an answer: a quiet line.
fn waits(words: &Words, preview: &DealPreview) -> Html {
    let itself = preview.approval.as_ref().filter(|approval| approval.by_itself);
    let due = preview.answer_due.filter(|_| itself.is_none());
    html! {
        <div class="stack snug" key="waits">
            if let Some(approval) = itself {
                <small>{ t!(words, "preview-itself", rule = named(words, &approval.name)) }</small>
            } else if let Some(approval) = &preview.approval {
                { steps(words, approval) }
            }
            if let Some(due) = due { <small>{ t!(words, "preview-due", moment = &words.moment(due)) }</small> }
        </div>
    }
}

fn ask(api: &Api, asked: &DealContent, can: bool) -> Fetch<Told> {
    let (answer, asked) = (can.then(|| api.preview(asked)), asked.clone());
    Box::pin(async move {
        let preview = match answer {
            Some(answer) => answer.await?,
            None => DealPreview::default(),
        };
        Ok(Rc::new((asked, preview)))
    })
}

fn again(reload: &Callback<()>) -> Callback<MouseEvent> {
    reload.reform(|_: MouseEvent| ())
}

/// What it would earn; marked while that is of what was typed a moment ago.
fn shown(words: &Words, told: &Told, is_current: bool) -> Html {
    let Some(incentive) = &told.1.incentive else { return Html::default() };
    let until =
        if incentive.lock_at_approval { t!(words, "margin-until-approval") } else { t!(words, "margin-until-win") };
    html! {
        <>
            <div class="row between wrap">
                <output class={classes!("amount", (!is_current).then_some("old"))} aria-busy={(!is_current).to_string()}>{ margin_text(words, incentive.total, incentive.amount) }</output>
                <small>{ until }</small>
            </div>
            { why(words, &incentive.margin()) }
            if let Some(gain) = incentive.gains.first() { <small>{ gain_text(words, gain) }</small> }
        </>
    }
}
