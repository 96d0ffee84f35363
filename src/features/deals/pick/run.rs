//! One command for many deals: in parts, so that one sees how far it is, and each part once however often it is sent.

use crate::api::{Api, ApiError, new_key};
use portico_contract::deal::bulk::BulkOrder;
use portico_contract::deal::commands::Order;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// Deals of one request.
const PART: usize = 50;

/// Parts that were sent, each with its key: the same again is asked for again.
pub(super) type Sent = Rc<RefCell<Vec<(BulkOrder, String)>>>;

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    pub done: usize,
    /// What was not done, and why.
    pub refused: Vec<(String, ApiError)>,
}

fn key(sent: &Sent, part: &BulkOrder) -> String {
    let mut sent = sent.borrow_mut();
    if let Some((_, key)) = sent.iter().find(|(known, _)| known == part) {
        return key.clone();
    }
    let key = new_key();
    sent.push((part.clone(), key.clone()));
    key
}

/// Carries out `order` for all; `progress` is told how many were answered. Where an answer does not come, nothing more is
/// sent.
pub(super) async fn carry_out(
    api: Api,
    ids: Vec<String>,
    order: Order,
    sent: Sent,
    progress: Callback<usize>,
) -> Outcome {
    let mut outcome = Outcome { done: 0, refused: Vec::new() };
    let mut lost = None::<ApiError>;
    for part in ids.chunks(PART) {
        if let Some(error) = &lost {
            outcome.refused.extend(part.iter().map(|id| (id.clone(), error.clone())));
            continue;
        }
        let bulk = BulkOrder { ids: part.to_vec(), order: order.clone() };
        match api.carry_out_many(&key(&sent, &bulk), &bulk).await {
            Ok(results) => {
                outcome.done += results.done();
                let refused = results.refused();
                outcome
                    .refused
                    .extend(refused.map(|(id, problem)| (id.to_owned(), ApiError::Refused(Box::new(problem.clone())))));
                progress.emit(outcome.done + outcome.refused.len());
            }
            Err(error) => {
                outcome.refused.extend(part.iter().map(|id| (id.clone(), error.clone())));
                lost = Some(error);
            }
        }
    }
    outcome
}
