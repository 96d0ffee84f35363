//! The receipt of a registration: what the server signs, and the keys by which anybody can check it.
//!
//! A receipt is a compact JWS (RFC 7515) signed with Ed25519 (RFC 8037); its payload is a [`Receipt`] in JSON.

use crate::deal::{DealNumber, OrganisationName};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The signature's name (RFC 8037, section 3.1). RFC 9864 has `Ed25519` for the same since 2025; libraries know this one.
pub const ALGORITHM: &str = "EdDSA";
/// What kind of JWS it is (RFC 7515, section 4.1.9), so that no other token of this server passes for a receipt.
pub const TYPE: &str = "portico-receipt+jwt";
/// The media type of a compact JWS (RFC 7515, section 9.2.1).
pub const MEDIA: &str = "application/jose";
/// Where the key set is, from the root of the host (RFC 8615).
pub const KEYS: &str = "/.well-known/jwks.json";

/// The protected header of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// [`ALGORITHM`].
    pub alg: String,
    /// Which of the keys signed it.
    pub kid: String,
    /// [`TYPE`].
    pub typ: String,
}

/// What a receipt says. It has no running number: two receipts must not tell how much a rival registers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// Whose portal: the tenant's id (RFC 7519, section 4.1.1).
    pub iss: String,
    /// When it was signed, in seconds since 1970 (RFC 7519, section 4.1.6): with the registration, or later where that
    /// is older than receipts.
    pub iat: i64,
    /// The deal's number.
    pub number: DealNumber,
    /// The partner's firm.
    pub organisation: OrganisationName,
    /// Which customer.
    pub customer: Fingerprint,
    /// When the registration was received (server time, milliseconds).
    pub registered_at: DateTime<Utc>,
    /// SHA-256 of the tenant's receipt before this one, as it was sent, in base64url; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
}

/// A customer that only who knows it recognises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Fingerprint {
    /// SHA-256 in base64url over four texts, each after its length in bytes (64 bits, big-endian): the salt, the
    /// website, the DUNS number, and name and country; empty where there is none.
    pub fingerprint: String,
    /// Drawn for this receipt alone.
    pub salt: String,
}

/// The keys by which receipts are checked (RFC 7517, section 5). Those that sign no more stay in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KeySet {
    /// The newest first.
    pub keys: Vec<Key>,
}

/// A public key (RFC 8037, section 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Key {
    /// `OKP`.
    pub kty: String,
    /// `Ed25519`.
    pub crv: String,
    /// The key, 32 bytes in base64url.
    pub x: String,
    /// Its name: its thumbprint (RFC 7638).
    pub kid: String,
    /// [`ALGORITHM`].
    pub alg: String,
    /// `sig`.
    #[serde(rename = "use")]
    pub usage: String,
}

impl Key {
    /// An Ed25519 key of these bytes and this name.
    pub fn ed25519(x: String, kid: String) -> Self {
        let [kty, crv, alg, usage] = ["OKP", "Ed25519", ALGORITHM, "sig"].map(str::to_owned);
        Self { kty, crv, x, kid, alg, usage }
    }
}
