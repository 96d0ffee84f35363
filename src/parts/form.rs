//! What the tenant calls its products and stages.

use crate::api::Remote;
use portico_contract::deal::form::Choice;
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

/// The name of a choice; its id where it is not among them.
#[must_use]
pub fn name_in<'a>(choices: &'a [Choice], id: &'a str) -> &'a str {
    choices.iter().find(|choice| choice.id == id).map_or(id, |choice| choice.name.as_str())
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
        self.named(id, |form| &form.products)
    }

    /// An industry's name.
    #[must_use]
    pub fn industry<'a>(&'a self, id: &'a str) -> &'a str {
        self.named(id, |form| &form.industries)
    }

    /// What a reason for a rejection is called.
    #[must_use]
    pub fn reason<'a>(&'a self, code: &'a str) -> &'a str {
        self.named(code, |form| &form.reasons)
    }

    /// What a reason for a loss is called.
    #[must_use]
    pub fn loss_reason<'a>(&'a self, code: &'a str) -> &'a str {
        self.named(code, |form| &form.loss_reasons)
    }

    fn named<'a>(&'a self, id: &'a str, choices: fn(&DealForm) -> &[Choice]) -> &'a str {
        self.0.as_ref().map_or(id, |form| name_in(choices(form), id))
    }

    /// The names of products, with commas.
    #[must_use]
    pub fn products(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.product(id)).collect::<Vec<_>>().join(", ")
    }

    /// What the tenant calls the stage where a deal stands: one of the contract's, and the tenant's own.
    #[must_use]
    pub fn stage(&self, stage: Stage, id: Option<&str>) -> &str {
        let named = self.0.as_ref().and_then(|form| form.stage_at(stage, id));
        named.map_or(stage.name(), |named| named.name.as_str())
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
