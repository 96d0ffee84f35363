//! The form that a deal was made with: what its fields are called stays, whatever the rules have become since.

use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::use_words;
use crate::parts::{Form, FormHandle};
use portico_contract::deal::{Deal, DealForm, Review};
use std::rc::Rc;
use yew::prelude::*;

/// The form of a deal, where it is known already. A draft has the one in force.
#[hook]
pub(super) fn use_form_of(deal: Option<&Deal>) -> Form {
    let (api, language) = (use_api(), use_words().language().to_owned());
    let now = Form(use_context::<FormHandle>().and_then(|form| form.remote.value().cloned()));
    let is_older = |deal: &&Deal| {
        let in_force = now.0.as_ref().is_none_or(|form| form.version == deal.form_version);
        deal.review != Review::Draft && deal.form_version > 0 && !in_force
    };
    let older = deal.filter(is_older).map(|deal| deal.form_version);
    let then = use_remote((api, older, language), |(api, older, language)| -> Fetch<Option<Rc<DealForm>>> {
        let form = older.map(|version| api.deal_form_at(version, language));
        Box::pin(async move {
            match form {
                Some(form) => form.await.map(|form| Some(Rc::new(form))),
                None => Ok(None),
            }
        })
    });
    match older {
        None => now,
        Some(version) => {
            let fetched = then.get().value().cloned().flatten();
            Form(fetched.filter(|form| form.version == version))
        }
    }
}
