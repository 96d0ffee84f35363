//! Whom a filter can name, asked for once something names somebody.

use crate::api::{Fetch, use_api, use_remote};
use portico_contract::deal::list::FilterOptions;
use std::rc::Rc;
use yew::prelude::*;

/// People and firms, where they are known already.
#[derive(Clone, Debug, Default)]
pub(super) struct Options(pub Option<Rc<FilterOptions>>);

impl PartialEq for Options {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Options {
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
    Options(options.get().value().cloned().flatten())
}
