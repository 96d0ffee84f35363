//! The sheet in which a filter is put together: from the edge of a phone, at the side of a desk.

use super::draft::{Draft, Edit};
use super::fields::Fields;
use super::filter::Filter;
use super::options::use_searched;
use super::part::{handler_name, owner_name};
use crate::api::{DealQuery, use_api};
use crate::i18n::use_words;
use crate::parts::{review_name, use_colleagues, use_form};
use crate::session::{use_session, use_side};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Choice, Dialog, Field, Typed, focus, pressed, typed};
use gloo::timers::callback::Timeout;
use portico_contract::capability;
use portico_contract::country::Country;
use portico_contract::deal::Review;
use portico_contract::deal::filter::{ME, NOBODY};
use portico_contract::deal::list::{Counts, FilterOptions, MAX_COUNT, Show};
use portico_contract::deal::span::Period;
use portico_contract::session::Side;
use stylist::yew::styled_component;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// How long somebody may pause before it is counted what they would see, in milliseconds.
const PAUSE: u32 = 250;
/// Periods for what is to come.
const AHEAD: [Period; 9] = [
    Period::Overdue,
    Period::ThisWeek,
    Period::ThisMonth,
    Period::NextMonth,
    Period::ThisQuarter,
    Period::NextQuarter,
    Period::ThisYear,
    Period::Next30Days,
    Period::Next90Days,
];
/// Periods for what has been.
const PAST: [Period; 9] = [
    Period::Today,
    Period::ThisWeek,
    Period::Last7Days,
    Period::ThisMonth,
    Period::LastMonth,
    Period::Last30Days,
    Period::Last90Days,
    Period::ThisQuarter,
    Period::ThisYear,
];

#[derive(Properties, PartialEq)]
pub(super) struct SheetProps {
    pub filter: Filter,
    pub change: Callback<Filter>,
    pub on_close: Callback<()>,
}

/// How many deals a filter shows, of those that were counted.
fn shown(filter: &Filter, counts: Counts) -> u32 {
    match filter.shown() {
        None => counts.all,
        Some(Show::Open) => counts.open,
        Some(Show::NeedsPartner) => counts.needs_partner,
        Some(Show::Ending) => counts.ending,
        Some(Show::Decided) => counts.decided,
    }
}

/// How many deals a filter would show, counted when somebody pauses.
#[hook]
fn use_counted(filter: Option<Filter>) -> Option<u32> {
    let (api, counted) = (use_api(), use_state(|| None::<(Filter, u32)>));
    let set = counted.setter();
    use_effect_with((api, filter.clone()), move |(api, filter)| {
        let waiting = filter.clone().map(|filter| {
            let api = api.clone();
            Timeout::new(PAUSE, move || {
                let page = api.deals(&DealQuery { filter: filter.asked(), limit: 1, ..DealQuery::default() });
                spawn_local(async move {
                    // Where it cannot be counted the button says no number.
                    if let Ok(Some(counts)) = page.await.map(|page| page.counts) {
                        let many = shown(&filter, counts);
                        set.set(Some((filter, many)));
                    }
                });
            })
        });
        move || drop(waiting)
    });
    let filter = filter?;
    counted.as_ref().filter(|(of, _)| *of == filter).map(|(_, many)| *many)
}

#[styled_component]
pub(super) fn Sheet(props: &SheetProps) -> Html {
    let (words, form, side) = (use_words(), use_form(), use_side());
    let me = use_session().session().map(|session| session.user.id.clone());
    let decimal = words.decimal_sign();
    let draft = use_reducer(|| {
        let mut narrow = props.filter.narrow.clone();
        // Stages of the contract's, as an address may name them, are all of the tenant's that stand for them.
        let stages = form.0.iter().flat_map(|form| &form.stages).filter(|named| narrow.stage.contains(&named.stage));
        let own: Vec<String> = stages.map(|named| named.id().to_owned()).collect();
        if !own.is_empty() {
            narrow.stage_id.extend(own);
            narrow.stage.clear();
        }
        Draft::of(&narrow, decimal)
    });
    let tried = use_state(|| false);
    let search = use_state(String::new);
    let options = use_searched(&search);
    let has_handlers = use_can(capability::COLLEAGUES) && side == Side::Vendor;
    let colleagues = use_colleagues(has_handlers);
    let oninput =
        use_callback((draft.dispatcher(), search.setter()), |event: InputEvent, (draft, search)| match typed(&event) {
            Some((field, Typed::Text(text))) if field == "filter-who" => search.set(text),
            Some((field, Typed::Text(text))) => draft.dispatch(Edit::Text(field, text)),
            Some((field, Typed::Tick(ticked))) => draft.dispatch(Edit::Tick(field, ticked)),
            None => {}
        });
    let onclick = use_callback(draft.dispatcher(), |event: MouseEvent, draft| {
        if let Some(country) = pressed(&event, "data-country").and_then(|code| Country::parse(&code).ok()) {
            draft.dispatch(Edit::Leave(country));
            focus("filter-country");
        } else if pressed(&event, "data-clear").is_some() {
            draft.dispatch(Edit::Clear);
        }
    });
    let read = draft.filter(decimal);
    let filter = read.as_ref().ok().map(|narrow| Filter { narrow: narrow.clone(), ..props.filter.clone() });
    let counted = use_counted(filter.clone());
    let first_wrong = read.as_ref().err().and_then(|wrong| wrong.first()).map(|(field, _)| format!("filter-{field}"));
    let onsubmit = use_callback(
        (filter, first_wrong, tried.setter(), props.change.clone(), props.on_close.clone()),
        |event: SubmitEvent, (filter, wrong, tried, change, on_close)| {
            event.prevent_default();
            tried.set(true);
            if let Some(wrong) = wrong {
                focus(wrong);
            } else if let Some(filter) = filter {
                on_close.emit(());
                change.emit(filter.clone());
            }
        },
    );
    let cancel = use_callback(props.on_close.clone(), |_: MouseEvent, on_close| on_close.emit(()));
    let wrong = read.err().filter(|_| *tried).unwrap_or_default();
    let fields = Fields { words: &words, draft: &draft, wrong: &wrong };
    let chosen = &draft.filter;

    let reviews = Review::ALL.into_iter().filter(|review| side == Side::Partner || *review != Review::Draft);
    let reviews = reviews.map(|review| {
        (format!("review:{}", review.name()), review_name(&words, review), chosen.review.contains(&review))
    });
    let stages = form.0.iter().flat_map(|form| &form.stages);
    let stages = stages.map(|named| {
        let chosen = chosen.stage_id.iter().any(|id| id == named.id());
        (format!("stage:{}", named.id()), named.name.clone(), chosen)
    });
    let products = form.0.iter().flat_map(|form| &form.products);
    let products =
        products.map(|one| (format!("product:{}", one.id), one.name.clone(), chosen.product.contains(&one.id)));
    let nobody = FilterOptions::default();
    let offered = options.offered().unwrap_or(&nobody);
    // Whoever reads is named first, and once.
    let mut owners: Vec<String> = if side == Side::Partner { vec![ME.to_owned()] } else { Vec::new() };
    owners.extend(chosen.owner.iter().filter(|id| *id != ME).cloned());
    let of_firm = |firm: &String| chosen.organisation.is_empty() || chosen.organisation.contains(firm);
    owners.extend(
        offered
            .owners
            .iter()
            .filter(|owner| of_firm(&owner.organisation.id))
            .map(|owner| owner.id.clone())
            .filter(|id| !chosen.owner.contains(id) && Some(id) != me.as_ref()),
    );
    let owners = owners
        .into_iter()
        .map(|id| (format!("owner:{id}"), owner_name(&words, &options, &id), chosen.owner.contains(&id)));
    let mut firms: Vec<String> = chosen.organisation.clone();
    firms.extend(
        offered.organisations.iter().map(|firm| firm.id.clone()).filter(|id| !chosen.organisation.contains(id)),
    );
    let firms = firms
        .into_iter()
        .map(|id| (format!("organisation:{id}"), options.firm(&id).to_owned(), chosen.organisation.contains(&id)));
    let handlers = [ME, NOBODY].into_iter().chain(colleagues.iter().map(|one| one.id.as_str()));
    let handlers = handlers.filter(|id| Some(*id) != me.as_deref()).map(|id| {
        let chosen = chosen.handler.iter().any(|known| known == id);
        (format!("handler:{id}"), handler_name(&words, &colleagues, id), chosen)
    });
    let many = offered.owners.len() + offered.organisations.len() > 12 || !search.is_empty();
    let who = Field {
        id: "filter-who".into(),
        label: t!(words, "filter-who").into(),
        value: (*search).clone().into(),
        ..Field::default()
    };
    let currencies: Vec<Choice> = form
        .0
        .iter()
        .flat_map(|form| &form.currencies)
        .map(|code| (code.clone().into(), code.clone().into()))
        .collect();
    let send = match counted {
        Some(many) if many > MAX_COUNT => t!(words, "filter-show-over", count = MAX_COUNT),
        Some(many) => t!(words, "filter-show", count = many),
        None => t!(words, "filter-apply"),
    };
    html! {
        <Dialog labelled_by="filter-title" on_close={props.on_close.clone()}>
            <form novalidate=true {onsubmit} {oninput} {onclick} class={classes!("sheet", css!(r"
                & .picks { display: flex; flex-wrap: wrap; gap: var(--space-2); }
                & .picks .choice { padding-block: 0; font-size: var(--text-s); }
                & > .end { position: sticky; inset-block-end: 0; margin: 0 calc(var(--space-4) * -1) calc(var(--space-5) * -1); padding: var(--space-3) var(--space-4) calc(var(--space-3) + env(safe-area-inset-bottom)); background: var(--surface); border-block-start: 1px solid var(--line); }
                @media (min-width: 40rem) { & > .end { margin: 0 calc(var(--space-6) * -1) calc(var(--space-6) * -1); padding-inline: var(--space-6); } }
                @media (min-width: 60rem) { dialog:has(> &) { margin: 0 0 0 auto; height: 100dvh; max-height: 100dvh; width: 27rem; border-radius: 0; } [dir='rtl'] dialog:has(> &) { margin: 0 auto 0 0; } }
            "))}>
                <div class="row between">
                    <h2 id="filter-title">{ t!(words, "filter-title") }</h2>
                    <button type="button" class="button plain small" data-clear="">{ t!(words, "filter-clear") }</button>
                </div>
                { fields.picks("review", t!(words, "column-review"), reviews.collect()) }
                { fields.picks("stage", t!(words, "column-stage"), stages.collect()) }
                { fields.picks("product", t!(words, "column-products"), products.collect()) }
                if many { { who.line(&words) } }
                if side == Side::Vendor { { fields.picks("organisation", t!(words, "column-partner"), firms.collect()) } }
                { fields.picks("owner", t!(words, "column-owner"), owners.collect()) }
                if has_handlers { { fields.picks("handler", t!(words, "filter-handler"), handlers.collect()) } }
                { fields.span("closes", t!(words, "close-date"), &AHEAD) }
                { fields.value(&currencies) }
                { fields.countries(chosen) }
                { fields.span("registered", t!(words, "column-registered"), &PAST) }
                <div class="row end">
                    <button type="button" class="button" onclick={cancel}>{ t!(words, "cancel") }</button>
                    <button type="submit" class="button grow primary">{ send }</button>
                </div>
            </form>
        </Dialog>
    }
}
