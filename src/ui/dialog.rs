//! A question in front of the page: the platform's `<dialog>`, which holds the focus and closes with Escape.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// The id of its heading.
    pub labelled_by: AttrValue,
    pub on_close: Callback<()>,
    pub children: Html,
}

/// Open as long as it is rendered.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    let at = node.clone();
    use_effect_with((), move |()| {
        let dialog = at.cast::<HtmlDialogElement>();
        if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
            // It is in the page and closed, so it opens.
            let _ = dialog.show_modal();
        }
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    let on_cancel = use_callback(props.on_close.clone(), |event: Event, on_close| {
        // The component closes it, when its owner renders without it.
        event.prevent_default();
        on_close.emit(());
    });
    let on_click = use_callback((props.on_close.clone(), node.clone()), |event: MouseEvent, (on_close, node)| {
        // A click on the backdrop has the dialog itself as its target.
        if event.target() == node.get().map(Into::into) {
            on_close.emit(());
        }
    });
    html! {
        <dialog ref={node} aria-labelledby={props.labelled_by.clone()} oncancel={on_cancel} onclick={on_click}>
            { props.children.clone() }
        </dialog>
    }
}
