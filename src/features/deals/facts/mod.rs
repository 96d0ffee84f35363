//! How a deal stands and what it says.

mod conflicts;
mod desk;
mod names;
mod standing;

pub(super) use conflicts::{conflict_hint, conflicts, house_hint};
pub(super) use desk::{approver, steps};
pub(super) use names::{answer_name, attribution, question_name, vendor_contact};
pub(super) use standing::{standing, title};

use crate::i18n::Words;
use crate::parts::{Form, deal_type, name_in};
use crate::t;
use names::yes_or_no;
use portico_contract::deal::content::AnswerKind;
use portico_contract::deal::content::{Attribution, DealType, VendorContact};
use portico_contract::deal::form::CustomKind;
use portico_contract::deal::{Deal, DealContent, Review};
use portico_contract::website::Website;
use serde_json::Value;
use yew::prelude::*;

/// Whether every question was answered: a draft and a claim hold presets that nobody chose.
fn is_answered(deal: &Deal) -> bool {
    let lapsed = deal.review == Review::Expired && deal.protection.is_none();
    !lapsed && !matches!(deal.review, Review::Draft | Review::Claimed)
}

/// Everything that was written; `margin` stands behind what the customer needs.
pub(super) fn facts(words: &Words, form: &Form, deal: &Deal, margin: Html) -> Html {
    let content = deal.content();
    let (customer, contact) = (&content.customer, &content.contact);
    // A draft's may be no website yet.
    let website = customer.website.as_ref().map(|typed| match Website::parse(typed) {
        Ok(host) => {
            html! { <a href={format!("https://{}", host.as_str())} target="_blank" rel="noopener noreferrer">{ typed }</a> }
        }
        Err(_) => typed.into(),
    });
    let industry = customer.industry.as_ref().map(|id| form.industry(id).to_owned());
    let email = contact.email.as_ref().map(|email| html! { <a href={format!("mailto:{email}")}>{ email }</a> });
    let phone = contact.phone.as_ref().map(|phone| html! { <a href={format!("tel:{phone}")}>{ phone }</a> });
    let text = |text: &Option<String>| text.clone().map(Html::from);
    let answered = is_answered(deal);
    let chosen = |differs: bool, text: String| (answered || differs).then(|| Html::from(text));
    html! {
        <>
            if let Some(need) = &content.need {
                <section class="card stack tight"><h2>{ t!(words, "need") }</h2><p class="pre">{ need }</p></section>
            }
            { margin }
            <div class="two">
            <section class="card stack tight">
                <h2>{ t!(words, "section-customer") }</h2>
                <dl class="facts">
                    { fact(t!(words, "website"), website) }
                    { fact(t!(words, "country"), customer.country.map(|country| words.country(country).into())) }
                    { fact(t!(words, "city"), text(&customer.city)) }
                    { fact(t!(words, "industry"), industry.map(Html::from)) }
                    { fact(t!(words, "duns"), text(&customer.duns)) }
                </dl>
            </section>
            <section class="card stack tight">
                <h2>{ t!(words, "section-contact") }</h2>
                <dl class="facts">
                    { fact(t!(words, "contact-name"), text(&contact.name)) }
                    { fact(t!(words, "contact-title"), text(&contact.title)) }
                    { fact(t!(words, "contact-email"), email) }
                    { fact(t!(words, "contact-phone"), phone) }
                    { fact(t!(words, "vendor-contact"), chosen(contact.vendor_contact != VendorContact::default(), vendor_contact(words, contact.vendor_contact))) }
                    { fact(t!(words, "consent-short"), chosen(contact.consent, yes_or_no(words, contact.consent))) }
                </dl>
            </section>
            </div>
            if !content.products.is_empty() {
                <section class="card flush"><table>
                    <thead><tr><th scope="col">{ t!(words, "products") }</th><th scope="col" class="num">{ t!(words, "quantity") }</th><th scope="col" class="num">{ t!(words, "amount") }</th></tr></thead>
                    <tbody>
                        for line in &content.products {
                            <tr key={line.product.clone()}>
                                <td>{ form.product(&line.product).to_owned() }</td>
                                <td class="num">{ (answered || line.quantity != 1).then_some(line.quantity) }</td>
                                <td class="num">{ line.amount.map(|amount| words.money(amount)) }</td>
                            </tr>
                        }
                    </tbody>
                </table></section>
            }
            <section class="card stack tight">
                <h2>{ t!(words, "section-deal") }</h2>
                <dl class="facts">
                    { fact(t!(words, "deal-number"), Some(deal.number.as_str().to_owned().into())) }
                    { fact(t!(words, "column-partner"), Some(deal.organisation.name.clone().into())) }
                    { fact(t!(words, "column-owner"), Some(deal.owner.name.clone().into())) }
                    { fact(t!(words, "won-reference"), text(&deal.reference)) }
                    { fact(t!(words, "deal-type"), chosen(content.deal_type != DealType::default(), deal_type(words, content.deal_type))) }
                    { fact(t!(words, "attribution"), chosen(content.attribution != Attribution::default(), attribution(words, content.attribution))) }
                    for (question, answer) in content.qualification.answers() {
                        { fact(question_name(words, question), qualified(words, answer.answer, answer.note.as_deref())) }
                    }
                    { custom(words, form, &content) }
                </dl>
            </section>
        </>
    }
}

fn fact(name: String, value: Option<Html>) -> Html {
    match value {
        Some(value) => html! { <><dt>{ name }</dt><dd>{ value }</dd></> },
        None => Html::default(),
    }
}

fn qualified(words: &Words, answer: AnswerKind, remark: Option<&str>) -> Option<Html> {
    if answer == AnswerKind::Unknown && remark.is_none() {
        return None;
    }
    let said = answer_name(words, answer);
    Some(match remark {
        Some(remark) => html! { <>{ said }{ " · " }<span class="quiet">{ remark.to_owned() }</span></> },
        None => said.into(),
    })
}

/// The tenant's own fields, in the order of its form.
fn custom(words: &Words, form: &Form, content: &DealContent) -> Html {
    let fields = form.0.as_ref().map(|form| form.fields.clone()).unwrap_or_default();
    let facts = fields.into_iter().filter_map(|field| {
        let given = content.custom.get(&field.id)?;
        let value = match (field.kind, given) {
            (CustomKind::Checkbox, Value::Bool(checked)) => yes_or_no(words, *checked),
            (CustomKind::Choice, Value::String(id)) => name_in(&field.options, id).to_owned(),
            (CustomKind::Date, Value::String(day)) => day.parse().map_or_else(|_| day.clone(), |day| words.day(day)),
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        };
        Some(fact(field.label, Some(value.into())))
    });
    facts.collect()
}
