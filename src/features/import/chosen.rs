//! The bytes of a file that somebody chose.

use crate::api::ApiError;
use js_sys::Uint8Array;
use portico_contract::import::MAX_FILE;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Whether it is larger than is taken: said before a byte of it is sent.
pub(super) fn is_too_large(file: &File) -> bool {
    file.size() > f64::from(MAX_FILE)
}

/// All of it. A file that was taken away meanwhile cannot be read.
pub(super) async fn bytes(file: &File) -> Result<Vec<u8>, ApiError> {
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| ApiError::Unreadable)?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
