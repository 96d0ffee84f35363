//! A deal beside the other registrations of its customer, so that the vendor sees what tells them apart.

use super::super::receipt::ReceiptMark;
use crate::i18n::Words;
use crate::parts::{Form, review_name};
use crate::route::Route;
use crate::t;
use crate::ui::{Glyph, hint};
use chrono::{DateTime, Utc};
use portico_contract::deal::{Conflict, Deal, Match};
use portico_contract::money::Money;
use yew::prelude::*;

/// Registrations of the same customer, for the vendor's eyes; nothing for a partner's. `receipts` where the PRM gives
/// them.
pub fn conflicts(words: &Words, form: &Form, deal: &Deal, receipts: bool) -> Html {
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
        let said = at.map(|at| words.instant(at)).unwrap_or_default();
        if first {
            html! { <mark><b>{ said }</b>{ " " }{ t!(words, "conflicts-was-first") }</mark> }
        } else {
            said.into()
        }
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
    let summary =
        html! { <span><b>{ t!(words, "conflicts-count", count = conflicts.len()) }</b>{ " " }{ order }</span> };
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
                    if receipts {
                        { line(t!(words, "receipt"), html! { <ReceiptMark key={deal.id.clone()} deal={deal.summary()} /> }, &|other| html! { <ReceiptMark deal={other.deal.clone()} /> }) }
                    }
                    { line(t!(words, "conflicts-same"), String::new().into(), &|other| by(&other.matches).into()) }
                    { line(t!(words, "column-products"), form.products(&own).into(), &|other| form.products(&other.deal.products).into()) }
                    { line(t!(words, "column-review"), review_name(words, deal.review).into(), &|other| review_name(words, other.deal.review).into()) }
                    { line(t!(words, "column-value"), money(deal.value), &|other| money(other.deal.value)) }
                </tbody>
            </table></div>
        </section>
    }
}
