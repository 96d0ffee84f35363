//! What the portal and a PRM say to each other: wire types, parsing newtypes, field rules, the deal state
//! machine and problem details. No I/O, no clock and no randomness: time enters through arguments.
#![warn(missing_docs)]

pub mod absence;
pub mod asset;
pub mod attachment;
pub mod capability;
pub mod cell;
pub mod country;
pub mod deal;
pub mod email;
pub mod event;
pub mod home;
pub mod import;
pub mod mail;
pub mod merge_patch;
pub mod money;
pub mod month;
mod named;
pub mod notification;
pub mod page;
pub mod parameters;
pub mod phone;
pub mod pipeline;
pub mod points;
pub mod problem;
pub mod programme;
pub mod read;
pub mod receipt;
pub mod session;
pub mod tenant;
pub mod total;
pub mod website;
