//! Where files are chosen and, around it, dropped.

use super::files::chosen;
use stylist::yew::styled_component;
use web_sys::File;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ZoneProps {
    /// What the field is called.
    pub label: AttrValue,
    /// The id of what describes it.
    pub described_by: AttrValue,
    /// Endings and media types that are offered; all where it is not said.
    #[prop_or_default]
    pub accept: Option<AttrValue>,
    #[prop_or_default]
    pub multiple: bool,
    /// Files are held over what takes them.
    pub over: bool,
    pub add: Callback<Vec<File>>,
    pub children: Html,
}

/// A card that is a field for files altogether.
#[styled_component]
pub fn Zone(props: &ZoneProps) -> Html {
    let onchange = use_callback(props.add.clone(), |event: Event, add| add.emit(chosen(&event)));
    let class = css!(
        r"
        position: relative;
        border-style: dashed;
        text-align: center;
        padding-block: var(--space-6);
        &.over { border-color: var(--brand); background: var(--brand-soft); }
        input { position: absolute; inset: 0; opacity: 0; cursor: pointer; }
        &:has(:focus-visible) { outline: 2px solid var(--brand); outline-offset: 2px; }
        "
    );
    html! {
        <div class={classes!("card", "stack", class, props.over.then_some("over"))}>
            { props.children.clone() }
            <input type="file" multiple={props.multiple} accept={props.accept.clone()} aria-label={props.label.clone()} aria-describedby={props.described_by.clone()} {onchange} />
        </div>
    }
}
