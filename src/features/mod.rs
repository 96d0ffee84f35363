//! What people come for. Features never import each other; what two of them need moves down, or is composed in `app`.

pub mod absences;
pub mod assets;
pub mod deals;
pub mod desk;
pub mod engagement;
pub mod home;
pub mod import;
pub mod mail;
pub mod notifications;
pub mod pipeline;
pub mod settings;
pub mod shelving;
pub mod sign_in;
