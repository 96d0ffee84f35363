//! Mail: what is written of what people are told, and how it is handed to a mail server.

mod carrier;
mod letter;

pub use carrier::{Carrier, NoCarrier};
pub(crate) use carrier::{Envelope, Handed};
pub(crate) use letter::{Letter, Reader};
