//! Files for the browser to keep.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlElement, Url};

/// For how many milliseconds the browser may take a file that was handed to it.
const TAKEN_WITHIN: u32 = 60_000;

/// Hands a file to the browser, which keeps it under its name.
pub fn save_file(bytes: &[u8], name: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    // An address of nothing is revoked without harm.
    Timeout::new(TAKEN_WITHIN, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
