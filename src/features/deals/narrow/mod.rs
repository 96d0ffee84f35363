//! What narrows the list: words, sets with their counts, a sheet for all else, and filters that are kept.

mod chips;
mod draft;
mod fields;
mod filter;
mod keep;
mod manage;
mod options;
mod part;
mod sheet;
mod views;

pub(super) use chips::Chips;
pub use filter::{Filter, Set};
pub use views::Views;
pub(super) use views::{start_of, use_views};

use crate::i18n::{Words, use_words};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, SearchField, icon, pressed, small_icon, use_pressed_revealed, use_shortcut};
use manage::Manage;
use portico_contract::capability;
use portico_contract::deal::filter::{DealFilter, ME};
use portico_contract::deal::list::{Counts, MAX_COUNT, Show};
use portico_contract::session::Side;
use sheet::Sheet;
use yew::prelude::*;

/// How long somebody may pause while typing, in milliseconds.
const PAUSE: u32 = 200;

#[derive(Properties, PartialEq)]
pub(super) struct FilterProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
    #[prop_or_default]
    pub counts: Option<Counts>,
    #[prop_or(Side::Partner)]
    pub side: Side,
    /// Filters can be kept.
    #[prop_or_default]
    pub views: Option<Views>,
}

/// The words that are searched for; asked when somebody pauses.
#[component]
pub(super) fn Search(props: &FilterProps) -> Html {
    let words = use_words();
    let on_search = use_callback((props.filter.clone(), props.change.clone()), |q: String, (filter, change)| {
        let narrow = DealFilter { q, ..filter.narrow.clone() };
        change.emit(Filter { narrow, ..filter.clone() });
    });
    html! { <SearchField q={props.filter.narrow.q.clone()} label={t!(words, "deals-search")} hint={t!(words, "deals-search-hint")} pause={PAUSE} {on_search} /> }
}

/// Words, and the button of the sheet with how much narrows the list.
#[component]
pub(super) fn Tools(props: &FilterProps) -> Html {
    let words = use_words();
    let can = use_can(capability::FILTERS);
    let open = use_state(|| false);
    let show = use_callback(open.setter(), |_: MouseEvent, open| open.set(true));
    let close = use_callback(open.setter(), |(): (), open| open.set(false));
    let key = use_callback((can, open.setter()), |(): (), (can, open)| open.set(*can));
    use_shortcut("f", key);
    let narrow = DealFilter { q: String::new(), ..props.filter.narrow.clone() };
    // A currency and its amounts are one thing.
    let many = narrow.pairs().iter().filter(|(name, _)| name != "value").count();
    html! {
        <div class="row tight">
            <div class="grow"><Search filter={props.filter.clone()} change={props.change.clone()} /></div>
            if can {
                <button type="button" class="button" id="filters" aria-haspopup="dialog" onclick={show}>
                    { icon(Glyph::Settings) }<span class="desk-only">{ t!(words, "filter-title") }</span>
                    <span class="unseen phone-only">{ t!(words, "filter-title") }</span>
                    if many > 0 { <b>{ many }</b> }<kbd aria-hidden="true">{ "F" }</kbd>
                </button>
            }
            if *open { <Sheet filter={props.filter.clone()} change={props.change.clone()} on_close={close} /> }
        </div>
    }
}

/// How many there are, as far as is counted.
fn counted(words: &Words, count: u32) -> String {
    if count > MAX_COUNT { t!(words, "count-over", count = MAX_COUNT) } else { count.to_string() }
}

/// The named sets, with how many each has, and the filters that are kept.
#[component]
pub(super) fn Sets(props: &FilterProps) -> Html {
    let words = use_words();
    let needs = if props.side == Side::Vendor { t!(words, "set-partner") } else { t!(words, "set-me") };
    let counts = props.counts;
    let sets = [
        (Set::Named(Show::Open), t!(words, "set-open"), counts.map(|counts| counts.open)),
        (Set::Named(Show::NeedsPartner), needs, counts.map(|counts| counts.needs_partner)),
        (Set::Named(Show::Ending), t!(words, "set-ending"), counts.map(|counts| counts.ending)),
        (Set::Named(Show::Decided), t!(words, "set-decided"), counts.map(|counts| counts.decided)),
        (Set::All, t!(words, "set-all"), counts.map(|counts| counts.all)),
    ];
    let managing = use_state(|| false);
    let manage = use_callback(managing.setter(), |_: MouseEvent, managing| managing.set(true));
    let close = use_callback(managing.setter(), |(): (), managing| managing.set(false));
    let views = props.views.clone();
    let active = views.as_ref().and_then(|views| views.active(&props.filter)).map(|view| view.id.clone());
    let now = props.filter.shown().map_or(Set::All, Set::Named);
    // The counts come later and move what stands behind them.
    let chips = use_pressed_revealed((now, active.clone(), counts.is_some()));
    let onclick = use_callback(
        (props.filter.clone(), props.change.clone(), views.clone()),
        |event: MouseEvent, (filter, change, views)| {
            let named = |set| Filter { set: Some(set), ..filter.clone() };
            if let Some(id) = pressed(&event, "data-view") {
                let view = views.as_ref().and_then(|views| views.find(&id));
                if let Some(view) = view {
                    change.emit(Filter::of_view(&view.query));
                }
                return;
            }
            match pressed(&event, "data-set").as_deref() {
                None => {}
                Some("mine") => {
                    let owner = if filter.narrow.is_mine() { Vec::new() } else { vec![ME.to_owned()] };
                    change.emit(Filter { narrow: DealFilter { owner, ..filter.narrow.clone() }, ..filter.clone() });
                }
                Some("all") => change.emit(named(Set::All)),
                Some(name) => {
                    if let Some(show) = Show::parse(name) {
                        change.emit(named(Set::Named(show)));
                    }
                }
            }
        },
    );
    let kept = views.iter().flat_map(|views| views.all.iter());
    let any = views.as_ref().is_some_and(|views| !views.all.is_empty());
    html! {
        <div class="row tight">
            <div class="chips grow" role="group" aria-label={t!(words, "deals-sets")} ref={chips} {onclick}>
                for (set, label, count) in sets {
                    <button type="button" class="chip" key={name(set)} data-set={name(set)} aria-pressed={(active.is_none() && set == now).to_string()}>
                        { label }
                        if let Some(count) = count { <b>{ counted(&words, count) }</b> }
                    </button>
                }
                if props.side == Side::Partner {
                    <button type="button" class="chip" key="mine" data-set="mine" aria-pressed={props.filter.narrow.is_mine().to_string()}>{ t!(words, "deals-mine") }</button>
                }
                for view in kept {
                    <button type="button" class="chip" key={format!("view-{}", view.id)} data-view={view.id.clone()} aria-pressed={(active.as_ref() == Some(&view.id)).to_string()}>
                        { &view.name }
                    </button>
                }
            </div>
            if any {
                <button type="button" class="button icon" aria-label={t!(words, "view-manage")} aria-haspopup="dialog" onclick={manage}>{ small_icon(Glyph::More) }</button>
            }
            if let (true, Some(views)) = (*managing, views) { <Manage {views} on_close={close} /> }
        </div>
    }
}

fn name(set: Set) -> &'static str {
    match set {
        Set::Named(show) => show.name(),
        Set::All => "all",
    }
}
