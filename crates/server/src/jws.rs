//! Compact JWS (RFC 7515) under Ed25519 (RFC 8037): signed, read back, and chained by their hashes.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use portico_contract::receipt::{ALGORITHM, Header, Key, TYPE};
use ring::rand::SystemRandom;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

/// A private key, and the name of its public one.
pub struct SigningKey {
    pair: Ed25519KeyPair,
    /// The public key.
    pub public: Key,
}

/// The system gave no randomness, or the bytes are no Ed25519 key in PKCS #8.
#[derive(Debug, thiserror::Error)]
#[error("no key to sign with")]
pub struct NoKey;

impl SigningKey {
    /// A new one: PKCS #8 (RFC 8410) in base64url, as [`Self::read`] takes it.
    pub fn generate() -> Result<String, NoKey> {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(|_| NoKey)?;
        Ok(BASE64_URL_SAFE_NO_PAD.encode(document))
    }

    /// Reads what [`Self::generate`] made.
    pub fn read(pkcs8: &str) -> Result<Self, NoKey> {
        let document = BASE64_URL_SAFE_NO_PAD.decode(pkcs8).map_err(|_| NoKey)?;
        let pair = Ed25519KeyPair::from_pkcs8(&document).map_err(|_| NoKey)?;
        let x = BASE64_URL_SAFE_NO_PAD.encode(pair.public_key());
        // The thumbprint: the required members in the order of the alphabet (RFC 7638, section 3; RFC 8037, section 2).
        let kid = hash(&format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#));
        Ok(Self { pair, public: Key::ed25519(x, kid) })
    }

    /// Signs what can be written as JSON.
    pub fn sign(&self, payload: &impl Serialize) -> serde_json::Result<String> {
        let header = Header { alg: ALGORITHM.to_owned(), kid: self.public.kid.clone(), typ: TYPE.to_owned() };
        let part = |json: Vec<u8>| BASE64_URL_SAFE_NO_PAD.encode(json);
        let signed = format!("{}.{}", part(serde_json::to_vec(&header)?), part(serde_json::to_vec(payload)?));
        let signature = BASE64_URL_SAFE_NO_PAD.encode(self.pair.sign(signed.as_bytes()));
        Ok(format!("{signed}.{signature}"))
    }
}

/// What a JWS says, if one of the keys signed it.
pub fn verified<T: DeserializeOwned>(jws: &str, keys: &[Key]) -> Option<T> {
    let bytes = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).ok();
    let (signed, signature) = jws.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    let header: Header = serde_json::from_slice(&bytes(header)?).ok()?;
    let key = keys.iter().find(|key| key.kid == header.kid)?;
    if header.alg != ALGORITHM || header.typ != TYPE {
        return None;
    }
    UnparsedPublicKey::new(&ED25519, bytes(&key.x)?).verify(signed.as_bytes(), &bytes(signature)?).ok()?;
    serde_json::from_slice(&bytes(payload)?).ok()
}

/// SHA-256 of a text, in base64url.
pub fn hash(text: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}
