//! The filters that a person keeps: fetched once, and changed here as they are changed at the PRM.

use super::filter::Filter;
use crate::api::{Api, ApiError, Fetch, Patcher, new_key, use_api, use_remote};
use crate::session::device;
use portico_contract::deal::view::{DealView, ViewChange};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Under which name the query of the start view is kept on this device, so that the list need not wait for it.
const START: &str = "deals-start";

/// The views in their order, and how to change them.
#[derive(Clone)]
pub struct Views {
    pub all: Rc<[DealView]>,
    api: Api,
    patcher: Patcher<Rc<[DealView]>>,
}

impl PartialEq for Views {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.all, &other.all) && self.api == other.api
    }
}

impl Views {
    /// The view that says what a filter says.
    pub(super) fn active(&self, filter: &Filter) -> Option<&DealView> {
        let kept = filter.kept();
        self.all.iter().find(|view| view.query == kept)
    }

    pub(super) fn find(&self, id: &str) -> Option<&DealView> {
        self.all.iter().find(|view| view.id == id)
    }

    /// Keeps another one, or changes one; `done` is told what came of it.
    pub(super) fn save(
        &self,
        view: Option<&DealView>,
        change: &ViewChange,
        done: Callback<Result<DealView, ApiError>>,
    ) {
        let answer = match view {
            Some(view) => self.api.change_view(&view.id, view.version, change),
            None => self.api.keep_view(&new_key(), change),
        };
        let patcher = self.patcher.clone();
        spawn_local(async move {
            let answer = answer.await;
            if let Ok(saved) = &answer {
                let saved = saved.clone();
                patcher.patch(move |all| Some(with(all, &saved)));
            }
            done.emit(answer);
        });
    }

    /// Forgets one at once; where that fails it is back.
    pub(super) fn forget(&self, view: &DealView, failed: Callback<ApiError>) {
        let answer = self.api.forget_view(&view.id);
        let (patcher, view) = (self.patcher.clone(), view.clone());
        let gone = view.id.clone();
        patcher.patch(move |all| Some(all.iter().filter(|view| view.id != gone).cloned().collect()));
        spawn_local(async move {
            if let Err(error) = answer.await {
                patcher.patch(move |all| Some(with(all, &view)));
                failed.emit(error);
            }
        });
    }

    /// Keeps one again that was forgotten, where it was.
    pub(super) fn bring_back(&self, view: &DealView, failed: Callback<ApiError>) {
        let change = ViewChange {
            name: Some(view.name.clone()),
            query: Some(view.query.clone()),
            start: Some(view.start),
            position: Some(view.position),
        };
        let done = Callback::from(move |answer: Result<DealView, ApiError>| {
            if let Err(error) = answer {
                failed.emit(error);
            }
        });
        self.save(None, &change, done);
    }
}

/// The views with one that was saved, in its place; another one is the start no longer where this one is.
fn with(all: &[DealView], saved: &DealView) -> Rc<[DealView]> {
    let others = all.iter().filter(|view| view.id != saved.id).cloned();
    let mut views: Vec<DealView> = others.map(|view| DealView { start: view.start && !saved.start, ..view }).collect();
    views.insert((saved.position as usize).min(views.len()), saved.clone());
    let placed = views.into_iter().zip(0..).map(|(view, position)| DealView { position, ..view });
    placed.collect()
}

/// The query with which somebody's list begins, as it was kept on this device.
pub(in super::super) fn start_of(account: &str) -> Option<Filter> {
    let kept = device::find(account, START)?;
    Some(Filter::of_view(&serde_json::from_str(&kept).ok()?))
}

/// The views of an account; none where the PRM keeps none. With which one the list begins is kept on the device.
#[hook]
pub(in super::super) fn use_views(account: &str, wanted: bool) -> Option<Views> {
    let api = use_api();
    let views = use_remote((api.clone(), wanted), |(api, wanted)| -> Fetch<Rc<[DealView]>> {
        let views = wanted.then(|| api.deal_views());
        Box::pin(async move {
            match views {
                Some(views) => views.await.map(|page| page.items.into()),
                None => Ok(Rc::from([])),
            }
        })
    });
    let patcher = views.patcher();
    let remote = views.get();
    let all = remote.value().cloned().filter(|_| wanted);
    let start = all.as_ref().map(|all| {
        let start = all.iter().find(|view| view.start);
        start.and_then(|view| serde_json::to_string(&view.query).ok())
    });
    use_effect_with((start, account.to_owned()), |(start, account)| match start {
        Some(Some(query)) => device::keep(account, START, query),
        Some(None) => device::forget(account, START),
        None => {}
    });
    all.map(|all| Views { all, api, patcher })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(id: &str, position: u32, start: bool) -> DealView {
        DealView { id: id.to_owned(), name: id.to_owned(), query: [].into(), start, position, version: 1 }
    }

    #[test]
    fn a_saved_view_takes_its_place_and_is_the_only_start() {
        let all = [view("a", 0, true), view("b", 1, false), view("c", 2, false)];
        let after = with(&all, &view("c", 0, true));
        let told: Vec<_> = after.iter().map(|view| (view.id.as_str(), view.position, view.start)).collect();
        assert_eq!(told, [("c", 0, true), ("a", 1, false), ("b", 2, false)]);
        assert_eq!(with(&all, &view("d", 9, false)).len(), 4, "what is beyond the end comes last");
    }
}
