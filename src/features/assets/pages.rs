//! The pages of a file, one large picture each: leafed through with buttons, keys or a finger.

use crate::api::VersionAt;
use crate::i18n::use_words;
use crate::route::{Query, use_query};
use crate::t;
use crate::ui::{Glyph, Typed, icon, pressed, typed};
use portico_contract::asset::AssetVersion;
use portico_contract::parameters::Pairs;
use std::rc::Rc;
use stylist::yew::styled_component;
use web_sys::Element;
use yew::prelude::*;

/// The page that is open, counted from 1. It stands in the address, so that a link leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Open(u32);

impl Default for Open {
    fn default() -> Self {
        Self(1)
    }
}

impl Query for Open {
    fn read(pairs: Pairs) -> Self {
        let page = pairs.iter().find(|(name, _)| name == "page").and_then(|(_, text)| text.parse().ok());
        Self(page.unwrap_or(1))
    }

    fn pairs(&self) -> Pairs {
        if self.0 > 1 { vec![("page".to_owned(), self.0.to_string())] } else { Pairs::new() }
    }
}

/// Where a step leads: never before the first page or behind the last.
fn stepped(page: u32, step: &str, count: u32) -> u32 {
    match step {
        "back" => page.saturating_sub(1),
        "on" => page + 1,
        "first" => 1,
        "last" => count,
        _ => page,
    }
    .clamp(1, count.max(1))
}

/// What a key means, where it is read from left to right or from right to left.
fn step_of(key: &str, leftward: bool) -> Option<&'static str> {
    Some(match (key, leftward) {
        ("ArrowRight", false) | ("ArrowLeft", true) | ("PageDown", _) => "on",
        ("ArrowLeft", false) | ("ArrowRight", true) | ("PageUp", _) => "back",
        ("Home", _) => "first",
        ("End", _) => "last",
        _ => return None,
    })
}

#[derive(Properties)]
pub(super) struct PagesProps {
    pub id: AttrValue,
    pub title: AttrValue,
    pub version: Rc<AssetVersion>,
}

impl PartialEq for PagesProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.id, &self.title) == (&other.id, &other.title) && self.version == other.version
    }
}

/// The pages side by side, one in view. Only it and its neighbours are fetched.
#[styled_component]
pub(super) fn Pages(props: &PagesProps) -> Html {
    let words = use_words();
    let pages = &props.version.pages;
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let all = props.version.page_count.unwrap_or(count);
    let open = use_query(|| Open::from_address().unwrap_or_default());
    let page = open.0.clamp(1, count.max(1));
    let leftward = words.direction() == "rtl";
    let track = use_node_ref();

    // The picture of the page comes into view without motion: a finger brings its own.
    use_effect_with((page, track.clone()), move |(page, track)| {
        let Some(track) = track.cast::<Element>() else { return };
        if page_in_view(&track) != *page {
            let there = i32::try_from(page - 1).unwrap_or_default() * track.client_width();
            track.set_scroll_left(if leftward { -there } else { there });
        }
    });
    let set = open.setter();
    let onscroll = use_callback((set.clone(), track.clone()), |_: Event, (set, track)| {
        if let Some(track) = track.cast::<Element>().filter(|track| track.client_width() > 0) {
            set.set(Open(page_in_view(&track)));
        }
    });
    let onclick = use_callback((set.clone(), page, count), |event: MouseEvent, (set, page, count)| {
        if let Some(step) = pressed(&event, "data-step") {
            set.set(Open(stepped(*page, &step, *count)));
        }
    });
    let onkeydown = use_callback((set.clone(), page, count), move |event: KeyboardEvent, (set, page, count)| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        // A list has keys of its own.
        let chooses = event.target().is_some_and(|target| {
            use wasm_bindgen::JsCast;
            target.dyn_ref::<web_sys::HtmlSelectElement>().is_some()
        });
        if let Some(step) = step_of(&event.key(), leftward).filter(|_| plain && !chooses) {
            event.prevent_default();
            set.set(Open(stepped(*page, step, *count)));
        }
    });
    let onchange = use_callback(set, |event: Event, set| {
        if let Some((_, Typed::Text(chosen))) = typed(&event)
            && let Ok(page) = chosen.parse()
        {
            set.set(Open(page));
        }
    });
    let at = VersionAt::of(&props.id, props.version.n);
    let first = pages.first().copied();
    let shape = first.map(|first| format!("aspect-ratio: {} / {}", first.width.max(1), first.height.max(1)));
    let said = t!(words, "asset-page-of", page = page, count = all);
    let slides = pages.iter().zip(1_u32..).map(|(picture, n)| {
        html! {
            <div class="slide" key={n} data-page={n.to_string()} aria-hidden={(n != page).then_some("true")}>
                if n.abs_diff(page) <= 1 {
                    <img src={at.page(n)} alt={t!(words, "asset-page-picture", page = n, title = props.title.as_str())} decoding="async" width={picture.width.to_string()} height={picture.height.to_string()} />
                }
            </div>
        }
    });
    let step = |name: &'static str, label: String, glyph: Glyph, end: bool| {
        html! { <button type="button" class="button icon" data-step={name} aria-label={label} aria-disabled={end.then_some("true")}>{ icon(glyph) }</button> }
    };
    html! {
        <div class={css!(r"
            & .track { display: flex; width: 100%; max-height: 72dvh; overflow-x: auto; overflow-y: hidden; scroll-snap-type: x mandatory; scrollbar-width: none; border: 1px solid var(--line); border-radius: var(--radius); background: var(--sunken); overscroll-behavior-x: contain; }
            & .track::-webkit-scrollbar { display: none; }
            & .slide { flex: 0 0 100%; scroll-snap-align: center; scroll-snap-stop: always; display: grid; place-items: center; min-height: 0; overflow: hidden; }
            & .slide img { width: 100%; height: 100%; object-fit: contain; }
            & .steps-row { display: flex; align-items: center; justify-content: center; gap: var(--space-2); padding-block-start: var(--space-2); }
            & .steps-row select { width: auto; min-height: var(--tap); padding-block: var(--space-2); }
        ")} data-open={page.to_string()} {onclick} {onkeydown}>
            <div class="track" ref={track} tabindex="0" role="group" aria-label={said.clone()} style={shape} {onscroll}>{ for slides }</div>
            if count > 1 {
                <div class="steps-row">
                    { step("back", t!(words, "asset-page-previous"), Glyph::Back, page == 1) }
                    <select class="input" name="page" aria-label={t!(words, "asset-page-choose")} {onchange}>
                        for n in 1..=count {
                            <option key={n} value={n.to_string()} selected={n == page}>{ t!(words, "asset-page-of", page = n, count = all) }</option>
                        }
                    </select>
                    { step("on", t!(words, "asset-page-next"), Glyph::Next, page == count) }
                </div>
                <p class="unseen" role="status">{ said }</p>
            }
            if all > count { <p class="quiet">{ t!(words, "asset-pages-some", count = count) }</p> }
        </div>
    }
}

/// The page in the middle of the track.
fn page_in_view(track: &Element) -> u32 {
    let width = track.client_width().max(1);
    let from_start = track.scroll_left().abs();
    u32::try_from((from_start + width / 2) / width).unwrap_or_default() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_stays_within_the_pages() {
        assert_eq!((stepped(1, "back", 12), stepped(12, "on", 12)), (1, 12));
        assert_eq!((stepped(3, "on", 12), stepped(3, "back", 12)), (4, 2));
        assert_eq!((stepped(3, "first", 12), stepped(3, "last", 12)), (1, 12));
        assert_eq!(stepped(1, "last", 0), 1, "a file without pages");
    }

    #[test]
    fn an_arrow_leads_the_way_that_is_read() {
        assert_eq!((step_of("ArrowRight", false), step_of("ArrowRight", true)), (Some("on"), Some("back")));
        assert_eq!((step_of("PageUp", true), step_of("a", false)), (Some("back"), None));
    }

    #[test]
    fn the_address_says_the_page() {
        let read = |text: &str| Open::read(vec![("page".to_owned(), text.to_owned())]);
        assert_eq!((read("3"), read("none"), Open::read(Pairs::new())), (Open(3), Open(1), Open(1)));
        assert_eq!(read("3").pairs(), [("page".to_owned(), "3".to_owned())]);
        assert!(Open(1).pairs().is_empty());
    }
}
