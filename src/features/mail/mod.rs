//! Mail: what a person wants of it, and for whoever runs the portal what was written.

mod choices;
mod written;

pub use choices::MailChoices;
pub use written::WrittenMail;
