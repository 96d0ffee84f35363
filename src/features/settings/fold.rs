//! An item folded up to its summary.

use web_sys::Element;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct FoldProps {
    /// There is something in it to be filled in or mended.
    pub wanted: bool,
    pub summary: Html,
    pub children: Html,
}

/// Opened once something in it asks for it, and from then on the person's to fold up: what was mended does not close
/// over the field in which somebody still types.
#[component]
pub(super) fn Fold(props: &FoldProps) -> Html {
    let fold = use_node_ref();
    use_effect_with((fold.clone(), props.wanted), |(fold, wanted)| {
        if let Some(fold) = fold.cast::<Element>().filter(|_| *wanted) {
            // An attribute without a value is always taken.
            let _ = fold.set_attribute("open", "");
        }
    });
    html! {
        <details ref={fold}>
            <summary>{ props.summary.clone() }</summary>
            { props.children.clone() }
        </details>
    }
}
