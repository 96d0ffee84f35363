//! The pipeline in pictures, and what is to be expected of it: `/pipeline`.

mod ended;
mod figures;
mod forecast;
mod links;
mod look;
mod picture;
mod pictures;
mod tally;

use crate::api::{Api, Fetch, FigureFilter, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::live::{use_aftermath, use_stream};
use crate::parts::{Form, live_mark, use_form};
use crate::route::Route;
use crate::session::{use_session, use_side};
use crate::t;
use crate::ui::{Choice, Field, Glyph, Page, RemoteView, Typed, empty, pressed, typed, use_pressed_revealed};
use figures::{Figures, drawn, standing};
use forecast::ForecastView;
use look::{COUNT, Look, Measure, View, measure};
use picture::{Card, Picture};
use pictures::Drawing;
use portico_contract::pipeline::{MONTHS, Outcome, Pipeline};
use portico_contract::session::{Role, Side};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

fn fetch((api, filter): &(Api, FigureFilter)) -> Fetch<Figures<Pipeline>> {
    let (pipeline, of) = (api.pipeline(filter), filter.clone());
    Box::pin(async move { Ok((of, Rc::new(pipeline.await?))) })
}

/// All that is drawn.
struct Drawn {
    summary: Vec<(String, String, String, Option<String>)>,
    stages: Rc<Picture>,
    months: Rc<Picture>,
    ended: Rc<Picture>,
    lost: Rc<Picture>,
    rejected: Rc<Picture>,
}

fn draw(pipeline: &Pipeline, look: &Look, form: &Form, words: &Words) -> Drawn {
    let measure = look.counted(&pipeline.currencies);
    // What a bar leads to is what it counts.
    let look = &Look { measure: Some(measure.clone()), ..look.clone() };
    let drawing = Drawing { words, form, look, measure: &measure, pipeline };
    let summary = drawing.summary().into_iter().map(|(title, tally, href)| {
        let big = match tally.sums(words, &measure) {
            sums if measure != Measure::Count => sums.into_iter().next().unwrap_or_default(),
            _ => tally.count(&measure).to_string(),
        };
        // Counted, it says so already.
        let count = (measure != Measure::Count).then(|| t!(words, "pipeline-count", count = tally.count(&measure)));
        (title, big, count.unwrap_or_default(), href)
    });
    Drawn {
        summary: summary.collect(),
        stages: Rc::new(drawing.by_stage()),
        months: Rc::new(drawing.by_month()),
        ended: Rc::new(drawing.ended()),
        lost: Rc::new(drawing.reasons(Outcome::Lost)),
        rejected: Rc::new(drawing.reasons(Outcome::Rejected)),
    }
}

/// The page `/pipeline`.
#[styled_component]
pub fn PipelinePage() -> Html {
    let (words, api, form, side) = (use_words(), use_api(), use_form(), use_side());
    // A rep looks at the own deals first, everybody else at the firm's.
    let preset = use_session().session().is_some_and(|session| session.role == Role::Rep);
    let look = use_state_eq(|| Look::from_address(preset));
    use_effect_with((*look).clone(), move |look| look.to_address(preset));
    let pipeline = use_remote((api, look.filter()), fetch);
    use_aftermath(pipeline.reload.clone());
    let remote = pipeline.get();
    let (fetched, is_old) = standing(&remote, &look.filter());
    let picture =
        use_memo((remote.value().cloned(), (*look).clone(), form, words.clone()), |(figures, look, form, words)| {
            figures.as_ref().map(|(of, pipeline)| draw(pipeline, &look.at(of), form, words))
        });
    let onclick = use_callback(look.clone(), |event: MouseEvent, look| {
        let now = || (**look).clone();
        let Some(chosen) = pressed(&event, "data-look") else { return };
        match chosen.split_once(':') {
            Some(("view", name)) => {
                look.set(Look { view: if name == "forecast" { View::Forecast } else { View::Pictures }, ..now() });
            }
            Some(("owner", name)) => look.set(Look { mine: name == "me", ..now() }),
            Some(("in", name)) => look.set(Look { measure: measure(name), ..now() }),
            Some(("by", name)) => look.set(Look { by_stage: name == "stage", ..now() }),
            _ => {}
        }
    });
    let onchange = use_callback(look.clone(), |event: Event, look| match typed(&event) {
        Some((field, Typed::Text(text))) if field == "months" => {
            look.set(Look { months: text.parse().unwrap_or(look.months), ..(**look).clone() });
        }
        Some((field, Typed::Text(text))) if field == "partner" => look.set(Look { partner: text, ..(**look).clone() }),
        _ => {}
    });
    let body = remote.value().zip(picture.as_ref().as_ref()).map(|((of, pipeline), picture)| {
        if pipeline.currencies.is_empty() && of.partner.is_empty() && !of.mine {
            return drawn(is_old, nothing(&words));
        }
        let counted = look.counted(&pipeline.currencies);
        let code = match &counted {
            Measure::Sum(code) => code.clone(),
            Measure::Count => String::new(),
        };
        html! {
            <div class="stack">
                <Counted look={(*look).clone()} counted={counted.clone()} currencies={pipeline.currencies.clone()} />
                if look.view == View::Forecast {
                    <ForecastView look={Look { measure: Some(counted.clone()), ..(*look).clone() }} {code} />
                } else {
                    { drawn(is_old, pictures(&words, &look, picture)) }
                }
            </div>
        }
    });
    let partners = remote.value().map(|(_, pipeline)| pipeline.partners.clone()).unwrap_or_default();
    let live = use_stream().is_open();
    html! {
        <Page title={t!(words, "pipeline-title")} actions={html! { <>{ live_mark(&words, live) }<span class="grow" /></> }}>
            <div class={classes!("stack", css!(r"
                .looks { display: flex; flex-wrap: wrap; gap: var(--space-3) var(--space-4); align-items: end; }
                .looks > .chips { margin: 0; padding: 2px 0; flex-wrap: wrap; }
                .looks > .field { flex: 1 1 9rem; max-width: 14rem; }
                .looks .input { min-height: var(--tap); padding-block: .5rem; font-size: var(--text-s); }
                .pair { display: grid; gap: var(--space-4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
                .sums { display: grid; gap: var(--space-3); grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr)); }
                .sums a { color: inherit; }
                a.card:hover { background: var(--sunken); }
                .head > .row { margin: -.375rem calc(var(--space-2) * -1); }
                .nothing { padding-block: var(--space-4); }
                .legend { gap: var(--space-1) var(--space-4); }
                .swatch { width: .75rem; height: .75rem; border-radius: .1875rem; flex: none; }
                .swatch.mark { height: .1875rem; border-radius: 0; background: var(--ink); }
                i.brand { background: var(--brand); }
                i.good { background: var(--good); } i.bad { background: var(--bad); } i.faint { background: var(--line-strong); }
                .part-1 { background: var(--part-1); } .part-2 { background: var(--part-2); } .part-3 { background: var(--part-3); }
                .part-4 { background: var(--part-4); } .part-5 { background: var(--part-5); }
                .drawn { display: grid; gap: var(--space-1); }
                .bar-of { display: grid; grid-template-columns: clamp(5.5rem, 28%, 10rem) minmax(0, 1fr) 5rem; gap: var(--space-3); align-items: center; min-height: 2rem; padding-inline: var(--space-2); margin-inline: calc(var(--space-2) * -1); border-radius: var(--radius-s); color: inherit; position: relative; }
                a.bar-of { min-height: var(--tap); }
                a.bar-of:hover { background: var(--sunken); }
                .bar-of > .label { font-size: var(--text-s); overflow-wrap: anywhere; }
                .bar-of > .label small { margin-inline-start: .25rem; font-size: var(--text-xs); }
                .bar-of > .comes { font-size: var(--text-s); font-weight: 600; text-align: end; white-space: nowrap; }
                .track { position: relative; display: flex; gap: 2px; height: 1rem; }
                .track > i { flex: var(--share) 0 0; min-width: 0; border-radius: .1875rem; transition: flex-grow .2s; }
                .track > b { position: absolute; inset-block: -.25rem; inset-inline-start: var(--at); width: 3px; background: var(--ink); box-shadow: 0 0 0 1px var(--surface); }
                table { min-width: max-content; }
                tbody th { color: var(--ink); font-weight: 550; border-block-end: 1px solid var(--line); }
                tfoot > tr > * { font-weight: 650; color: var(--ink); border-block: 1px solid var(--line) 0; }
                @media (min-width: 60rem) {
                    .upright { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 0; align-items: end; }
                    .upright .bar-of { grid-template: 13rem 2.5rem / minmax(0, 1fr); gap: var(--space-1); justify-items: center; padding: 1.5rem 0 0; margin: 0; align-items: end; }
                    .upright .label { grid-area: 2 / 1; align-self: start; text-align: center; font-size: var(--text-xs); color: var(--ink-2); border-block-start: 1px solid var(--line-strong); width: 100%; padding-block-start: var(--space-1); line-height: 1.25; }
                    .upright .label.urgent { color: var(--warn); font-weight: 600; }
                    .upright .label small { display: block; margin: 0; }
                    .upright .track { grid-area: 1 / 1; flex-direction: column-reverse; height: 100%; width: min(2.5rem, 64%); }
                    .upright .track > b { inset: auto -.375rem var(--at); width: auto; height: 3px; }
                    .dense .comes { display: none; }
                    .upright .comes { grid-area: 1 / 1; font-size: var(--text-xs); margin-block-end: calc(13rem * var(--top) + .25rem); text-align: center; }
                }
            "))} {onclick} {onchange}>
                { looks(&words, &look, side, &partners) }
                <RemoteView {fetched} reload={pipeline.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

/// No deal was approved yet, and none decided.
fn nothing(words: &Words) -> Html {
    let way = html! { <a href={Route::Deals.path()} class="button primary">{ t!(words, "nav-deals") }</a> };
    empty(Glyph::Deal, "", t!(words, "pipeline-nothing"), t!(words, "pipeline-nothing-text"), way)
}

fn chip(name: String, label: String, chosen: bool) -> Html {
    html! { <button type="button" class="chip" key={name.clone()} data-look={name} aria-pressed={chosen.to_string()}>{ label }</button> }
}

/// What is looked at: which of the two, whose deals, over how many months.
fn looks(words: &Words, look: &Look, side: Side, partners: &[portico_contract::deal::OrganisationName]) -> Html {
    let months: Vec<Choice> = MONTHS
        .iter()
        .map(|months| (months.to_string().into(), t!(words, "pipeline-months", count = *months).into()))
        .collect();
    let field = |id: &'static str, label: String, value: String| Field {
        id: id.into(),
        label: label.into(),
        value: value.into(),
        ..Field::default()
    };
    let firms: Vec<Choice> =
        std::iter::once((AttrValue::default(), AttrValue::from(t!(words, "pipeline-all-partners"))))
            .chain(partners.iter().map(|firm| (firm.id.clone().into(), firm.name.clone().into())))
            .collect();
    html! {
        <div class="looks">
            <div class="chips" role="group" aria-label={t!(words, "pipeline-view")}>
                { chip("view:pictures".to_owned(), t!(words, "pipeline-pictures"), look.view == View::Pictures) }
                { chip("view:forecast".to_owned(), t!(words, "forecast-title"), look.view == View::Forecast) }
            </div>
            if side == Side::Partner {
                <div class="chips" role="group" aria-label={t!(words, "deals-sets")}>
                    { chip("owner:me".to_owned(), t!(words, "deals-mine"), look.mine) }
                    { chip("owner:all".to_owned(), t!(words, "pipeline-firm"), !look.mine) }
                </div>
            } else {
                { field("partner", t!(words, "column-partner"), look.partner.clone()).select(words, &firms, false) }
            }
            { field("months", t!(words, "pipeline-period"), look.months.to_string()).select(words, &months, false) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CountedProps {
    look: Look,
    counted: Measure,
    currencies: Vec<String>,
}

/// What is counted: deals, or what those of one currency come to. Amounts of two are never added.
#[component]
fn Counted(props: &CountedProps) -> Html {
    let words = use_words();
    let chips = use_pressed_revealed(props.counted.clone());
    let code = |code: &String| props.counted == Measure::Sum(code.clone());
    html! {
        <div class="chips" role="group" aria-label={t!(words, "pipeline-counted")} ref={chips}>
            if props.look.view == View::Pictures {
                { chip(format!("in:{COUNT}"), t!(words, "column-deals"), props.counted == Measure::Count) }
            }
            for currency in &props.currencies { { chip(format!("in:{currency}"), currency.clone(), code(currency)) } }
        </div>
    }
}

fn pictures(words: &Words, look: &Look, picture: &Drawn) -> Html {
    let by = html! {
        <div class="row tight" role="group" aria-label={t!(words, "pipeline-stacked")}>
            { chip("by:category".to_owned(), t!(words, "pipeline-by-category"), !look.by_stage) }
            { chip("by:stage".to_owned(), t!(words, "column-stage"), look.by_stage) }
        </div>
    };
    html! {
        <>
            <ul class="sums">
                for (title, big, count, href) in &picture.summary {
                    <li key={title.clone()}>{ sum(title, big, count, href.as_ref()) }</li>
                }
            </ul>
            <Card id="by-stage" picture={picture.stages.clone()} />
            <Card id="by-month" picture={picture.months.clone()} beside={by} />
            <Card id="ended" picture={picture.ended.clone()} />
            <div class="pair">
                <Card id="lost-why" picture={picture.lost.clone()} />
                <Card id="rejected-why" picture={picture.rejected.clone()} />
            </div>
        </>
    }
}

fn sum(title: &str, big: &str, count: &str, href: Option<&String>) -> Html {
    let content = html! { <><small>{ title }</small><span class="big">{ big }</span>if !count.is_empty() { <small>{ count }</small> }</> };
    match href {
        Some(href) => html! { <a class="card stack snug" href={href.clone()}>{ content }</a> },
        None => html! { <div class="card stack snug">{ content }</div> },
    }
}
