//! The rows: lines of a table at a desk, of a list on a phone. Each is a component whose props are pointers.

use super::look::Look;
use super::model::{Most, Row, Shown};
use crate::i18n::{Words, use_words};
use crate::parts::standing_badge;
use crate::t;
use portico_contract::asset::change::UsageSort;
use std::rc::Rc;
use yew::prelude::*;

#[cfg(feature = "measure")]
thread_local! {
    /// How many rows were rendered.
    pub static RENDERED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

#[derive(Properties)]
pub(super) struct RowsProps {
    pub shown: Rc<Shown>,
    pub wide: bool,
}

impl PartialEq for RowsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.shown, &other.shown) && self.wide == other.wide
    }
}

/// All rows.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let words = use_words();
    let Shown { rows, most, of, .. } = &*props.shown;
    if !props.wide {
        return html! {
            <ul class="list">
                for row in rows.iter() { <Item key={row.key.clone()} row={row.clone()} most={*most} /> }
            </ul>
        };
    }
    let Look { sort, .. } = of;
    let head = |by: UsageSort, label: String| {
        let order = (*sort == by).then_some("descending");
        html! { <th scope="col" class="num" aria-sort={order}>{ label }</th> }
    };
    html! {
        <div class="card flush table"><table>
            <thead><tr>
                <th scope="col">{ t!(words, "usage-asset") }</th>
                { head(UsageSort::Views, t!(words, "usage-views")) }
                { head(UsageSort::Downloads, t!(words, "asset-downloads")) }
                <th scope="col" class="num">{ t!(words, "usage-firms") }</th>
                <th scope="col" class="when" aria-sort={(*sort == UsageSort::Unused).then_some("ascending")}>{ t!(words, "usage-last") }</th>
            </tr></thead>
            <tbody>
                for row in rows.iter() { <Line key={row.key.clone()} row={row.clone()} most={*most} /> }
            </tbody>
        </table></div>
    }
}

#[derive(Properties)]
struct RowProps {
    row: Rc<Row>,
    most: Most,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        self.most == other.most && (Rc::ptr_eq(&self.row, &other.row) || self.row == other.row)
    }
}

/// A line of the table.
#[component]
fn Line(props: &RowProps) -> Html {
    #[cfg(feature = "measure")]
    RENDERED.with(|count| count.set(count.get() + 1));
    let words = use_words();
    let (row, most) = (&props.row, props.most);
    let used = &row.used;
    let counts = |count: u32, most: u32, class: &'static str| {
        html! { <td class="counts"><span class="row tight">{ bar(count, most, class) }<b>{ count }</b></span></td> }
    };
    html! {
        <tr data-id={row.id.clone()}>
            <td><span class="row tight wrap"><a href={row.href.clone()}>{ &used.title }</a>{ standing_badge(&words, used.standing) }</span></td>
            { counts(used.views, most.views, "first") }
            { counts(used.downloads, most.downloads, "second") }
            <td class="num">{ used.firms }</td>
            <td class="when">{ last(&words, row) }</td>
        </tr>
    }
}

/// A line of the list: a link altogether.
#[component]
fn Item(props: &RowProps) -> Html {
    #[cfg(feature = "measure")]
    RENDERED.with(|count| count.set(count.get() + 1));
    let words = use_words();
    let (row, most) = (&props.row, props.most);
    let used = &row.used;
    html! {
        <li data-id={row.id.clone()}>
            <a class="item" href={row.href.clone()}>
                <span class="grow stack snug">
                    <h2 class="two-lines">{ &used.title }</h2>
                    <span class="state">
                        { standing_badge(&words, used.standing) }
                        <small>{ last_said(&words, row) }</small>
                    </span>
                </span>
                if used.views + used.downloads > 0 {
                    <span class="few">
                        <span>{ t!(words, "usage-views") }</span>{ bar(used.views, most.views, "first") }<b>{ used.views }</b>
                        <span>{ t!(words, "asset-downloads") }</span>{ bar(used.downloads, most.downloads, "second") }<b>{ used.downloads }</b>
                    </span>
                }
            </a>
        </li>
    }
}

/// So much of the most.
fn bar(count: u32, most: u32, class: &'static str) -> Html {
    let share = if most == 0 { 0.0 } else { f64::from(count) / f64::from(most) * 100.0 };
    html! { <span class={classes!("bar-of", class, (count == 0).then_some("none"))} aria-hidden="true"><i style={format!("--share: {share:.1}%")} /></span> }
}

fn last(words: &Words, row: &Row) -> Html {
    match row.used.last_used {
        Some(day) => html! { { words.day(day) } },
        None => html! { <span class="never">{ t!(words, "usage-never") }</span> },
    }
}

/// Who used it and when, in a line.
fn last_said(words: &Words, row: &Row) -> Html {
    match row.used.last_used {
        Some(day) => {
            let firms = (row.used.firms > 0).then(|| t!(words, "usage-by-firms", count = row.used.firms) + " · ");
            html! { <>{ firms }{ t!(words, "usage-last-on", day = &words.day(day)) }</> }
        }
        None => html! { <span class="never">{ t!(words, "usage-never") }</span> },
    }
}
