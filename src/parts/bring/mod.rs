//! Files on their way: chosen or dropped, brought in parts, and after a lost network from where they left off.

mod dropping;
mod files;
mod limits;
mod rows;
mod way;
mod zone;

pub use dropping::{Dropping, use_dropping};
pub use files::{Item, State, chosen, use_files};
pub use rows::{choosers, row, rows};
pub use zone::Zone;
