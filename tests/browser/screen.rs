//! The screen that a test has for itself: something is put on it, and is taken off again at the end.

use gloo::timers::callback::Timeout;
use gloo::utils::{body, document, window};
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};
use yew::html::BaseComponent;
use yew::{AppHandle, Html, Properties, Renderer, component};

/// How long is waited for what is expected, in milliseconds.
const PATIENCE: f64 = 5_000.0;

thread_local! {
    /// Takes off what is on the screen; also what a test that failed has left there.
    static ON_SCREEN: RefCell<Option<Box<dyn FnOnce()>>> = RefCell::default();
    static PANICKED: Cell<bool> = const { Cell::new(false) };
    static WATCHED: Cell<bool> = const { Cell::new(false) };
}

/// The screen with something on it. Dropping it clears it.
pub struct Screen {
    pub root: Element,
}

impl Drop for Screen {
    fn drop(&mut self) {
        clear();
        assert!(!PANICKED.get(), "something on the screen panicked, see the console");
    }
}

/// Takes note of a panic below the test: it stops what is on the screen, not the test. Yew is told, or it sets its own.
fn watch_for_panics() {
    PANICKED.set(false);
    if !WATCHED.replace(true) {
        let told_before = std::panic::take_hook();
        yew::set_custom_panic_hook(Box::new(move |panic| {
            PANICKED.set(true);
            told_before(panic);
        }));
    }
}

fn clear() {
    if let Some(take_off) = ON_SCREEN.take() {
        take_off();
    }
}

impl Screen {
    /// A component, alone.
    pub fn of<C: BaseComponent>(props: C::Properties) -> Self {
        clear();
        watch_for_panics();
        let root = document().create_element("div").unwrap();
        root.set_id("screen");
        body().append_child(&root).unwrap();
        let shown: AppHandle<C> = Renderer::<C>::with_root_and_props(root.clone(), props).render();
        let at = root.clone();
        ON_SCREEN.set(Some(Box::new(move || {
            shown.destroy();
            at.remove();
        })));
        Self { root }
    }

    /// Some pieces, as they are.
    pub fn with(content: Html) -> Self {
        Self::of::<Pieces>(PiecesProps { content })
    }

    pub fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }

    /// The one element, once it is there.
    pub async fn one(&self, selector: &str) -> HtmlElement {
        until(selector, || self.all(selector).len() == 1).await;
        self.all(selector).remove(0)
    }

    pub fn text(&self) -> String {
        text(&self.root)
    }

    /// Waits for words anywhere on the screen.
    pub async fn says(&self, words: &str) {
        until(words, || self.text().contains(words)).await;
    }

    /// Waits for a button or a link of that name.
    pub async fn button(&self, called: &str) -> HtmlElement {
        let find = || self.all("button, a, [role=tab]").into_iter().find(|button| name(button) == called);
        until(called, || find().is_some()).await;
        find().unwrap()
    }

    pub async fn press(&self, called: &str) {
        self.button(called).await.click();
    }
}

#[derive(Properties, PartialEq)]
struct PiecesProps {
    content: Html,
}

#[component]
fn Pieces(props: &PiecesProps) -> Html {
    props.content.clone()
}

pub fn text(node: &impl AsRef<Node>) -> String {
    node.as_ref().text_content().unwrap_or_default()
}

/// What a screen reader calls a button: its label, or its text without what is hidden from it.
pub fn name(element: &Element) -> String {
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    let copy: Element = element.clone_node_with_deep(true).unwrap().unchecked_into();
    let hidden = copy.query_selector_all("[aria-hidden=true]").unwrap();
    for at in 0..hidden.length() {
        hidden.get(at).unwrap().unchecked_into::<Element>().remove();
    }
    text(&copy).trim().to_owned()
}

/// The texts that an element is described by, in order, as a screen reader would read them.
pub fn described(element: &impl AsRef<Element>) -> Vec<String> {
    let ids = element.as_ref().get_attribute("aria-describedby").unwrap_or_default();
    let text_of = |id: &str| document().get_element_by_id(id).map_or_else(|| format!("no #{id}"), |at| text(&at));
    ids.split_whitespace().map(text_of).collect()
}

/// The id of what has the focus.
pub fn focused() -> String {
    document().active_element().map(|element| element.id()).unwrap_or_default()
}

/// Waits until something is so, and says what was waited for where it never is. What follows from it has happened then.
pub async fn until(what: &str, so: impl Fn() -> bool) {
    let start = js_sys::Date::now();
    while !so() {
        let screen = document().get_element_by_id("screen").map(|screen| screen.outer_html()).unwrap_or_default();
        assert!(js_sys::Date::now() - start < PATIENCE, "waited in vain for: {what}\non the screen: {screen}");
        breathe().await;
    }
    breathe().await;
}

/// Lets the browser do what it has in hand: Yew runs effects a moment after what they follow is in view.
pub async fn breathe() {
    let promise = Promise::new(&mut |resolve, _| {
        let go_on = move || drop(resolve.call0(&JsValue::NULL));
        Timeout::new(10, go_on).forget();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

/// Sets the browser up by a script; what it had is kept under `window.real`.
pub fn browser(script: &str) {
    let real = "window.real ??= { matchMedia: window.matchMedia.bind(window), fetch: window.fetch.bind(window) };";
    Function::new_no_args(&format!("{real}{script}")).call0(&window()).unwrap();
}
