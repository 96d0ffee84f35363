//! Collections: a strip of them before anything is asked for, and the head of the one that is shown.

use crate::api::{Fetch, VersionAt, use_api, use_remote};
use crate::i18n::use_words;
use crate::route::Route;
use crate::t;
use crate::ui::{Glyph, icon};
use portico_contract::asset::list::Collection;
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A collection with its key and its addresses, made once.
#[derive(Debug, PartialEq)]
pub(super) struct Named {
    key: Key,
    href: AttrValue,
    picture: Option<AttrValue>,
    pub collection: Collection,
}

impl Named {
    fn of(collection: Collection) -> Self {
        Self {
            key: Key::from(collection.id.as_str()),
            href: format!("{}?collection={}", Route::Assets.path(), collection.id).into(),
            picture: collection.cover.as_ref().map(|cover| VersionAt::of(&cover.asset, cover.n).thumbnail().into()),
            collection,
        }
    }
}

/// All collections, asked for where that is wanted; none until they are there. The list does not wait for them.
#[hook]
pub(super) fn use_collections(wanted: bool) -> Option<Rc<[Named]>> {
    let api = use_api();
    let fetched = use_remote((api, wanted), |(api, wanted)| -> Fetch<Rc<[Named]>> {
        let collections = wanted.then(|| api.collections());
        Box::pin(async move {
            match collections {
                Some(page) => page.await.map(|page| page.items.into_iter().map(Named::of).collect()),
                None => Ok(Rc::from([])),
            }
        })
    });
    fetched.get().value().cloned().filter(|_| wanted)
}

#[derive(Properties, PartialEq)]
pub(super) struct StripProps {
    pub collections: Rc<[Named]>,
}

/// Collections beside one another.
#[styled_component]
pub(super) fn Strip(props: &StripProps) -> Html {
    let words = use_words();
    if props.collections.is_empty() {
        return Html::default();
    }
    html! {
        <section class={classes!("stack", "tight", css!(r"
            & ul { display: flex; gap: var(--space-3); overflow-x: auto; scroll-snap-type: x proximity; scrollbar-width: thin; margin-inline: calc(var(--space-4) * -1); padding: 2px var(--space-4) var(--space-2); scroll-padding-inline: var(--space-4); }
            & li { flex: 0 0 min(11.5rem, 62vw); scroll-snap-align: start; }
            & li > a { display: grid; grid-template-rows: auto 1fr; height: 100%; color: inherit; transition: border-color var(--quick); }
            & li > a:hover { border-color: var(--line-strong); }
            & .cover { display: grid; place-items: center; aspect-ratio: 16 / 9; background: var(--brand-soft); color: var(--brand-strong); border-block-end: 1px solid var(--line); overflow: hidden; }
            & img { width: 100%; height: 100%; object-fit: cover; object-position: top; }
            & .about { display: grid; gap: var(--space-1); align-content: start; padding: var(--space-3); }
            & b { font-weight: 600; overflow-wrap: anywhere; }
        "))} aria-labelledby="collections">
            <h2 id="collections">{ t!(words, "assets-collections") }</h2>
            <ul>
                for named in props.collections.iter() {
                    <li key={named.key.clone()}>
                        <a class="card flush" href={named.href.clone()} data-collection={named.collection.id.clone()}>
                            <span class="cover">
                                if let (Some(picture), Some(cover)) = (&named.picture, &named.collection.cover) {
                                    <img src={picture} alt="" loading="lazy" decoding="async" width={cover.picture.width.to_string()} height={cover.picture.height.to_string()} />
                                } else {
                                    { icon(Glyph::Library) }
                                }
                            </span>
                            <span class="about"><b>{ &named.collection.title }</b><small>{ t!(words, "assets-collection-count", count = named.collection.count) }</small></span>
                        </a>
                    </li>
                }
            </ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct HeadProps {
    pub collections: Rc<[Named]>,
    pub id: AttrValue,
}

/// The collection that is shown, with the way back to everything.
#[component]
pub(super) fn Head(props: &HeadProps) -> Html {
    let words = use_words();
    let found = props.collections.iter().find(|named| named.collection.id == *props.id);
    html! {
        <div class="card stack tight" data-collection={props.id.clone()}>
            <div><a class="button small" href={Route::Assets.path()}>{ icon(Glyph::Back) }{ t!(words, "assets-all") }</a></div>
            if let Some(Named { collection, .. }) = found {
                <h2>{ &collection.title }</h2>
                if !collection.description.is_empty() { <p class="pre">{ &collection.description }</p> }
                <small>{ t!(words, "assets-collection-count", count = collection.count) }</small>
            }
        </div>
    }
}
