//! What is behind the handle.

pub mod http;
pub mod memory;
mod stream;
