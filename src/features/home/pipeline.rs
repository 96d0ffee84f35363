//! Approved deals by stage: a picture, and its table behind it.

use crate::i18n::{Words, use_words};
use crate::parts::use_form;
use crate::t;
use portico_contract::home::{Home, StageTotal};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PipelineProps {
    pub home: Rc<Home>,
}

/// A bar for each stage, as long as it has deals.
#[component]
pub fn Pipeline(props: &PipelineProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let table = use_state(|| false);
    let turn = use_callback(table.clone(), |_: MouseEvent, table| table.set(!**table));
    let stages = &props.home.pipeline;
    let most = stages.iter().map(|stage| stage.count).max().unwrap_or(1).max(1);
    let label = if *table { t!(words, "picture-show") } else { t!(words, "table-show") };
    html! {
        <section class="card stack tight" aria-labelledby="pipeline">
            <div class="row between">
                <h2 id="pipeline">{ t!(words, "pipeline-title") }</h2>
                <button type="button" class="button plain small" onclick={turn}>{ label }</button>
            </div>
            if *table {
                <table>
                    <thead><tr><th scope="col">{ t!(words, "column-stage") }</th><th scope="col" class="num">{ t!(words, "column-deals") }</th><th scope="col" class="num">{ t!(words, "column-value") }</th></tr></thead>
                    <tbody>
                        for total in stages {
                            <tr key={total.stage.name()}>
                                <td>{ form.stage(total.stage).to_owned() }</td><td class="num">{ total.count }</td>
                                <td class="num">{ values(&words, total) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            } else {
                <ul class="bars">
                    for total in stages {
                        <li key={total.stage.name()}>
                            <span class="row between"><small>{ form.stage(total.stage).to_owned() }</small>
                                <small><b>{ t!(words, "pipeline-count", count = total.count) }</b>{ " · " }{ first(&words, total) }</small></span>
                            <span class="meter" aria-hidden="true"><i style={format!("width: {}%", total.count * 100 / most)} /></span>
                        </li>
                    }
                </ul>
            }
        </section>
    }
}

/// The largest sum, and that there are others: amounts of two currencies are never added.
fn first(words: &Words, total: &StageTotal) -> String {
    match total.values.as_slice() {
        [] => String::new(),
        [one] => words.money(*one),
        [first, rest @ ..] => t!(words, "pipeline-more", value = &words.money(*first), count = rest.len()),
    }
}

fn values(words: &Words, total: &StageTotal) -> Html {
    total.values.iter().map(|value| html! { <div>{ words.money(*value) }</div> }).collect()
}
