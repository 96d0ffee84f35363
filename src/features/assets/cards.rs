//! Assets as cards. Each is a component whose props are a pointer, so that a change renders one card.

use super::model::Card;
use super::names::{in_a_line, is_foreign};
use super::sketch::sketch;
use crate::i18n::{Words, days_until, use_words};
use crate::parts::standing_badge;
use crate::t;
use crate::ui::{Glyph, icon};
use portico_contract::asset::{AssetSummary, Standing};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

#[cfg(feature = "measure")]
thread_local! {
    /// How many cards were rendered.
    pub static RENDERED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// How many days before its last one an asset says so.
const SOON: i64 = 30;

#[derive(Properties)]
pub(super) struct CardsProps {
    pub cards: Rc<[Rc<Card>]>,
}

impl PartialEq for CardsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.cards, &other.cards)
    }
}

/// Cards beside one another; on a phone a list of them.
#[styled_component]
pub(super) fn Cards(props: &CardsProps) -> Html {
    html! {
        <ul class={classes!("cards", css!(r"
            & { display: grid; gap: var(--space-3); grid-template-columns: minmax(0, 1fr); }
            & > li { position: relative; display: grid; grid-template-columns: 6.5rem minmax(0, 1fr) var(--tap); min-height: 6.5rem; transition: border-color var(--quick); content-visibility: auto; contain-intrinsic-size: auto 7rem; }
            & > li:hover { border-color: var(--line-strong); }
            & .cover { display: block; position: relative; background: var(--sunken); border-inline-end: 1px solid var(--line); overflow: hidden; }
            & .cover img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; object-position: top; }
            & .cover.whole img { object-fit: contain; object-position: center; }
            & .sketch { position: absolute; inset: 0; display: grid; place-items: center; color: var(--ink-2); }
            & .sketch svg { width: 2.5rem; height: 2.5rem; stroke-width: 1.25; }
            & .about { display: grid; gap: var(--space-1); align-content: start; padding: var(--space-3); min-width: 0; }
            & .about h2 { font: 600 var(--text-m)/1.3 var(--font); letter-spacing: normal; }
            & .about h2 a { color: inherit; }
            & .about h2 a::after { content: ''; position: absolute; inset: 0; border-radius: var(--radius); }
            & .about h2 a:focus-visible { outline: none; }
            & .about h2 a:focus-visible::after { outline: 2px solid var(--brand); outline-offset: -3px; }
            & .marks { display: flex; flex-wrap: wrap; gap: var(--space-1); }
            & .excerpt { font-size: var(--text-s); color: var(--ink-2); overflow-wrap: anywhere; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
            & .excerpt mark { color: var(--ink); font-weight: 600; }
            & .place { position: relative; justify-self: start; display: inline-flex; align-items: center; min-height: var(--tap); margin-block: calc(var(--space-2) * -1); font-size: var(--text-s); font-weight: 600; text-decoration: underline; text-underline-offset: .15em; }
            & > li > .button { position: relative; align-self: end; color: var(--brand); }
            @media (min-width: 40rem) {
                & { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: var(--space-4); }
                & > li { grid-template: auto 1fr / minmax(0, 1fr) var(--tap); contain-intrinsic-size: auto 19rem; }
                & .cover { grid-column: 1 / -1; aspect-ratio: 16 / 10; border-inline-end: 0; border-block-end: 1px solid var(--line); }
            }
        "))}>
            for card in props.cards.iter() {
                <AssetCard key={card.key.clone()} card={card.clone()} />
            }
        </ul>
    }
}

#[derive(Properties)]
struct CardProps {
    card: Rc<Card>,
}

impl PartialEq for CardProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.card, &other.card) || self.card.asset == other.card.asset
    }
}

/// A card: altogether a link, with the page where words stand and the download beside.
#[component]
fn AssetCard(props: &CardProps) -> Html {
    #[cfg(feature = "measure")]
    RENDERED.with(|count| count.set(count.get() + 1));
    let words = use_words();
    let card = &props.card;
    let asset = &card.asset;
    html! {
        <li class="card flush" data-id={card.id.clone()}>
            { cover(card) }
            <div class="about">
                <h2 class="two-lines"><a href={card.href.clone()}>{ &asset.title }</a></h2>
                <small>{ in_a_line(&words, asset) }</small>
                { marks(&words, asset) }
                { found(&words, card) }
            </div>
            if !asset.standing.is_over() {
                <a class="button icon" href={card.file.clone()} download="" aria-label={t!(words, "asset-download-name", name = asset.title.as_str())} title={t!(words, "asset-download")}>{ icon(Glyph::Download) }</a>
            }
        </li>
    }
}

/// Its picture, or a drawing; its place is kept either way.
fn cover(card: &Card) -> Html {
    let Some((picture, size)) = card.picture.as_ref().zip(card.asset.thumbnail) else {
        return html! { <span class="cover">{ sketch(card.asset.format) }</span> };
    };
    // What is wide is shown whole; of a page the top is recognised.
    let whole = size.width > size.height;
    html! {
        <span class={classes!("cover", whole.then_some("whole"))}>
            <img src={picture} alt="" loading="lazy" decoding="async" width={size.width.to_string()} height={size.height.to_string()} />
        </span>
    }
}

/// What stands out: language, a newer version, how it stands.
fn marks(words: &Words, asset: &AssetSummary) -> Html {
    let newer = asset.downloaded.is_some_and(|had| had < asset.current);
    let ends = asset.expires_on.filter(|day| asset.standing == Standing::Current && days_until(*day) <= SOON);
    let foreign = is_foreign(words, &asset.locale);
    if asset.standing == Standing::Current && ends.is_none() && !newer && !foreign {
        return Html::default();
    }
    html! {
        <span class="marks">
            { standing_badge(words, asset.standing) }
            if newer { <span class="badge info">{ t!(words, "asset-new-version") }</span> }
            if let Some(day) = ends { <span class="badge warn">{ t!(words, "asset-expires", day = &words.day(day)) }</span> }
            if foreign { <span class="badge plain">{ words.language_name(&asset.locale) }</span> }
        </span>
    }
}

/// What stands around the words that were found in the file, and the page.
fn found(words: &Words, card: &Card) -> Html {
    let excerpt = card.asset.found.as_ref().map(|found| found.excerpt.as_slice()).unwrap_or_default();
    html! {
        <>
            if !excerpt.is_empty() {
                <p class="excerpt">
                    for (at, part) in excerpt.iter().enumerate() {
                        if at % 2 == 1 { <mark>{ part }</mark> } else { { part } }
                    }
                </p>
            }
            if let Some((page, href)) = &card.found_at {
                <a class="place" {href}>{ t!(words, "asset-page", page = *page) }<span class="unseen">{ &card.asset.title }</span></a>
            }
        </>
    }
}
