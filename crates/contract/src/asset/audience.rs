//! Whom an asset is for. What is empty asks for nothing; of several values each will do.

use crate::country::Country;
use crate::deal::form::Choice;
use crate::session::{Role, Side};
use serde::{Deserialize, Serialize};

/// Whom an asset is for: everybody whom each of these includes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Audience {
    /// Names of tiers of the programme.
    pub tiers: Vec<String>,
    /// Ids of types of partners.
    pub partner_types: Vec<String>,
    /// Roles of the partner's side.
    pub roles: Vec<Role>,
    /// Countries of the partner firms.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub regions: Vec<Country>,
}

/// Who reads, as far as audiences ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// As what.
    pub role: Role,
    /// The tier of their firm.
    pub tier: Option<String>,
    /// What type of partner their firm is.
    pub partner_type: Option<String>,
    /// Where their firm is.
    pub region: Option<Country>,
}

/// Whom an asset can be for, beside roles: what `GET /assets/audiences` answers, for whoever says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Audiences {
    /// Names of tiers that partner firms have, or that the rules name.
    pub tiers: Vec<String>,
    /// Types of partners.
    pub partner_types: Vec<Choice>,
    /// Countries that partner firms are in.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<String>))]
    pub regions: Vec<Country>,
}

impl Audience {
    /// Whether `reader` is one of them. The vendor's people always are.
    #[must_use]
    pub fn includes(&self, reader: &Reader) -> bool {
        let asked =
            |names: &[String], own: Option<&String>| names.is_empty() || own.is_some_and(|own| names.contains(own));
        reader.role.side() == Side::Vendor
            || (asked(&self.tiers, reader.tier.as_ref())
                && asked(&self.partner_types, reader.partner_type.as_ref())
                && (self.roles.is_empty() || self.roles.contains(&reader.role))
                && (self.regions.is_empty() || reader.region.is_some_and(|region| self.regions.contains(&region))))
    }

    /// Whether every partner is included.
    #[must_use]
    pub fn is_everybody(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(role: Role, tier: &str, region: Option<&str>) -> Reader {
        let region = region.and_then(|code| Country::parse(code).ok());
        Reader { role, tier: Some(tier.to_owned()), partner_type: None, region }
    }

    #[test]
    fn an_audience_includes_whom_each_of_its_parts_includes() {
        let rep = reader(Role::Rep, "Gold", Some("DE"));
        assert!(Audience::default().includes(&rep) && Audience::default().is_everybody());
        let gold = Audience { tiers: vec!["Gold".to_owned(), "Platinum".to_owned()], ..Audience::default() };
        assert!(gold.includes(&rep) && !gold.includes(&reader(Role::Rep, "Silver", Some("DE"))));
        let marketers = Audience { roles: vec![Role::Marketer], ..gold.clone() };
        assert!(!marketers.includes(&rep) && marketers.includes(&reader(Role::Marketer, "Gold", None)));
        let integrators = Audience { partner_types: vec!["integrator".to_owned()], ..Audience::default() };
        assert!(!integrators.includes(&rep), "a firm without a type is of none");
        let swiss = Audience { regions: vec![Country::parse("CH").unwrap()], ..Audience::default() };
        assert!(!swiss.includes(&rep) && !swiss.includes(&reader(Role::Rep, "Gold", None)));
    }

    #[test]
    fn the_vendors_people_see_what_is_for_any_partner() {
        let nobody = Audience { tiers: vec!["none".to_owned()], roles: vec![Role::Rep], ..Audience::default() };
        assert!(nobody.includes(&reader(Role::Seller, "", None)));
    }
}
