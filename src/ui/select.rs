//! One of many, by the platform's own list.

use super::field::Field;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Something to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    pub value: AttrValue,
    pub label: AttrValue,
}

#[derive(Properties, PartialEq)]
pub struct SelectProps {
    pub id: AttrValue,
    pub label: AttrValue,
    pub options: std::rc::Rc<Vec<SelectOption>>,
    pub value: AttrValue,
    pub on_change: Callback<(AttrValue, String)>,
    /// What stands there while nothing is chosen.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    #[prop_or_default]
    pub optional: bool,
    #[prop_or_default]
    pub help: Option<AttrValue>,
    #[prop_or_default]
    pub problem: Option<AttrValue>,
}

/// A native list.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let on_change = use_callback(
        (props.id.clone(), props.on_change.clone()),
        |event: Event, (id, on_change)| {
            on_change.emit((id.clone(), event.target_unchecked_into::<HtmlSelectElement>().value()));
        },
    );
    let described = props.problem.is_some().then(|| format!("{}-problem", props.id));
    html! {
        <Field id={props.id.clone()} label={props.label.clone()} optional={props.optional} help={props.help.clone()} problem={props.problem.clone()}>
            <select class="input" id={props.id.clone()} name={props.id.clone()} onchange={on_change}
                aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={described}>
                if let Some(placeholder) = &props.placeholder {
                    <option key="" value="" selected={props.value.is_empty()}>{ placeholder }</option>
                }
                for option in props.options.iter() {
                    <option key={option.value.to_string()} value={option.value.clone()} selected={option.value == props.value}>
                        { &option.label }
                    </option>
                }
            </select>
        </Field>
    }
}
