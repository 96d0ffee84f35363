//! A receipt is checked on the device, by the browser's own cryptography and the server's public key.

use crate::api::lean;
use gloo::utils::window;
use js_sys::{Array, Reflect, Uint8Array};
use portico_contract::deal::DealSummary;
use portico_contract::receipt::{ALGORITHM, Header, KeySet, Receipt, TYPE};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::CryptoKey;
use yew::AttrValue;

/// A receipt, and what came of checking its signature.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Checked {
    /// As it was sent.
    pub jws: AttrValue,
    /// What it says; none where that cannot be read.
    pub says: Option<(Header, Receipt)>,
    pub signature: Signature,
}

/// How a signature stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signature {
    Holds,
    /// No key of the server signed this.
    Broken,
    /// The browser gives a page without encryption no cryptography.
    Insecure,
    /// The browser is older than Ed25519 in it.
    Unknown,
}

impl Checked {
    /// Checks a receipt with the keys of its server.
    pub async fn of(jws: String, keys: &KeySet) -> Self {
        let says = read(&jws);
        let signature = match &says {
            Some((header, _)) => signature(&jws, &header.kid, keys).await,
            None => Signature::Broken,
        };
        Self { jws: jws.into(), says, signature }
    }

    /// Whether it is of this deal and says of it what the page shows.
    pub fn is_of(&self, deal: &DealSummary) -> bool {
        self.says.as_ref().is_some_and(|(_, receipt)| {
            receipt.number == deal.number
                && receipt.organisation.id == deal.organisation.id
                && Some(receipt.registered_at) == deal.registered_at
        })
    }
}

fn read(jws: &str) -> Option<(Header, Receipt)> {
    let mut parts = jws.split('.');
    let mut json = || String::from_utf8(bytes(parts.next()?)?).ok();
    let header: Header = lean::read(&json()?).ok()?;
    let receipt = lean::read(&json()?).ok()?;
    (header.alg == ALGORITHM && header.typ == TYPE).then_some((header, receipt))
}

async fn signature(jws: &str, kid: &str, keys: &KeySet) -> Signature {
    let Ok(subtle) = window().crypto().map(|crypto| crypto.subtle()) else { return Signature::Insecure };
    if subtle.is_undefined() {
        return Signature::Insecure;
    }
    let key = keys.keys.iter().find(|key| key.kid == kid && key.crv == "Ed25519").and_then(|key| bytes(&key.x));
    let Some((signed, (key, signature))) =
        jws.rsplit_once('.').and_then(|(signed, signature)| Some((signed, key.zip(bytes(signature))?)))
    else {
        return Signature::Broken;
    };
    let verified = async {
        let raw = Uint8Array::from(key.as_slice());
        let import = subtle.import_key_with_str("raw", &raw, "Ed25519", false, &Array::of1(&"verify".into()))?;
        let key: CryptoKey = JsFuture::from(import).await?.unchecked_into();
        let verify =
            subtle.verify_with_str_and_u8_array_and_u8_array("Ed25519", &key, &signature, signed.as_bytes())?;
        JsFuture::from(verify).await
    };
    match verified.await {
        Ok(valid) if valid.is_truthy() => Signature::Holds,
        Err(error) if is_unsupported(&error) => Signature::Unknown,
        _ => Signature::Broken,
    }
}

fn is_unsupported(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "NotSupportedError")
}

/// What base64url stands for.
fn bytes(text: &str) -> Option<Vec<u8>> {
    // One character a byte, as the browser answers.
    let binary = window().atob(&text.replace('-', "+").replace('_', "/")).ok()?;
    binary.chars().map(|one| u8::try_from(u32::from(one)).ok()).collect()
}
