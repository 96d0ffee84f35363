//! The lines of a margin: each rule with what made it count, and what it adds.

use crate::i18n::Words;
use crate::parts::{inputs_text, named, points_text};
use crate::t;
use portico_contract::deal::incentive::{IncentiveLine, Margin};
use yew::prelude::*;

/// The words of a table begin where those above it do.
const EDGES: &str = "width: calc(100% + 2 * var(--space-3)); margin-inline: calc(var(--space-3) * -1)";

/// The lines as a table; why there are none, where there are none.
pub(super) fn lines(words: &Words, margin: &Margin) -> Html {
    if margin.lines.is_empty() {
        return html! { <small>{ t!(words, "margin-none") }</small> };
    }
    let known = margin.amount.is_some();
    html! {
        <table style={EDGES}>
            <thead><tr>
                <th scope="col">{ t!(words, "margin-rule") }</th>
                <th scope="col" class="num">{ t!(words, "margin-adds") }</th>
                if known { <th scope="col" class="num">{ t!(words, "amount") }</th> }
            </tr></thead>
            <tbody>
                for line in &margin.lines {
                    <tr key={line.rule.clone()}>
                        <td>
                            <span class="block">{ named(words, &line.name).to_owned() }</span>
                            <small class="block">{ inputs_text(words, &line.input) }</small>
                            { part(words, line) }
                            if let Some(most) = margin.most.filter(|_| line.cut) {
                                <small class="block">{ t!(words, "margin-cut", most = &points_text(words, most)) }</small>
                            }
                        </td>
                        <td class="num">{ points_text(words, line.points) }</td>
                        if known { <td class="num">{ line.amount.map(|amount| words.money(amount)) }</td> }
                    </tr>
                }
            </tbody>
        </table>
    }
}

/// For which part of the deal a line counts, where not for the whole.
fn part(words: &Words, line: &IncentiveLine) -> Html {
    let Some(share) = line.share else { return Html::default() };
    let rate = points_text(words, line.rate);
    let said = match share.amount {
        Some(amount) => t!(words, "margin-share-amount", rate = &rate, amount = &words.money(amount)),
        None => t!(words, "margin-share-alike", rate = &rate, products = share.products, of = share.of),
    };
    html! { <small class="block">{ said }</small> }
}
