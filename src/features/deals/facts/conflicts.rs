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
use portico_contract::session::Side;
use yew::prelude::*;

/// How many others there are, and who was first; nothing for a partner's eyes. `way_on` leads to what tells them apart.
pub fn conflict_hint(words: &Words, deal: &Deal, way_on: Html) -> Html {
    let conflicts = deal.conflicts.as_deref().unwrap_or_default();
    if conflicts.is_empty() {
        return Html::default();
    }
    let first = !conflicts.iter().any(|conflict| conflict.first);
    let order = if first { t!(words, "conflicts-first") } else { t!(words, "conflicts-later") };
    let count = t!(words, "conflicts-count", count = conflicts.len());
    hint(Glyph::Warn, "", html! { <><span><b>{ count }</b>{ " " }{ order }</span>{ way_on }</> })
}

/// That the customer is a house account of the vendor's, where it is one.
pub fn house_hint(words: &Words, deal: &Deal, side: Side) -> Html {
    let Some(name) = deal.house_account.as_deref() else { return Html::default() };
    let said = match side {
        Side::Vendor => t!(words, "house-vendor", name = name),
        Side::Partner => t!(words, "house-partner", name = name),
    };
    hint(Glyph::Warn, "", said.into())
}

/// Registrations of the same customer, for the vendor's eyes; nothing for a partner's. `receipts` where the PRM gives
/// them. They stand side by side where it is `wide`, and else one below the other, so that nothing is cut off.
pub fn conflicts(words: &Words, form: &Form, deal: &Deal, receipts: bool, wide: bool) -> Html {
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
        let cells: Vec<Html> = std::iter::once(own).chain(conflicts.iter().map(other)).collect();
        (name, cells)
    };
    let mut lines = vec![line(t!(words, "conflicts-received"), received(deal.registered_at, first), &|other| {
        received(other.deal.registered_at, other.first && is_first(other))
    })];
    if receipts {
        let own = html! { <ReceiptMark key={deal.id.clone()} deal={deal.summary()} /> };
        lines.push(line(
            t!(words, "receipt"),
            own,
            &|other| html! { <ReceiptMark key={other.deal.id.clone()} deal={other.deal.clone()} /> },
        ));
    }
    lines.extend([
        line(t!(words, "conflicts-same"), Html::default(), &|other| by(&other.matches).into()),
        line(t!(words, "column-products"), form.products(&own).into(), &|other| {
            form.products(&other.deal.products).into()
        }),
        line(t!(words, "column-review"), review_name(words, deal.review).into(), &|other| {
            review_name(words, other.deal.review).into()
        }),
        line(t!(words, "column-value"), money(deal.value), &|other| money(other.deal.value)),
    ]);
    let own_head = t!(words, "conflicts-this", firm = deal.organisation.name.as_str());
    let heads = conflicts.iter().map(|other| {
        let number = other.deal.number.as_str().to_owned();
        html! { <><a href={Route::Deal { id: other.deal.id.clone() }.path()}>{ number }</a>{ " · " }{ &other.deal.organisation.name }</> }
    });
    let heads: Vec<Html> = std::iter::once(own_head.into()).chain(heads).collect();
    html! {
        <section class="stack tight" aria-label={t!(words, "conflicts-title")}>
            if wide {
                { conflict_hint(words, deal, Html::default()) }
                { side_by_side(heads, lines) }
            } else {
                { for heads.into_iter().enumerate().map(|(place, head)| one_below(head, &lines, place)) }
            }
        </section>
    }
}

/// A column for each deal.
fn side_by_side(heads: Vec<Html>, lines: Vec<(String, Vec<Html>)>) -> Html {
    html! {
        <div class="card flush scrolls"><table>
            <thead><tr><td />{ for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>
                for (name, cells) in lines {
                    <tr key={name.clone()}>
                        <th scope="row">{ name }</th>
                        { for cells.into_iter().map(|cell| html! { <td>{ cell }</td> }) }
                    </tr>
                }
            </tbody>
        </table></div>
    }
}

/// A card for the deal at `place`.
fn one_below(head: Html, lines: &[(String, Vec<Html>)], place: usize) -> Html {
    let said = lines.iter().filter_map(|(name, cells)| Some((name, cells.get(place)?)));
    html! {
        <div class="card stack tight">
            <h2>{ head }</h2>
            <dl class="facts">
                for (name, cell) in said.filter(|(_, cell)| **cell != Html::default()) {
                    <dt>{ name }</dt><dd>{ cell.clone() }</dd>
                }
            </dl>
        </div>
    }
}
