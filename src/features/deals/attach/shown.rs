//! What was written, as it is shown: who is mentioned stands out, images stand small and open large, other files are
//! named.

use super::mention::{Piece, pieces};
use crate::api::file_url;
use crate::i18n::use_words;
use crate::t;
use crate::ui::{Dialog, Glyph, icon, pressed, small_icon};
use portico_contract::attachment::Attachment;
use portico_contract::event::Comment;
use yew::prelude::*;

/// The text of a comment.
pub(in super::super) fn marked(comment: &Comment) -> Html {
    let names: Vec<&str> = comment.mentions.iter().map(|person| person.name.as_str()).collect();
    let shown = pieces(&comment.body, &names).into_iter().map(|piece| match piece {
        Piece::Plain(text) => html! { { text } },
        Piece::Mention(text) => html! { <b class="mention">{ text }</b> },
    });
    html! { <>{ for shown }</> }
}

#[derive(Properties, PartialEq)]
pub(in super::super) struct ShownProps {
    pub deal: AttrValue,
    pub files: Vec<Attachment>,
}

/// The files of a comment.
#[component]
pub(in super::super) fn Shown(props: &ShownProps) -> Html {
    let words = use_words();
    let open = use_state(|| None::<String>);
    let onclick = use_callback(open.setter(), |event: MouseEvent, open| {
        if let Some(id) = pressed(&event, "data-file") {
            open.set(Some(id));
        }
    });
    let on_close = use_callback(open.setter(), |(), open| open.set(None));
    let on_press = use_callback(open.setter(), |_: MouseEvent, open| open.set(None));
    let large = open.as_ref().and_then(|id| props.files.iter().find(|file| file.id == *id));
    html! {
        <>
            <ul class="shown" {onclick}>
                for file in &props.files {
                    <li key={file.id.clone()}>
                        if file.is_shown() {
                            <button type="button" class="thumb" data-file={file.id.clone()} aria-label={t!(words, "file-open", name = file.name.as_str())}>
                                <img src={file_url(&props.deal, &file.id)} alt="" loading="lazy" decoding="async" width="96" height="96" />
                            </button>
                        } else {
                            <a class="chip" href={file_url(&props.deal, &file.id)} download={file.name.clone()}>
                                { small_icon(Glyph::File) }<span>{ &file.name }</span><small>{ words.bytes(file.size) }</small>
                            </a>
                        }
                    </li>
                }
            </ul>
            if let Some(file) = large {
                <Dialog labelled_by="file-name" on_close={on_close}>
                    <div class="view">
                        <div class="row between">
                            <h2 id="file-name">{ &file.name }</h2>
                            <button type="button" class="button icon" aria-label={t!(words, "close")} onclick={on_press}>{ icon(Glyph::Close) }</button>
                        </div>
                        <img src={file_url(&props.deal, &file.id)} alt={file.name.clone()} />
                        <a class="button" href={file_url(&props.deal, &file.id)} download={file.name.clone()}>{ t!(words, "file-download") }<small>{ words.bytes(file.size) }</small></a>
                    </div>
                </Dialog>
            }
        </>
    }
}
