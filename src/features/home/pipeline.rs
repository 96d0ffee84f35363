//! Approved deals by stage: a picture, and its table behind it.

use crate::i18n::{Words, use_words};
use crate::parts::{Form, use_form};
use crate::route::Route;
use crate::t;
use crate::tenant::use_can;
use portico_contract::capability;
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
    let can_look = use_can(capability::PIPELINE);
    let table = use_state(|| false);
    let turn = use_callback(table.clone(), |_: MouseEvent, table| table.set(!**table));
    let stages = &props.home.pipeline;
    let most = stages.iter().map(|stage| stage.count).max().unwrap_or(1).max(1);
    let label = if *table { t!(words, "picture-show") } else { t!(words, "table-show") };
    html! {
        <section class="card stack tight" aria-labelledby="pipeline">
            <div class="row between">
                <h2 id="pipeline">
                    if can_look { <a href={Route::Pipeline.path()}>{ t!(words, "pipeline-title") }</a> } else { { t!(words, "pipeline-title") } }
                </h2>
                <button type="button" class="button plain small" onclick={turn}>{ label }</button>
            </div>
            if *table {
                <table>
                    <thead><tr><th scope="col">{ t!(words, "column-stage") }</th><th scope="col" class="num">{ t!(words, "column-deals") }</th><th scope="col" class="num">{ t!(words, "column-value") }</th></tr></thead>
                    <tbody>
                        for total in stages {
                            <tr key={key(total)}>
                                <td>{ name(&form, total) }</td><td class="num">{ total.count }</td>
                                <td class="num">{ values(&words, total) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            } else {
                <ul class="bars">
                    for total in stages {
                        <li key={key(total)}>
                            <span class="row between"><small>{ name(&form, total) }</small>
                                <small><b>{ t!(words, "pipeline-count", count = total.count) }</b>{ " · " }{ first(&words, total) }</small></span>
                            <span class="meter" aria-hidden="true"><i style={format!("width: {}%", total.count * 100 / most)} /></span>
                        </li>
                    }
                </ul>
            }
        </section>
    }
}

fn key(total: &StageTotal) -> String {
    total.stage_id.clone().unwrap_or_default()
}

fn name(form: &Form, total: &StageTotal) -> String {
    form.stage(total.stage, total.stage_id.as_deref()).to_owned()
}

/// The largest sum, and that there are others: amounts of two currencies are never added.
fn first(words: &Words, total: &StageTotal) -> String {
    match total.values.as_slice() {
        [] => String::new(),
        [one] => words.total(one),
        [first, rest @ ..] => t!(words, "pipeline-more", value = &words.total(first), count = rest.len()),
    }
}

fn values(words: &Words, total: &StageTotal) -> Html {
    total.values.iter().map(|value| html! { <div>{ words.total(value) }</div> }).collect()
}
