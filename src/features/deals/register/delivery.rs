//! Delivering the form: what is under way, what the PRM has, what went wrong, and what follows from each.

use super::draft::Draft;
use super::kept;
use super::send::{Aim, Failed, Saved, send};
use crate::api::{ApiError, lean, new_key, use_api};
use crate::i18n::use_words;
use crate::route::{Route, show_address, use_go};
use crate::t;
use crate::ui::{Toast, use_toast};
use portico_contract::deal::{Deal, DealContent};
use portico_contract::problem::{FieldProblem, ProblemKind};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Where the delivery of a form stands.
#[derive(Clone, PartialEq)]
pub(super) struct Delivery {
    /// What is being sent for, just now.
    pub busy: UseStateHandle<Option<Aim>>,
    /// Why the last one did not arrive.
    pub failed: UseStateHandle<Option<ApiError>>,
    /// The deal as the PRM has it; none before the first delivery of a new one.
    pub saved: UseStateHandle<Option<Saved>>,
    /// The draft as the PRM has it: as long as it is what was typed, nothing is unsaved.
    pub stored: UseStateHandle<Draft>,
    /// The draft as it was sent last: what the PRM finds wrong is about that.
    sent: UseStateHandle<Draft>,
    key: Rc<RefCell<String>>,
}

/// A form that was just opened, as `begun`.
#[hook]
pub(super) fn use_delivery(deal: Option<&Deal>, begun: &Draft) -> Delivery {
    Delivery {
        busy: use_state(|| None),
        failed: use_state(|| None),
        saved: use_state(|| deal.map(Saved::from)),
        stored: use_state(|| begun.clone()),
        sent: use_state(Draft::default),
        key: use_mut_ref(new_key),
    }
}

impl Delivery {
    /// What the PRM found wrong, and with which draft.
    pub(super) fn refusal(&self) -> Option<(&[FieldProblem], &Draft)> {
        match &*self.failed {
            Some(ApiError::Refused(problem)) if problem.kind == ProblemKind::Invalid => {
                Some((&problem.errors, &self.sent))
            }
            _ => None,
        }
    }

    /// Somebody else changed the deal meanwhile: what is sent next goes on top of that.
    pub(super) fn overrule(&self) {
        if let Some(ApiError::Refused(problem)) = &*self.failed {
            let current = problem.current.as_ref().and_then(|current| lean::of::<Deal>(current).ok());
            self.saved.set(current.as_ref().map(Saved::from));
        }
        self.failed.set(None);
    }
}

/// Under which name the draft is kept on this device: whose, and of which deal.
pub(super) type KeptAs = (String, Option<String>);

/// Sends the deal that the draft makes. What was saved needs no mistakes shown, so `touched` is emptied.
#[hook]
pub(super) fn use_deliver(
    delivery: &Delivery,
    sent: (DealContent, Draft),
    kept_as: KeptAs,
    touched: UseStateSetter<Vec<String>>,
) -> Callback<Aim> {
    let (words, api, go, toast) = (use_words(), use_api(), use_go(), use_toast());
    use_callback(
        (delivery.clone(), sent, touched, (api, go, toast, words)),
        move |aim: Aim, (delivery, (content, draft), touched, (api, go, toast, words))| {
            let Delivery { busy, failed, saved, stored, sent, key } = delivery.clone();
            busy.set(Some(aim));
            sent.set(draft.clone());
            failed.set(None);
            let sending = send(api.clone(), (*saved).clone(), content.clone(), aim, key.borrow().clone());
            let (go, toast, words, touched) = (go.clone(), toast.clone(), words.clone(), touched.clone());
            let (draft, (account, id)) = (draft.clone(), kept_as.clone());
            spawn_local(async move {
                match sending.await {
                    Ok(deal) => {
                        // What comes next is another thing to send.
                        *key.borrow_mut() = new_key();
                        // What was typed since is kept under the draft's own name.
                        if aim != Aim::Save || id.is_none() {
                            kept::forget(&account, id.as_deref());
                        }
                        stored.set(draft);
                        let number = deal.number.as_str();
                        let text = match aim {
                            Aim::Submit => t!(words, "submitted-toast", number = number),
                            Aim::Claim => t!(words, "claimed-toast", number = number),
                            Aim::Save => t!(words, "saved-toast", number = number),
                        };
                        toast.emit(Toast { text: text.into(), link: None });
                        if aim != Aim::Save {
                            go.emit(Route::Deal { id: deal.id });
                            return;
                        }
                        // So that a reload finds the draft; the page stays as it is.
                        show_address(&Route::EditDeal { id: deal.id.clone() }.path());
                        touched.set(Vec::new());
                        saved.set(Some(Saved::from(&deal)));
                    }
                    Err(Failed { error, saved: reached }) => {
                        if error.kind() == Some(ProblemKind::KeyReused) {
                            *key.borrow_mut() = new_key();
                        }
                        if reached.is_some() {
                            saved.set(reached);
                        }
                        failed.set(Some(error));
                    }
                }
                busy.set(None);
            });
        },
    )
}
