//! Fields of a form: the label above, help and problem below, both read out with the field.

use crate::i18n::use_words;
use crate::t;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
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
            Self::Username => ["email", "email", "username", "none"],
            Self::Password => ["password", "text", "current-password", "none"],
        }
    }
}

/// Puts the focus on the element of an id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    pub id: AttrValue,
    pub label: AttrValue,
    #[prop_or_default]
    pub optional: bool,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// The control, and what belongs right below it.
    pub children: Html,
}

/// Label, control, help and problem.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let words = use_words();
    html! {
        <div class="field">
            <div class="row tight">
                <label for={props.id.clone()}>{ &props.label }</label>
                if props.optional {
                    <small class="optional" id={format!("{}-optional", props.id)}>{ t!(words, "field-optional") }</small>
                }
            </div>
            if let Some(help) = &props.help {
                <p class="help" id={format!("{}-help", props.id)}>{ help }</p>
            }
            { props.children.clone() }
            if let Some(problem) = &props.problem {
                <p class="problem" id={format!("{}-problem", props.id)}>{ problem }</p>
            }
        </div>
    }
}

/// The ids of what is read out with a field.
fn described(id: &str, optional: bool, help: bool, problem: bool) -> Option<String> {
    let parts: Vec<String> = [(optional, "optional"), (help, "help"), (problem, "problem")]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    /// The id and the text, so that one callback serves many fields.
    pub on_input: Callback<(AttrValue, String)>,
    /// The id of a field that was left.
    #[prop_or_default]
    pub on_leave: Callback<AttrValue>,
    #[prop_or_default]
    pub input: Input,
    #[prop_or_default]
    pub optional: bool,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// The first day that can be chosen.
    #[prop_or_default]
    pub min: Option<AttrValue>,
    #[prop_or_default]
    pub children: Html,
}

/// One line.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let on_input = use_callback(
        (props.id.clone(), props.on_input.clone()),
        |event: InputEvent, (id, on_input)| {
            on_input.emit((id.clone(), event.target_unchecked_into::<HtmlInputElement>().value()));
        },
    );
    let on_leave = use_callback((props.id.clone(), props.on_leave.clone()), |_: FocusEvent, (id, on_leave)| {
        on_leave.emit(id.clone());
    });
    let [kind, mode, complete, capitals] = props.input.attributes();
    let described = described(&props.id, props.optional, props.help.is_some(), props.problem.is_some());
    html! {
        <Field id={props.id.clone()} label={props.label.clone()} optional={props.optional} help={props.help.clone()} problem={props.problem.clone()}>
            <input class="input" id={props.id.clone()} name={props.id.clone()} type={kind} inputmode={mode} autocomplete={complete}
                autocapitalize={capitals} enterkeyhint="next" spellcheck={(props.input != Input::Text).then_some("false")}
                min={props.min.clone()} value={props.value.clone()} oninput={on_input} onblur={on_leave}
                aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={described} />
            { props.children.clone() }
        </Field>
    }
}

#[derive(Properties, PartialEq)]
pub struct TextAreaProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub value: AttrValue,
    pub on_input: Callback<(AttrValue, String)>,
    #[prop_or_default]
    pub on_leave: Callback<AttrValue>,
    #[prop_or_default]
    pub optional: bool,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    #[prop_or_default]
    pub problem: Option<AttrValue>,
}

/// Several lines; it grows with what is written.
#[component]
pub fn TextArea(props: &TextAreaProps) -> Html {
    let on_input = use_callback(
        (props.id.clone(), props.on_input.clone()),
        |event: InputEvent, (id, on_input)| {
            on_input.emit((id.clone(), event.target_unchecked_into::<HtmlTextAreaElement>().value()));
        },
    );
    let on_leave = use_callback((props.id.clone(), props.on_leave.clone()), |_: FocusEvent, (id, on_leave)| {
        on_leave.emit(id.clone());
    });
    let described = described(&props.id, props.optional, props.help.is_some(), props.problem.is_some());
    html! {
        <Field id={props.id.clone()} label={props.label.clone()} optional={props.optional} help={props.help.clone()} problem={props.problem.clone()}>
            <textarea class="input" id={props.id.clone()} name={props.id.clone()} value={props.value.clone()} oninput={on_input}
                onblur={on_leave} aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={described} />
        </Field>
    }
}

#[derive(Properties, PartialEq)]
pub struct CheckBoxProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub checked: bool,
    pub on_change: Callback<(AttrValue, bool)>,
    /// Without a frame, for a sentence that is agreed to.
    #[prop_or_default]
    pub bare: bool,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    #[prop_or_default]
    pub problem: Option<AttrValue>,
}

/// A box to tick, with its label beside it.
#[component]
pub fn CheckBox(props: &CheckBoxProps) -> Html {
    let on_change = use_callback(
        (props.id.clone(), props.on_change.clone()),
        |event: Event, (id, on_change)| {
            on_change.emit((id.clone(), event.target_unchecked_into::<HtmlInputElement>().checked()));
        },
    );
    let described = described(&props.id, false, props.help.is_some(), props.problem.is_some());
    html! {
        <div class="field">
            <label class={classes!("choice", props.bare.then_some("bare"))}>
                <input type="checkbox" id={props.id.clone()} name={props.id.clone()} checked={props.checked} onchange={on_change}
                    aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={described} />
                <span>{ &props.label }</span>
            </label>
            if let Some(help) = &props.help {
                <p class="help" id={format!("{}-help", props.id)}>{ help }</p>
            }
            if let Some(problem) = &props.problem {
                <p class="problem" id={format!("{}-problem", props.id)}>{ problem }</p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct SegmentedProps {
    pub id: AttrValue,
    pub label: AttrValue,
    /// Value and label of each.
    pub options: Vec<(AttrValue, AttrValue)>,
    pub value: AttrValue,
    pub on_change: Callback<(AttrValue, String)>,
    #[prop_or_default]
    pub problem: Option<AttrValue>,
}

/// A few to choose one of, all in view.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    let on_change = use_callback(
        (props.id.clone(), props.on_change.clone()),
        |event: Event, (id, on_change)| {
            on_change.emit((id.clone(), event.target_unchecked_into::<HtmlInputElement>().value()));
        },
    );
    let legend = format!("{}-label", props.id);
    html! {
        <fieldset class="field" id={props.id.clone()} tabindex="-1" aria-labelledby={legend.clone()}>
            <legend id={legend}>{ &props.label }</legend>
            <div class="row tight wrap">
                for (value, label) in &props.options {
                    <label class="choice" key={value.to_string()}>
                        <input type="radio" name={props.id.clone()} value={value.clone()} checked={*value == props.value}
                            onchange={on_change.clone()} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
            if let Some(problem) = &props.problem {
                <p class="problem">{ problem }</p>
            }
        </fieldset>
    }
}
