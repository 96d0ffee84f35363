//! Nothing to show: why, and what to do next.

use super::icon::{Glyph, icon};
use yew::prelude::*;

/// A drawing in a tone (`warn`, `bad`, `good`; the brand's where empty), a heading, a sentence and a way on.
pub fn empty(glyph: Glyph, tone: &'static str, title: String, text: String, way_on: Html) -> Html {
    html! {
        <div class="card empty">
            <span class={classes!("avatar", tone)}>{ icon(glyph) }</span>
            <h2>{ title }</h2>
            <p class="quiet">{ text }</p>
            { way_on }
        </div>
    }
}

/// A sentence that stands out, in a tone.
pub fn hint(glyph: Glyph, tone: &'static str, content: Html) -> Html {
    html! { <div class={classes!("hint", tone)}>{ icon(glyph) }<div class="grow stack snug">{ content }</div></div> }
}

/// Rows that are on their way.
pub fn skeleton(rows: usize) -> Html {
    let row = |row: usize| {
        html! {
            <div class="item" key={row}>
                <span class="grow stack tight">
                    <span class="skeleton" style={if row.is_multiple_of(2) { "width: 55%" } else { "width: 40%" }} />
                    <span class="skeleton" style="width: 25%" />
                </span>
                <span class="skeleton" style="width: 4rem" />
            </div>
        }
    };
    html! { <div class="list" aria-hidden="true">{ for (0..rows).map(row) }</div> }
}
