//! Sending what was typed: as a draft, or as a registration. One key for one thing to send, so that a lost answer is
//! asked for again and nothing is made twice.

use crate::api::{Api, ApiError};
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal, DealContent, Field};
use portico_contract::problem::ProblemKind;
use serde_json::{Map, Value};

/// What it is sent for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    Save,
    Claim,
    Submit,
}

impl Aim {
    /// What is done with the deal once it is saved.
    fn order(self) -> Option<Order> {
        match self {
            Self::Save => None,
            Self::Claim => Some(Order::Claim),
            Self::Submit => Some(Order::Submit),
        }
    }
}

/// The deal as it was last saved: its id, its version, what may be changed and whether its place may be claimed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Saved {
    pub id: String,
    pub version: i64,
    pub editable: Vec<Field>,
    pub claimable: bool,
}

impl From<&Deal> for Saved {
    fn from(deal: &Deal) -> Self {
        Self {
            id: deal.id.clone(),
            version: deal.version,
            editable: deal.editable_fields.clone(),
            claimable: deal.allowed_actions.contains(&Command::Claim),
        }
    }
}

/// What went wrong, and how far it came: a change that arrived before its submission failed is not sent again.
pub(super) struct Failed {
    pub error: ApiError,
    pub saved: Option<Saved>,
}

/// Sends it. A new deal goes in one request, one that is known is changed and then submitted.
pub(super) async fn send(
    api: Api,
    saved: Option<Saved>,
    content: DealContent,
    aim: Aim,
    key: String,
) -> Result<Deal, Failed> {
    let lost = |saved: Option<Saved>| move |error| Failed { error, saved };
    let Some(known) = saved else {
        let command = aim.order().map(|order| order.command());
        return api.create(&key, &content, command).await.map_err(lost(None));
    };
    let patch = patch(&content, &known.editable);
    let deal = match (api.change(&known.id, known.version, &patch).await, aim.order()) {
        (Ok(deal), _) => deal,
        // It was handed in and the answer was lost: its key gives the answer again, and does nothing else now.
        (Err(error), Some(order)) if error.kind() == Some(ProblemKind::WrongState) => {
            return api.carry_out(&known.id, &key, &order).await.map_err(lost(Some(known)));
        }
        (Err(error), _) => return Err(lost(Some(known))(error)),
    };
    let Some(order) = aim.order() else { return Ok(deal) };
    let now = Saved::from(&deal);
    api.carry_out(&deal.id, &key, &order).await.map_err(lost(Some(now)))
}

/// A merge patch that makes the open fields what was typed: what was emptied is null.
fn patch(content: &DealContent, editable: &[Field]) -> Value {
    let whole = serde_json::to_value(content).unwrap_or_default();
    let mut patch = Map::new();
    for field in editable {
        let mut value = whole.get(field.name()).cloned().unwrap_or(Value::Null);
        if let Value::Object(members) = &mut value {
            let optional: &[&str] = match field {
                Field::Customer => &["name", "website", "country", "duns", "city", "industry"],
                Field::Contact => &["name", "email", "phone", "title"],
                _ => &[],
            };
            for name in optional {
                members.entry((*name).to_owned()).or_insert(Value::Null);
            }
        }
        patch.insert(field.name().to_owned(), value);
    }
    Value::Object(patch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::deal::content::Customer;
    use serde_json::json;

    #[test]
    fn what_was_emptied_is_taken_away_and_what_is_locked_is_left_out() {
        let customer = Customer { name: Some("Harbour Foods".to_owned()), ..Customer::default() };
        let content = DealContent { customer, ..DealContent::default() };
        assert_eq!(
            patch(&content, &[Field::Customer, Field::Need]),
            json!({
                "customer": {"name": "Harbour Foods", "website": null, "country": null, "duns": null, "city": null, "industry": null},
                "need": null
            })
        );
    }
}
