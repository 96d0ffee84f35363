//! Mail: what is written of what people are told, and how it is handed to a mail server.

mod carrier;
mod letter;
mod speech;

pub use carrier::{Carrier, NoCarrier};
pub(crate) use carrier::{Envelope, Handed};
pub(crate) use letter::{Letter, Reader};
pub(crate) use speech::Speech;
