//! What the tenant calls its products and stages.

use crate::api::Remote;
use portico_contract::deal::{DealForm, Stage};
use std::rc::Rc;
use yew::prelude::*;

/// What registrations ask for, where it is known already.
#[derive(Clone, Debug, Default)]
pub struct Form(pub Option<Rc<DealForm>>);

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl Form {
    /// A form that is known.
    #[must_use]
    pub fn of(form: &Rc<DealForm>) -> Self {
        Self(Some(form.clone()))
    }

    /// A product's name; its id where the form does not know it.
    #[must_use]
    pub fn product<'a>(&'a self, id: &'a str) -> &'a str {
        let products = self.0.as_ref().map(|form| form.products.as_slice()).unwrap_or_default();
        products.iter().find(|product| product.id == id).map_or(id, |product| product.name.as_str())
    }

    /// The names of products, with commas.
    #[must_use]
    pub fn products(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.product(id)).collect::<Vec<_>>().join(", ")
    }

    /// What the tenant calls a stage.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> &str {
        let stages = self.0.as_ref().map(|form| form.stages.as_slice()).unwrap_or_default();
        stages.iter().find(|named| named.stage == stage).map_or(stage.name(), |named| named.name.as_str())
    }
}

/// What registrations ask for as it is fetched, with how to ask again: in the context once somebody is signed in.
#[derive(Clone)]
pub struct FormHandle {
    pub remote: Rc<Remote<Rc<DealForm>>>,
    pub reload: Callback<()>,
}

impl PartialEq for FormHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.remote, &other.remote) && self.reload == other.reload
    }
}

/// What registrations ask for.
#[hook]
pub fn use_form() -> Form {
    Form(use_context::<FormHandle>().and_then(|form| form.remote.value().cloned()))
}
