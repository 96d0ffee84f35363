//! Who is signed in, for whom they work and what that lets them do.

use crate::named::named;
use serde::{Deserialize, Serialize};

named! {
    /// What a person does. The first three are the partner's side, the others the vendor's.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Role {
        /// Registers deals and works on them.
        Rep = "rep",
        /// Launches campaigns; sees the firm's deals.
        Marketer = "marketer",
        /// Runs the partner's side: people, and all that a rep may.
        PartnerAdmin = "partner_admin",
        /// The vendor's account executive; sees deals and comments.
        Seller = "seller",
        /// Answers registrations.
        ChannelManager = "channel_manager",
        /// Configures the portal, and all that a channel manager may.
        VendorAdmin = "vendor_admin",
    }
}

impl Role {
    /// On whose side the role is.
    pub fn side(self) -> Side {
        match self {
            Self::Rep | Self::Marketer | Self::PartnerAdmin => Side::Partner,
            Self::Seller | Self::ChannelManager | Self::VendorAdmin => Side::Vendor,
        }
    }

    /// What the role lets a person do.
    pub fn permissions(self) -> &'static [Permission] {
        match self {
            Self::Rep | Self::PartnerAdmin => &[Permission::DealsRegister, Permission::DealsComment],
            Self::Marketer => &[Permission::DealsComment],
            Self::Seller => &[Permission::DealsComment, Permission::DealsNote],
            Self::ChannelManager => {
                &[Permission::DealsDecide, Permission::DealsComment, Permission::DealsNote, Permission::AssetsManage]
            }
            Self::VendorAdmin => &[
                Permission::DealsDecide,
                Permission::DealsComment,
                Permission::DealsNote,
                Permission::MailRead,
                Permission::SettingsEdit,
                Permission::AssetsManage,
                Permission::AssetsPublish,
            ],
        }
    }

    /// Whether the role has a permission.
    pub fn may(self, permission: Permission) -> bool {
        self.permissions().contains(&permission)
    }
}

/// The two sides of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Side {
    /// A firm that sells.
    Partner,
    /// The firm that runs the portal.
    Vendor,
}

impl Side {
    /// The name on the wire and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Vendor => "vendor",
        }
    }
}

/// One thing that a role lets a person do. Navigation and routes follow these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Permission {
    /// Register deals for the own organisation.
    #[serde(rename = "deals.register")]
    DealsRegister,
    /// Answer registrations: the desk.
    #[serde(rename = "deals.decide")]
    DealsDecide,
    /// Write comments that both sides see.
    #[serde(rename = "deals.comment")]
    DealsComment,
    /// Write notes that only the vendor sees.
    #[serde(rename = "deals.note")]
    DealsNote,
    /// See what mail was written to whom.
    #[serde(rename = "mail.read")]
    MailRead,
    /// Change the rules of the programme.
    #[serde(rename = "settings.edit")]
    SettingsEdit,
    /// Fill the library: bring files, say what they are, withdraw them.
    #[serde(rename = "assets.manage")]
    AssetsManage,
    /// Let partners find what was put into the library.
    #[serde(rename = "assets.publish")]
    AssetsPublish,
    /// One that a newer server knows.
    #[serde(other)]
    Other,
}

/// A person as others see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Person {
    /// Opaque.
    pub id: String,
    /// As they want to be called.
    pub name: String,
}

/// The person who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct User {
    /// Opaque.
    pub id: String,
    /// As they want to be called.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
}

/// The firm a person works for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Organisation {
    /// Opaque.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Partner or vendor.
    pub kind: Side,
    /// A partner's tier in the programme, by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<String>,
}

/// `GET /session` of somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Session {
    /// Who.
    pub user: User,
    /// For whom.
    pub organisation: Organisation,
    /// As what.
    pub role: Role,
    /// What that lets them do.
    pub permissions: Vec<Permission>,
}

impl Session {
    /// Whether this person has a permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }
}

/// The body of `POST /session`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Credentials {
    /// The address.
    pub email: String,
    /// The password. Never logged: the type has no `Debug`.
    pub password: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(role).unwrap(), role.name());
            assert_eq!(Role::parse(role.name()), Some(role));
        }
    }
}
