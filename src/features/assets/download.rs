//! A download with its progress: it goes on where it stopped, and is checked before it is kept.

use super::bring::{Going, Phase, subtle};
use super::pieces::{Pieces, comes_in_pieces};
use crate::api::{ApiError, VersionAt, use_api};
use crate::i18n::{Words, use_words};
use crate::route::is_plain;
use crate::t;
use crate::ui::{Glyph, failure, hint, icon, pressed};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use portico_contract::asset::AssetVersion;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// After how many milliseconds the PRM knows of a download that the browser began by itself.
const KNOWN_AFTER: u32 = 2_000;
/// A link was followed by which the browser downloads a file: the PRM knows of it a moment later.
pub(super) fn by_the_browser(event: MouseEvent, done: &Callback<()>) {
    if pressed(&event, "download").is_some() {
        let done = done.clone();
        Timeout::new(KNOWN_AFTER, move || done.emit(())).forget();
    }
}

#[derive(Properties)]
pub(super) struct DownloadBarProps {
    pub id: AttrValue,
    pub version: Rc<AssetVersion>,
    /// Told when the PRM may know of a download.
    pub done: Callback<()>,
}

impl PartialEq for DownloadBarProps {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.version == other.version && self.done == other.done
    }
}

/// The button, and in its place how far it is once it was pressed.
#[component]
pub(super) fn DownloadBar(props: &DownloadBarProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let version = &props.version;
    let (phase, percent) = (use_state_eq(|| Phase::Idle), use_state_eq(|| 0_u64));
    let size = version.size;
    let pieces = use_memo((), move |()| Rc::new(RefCell::new(Pieces::of(size))));
    let turn = use_memo((), |()| Rc::new(Cell::new(0_u32)));
    let at = VersionAt::of(&props.id, version.n);
    let content = at.content();
    let (tell, moved) = (phase.setter(), percent.setter());
    let start = {
        let (pieces, turn) = ((*pieces).clone(), (*turn).clone());
        use_callback((api, at, version.clone()), move |(): (), (api, at, version)| {
            turn.set(turn.get() + 1);
            tell.set(Phase::Going);
            moved.set(pieces.borrow().percent());
            let going = Going {
                api: api.clone(),
                at: at.clone(),
                version: version.clone(),
                pieces: pieces.clone(),
                turn: turn.clone(),
                mine: turn.get(),
                tell: tell.clone(),
                moved: moved.clone(),
            };
            spawn_local(going.run());
        })
    };
    let in_pieces = comes_in_pieces(size) && subtle().is_some();
    let onclick =
        use_callback((start.clone(), in_pieces, props.done.clone()), |event: MouseEvent, (start, in_pieces, done)| {
            if *in_pieces && is_plain(&event) {
                event.prevent_default();
                start.emit(());
            } else {
                by_the_browser(event, done);
            }
        });
    let go_on = use_callback(start.clone(), |_: MouseEvent, start| start.emit(()));
    let stop = {
        let (pieces, turn, tell) = ((*pieces).clone(), (*turn).clone(), phase.setter());
        use_callback(percent.setter(), move |_: MouseEvent, percent| {
            turn.set(turn.get() + 1);
            *pieces.borrow_mut() = Pieces::of(size);
            percent.set(0);
            tell.set(Phase::Idle);
        })
    };
    // Whoever leaves the page wants it no more.
    let left = (*turn).clone();
    use_effect_with((), move |()| move || left.set(left.get() + 1));
    // Without a network it waits for one.
    use_effect_with((*phase == Phase::Stopped(ApiError::Offline), start), |(waits, start)| {
        let start = start.clone();
        let listening = waits.then(|| EventListener::new(&window(), "online", move |_| start.emit(())));
        move || drop(listening)
    });
    use_effect_with(((*phase).clone(), props.done.clone()), |(phase, done)| {
        if *phase == Phase::Done {
            done.emit(());
        }
    });
    let button = || {
        html! {
            <a class="button primary grow" id="download" href={content.clone()} download={version.name.clone()} {onclick}>
                { icon(Glyph::Download) }{ t!(words, "asset-download") }<span class="weight">{ words.bytes(size) }</span>
            </a>
        }
    };
    let run = match &*phase {
        Phase::Idle | Phase::Done | Phase::Broken => button(),
        Phase::Going | Phase::Checking => html! {
            <>
                { progress(&words, version, *percent, *phase == Phase::Checking) }
                <button type="button" class="button" onclick={stop}>{ t!(words, "asset-download-stop") }</button>
            </>
        },
        Phase::Stopped(_) => html! {
            <>
                { progress(&words, version, *percent, false) }
                <button type="button" class="button" onclick={stop}>{ t!(words, "asset-download-stop") }</button>
                <button type="button" class="button primary" onclick={go_on}>{ t!(words, "asset-download-go-on") }</button>
            </>
        },
    };
    html! {
        <div class="stack tight" data-download={phase_name(&phase)}>
            { said(&words, &phase, &version.name) }
            <div class="bar">{ run }</div>
        </div>
    }
}

fn phase_name(phase: &Phase) -> &'static str {
    match phase {
        Phase::Idle => "idle",
        Phase::Going => "going",
        Phase::Stopped(_) => "stopped",
        Phase::Checking => "checking",
        Phase::Done => "done",
        Phase::Broken => "broken",
    }
}

fn progress(words: &Words, version: &AssetVersion, percent: u64, checking: bool) -> Html {
    let done = words.bytes(version.size * percent / 100);
    let share = percent.to_string();
    let text = if checking {
        t!(words, "asset-download-checking")
    } else {
        t!(
            words,
            "asset-download-progress",
            percent = &words.percent(&share),
            done = &done,
            size = &words.bytes(version.size)
        )
    };
    html! {
        <div class="grow stack snug">
            <small>{ text }</small>
            <div class="meter" role="progressbar" aria-label={version.name.clone()} aria-valuenow={share.clone()} aria-valuemin="0" aria-valuemax="100"><i style={format!("width:{share}%")} /></div>
        </div>
    }
}

/// What became of it, read out when it is known.
fn said(words: &Words, phase: &Phase, name: &str) -> Html {
    let text = match phase {
        Phase::Stopped(ApiError::Offline) => hint(Glyph::Off, "", t!(words, "asset-download-cut").into()),
        Phase::Stopped(error) => failure(words, error),
        Phase::Done => hint(Glyph::Check, "good", t!(words, "asset-download-done", name = name).into()),
        Phase::Broken => hint(Glyph::Warn, "bad", t!(words, "asset-download-broken").into()),
        Phase::Idle | Phase::Going | Phase::Checking => Html::default(),
    };
    html! { <div role="status">{ text }</div> }
}
