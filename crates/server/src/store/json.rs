//! Documents in a column: what is no document there is the store's fault.

use crate::ports::PortError;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value that a column holds.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, PortError> {
    serde_json::from_str(text).map_err(PortError::internal)
}

/// A value as a column holds it.
pub(super) fn written<T: Serialize>(value: &T) -> Result<String, PortError> {
    serde_json::to_string(value).map_err(PortError::internal)
}
