//! How a deal stands and what it says.

use crate::i18n::Words;
use crate::parts::{Form, badges, review_name, sla_badge};
use crate::route::Route;
use crate::t;
use crate::ui::{Glyph, hint, icon};
use chrono::{DateTime, Utc};
use portico_contract::deal::content::{AnswerKind, Attribution, DealType, VendorContact};
use portico_contract::deal::form::CustomKind;
use portico_contract::deal::{Conflict, Deal, Match, Review};
use portico_contract::money::Money;
use portico_contract::session::Side;
use serde_json::Value;
use yew::prelude::*;

/// Value, window, receipt, and what the other side said last.
pub(super) fn standing(words: &Words, deal: &Deal, now: DateTime<Utc>, side: Side) -> Html {
    let left = deal.protection.map(|window| (window.ends_on - now.date_naive()).num_days().max(0));
    let protected = deal.protection.filter(|_| deal.review == Review::Approved).zip(left);
    html! {
        <div class="stack tight">
            <div class="card stack tight">
                <div class="row between wrap">
                    <span class="big">{ deal.value.map_or_else(|| t!(words, "value-open"), |value| words.money(value)) }</span>
                    if let Some(day) = deal.close_date { <small>{ t!(words, "closes-on", day = &words.day(day)) }</small> }
                </div>
                if let Some((window, left)) = protected {
                    <div class="row between wrap">
                        <small>{ t!(words, "protected-until", day = &words.day(window.ends_on)) }</small>
                        <small>{ t!(words, "days-left", count = left) }</small>
                    </div>
                }
                if let Some(sla) = deal.sla {
                    <div class="row between wrap">
                        <small>{ t!(words, "answer-due", moment = &words.moment(sla.due_at)) }</small>
                        { sla_badge(words, sla, now) }
                    </div>
                }
                if let Some(at) = deal.registered_at {
                    <div class="row tight received">
                        { icon(Glyph::Seal) }
                        <span class="grow">{ t!(words, "received-at", moment = &words.moment(at)) }</span>
                    </div>
                }
            </div>
            { said(words, deal, side) }
        </div>
    }
}

/// What the state means for this reader, where it asks for something or decides something.
fn said(words: &Words, deal: &Deal, side: Side) -> Html {
    let said = deal.reason.as_ref().and_then(|reason| reason.comment.clone());
    let (tone, glyph, title) = match (deal.review, side) {
        (Review::Submitted, Side::Partner) => ("info", Glyph::Check, t!(words, "hint-submitted")),
        (Review::InfoRequested, Side::Partner) => ("", Glyph::Warn, t!(words, "hint-asked")),
        (Review::InfoRequested, Side::Vendor) => ("info", Glyph::Clock, t!(words, "hint-asked-vendor")),
        (Review::Approved, _) if said.is_none() => return Html::default(),
        (Review::Approved, _) => ("good", Glyph::Check, t!(words, "hint-approved")),
        (Review::Rejected, _) => ("bad", Glyph::Warn, t!(words, "hint-rejected")),
        (Review::Duplicate, _) => ("bad", Glyph::Warn, t!(words, "hint-duplicate")),
        (Review::Draft, _) => ("info", Glyph::Deal, t!(words, "hint-draft")),
        (Review::Expired, _) => ("bad", Glyph::Clock, t!(words, "hint-expired")),
        _ if said.is_some() => ("info", Glyph::Warn, t!(words, "hint-said")),
        _ => return Html::default(),
    };
    let said = said.map(|said| html! { <span class="pre">{ said }</span> });
    hint(glyph, tone, html! { <><b>{ title }</b>{ said.unwrap_or_default() }</> })
}

/// Registrations of the same customer, for the vendor's eyes; nothing for a partner's.
pub(super) fn conflicts(words: &Words, form: &Form, deal: &Deal) -> Html {
    let conflicts = deal.conflicts.as_deref().unwrap_or_default();
    if conflicts.is_empty() {
        return Html::default();
    }
    let first = !conflicts.iter().any(|conflict| conflict.first);
    let by = |matches: &[Match]| {
        let names = matches.iter().map(|one| match one {
            Match::Website => t!(words, "match-website"),
            Match::Duns => t!(words, "match-duns"),
            Match::Name => t!(words, "match-name"),
        });
        names.collect::<Vec<_>>().join(", ")
    };
    let own: Vec<String> = deal.products.iter().map(|line| line.product.clone()).collect();
    let earliest = conflicts.iter().filter_map(|other| other.deal.registered_at).min();
    let is_first = |other: &Conflict| other.deal.registered_at == earliest;
    let received = |at: Option<DateTime<Utc>>, first: bool| {
        let said = at.map(|at| words.moment(at)).unwrap_or_default();
        if first { html! { <mark><b>{ said }</b>{ " " }{ t!(words, "conflicts-was-first") }</mark> } } else { said.into() }
    };
    let money = |value: Option<Money>| Html::from(value.map(|value| words.money(value)).unwrap_or_default());
    let line = |name: String, own: Html, other: &dyn Fn(&Conflict) -> Html| {
        html! {
            <tr key={name.clone()}>
                <th scope="row">{ name }</th><td>{ own }</td>
                for one in conflicts { <td key={one.deal.id.clone()}>{ other(one) }</td> }
            </tr>
        }
    };
    let order = if first { t!(words, "conflicts-first") } else { t!(words, "conflicts-later") };
    let summary = html! { <span><b>{ t!(words, "conflicts-count", count = conflicts.len()) }</b>{ " " }{ order }</span> };
    html! {
        <section class="stack tight" aria-label={t!(words, "conflicts-title")}>
            { hint(Glyph::Warn, "", summary) }
            <div class="card flush scrolls"><table>
                <thead><tr>
                    <td />
                    <th scope="col">{ t!(words, "conflicts-this", firm = deal.organisation.name.as_str()) }</th>
                    for other in conflicts {
                        <th scope="col" key={other.deal.id.clone()}>
                            <a href={Route::Deal { id: other.deal.id.clone() }.path()}>{ other.deal.number.as_str().to_owned() }</a>{ " · " }{ &other.deal.organisation.name }
                        </th>
                    }
                </tr></thead>
                <tbody>
                    { line(t!(words, "conflicts-received"), received(deal.registered_at, first), &|other| received(other.deal.registered_at, other.first && is_first(other))) }
                    { line(t!(words, "conflicts-same"), String::new().into(), &|other| by(&other.matches).into()) }
                    { line(t!(words, "column-products"), form.products(&own).into(), &|other| form.products(&other.deal.products).into()) }
                    { line(t!(words, "column-review"), review_name(words, deal.review).into(), &|other| review_name(words, other.deal.review).into()) }
                    { line(t!(words, "column-value"), money(deal.value), &|other| money(other.deal.value)) }
                </tbody>
            </table></div>
        </section>
    }
}

/// Everything that was written.
pub(super) fn facts(words: &Words, form: &Form, deal: &Deal) -> Html {
    let content = deal.content();
    let (customer, contact) = (&content.customer, &content.contact);
    let website = customer.website.as_ref().map(|host| {
        html! { <a href={format!("https://{host}")} target="_blank" rel="noopener noreferrer">{ host }</a> }
    });
    let industry = customer.industry.as_ref().map(|id| {
        let known = form.0.as_ref().and_then(|form| form.industries.iter().find(|known| known.id == *id));
        known.map_or_else(|| id.clone(), |known| known.name.clone())
    });
    let email = contact.email.as_ref().map(|email| html! { <a href={format!("mailto:{email}")}>{ email }</a> });
    let phone = contact.phone.as_ref().map(|phone| html! { <a href={format!("tel:{phone}")}>{ phone }</a> });
    let text = |text: &Option<String>| text.clone().map(Html::from);
    html! {
        <>
            if let Some(need) = &content.need {
                <section class="card stack tight"><h2>{ t!(words, "need") }</h2><p class="pre">{ need }</p></section>
            }
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
                    { fact(t!(words, "vendor-contact"), Some(vendor_contact(words, contact.vendor_contact).into())) }
                    { fact(t!(words, "consent-short"), Some(yes_or_no(words, contact.consent).into())) }
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
                                <td class="num">{ line.quantity }</td>
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
                    { fact(t!(words, "deal-type"), Some(deal_type(words, content.deal_type).into())) }
                    { fact(t!(words, "attribution"), Some(attribution(words, content.attribution).into())) }
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

fn qualified(words: &Words, answer: AnswerKind, note: Option<&str>) -> Option<Html> {
    if answer == AnswerKind::Unknown && note.is_none() {
        return None;
    }
    let said = answer_name(words, answer);
    Some(match note {
        Some(note) => html! { <>{ said }{ " · " }<span class="quiet">{ note.to_owned() }</span></> },
        None => said.into(),
    })
}

/// The tenant's own fields, in the order of its form.
fn custom(words: &Words, form: &Form, content: &portico_contract::deal::DealContent) -> Html {
    let fields = form.0.as_ref().map(|form| form.fields.clone()).unwrap_or_default();
    let facts = fields.into_iter().filter_map(|field| {
        let given = content.custom.get(&field.id)?;
        let value = match (field.kind, given) {
            (CustomKind::Checkbox, Value::Bool(checked)) => yes_or_no(words, *checked),
            (CustomKind::Choice, Value::String(id)) => {
                field.options.iter().find(|option| option.id == *id).map_or_else(|| id.clone(), |option| option.name.clone())
            }
            (CustomKind::Date, Value::String(day)) => day.parse().map_or_else(|_| day.clone(), |day| words.day(day)),
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        };
        Some(fact(field.label, Some(value.into())))
    });
    facts.collect()
}

fn yes_or_no(words: &Words, yes: bool) -> String {
    if yes { t!(words, "yes") } else { t!(words, "no") }
}

/// What a question of the qualification is called.
pub(super) fn question_name(words: &Words, question: &str) -> String {
    match question {
        "budget" => t!(words, "question-budget"),
        "authority" => t!(words, "question-authority"),
        "need" => t!(words, "question-need"),
        _ => t!(words, "question-timeline"),
    }
}

/// What an answer is called.
pub(super) fn answer_name(words: &Words, answer: AnswerKind) -> String {
    match answer {
        AnswerKind::Unknown => t!(words, "answer-unknown"),
        AnswerKind::No => t!(words, "no"),
        AnswerKind::Yes => t!(words, "yes"),
    }
}

/// What a kind of sale is called.
pub(super) fn deal_type(words: &Words, kind: DealType) -> String {
    match kind {
        DealType::NetNew => t!(words, "deal-type-net-new"),
        DealType::Expansion => t!(words, "deal-type-expansion"),
        DealType::Renewal => t!(words, "deal-type-renewal"),
    }
}

/// What the partner's part is called.
pub(super) fn attribution(words: &Words, attribution: Attribution) -> String {
    match attribution {
        Attribution::Sourced => t!(words, "attribution-sourced"),
        Attribution::Influenced => t!(words, "attribution-influenced"),
    }
}

/// Whether the vendor may get in touch, in words.
pub(super) fn vendor_contact(words: &Words, contact: VendorContact) -> String {
    match contact {
        VendorContact::No => t!(words, "vendor-contact-no"),
        VendorContact::AskFirst => t!(words, "vendor-contact-ask"),
        VendorContact::Yes => t!(words, "vendor-contact-yes"),
    }
}

/// The customer's name and both states.
pub(super) fn title(words: &Words, form: &Form, deal: &Deal) -> Html {
    let name = deal.customer.name.clone().unwrap_or_else(|| t!(words, "deal-unnamed"));
    html! {
        <div class="stack tight grow">
            <h1>{ name }</h1>
            <div class="row tight wrap">
                { badges(words, form, deal.review, deal.stage) }
                <small>{ deal.number.as_str().to_owned() }{ " · " }{ &deal.organisation.name }{ " · " }{ &deal.owner.name }</small>
            </div>
        </div>
    }
}
