//! The tables. Times are milliseconds since 1970 in UTC, dates `YYYY-MM-DD`, documents JSON: the same in SQLite and
//! Postgres, and in the order that an index has.

pub(crate) mod absence;
pub(crate) mod account;
pub(crate) mod answer;
pub(crate) mod asset;
pub(crate) mod asset_download;
pub(crate) mod asset_text;
pub(crate) mod asset_version;
pub(crate) mod asset_word;
pub(crate) mod attachment;
pub(crate) mod attachment_chunk;
pub(crate) mod collection;
pub(crate) mod collection_asset;
pub(crate) mod conflict_asked;
pub(crate) mod deal;
pub(crate) mod deal_view;
pub(crate) mod event;
pub(crate) mod held_certification;
pub(crate) mod import;
pub(crate) mod import_finding;
pub(crate) mod import_mapping;
pub(crate) mod import_row;
pub(crate) mod incentive;
pub(crate) mod library_head;
pub(crate) mod log_head;
pub(crate) mod mail;
pub(crate) mod mail_preference;
pub(crate) mod notification;
pub(crate) mod organisation;
pub(crate) mod programme;
pub(crate) mod registration;
pub(crate) mod session;
pub(crate) mod signing_key;
pub(crate) mod tenant;
pub(crate) mod tenant_host;
