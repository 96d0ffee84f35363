//! A picture with its table: bars, links where they lead to what they count, a legend, and the same figures as rows for whoever would rather read.

use crate::i18n::use_words;
use crate::t;
use std::rc::Rc;
use yew::prelude::*;

/// What a part of a bar means, as a colour of the style sheet.
pub(super) type Tone = &'static str;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Picture {
    pub title: String,
    pub text: String,
    /// Bars stand beside each other where there is room; else below each other.
    pub upright: bool,
    /// What the colours mean; empty where there is one alone.
    pub legend: Vec<(Tone, String)>,
    /// What the mark on each bar means.
    pub mark: Option<String>,
    pub bars: Vec<Bar>,
    pub table: Table,
    /// Said where there is nothing to draw.
    pub nothing: String,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bar {
    pub key: String,
    pub label: String,
    /// A second line of the label, where time goes on to another year.
    pub year: Option<String>,
    /// From its foot on: what it is, and how much of the largest bar.
    pub parts: Vec<(Tone, f64)>,
    pub mark: Option<f64>,
    /// What stands at its end.
    pub value: String,
    /// What is read out.
    pub said: String,
    pub href: Option<String>,
    /// It asks for something.
    pub urgent: bool,
}

/// The same figures as rows. The first column names the row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table {
    pub heads: Vec<String>,
    /// Each cell has a line or more.
    pub rows: Vec<Vec<Vec<String>>>,
    pub foot: Option<Vec<Vec<String>>>,
}

#[derive(Properties)]
pub(super) struct CardProps {
    pub id: &'static str,
    pub picture: Rc<Picture>,
    /// What stands beside the heading.
    #[prop_or_default]
    pub beside: Html,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.picture, &other.picture) && self.id == other.id && self.beside == other.beside
    }
}

/// The picture in its card, or its table where that was chosen.
#[component]
pub(super) fn Card(props: &CardProps) -> Html {
    let words = use_words();
    let shows_table = use_state(|| false);
    let turn = use_callback(shows_table.clone(), |_: MouseEvent, table| table.set(!**table));
    let picture = &props.picture;
    let label = if *shows_table { t!(words, "picture-show") } else { t!(words, "table-show") };
    // Where bars stand close there is no room for what they come to.
    let is_dense = picture.upright && picture.bars.len() > 20;
    let is_empty = picture.bars.iter().all(|bar| bar.parts.is_empty());
    html! {
        <section class="card stack picture" aria-labelledby={props.id}>
            <div class="row between top wrap head">
                <div class="stack snug">
                    <h2 id={props.id}>{ &picture.title }</h2>
                    if !picture.text.is_empty() { <p class="quiet">{ &picture.text }</p> }
                </div>
                <div class="row tight wrap">
                    { props.beside.clone() }
                    if !is_empty {
                        <button type="button" class="button plain small" onclick={turn} aria-describedby={props.id}>{ label }</button>
                    }
                </div>
            </div>
            if is_empty {
                <p class="quiet nothing">{ &picture.nothing }</p>
            } else if *shows_table {
                { table(&picture.table, props.id) }
            } else {
                { legend(picture) }
                <ul class={classes!("drawn", picture.upright.then_some("upright"), is_dense.then_some("dense"))}>
                    for bar in &picture.bars { <li key={bar.key.clone()}>{ drawn(bar) }</li> }
                </ul>
            }
        </section>
    }
}

fn legend(picture: &Picture) -> Html {
    if picture.legend.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="row wrap legend">
            for (tone, name) in &picture.legend { <li key={*tone} class="row tight"><i class={classes!("swatch", *tone)} /><small>{ name }</small></li> }
            if let Some(mark) = &picture.mark { <li key="mark" class="row tight"><i class="swatch mark" /><small>{ mark }</small></li> }
        </ul>
    }
}

fn drawn(bar: &Bar) -> Html {
    let drawn: f64 = bar.parts.iter().map(|(_, share)| share).sum();
    let style = format!("--top: {drawn:.4}");
    let part = |(index, (tone, share)): (usize, &(Tone, f64))| html! { <i key={index} class={*tone} style={format!("--share: {share:.4}")} /> };
    let content = html! {
        <>
            <span class={classes!("label", bar.urgent.then_some("urgent"))} aria-hidden="true">
                { &bar.label }if let Some(year) = &bar.year { <small>{ year }</small> }
            </span>
            <span class="track" aria-hidden="true">
                for part in bar.parts.iter().enumerate().map(part) { { part } }
                <i style={format!("--share: {:.4}", (1.0 - drawn).max(0.0))} />
                if let Some(mark) = bar.mark { <b style={format!("--at: {:.2}%", mark * 100.0)} /> }
            </span>
            <span class="comes" aria-hidden="true">{ &bar.value }</span>
            <span class="unseen">{ &bar.said }</span>
        </>
    };
    match &bar.href {
        Some(href) => html! { <a class="bar-of" {style} href={href.clone()} title={bar.said.clone()}>{ content }</a> },
        None => html! { <span class="bar-of" {style} title={bar.said.clone()}>{ content }</span> },
    }
}

/// The table, which scrolls by itself where it is wider than the page.
pub(super) fn table(table: &Table, id: &'static str) -> Html {
    let cells = |row: &Vec<Vec<String>>| -> Html {
        let lines = |cell: &Vec<String>| -> Html { cell.iter().map(|line| html! { <div>{ line }</div> }).collect() };
        let cell = |(index, cell): (usize, &Vec<String>)| match index {
            0 => html! { <th scope="row">{ lines(cell) }</th> },
            _ => html! { <td class="num">{ lines(cell) }</td> },
        };
        row.iter().enumerate().map(cell).collect()
    };
    html! {
        <div class="scrolls" tabindex="0" role="group" aria-labelledby={id}>
            <table>
                <thead><tr>
                    for (index, head) in table.heads.iter().enumerate() { <th key={index} scope="col" class={(index > 0).then_some("num")}>{ head }</th> }
                </tr></thead>
                <tbody>for (index, row) in table.rows.iter().enumerate() { <tr key={index}>{ cells(row) }</tr> }</tbody>
                if let Some(foot) = &table.foot { <tfoot><tr>{ cells(foot) }</tr></tfoot> }
            </table>
        </div>
    }
}
