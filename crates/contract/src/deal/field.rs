//! The members of a deal that can be open to change, and when they are.

use super::Review;
use crate::named::named;
use crate::session::{Permission, Role};
use serde::{Deserialize, Serialize};

named! {
    /// A member of a deal that can be open to change. In the order of the form.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    #[expect(missing_docs, reason = "the members of DealContent")]
    pub enum Field {
        Customer = "customer",
        Contact = "contact",
        Products = "products",
        Value = "value",
        CloseDate = "closeDate",
        Need = "need",
        DealType = "dealType",
        Attribution = "attribution",
        Qualification = "qualification",
        Custom = "custom",
    }
}

impl Field {
    /// What somebody of `role` may change of a deal in `review`: everything of a draft, and what the vendor asked
    /// for. Value goes with products, since the lines add up to it.
    pub fn editable(role: Role, review: Review, asked: &[Self]) -> Vec<Self> {
        if !role.may(Permission::DealsRegister) {
            return Vec::new();
        }
        match review {
            Review::Draft => Self::ALL.to_vec(),
            // A place is kept for one customer.
            Review::Claimed => Self::ALL.into_iter().filter(|field| *field != Self::Customer).collect(),
            Review::InfoRequested => {
                let goes_along = |field| matches!(field, Self::Value | Self::Products);
                let sums = asked.iter().copied().any(goes_along);
                Self::ALL.into_iter().filter(|field| asked.contains(field) || (sums && goes_along(*field))).collect()
            }
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for field in Field::ALL {
            assert_eq!(serde_json::to_value(field).unwrap(), field.name());
        }
    }

    #[test]
    fn a_request_for_information_opens_what_was_asked_and_no_more() {
        let editable = |role, review, asked: &[Field]| Field::editable(role, review, asked);
        assert_eq!(editable(Role::Rep, Review::Draft, &[]), Field::ALL);
        assert!(!editable(Role::Rep, Review::Claimed, &[]).contains(&Field::Customer), "the place is this customer's");
        assert_eq!(editable(Role::Rep, Review::Submitted, &[]), []);
        assert_eq!(editable(Role::Rep, Review::InfoRequested, &[Field::Need]), [Field::Need]);
        assert_eq!(editable(Role::Rep, Review::InfoRequested, &[Field::Products]), [Field::Products, Field::Value]);
        assert_eq!(editable(Role::ChannelManager, Review::InfoRequested, &[Field::Need]), []);
        assert_eq!(editable(Role::Marketer, Review::Draft, &[]), []);
    }
}
