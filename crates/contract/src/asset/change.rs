//! What the vendor says of an asset, and does with it.

use super::{AssetKind, Audience, Standing};
use crate::deal::Stage;
use crate::named::named;
use crate::problem::{Code, FieldProblem};
use crate::session::{Permission, Role};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most characters of a title.
pub const MAX_TITLE: u32 = 120;
/// The most characters of a description, and of what changed in a version.
pub const MAX_TEXT: u32 = 2_000;
/// The most tags.
pub const MAX_TAGS: u32 = 20;
/// The most bytes of a file that is brought into a library: 2 GiB.
pub const MAX_UPLOAD: u64 = 2 * 1024 * 1024 * 1024;
/// The most characters of a tag.
pub const MAX_TAG: u32 = 40;

/// What is said of an asset: the body of `POST` and, as a merge patch (RFC 7396), of `PATCH`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetContent {
    /// What it is called.
    pub title: String,
    /// What it is good for.
    #[serde(default)]
    pub description: String,
    /// What it is for.
    pub kind: AssetKind,
    /// The language it is in (BCP 47).
    pub locale: String,
    /// Words it is filed under.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Ids of the products it is about.
    #[serde(default)]
    pub products: Vec<String>,
    /// Ids of the industries it speaks to; every one where empty.
    #[serde(default)]
    pub industries: Vec<String>,
    /// The stages of a sale it helps in; every one where empty.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Whom it is for.
    #[serde(default)]
    pub audience: Audience,
    /// The first day it may be used, by the tenant's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_on: Option<NaiveDate>,
    /// The last day it may be used, by the tenant's calendar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<NaiveDate>,
}

impl AssetContent {
    /// What needs mending, each with a pointer; ids are judged by whoever knows them.
    #[must_use]
    pub fn mistakes(&self) -> Vec<FieldProblem> {
        let mut found = Vec::new();
        let long = |pointer: &str, text: &str, most: u32| {
            let over = text.chars().count() > most as usize;
            over.then(|| FieldProblem::new(pointer, Code::TooLong, format!("at most {most} characters")).limit(most))
        };
        if self.title.trim().is_empty() {
            found.push(FieldProblem::new("/title", Code::Required, "a title is expected"));
        }
        found.extend(long("/title", &self.title, MAX_TITLE));
        found.extend(long("/description", &self.description, MAX_TEXT));
        if self.tags.len() > MAX_TAGS as usize {
            found.push(FieldProblem::new("/tags", Code::TooMany, format!("at most {MAX_TAGS} tags")).limit(MAX_TAGS));
        }
        for (at, tag) in self.tags.iter().enumerate() {
            found.extend(long(&format!("/tags/{at}"), tag, MAX_TAG));
            if tag.trim().is_empty() {
                found.push(FieldProblem::new(format!("/tags/{at}"), Code::Required, "a tag has letters"));
            }
        }
        if self.starts_on.zip(self.expires_on).is_some_and(|(first, last)| last < first) {
            found.push(FieldProblem::new("/expiresOn", Code::OutOfRange, "the last day is before the first"));
        }
        found
    }
}

/// The body of `POST /assets`: what is said of it, and the upload that becomes its first version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewAsset {
    /// What is said of it.
    #[serde(flatten)]
    pub content: AssetContent,
    /// The id of an upload that is whole.
    pub upload: String,
    /// It is published in the same request, by whoever may.
    #[serde(default)]
    pub publish: bool,
}

/// The body of `POST /assets/{id}/versions`: the upload that takes the place of the current version everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct NewVersion {
    /// The id of an upload that is whole.
    pub upload: String,
    /// What changed, in words for partners.
    #[serde(default)]
    pub changes: String,
}

named! {
    /// What is done with an asset beside changing what is said of it: `POST /assets/{id}/{command}`.
    #[derive(Hash, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum AssetCommand {
        /// What is said of it is changed. No command of its own: a `PATCH`, or another version.
        Edit = "edit",
        /// Somebody who may is asked to publish it.
        Propose = "propose",
        /// Partners find it, from its first day on.
        Publish = "publish",
        /// It is taken back everywhere at once.
        Withdraw = "withdraw",
        /// What was withdrawn is a draft again.
        Restore = "restore",
    }
}

/// The whole machine: a command, the permission it takes, from which standings, and what it leads to.
const TABLE: &[(AssetCommand, Permission, &[Standing], Option<Standing>)] = {
    use AssetCommand::{Edit, Propose, Publish, Restore, Withdraw};
    use Standing::{Current, Draft, Expired, Proposed, Scheduled, Withdrawn};
    &[
        (Edit, Permission::AssetsManage, &[Draft, Proposed, Scheduled, Current, Expired], None),
        (Propose, Permission::AssetsManage, &[Draft], Some(Proposed)),
        (Publish, Permission::AssetsPublish, &[Draft, Proposed], Some(Current)),
        (Withdraw, Permission::AssetsManage, &[Proposed, Scheduled, Current, Expired], Some(Withdrawn)),
        (Restore, Permission::AssetsManage, &[Withdrawn], Some(Draft)),
    ]
};

impl AssetCommand {
    /// What a role may do with an asset.
    pub fn allowed(standing: Standing, role: Role) -> impl Iterator<Item = Self> {
        let may = move |(_, permission, from, _): &&(Self, Permission, &[Standing], _)| {
            role.may(*permission) && from.contains(&standing)
        };
        TABLE.iter().filter(may).map(|(command, ..)| *command)
    }

    /// Where it leads; none where the standing does not allow it, or where nothing changes.
    pub fn leads(self, standing: Standing) -> Option<Standing> {
        let row = TABLE.iter().find(|(command, _, from, _)| *command == self && from.contains(&standing));
        row.and_then(|(.., to)| *to)
    }

    /// The permission it takes.
    pub fn permission(self) -> Permission {
        let row = TABLE.iter().find(|(command, ..)| *command == self);
        row.map_or(Permission::AssetsManage, |(_, permission, ..)| *permission)
    }
}

/// A file on its way into the library: `GET /asset-uploads/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetUpload {
    /// Opaque.
    pub id: String,
    /// The name of the file, but for what no name should have.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// How many of them have come.
    pub received: u64,
    /// What it is; none until it is whole and was looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// SHA-256 of it, in hexadecimal; none until it is whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Assets that have the same content already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same: Vec<SameContent>,
}

/// A version that has the same content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SameContent {
    /// The asset.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The number of the version.
    pub n: u32,
}

named! {
    /// In which order assets are told by their use.
    pub enum UsageSort {
        /// What is opened most first.
        Views = "views",
        /// What is downloaded most first.
        Downloads = "downloads",
        /// What partners could use and have not for longest first.
        Unused = "unused",
    }
}

/// How an asset was used in some days: an item of `GET /assets/usage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct AssetUsage {
    /// The asset.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it may be used now.
    pub standing: Standing,
    /// How often partners opened its page: each person once a day.
    pub views: u32,
    /// How many versions partners downloaded: each person and version once.
    pub downloads: u32,
    /// How many partner firms did either.
    pub firms: u32,
    /// The last day that a partner did either, ever; none where nobody has opened it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_is_what_the_table_has() {
        use AssetCommand::{Edit, Propose, Publish, Restore, Withdraw};
        let of = |standing, role| AssetCommand::allowed(standing, role).collect::<Vec<_>>();
        assert_eq!(of(Standing::Draft, Role::VendorAdmin), [Edit, Propose, Publish]);
        assert_eq!(of(Standing::Draft, Role::ChannelManager), [Edit, Propose], "somebody else publishes");
        assert_eq!(of(Standing::Current, Role::ChannelManager), [Edit, Withdraw]);
        assert_eq!(of(Standing::Withdrawn, Role::VendorAdmin), [Restore]);
        for standing in Standing::ALL {
            for role in [Role::Rep, Role::Marketer, Role::PartnerAdmin, Role::Seller] {
                assert_eq!(of(standing, role), [], "{role:?}");
            }
        }
    }

    #[test]
    fn a_command_leads_somewhere_or_is_not_allowed() {
        for standing in Standing::ALL {
            for command in AssetCommand::allowed(standing, Role::VendorAdmin) {
                assert_eq!(
                    command.leads(standing).is_none(),
                    command == AssetCommand::Edit,
                    "{command:?} {standing:?}"
                );
            }
        }
    }

    #[test]
    fn all_mistakes_are_found_at_once() {
        let content = AssetContent {
            title: " ".to_owned(),
            description: "x".repeat(2_001),
            kind: AssetKind::Guide,
            locale: "en".to_owned(),
            tags: vec!["good".to_owned(), String::new(), "x".repeat(41)],
            products: Vec::new(),
            industries: Vec::new(),
            stages: Vec::new(),
            audience: Audience::default(),
            starts_on: "2026-12-01".parse().ok(),
            expires_on: "2026-11-01".parse().ok(),
        };
        let pointers: Vec<_> = content.mistakes().into_iter().map(|problem| problem.pointer).collect();
        assert_eq!(pointers, ["/title", "/description", "/tags/1", "/tags/2", "/expiresOn"]);
    }
}
