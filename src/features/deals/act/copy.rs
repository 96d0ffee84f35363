//! A new draft with what another registration says: for the next project of a customer, or after a rejection.

use crate::api::{ApiError, new_key, use_api};
use crate::route::{Route, use_go};
use portico_contract::deal::{Deal, DealContent};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Makes the draft and opens its form.
#[hook]
pub(super) fn use_copy(deal: &Rc<Deal>, failed: UseStateSetter<Option<ApiError>>) -> Callback<()> {
    let (api, go, busy) = (use_api(), use_go(), use_mut_ref(|| false));
    use_callback((api, go, deal.clone(), failed, busy), |(): (), (api, go, deal, failed, busy)| {
        if busy.replace(true) {
            return;
        }
        failed.set(None);
        let answer = api.create(&new_key(), &begun_anew(deal.content()), None);
        let (go, failed, busy) = (go.clone(), failed.clone(), busy.clone());
        spawn_local(async move {
            match answer.await {
                Ok(deal) => go.emit(Route::EditDeal { id: deal.id }),
                Err(error) => failed.set(Some(error)),
            }
            busy.replace(false);
        });
    })
}

/// What is true again: not that the customer agreed, nor when it is to close.
fn begun_anew(mut content: DealContent) -> DealContent {
    content.contact.consent = false;
    content.close_date = None;
    content
}
