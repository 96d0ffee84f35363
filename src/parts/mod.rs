//! Pieces that know the trade and serve several features.

mod asset;
mod badge;
pub mod bring;
mod colleague;
mod country;
mod deal_name;
mod form;
mod live_mark;
mod many;
mod margin;
mod notice;
mod person;

pub use asset::{asset_kind, standing_badge, standing_name};
pub use badge::{badges, review_name, sla_badge};
pub use colleague::{colleague_label, role_name, use_colleagues};
pub use country::country_choices;
pub use deal_name::deal_name;
pub use form::{Form, FormHandle, name_in, use_form};
pub use live_mark::live_mark;
pub use many::{ManyDialog, done_of};
pub use margin::{deal_type, inputs_text, margin_text, named, points_text};
pub use notice::{Notice, notice_text, notice_way};
pub use person::{avatar, initials};
