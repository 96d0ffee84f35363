//! Fields of a form: the label above, help and problem below, both read out with the field. They are plain functions;
//! the form around them listens once for all of them, see [`typed`].

use crate::i18n::Words;
use crate::t;
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What a field takes: which keyboard a phone shows, and what a browser fills in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Input {
    /// Words.
    #[default]
    Text,
    /// A name that is written with a capital.
    Name,
    /// Somebody's address, not the person's own.
    Email,
    /// A host name.
    Host,
    /// A telephone number.
    Phone,
    /// An amount.
    Decimal,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// The person's own address.
    Username,
    /// The person's password.
    Password,
}

impl Input {
    /// `type`, `inputmode`, `autocomplete`, `autocapitalize`.
    fn attributes(self) -> [&'static str; 4] {
        match self {
            Self::Text => ["text", "text", "off", "sentences"],
            Self::Name => ["text", "text", "off", "words"],
            Self::Email => ["email", "email", "off", "none"],
            Self::Host => ["text", "url", "off", "none"],
            Self::Phone => ["tel", "tel", "off", "none"],
            Self::Decimal => ["text", "decimal", "off", "none"],
            Self::Number => ["text", "numeric", "off", "none"],
            Self::Date => ["date", "text", "off", "none"],
            Self::Time => ["time", "text", "off", "none"],
            Self::Username => ["email", "email", "username", "none"],
            Self::Password => ["password", "text", "current-password", "none"],
        }
    }
}

/// A field: its id, which is its name in the form too, and what stands around it.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    pub input: Input,
    pub optional: bool,
    pub help: Option<AttrValue>,
    pub problem: Option<AttrValue>,
    /// The first day that can be chosen.
    pub min: Option<AttrValue>,
}

/// Something to choose: its value and its label.
pub type Choice = (AttrValue, AttrValue);

/// What somebody did to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// The text of a field, or what was chosen.
    Text(String),
    /// A box was ticked, or its tick taken away.
    Tick(bool),
}

/// What a field of a day holds when what stands in it is no day: the browser gives no value then, and it is not missing.
pub const NO_DAY: &str = "-";

/// Which field of a form an `input` or `focusout` event is about, and what it holds now. The events of all fields rise
/// to their form, which listens once.
pub fn typed(event: &Event) -> Option<(String, Typed)> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let held = match input.type_().as_str() {
            "checkbox" => Typed::Tick(input.checked()),
            // Empty it would be fine, so that there is something which is no day.
            "date" if input.value().is_empty() && !input.check_validity() => Typed::Text(NO_DAY.to_owned()),
            _ => Typed::Text(input.value()),
        };
        return Some((input.name(), held));
    }
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return Some((select.name(), Typed::Text(select.value())));
    }
    let area = target.dyn_ref::<HtmlTextAreaElement>()?;
    Some((area.name(), Typed::Text(area.value())))
}

/// Puts the focus on the element of an id. What it is folded up in is opened before: nothing in there takes a focus.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        let folded = element.closest("details:not([open]) > :not(summary)").ok().flatten();
        if let Some(fold) = folded.and_then(|inside| inside.parent_element()) {
            // An attribute without a value is always taken.
            let _ = fold.set_attribute("open", "");
        }
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Puts the focus on an element that is only in the page once what was changed just now is rendered.
pub fn focus_next(id: impl Into<AttrValue>) {
    let id = id.into();
    Timeout::new(0, move || focus(&id)).forget();
}

impl Field {
    /// The ids of what is read out with the field.
    fn described(&self) -> Option<String> {
        let parts: Vec<String> =
            [(self.optional, "optional"), (self.help.is_some(), "help"), (self.problem.is_some(), "problem")]
                .into_iter()
                .filter(|(there, _)| *there)
                .map(|(_, part)| format!("{}-{part}", self.id))
                .collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.problem.is_some().then_some("true")
    }

    fn below(&self) -> Html {
        let part = |text: &Option<AttrValue>, class: &'static str| {
            text.as_ref().map(|text| html! { <p {class} id={format!("{}-{class}", self.id)}>{ text }</p> })
        };
        html! { <>{ part(&self.help, "help") }{ part(&self.problem, "problem") }</> }
    }

    /// Label above, help and problem below a control.
    fn around(&self, words: &Words, control: Html) -> Html {
        html! {
            <div class="field" key={self.id.to_string()}>
                <div class="row tight">
                    <label for={self.id.clone()}>{ &self.label }</label>
                    if self.optional { <small class="optional" id={format!("{}-optional", self.id)}>{ t!(words, "field-optional") }</small> }
                </div>
                { control }
                { self.below() }
            </div>
        }
    }

    /// One line.
    pub fn line(self, words: &Words) -> Html {
        let [kind, mode, complete, capitals] = self.input.attributes();
        let is_day = self.input == Input::Date;
        // A day has no more than four digits for its year, and what is no day stays as it was typed.
        let (max, value) = (is_day.then_some("9999-12-31"), self.value.clone());
        let value = if is_day && value == NO_DAY { AttrValue::default() } else { value };
        let control = html! {
            <input class="input" id={self.id.clone()} name={self.id.clone()} type={kind} inputmode={mode} autocomplete={complete}
                autocapitalize={capitals} enterkeyhint="next" spellcheck={(self.input != Input::Text).then_some("false")}
                min={self.min.clone()} {max} {value} aria-invalid={self.invalid()} aria-describedby={self.described()} />
        };
        self.around(words, control)
    }

    /// Several lines; it grows with what is written.
    pub fn area(self, words: &Words) -> Html {
        let control = html! {
            <textarea class="input" id={self.id.clone()} name={self.id.clone()} value={self.value.clone()}
                aria-invalid={self.invalid()} aria-describedby={self.described()} />
        };
        self.around(words, control)
    }

    /// One of many, by the platform's own list; `placeholder` stands there while nothing is chosen.
    pub fn select(self, words: &Words, choices: &[Choice], placeholder: bool) -> Html {
        let control = html! {
            <select class="input" id={self.id.clone()} name={self.id.clone()} aria-invalid={self.invalid()} aria-describedby={self.described()}>
                if placeholder { <option key="" value="" selected={self.value.is_empty()}>{ t!(words, "choose") }</option> }
                for (value, label) in choices {
                    <option key={value.to_string()} value={value.clone()} selected={*value == self.value}>{ label }</option>
                }
            </select>
        };
        self.around(words, control)
    }

    /// A box to tick, with its label beside it; `bare` without a frame, for a sentence that is agreed to.
    pub fn tick(self, ticked: bool, bare: bool) -> Html {
        html! {
            <div class="field" key={self.id.to_string()}>
                <label class={if bare { "choice bare" } else { "choice" }}>
                    <input type="checkbox" id={self.id.clone()} name={self.id.clone()} checked={ticked} aria-invalid={self.invalid()}
                        aria-describedby={self.described()} />
                    <span>{ &self.label }</span>
                </label>
                { self.below() }
            </div>
        }
    }

    /// A few to choose one of, all in view.
    pub fn segmented(self, choices: &[Choice]) -> Html {
        let chosen = html! {
            <div class="row tight wrap">
                for (value, label) in choices {
                    <label class="choice" key={value.to_string()}>
                        <input type="radio" name={self.id.clone()} value={value.clone()} checked={*value == self.value} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        };
        self.group(chosen)
    }

    /// Controls that belong together, under one name.
    pub fn group(self, controls: Html) -> Html {
        let label = format!("{}-label", self.id);
        html! {
            <fieldset class="field" key={self.id.to_string()} id={self.id.clone()} tabindex="-1" aria-labelledby={label.clone()} aria-describedby={self.described()}>
                <legend id={label}>{ &self.label }</legend>
                { controls }
                { self.below() }
            </fieldset>
        }
    }
}
