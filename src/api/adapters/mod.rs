//! What is behind the handle.

pub mod http;
pub(crate) mod lean;
pub mod memory;
mod stream;

pub(crate) use lean::{of, read};
