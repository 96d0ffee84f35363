//! A field whose words are searched for as somebody types.

use super::icon::{Glyph, icon};
use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SearchFieldProps {
    /// The words that are searched for now.
    pub q: AttrValue,
    pub label: AttrValue,
    pub hint: AttrValue,
    /// How long somebody may pause while typing, in milliseconds.
    pub pause: u32,
    /// How many characters it takes at most.
    #[prop_or_default]
    pub most: Option<usize>,
    #[prop_or_default]
    pub class: Classes,
    /// Told of other words, without blanks around them, when somebody pauses.
    pub on_search: Callback<String>,
}

/// The field, with the id `search`.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let typed = use_state(|| props.q.to_string());
    // What was told last: where the words that are searched for are these, nobody else has changed them.
    let told = use_mut_ref(|| props.q.to_string());
    let oninput = use_callback(typed.setter(), |event: InputEvent, typed| {
        typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    let (pause, telling) = (props.pause, told.clone());
    use_effect_with(((*typed).clone(), props.q.clone(), props.on_search.clone()), move |(typed, q, on_search)| {
        let words = typed.trim().to_owned();
        let waiting = (words != **q).then(|| {
            let on_search = on_search.clone();
            Timeout::new(pause, move || {
                telling.borrow_mut().clone_from(&words);
                on_search.emit(words);
            })
        });
        move || drop(waiting)
    });
    // Changed from elsewhere, the field follows; what was typed on since it was told is somebody's who types on.
    let now = typed.setter();
    use_effect_with(props.q.clone(), move |q| {
        if told.borrow().as_str() != q.as_str() {
            q.as_str().clone_into(&mut told.borrow_mut());
            now.set(q.to_string());
        }
    });
    html! {
        <div class={classes!("search", props.class.clone())} role="search">
            { icon(Glyph::Search) }
            <input class="input" id="search" type="search" value={(*typed).clone()} {oninput} autocomplete="off" enterkeyhint="search"
                maxlength={props.most.map(|most| most.to_string())} aria-label={props.label.clone()} placeholder={props.hint.clone()} />
        </div>
    }
}
