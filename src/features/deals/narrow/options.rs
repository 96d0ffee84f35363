//! Whom a filter can name, asked for once something names somebody.

use crate::api::{Fetch, use_api, use_remote};
use crate::ui::use_settled;
use portico_contract::deal::list::FilterOptions;
use std::rc::Rc;
use yew::prelude::*;

/// How long somebody may pause before it is searched for what they typed, in milliseconds.
const PAUSE: u32 = 250;

/// People and firms that are known already: what was asked for, and behind it what was found before.
#[derive(Clone, Debug, Default)]
pub(super) struct Options(Vec<Rc<FilterOptions>>);

impl PartialEq for Options {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(one, other)| Rc::ptr_eq(one, other))
    }
}

impl Options {
    /// Whom somebody can choose among.
    pub(super) fn offered(&self) -> Option<&FilterOptions> {
        self.0.first().map(|options| &**options)
    }

    /// A person's name; the id where it is not known.
    pub(super) fn person<'a>(&'a self, id: &'a str) -> &'a str {
        let owners = self.0.iter().flat_map(|options| &options.owners);
        owners.filter(|owner| owner.id == id).map(|owner| owner.name.as_str()).next().unwrap_or(id)
    }

    /// A firm's name; the id where it is not known.
    pub(super) fn firm<'a>(&'a self, id: &'a str) -> &'a str {
        let firms = self.0.iter().flat_map(|options| &options.organisations);
        firms.filter(|firm| firm.id == id).map(|firm| firm.name.as_str()).next().unwrap_or(id)
    }
}

/// Asks for those whose name has `q` in it, where that is wanted. Where it cannot be had there is nobody to choose.
#[hook]
pub(super) fn use_options(q: &str, wanted: bool) -> Options {
    let api = use_api();
    let options = use_remote((api, q.to_owned(), wanted), |(api, q, wanted)| -> Fetch<Option<Rc<FilterOptions>>> {
        let options = wanted.then(|| api.filter_options(q));
        Box::pin(async move {
            match options {
                Some(options) => options.await.map(|options| Some(Rc::new(options))),
                None => Ok(None),
            }
        })
    });
    Options(options.get().value().cloned().flatten().into_iter().collect())
}

/// Those whose name has in it what was typed, asked for when somebody pauses. Who was found before keeps the name.
#[hook]
pub(super) fn use_searched(typed: &str) -> Options {
    let asked = use_settled(typed.to_owned(), PAUSE);
    let (all, found) = (use_options("", true), use_options(&asked, !asked.is_empty()));
    let known = use_mut_ref(Vec::<Rc<FilterOptions>>::new);
    let mut known = known.borrow_mut();
    for options in all.0.iter().chain(&found.0) {
        if !known.iter().any(|one| Rc::ptr_eq(one, options)) {
            known.push(options.clone());
        }
    }
    let first = if asked.is_empty() { &all } else { &found };
    let first = first.0.iter().chain(&all.0).take(1).cloned();
    Options(first.chain(known.iter().cloned()).collect())
}
