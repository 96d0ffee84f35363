//! Nothing to show: why, and what to do next.

use super::icon::{Glyph, Icon};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct EmptyProps {
    pub glyph: Glyph,
    /// A colour of the avatar: `warn`, `bad`; the brand's where absent.
    #[prop_or_default]
    pub tone: &'static str,
    pub title: AttrValue,
    #[prop_or_default]
    pub text: AttrValue,
    /// What to do next.
    #[prop_or_default]
    pub children: Html,
}

/// A drawing, a heading, a sentence and a way on.
#[component]
pub fn Empty(props: &EmptyProps) -> Html {
    html! {
        <div class="card empty">
            <span class={classes!("avatar", props.tone)}><Icon glyph={props.glyph} /></span>
            <h2>{ &props.title }</h2>
            if !props.text.is_empty() {
                <p class="quiet">{ &props.text }</p>
            }
            { props.children.clone() }
        </div>
    }
}
