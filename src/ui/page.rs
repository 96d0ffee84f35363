//! The frame of one page: its head with title and actions, its body, and the focus when one arrives.

use super::icon::{Glyph, icon};
use super::surroundings::{Surroundings, use_surroundings};
use crate::i18n::use_words;
use crate::route::Route;
use crate::t;
use gloo::utils::document;
use yew::prelude::*;

/// Where the page before is.
#[derive(Clone, Debug, PartialEq)]
pub struct Back {
    pub to: Route,
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct PageProps {
    /// The page's name: its heading, and the window's title.
    pub title: AttrValue,
    /// Shown in the heading's place where the page has a heading of its own.
    #[prop_or_default]
    pub head: Option<Html>,
    /// The head has nothing to show at a desk.
    #[prop_or_default]
    pub low: bool,
    #[prop_or_default]
    pub back: Option<Back>,
    /// What stands at the end of the head.
    #[prop_or_default]
    pub actions: Html,
    pub children: Html,
}

/// Names the window: the page, and whose portal it is.
#[hook]
pub fn use_title(title: &AttrValue) {
    let Surroundings { vendor, .. } = use_surroundings();
    use_effect_with((title.clone(), vendor), |(title, vendor)| {
        document().set_title(&if vendor.is_empty() { title.to_string() } else { format!("{title} · {vendor}") });
    });
}

/// A page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let words = use_words();
    let Surroundings { corner, .. } = use_surroundings();
    use_title(&props.title);
    // Whoever arrives by a link inside the portal hears the page's name first.
    let main = use_node_ref();
    let at = main.clone();
    use_effect_with((), move |()| {
        gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
        if let Some(element) = at.cast::<web_sys::HtmlElement>() {
            // It has a tabindex, so it takes the focus.
            let _ = element.focus();
        }
    });
    html! {
        <div class="page">
            <header class={props.low.then_some("low")}>
                if let Some(back) = &props.back {
                    <a href={back.to.clone().path()} class="button icon">{ icon(Glyph::Back) }<span class="unseen">{ t!(words, "back-to", page = back.label.as_str()) }</span></a>
                }
                if let Some(head) = &props.head {
                    { head.clone() }
                } else {
                    <h1>{ &props.title }</h1>
                }
                { props.actions.clone() }
                if props.back.is_none() { { corner } }
            </header>
            <main id="main" ref={main} tabindex="-1">{ props.children.clone() }</main>
        </div>
    }
}
