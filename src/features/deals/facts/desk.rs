//! Who at the vendor sees to a deal and why, and who has to approve it.

use crate::i18n::Words;
use crate::parts::{Form, avatar, named, role_name};
use crate::t;
use crate::ui::{Glyph, small_icon};
use portico_contract::deal::{Approval, ApprovalStep, Assignment, Deal, Review};
use yew::prelude::*;

/// Who sees to it, and by which rule. Only the vendor is told.
pub(super) fn handling(words: &Words, form: &Form, deal: &Deal) -> Html {
    let why = deal.assignment.as_ref().map(|assignment| because(words, form, assignment));
    let who = match &deal.handler {
        Some(handler) => {
            html! { <span class="row tight">{ avatar(&handler.name) }<span>{ t!(words, "handled-by", name = handler.name.as_str()) }</span></span> }
        }
        None if why.is_some() => html! { <span>{ t!(words, "handled-by-nobody") }</span> },
        None => return Html::default(),
    };
    html! {
        <div class="stack snug" data-handler={deal.handler.as_ref().map(|handler| handler.id.clone())}>
            { who }
            if let Some(why) = why { for line in why { <small key={line.clone()}>{ line }</small> } }
        </div>
    }
}

/// Why a rule gave it to whom, a sentence each.
fn because(words: &Words, form: &Form, assignment: &Assignment) -> Vec<String> {
    let rule = assignment.rule;
    let country = assignment.country.map(|country| words.country(country)).unwrap_or_default();
    let territory = assignment.territory.as_ref().map(|texts| named(words, texts));
    let product = assignment.product.as_deref().map(|id| form.product(id));
    let mut said = vec![match (territory, product) {
        (Some(territory), Some(product)) => {
            t!(words, "assigned-both", rule = rule, country = &country, territory = territory, product = product)
        }
        (Some(territory), None) => {
            t!(words, "assigned-territory", rule = rule, country = &country, territory = territory)
        }
        (None, Some(product)) => t!(words, "assigned-product", rule = rule, product = product),
        (None, None) => t!(words, "assigned-all", rule = rule),
    }];
    said.extend(
        assignment
            .away
            .iter()
            .map(|away| t!(words, "assigned-away", name = away.person.name.as_str(), day = &words.day(away.until))),
    );
    said
}

/// Who a step waits for: a name, or a role.
pub fn approver(words: &Words, step: &ApprovalStep) -> String {
    match (&step.person, step.role) {
        (Some(person), _) => person.name.clone(),
        (None, Some(role)) => role_name(words, role),
        (None, None) => String::new(),
    }
}

/// Who has to approve it and who has, as long as that matters. Both sides see it.
pub(super) fn approval(words: &Words, deal: &Deal) -> Html {
    let Some(approval) = &deal.approval else { return Html::default() };
    let is_open = deal.review.is_open();
    if approval.by_itself {
        let text = match deal.review {
            Review::Approved => t!(words, "approved-itself", rule = named(words, &approval.name)),
            _ if is_open && deal.conflicts.is_some() => {
                t!(words, "not-approved-itself", rule = named(words, &approval.name))
            }
            _ => return Html::default(),
        };
        return html! { <small>{ text }</small> };
    }
    if !is_open && deal.review != Review::Approved {
        return Html::default();
    }
    steps(words, approval)
}

/// The steps, in order.
pub fn steps(words: &Words, approval: &Approval) -> Html {
    let waiting = approval.steps.iter().position(|step| step.done_by.is_none());
    html! {
        <div class="stack snug">
            <small>{ t!(words, "approval-steps", rule = named(words, &approval.name)) }</small>
            <ol class="stack snug" aria-label={t!(words, "approval-title")}>
                for (index, step) in approval.steps.iter().enumerate() {
                    <li key={index} class="row tight" data-step={if step.done_by.is_some() { "done" } else { "waiting" }}>
                        { small_icon(if step.done_by.is_some() { Glyph::Check } else { Glyph::Clock }) }
                        <span>{ step_text(words, step, waiting == Some(index)) }</span>
                    </li>
                }
            </ol>
        </div>
    }
}

fn step_text(words: &Words, step: &ApprovalStep, is_next: bool) -> String {
    let who = approver(words, step);
    match (&step.done_by, step.done_at) {
        (Some(by), Some(at)) if step.instead => {
            t!(words, "step-instead", who = &who, name = by.name.as_str(), at = &words.moment(at))
        }
        (Some(by), Some(at)) => t!(words, "step-done", name = by.name.as_str(), at = &words.moment(at)),
        _ if is_next => t!(words, "step-next", who = &who),
        _ => t!(words, "step-later", who = &who),
    }
}
