//! What a person prefers on this device: language, light or dark, single-key shortcuts.

use gloo::utils::{document_element, window};
use yew::prelude::*;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the device has it.
    #[default]
    Auto,
    Light,
    Dark,
}

impl Scheme {
    /// The scheme of that name; the device's for any other.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// The name on the page and in the browser's storage.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What is kept in the browser. None of it is personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// A language that was chosen; the browser's otherwise.
    pub language: Option<String>,
    pub scheme: Scheme,
    pub shortcuts: bool,
}

impl Preferences {
    fn read() -> Self {
        let item = |name: &str| window().local_storage().ok().flatten()?.get_item(name).ok().flatten();
        Self {
            language: item("portico.language"),
            scheme: Scheme::parse(&item("portico.scheme").unwrap_or_default()),
            shortcuts: item("portico.shortcuts").as_deref() != Some("off"),
        }
    }

    fn keep(&self) {
        let Some(storage) = window().local_storage().ok().flatten() else { return };
        // Where the browser keeps nothing, the preference lasts as long as the page.
        let _ = match &self.language {
            Some(language) => storage.set_item("portico.language", language),
            None => storage.remove_item("portico.language"),
        };
        let _ = storage.set_item("portico.scheme", self.scheme.name());
        let _ = storage.set_item("portico.shortcuts", if self.shortcuts { "on" } else { "off" });
    }
}

/// The preferences in the context.
#[derive(Clone, PartialEq)]
pub struct PreferencesHandle {
    pub now: Preferences,
    pub change: Callback<Preferences>,
}

/// What the person prefers.
///
/// # Panics
/// Outside the app.
#[hook]
pub fn use_preferences() -> PreferencesHandle {
    use_context().expect("every component is below the app, which provides the preferences")
}

/// Reads the preferences, keeps them, and sets the colours of the page. Used once, by the app.
#[hook]
pub fn use_preferences_kept() -> PreferencesHandle {
    let now = use_state(Preferences::read);
    let change = use_callback(now.setter(), |preferences: Preferences, now| {
        preferences.keep();
        now.set(preferences);
    });
    use_effect_with(now.scheme, |scheme| {
        // The attribute's name is valid, so it is set.
        let _ = document_element().set_attribute("data-scheme", scheme.name());
    });
    PreferencesHandle { now: (*now).clone(), change }
}
