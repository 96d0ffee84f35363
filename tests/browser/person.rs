//! Somebody at the portal, in a person's words.

use crate::screen::{Screen, breathe, browser, name, text, until};
use gloo::utils::{document, window};
use portico_app::api::{Api, Prm};
use portico_app::app::{Portal, PortalProps};
use std::ops::Deref;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, InputEventInit,
};

/// At what somebody sits.
#[derive(Clone, Copy)]
pub enum At {
    Desk,
    Phone,
}

/// Somebody who looks at a page of the portal.
pub struct Person(Screen);

impl Deref for Person {
    type Target = Screen;
    fn deref(&self) -> &Screen {
        &self.0
    }
}

impl Person {
    /// Opens a page in a browser that knows nothing of the portal yet.
    pub fn opens(path: &str, at: At, prm: impl Prm + 'static) -> Self {
        forgets_everything();
        reads(&["en-GB"]);
        Self::comes_back(path, at, prm)
    }

    /// Opens a page in the same browser again, as after a reload.
    pub fn comes_back(path: &str, at: At, prm: impl Prm + 'static) -> Self {
        let query = match at {
            At::Desk => "all",
            At::Phone => "not all",
        };
        browser(&format!("window.matchMedia = () => window.real.matchMedia('{query}');"));
        window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(path)).unwrap();
        Self(Screen::of::<Portal>(PortalProps { api: Api::new(prm), expired: 0 }))
    }

    /// The field that a label belongs to, found as the browser finds it.
    pub async fn field(&self, label: &str) -> HtmlElement {
        let find = || {
            let labels = self.all("label").into_iter().filter(|one| name(one) == label);
            labels.into_iter().find_map(|one| js_sys::Reflect::get(&one, &"control".into()).ok()?.dyn_into().ok())
        };
        until(label, || find().is_some()).await;
        find().unwrap()
    }

    /// Types a text into a field, or chooses from its list.
    pub async fn types(&self, label: &str, typed: &str) {
        let field = self.field(label).await;
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.set_value(typed);
        } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(typed);
        } else {
            field.unchecked_ref::<HtmlSelectElement>().set_value(typed);
        }
        let init = InputEventInit::new();
        init.set_bubbles(true);
        field.dispatch_event(&InputEvent::new_with_event_init_dict("input", &init).unwrap()).unwrap();
        breathe().await;
    }

    /// Ticks a box.
    pub async fn ticks(&self, label: &str) {
        self.field(label).await.click();
        breathe().await;
    }

    /// Goes on from a field to somewhere else.
    pub async fn leaves(&self, label: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("focusout", &init).unwrap();
        self.field(label).await.dispatch_event(&event).unwrap();
        breathe().await;
    }

    /// Looks at the field of a label for what is wrong with it.
    pub async fn told_of(&self, label: &str) -> Option<String> {
        let field = self.field(label).await;
        field.get_attribute("aria-invalid").filter(|invalid| invalid == "true")?;
        let ids = field.get_attribute("aria-describedby")?;
        let id = ids.split_whitespace().find(|id| id.ends_with("-problem"))?;
        Some(text(&document().get_element_by_id(id)?))
    }

    /// Waits until a field is said to be wrong in these words.
    pub async fn is_told(&self, label: &str, words: &str) {
        let start = js_sys::Date::now();
        let mut told = self.told_of(label).await;
        while told.as_deref() != Some(words) && js_sys::Date::now() - start < 2_000.0 {
            breathe().await;
            told = self.told_of(label).await;
        }
        assert_eq!(told.as_deref(), Some(words), "told of {label}");
    }
}

/// What a field holds.
pub fn held(field: &HtmlElement) -> String {
    js_sys::Reflect::get(field, &"value".into()).unwrap().as_string().unwrap_or_default()
}

/// Empties what the browser keeps.
pub fn forgets_everything() {
    for storage in [window().local_storage(), window().session_storage()] {
        storage.unwrap().unwrap().clear().unwrap();
    }
}

/// Lets the browser prefer languages.
pub fn reads(languages: &[&str]) {
    let list = serde_json::to_string(languages).unwrap();
    browser(&format!("Object.defineProperty(navigator, 'languages', {{ get: () => {list}, configurable: true }});"));
}
