//! What went wrong, as data: problem details (RFC 9457) and the problems of single fields.

use serde::{Deserialize, Serialize};

/// A refusal or a failure, `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URN of this contract: `urn:portico:problem:` and the kind.
    #[serde(rename = "type")]
    pub kind: ProblemKind,
    /// The kind in English, the same for every occurrence.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened this time, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The path of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// The fields at fault, all that were found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The resource as it stands now, where the request was made on an older version of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<Object>))]
    pub current: Option<serde_json::Value>,
    /// The state of the deal that does not allow the command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<crate::deal::Review>,
    /// What the state allows this person instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_actions: Option<Vec<crate::deal::Command>>,
    /// By which the server's log knows this request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

// The names are token trees: as literals they would hide from the derives in a group of their own.
macro_rules! kinds {
    ($($name:ident $slug:tt $status:literal $title:literal,)*) => {
        /// The kinds of problem. Each has one status and one title.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        pub enum ProblemKind {
            $(#[doc = $title] #[serde(rename = $slug)] $name,)*
            /// One that a newer server knows.
            #[serde(other, rename = "about:blank")]
            Other,
        }

        impl ProblemKind {
            /// The HTTP status that goes with it.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Other => 500 }
            }

            /// The title that goes with it, in English.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* Self::Other => "Unknown problem" }
            }
        }
    };
}

kinds! {
    Malformed "urn:portico:problem:malformed" 400 "The request cannot be read",
    KeyMissing "urn:portico:problem:idempotency-key-missing" 400 "An Idempotency-Key is required",
    NotSignedIn "urn:portico:problem:not-signed-in" 401 "Not signed in",
    Credentials "urn:portico:problem:credentials" 401 "E-mail address or password is wrong",
    Forbidden "urn:portico:problem:forbidden" 403 "Not allowed",
    CrossSite "urn:portico:problem:cross-site" 403 "The request does not come from the portal",
    NotFound "urn:portico:problem:not-found" 404 "Nothing here",
    MethodNotAllowed "urn:portico:problem:method-not-allowed" 405 "The resource does not have this method",
    WrongState "urn:portico:problem:wrong-state" 409 "The deal's state does not allow this",
    KeyBusy "urn:portico:problem:idempotency-key-busy" 409 "The first request with this key is still running",
    ImportState "urn:portico:problem:import-state" 409 "The import's state does not allow this",
    NoTable "urn:portico:problem:no-table" 422 "The file is no table of deals",
    AssetState "urn:portico:problem:asset-state" 409 "The asset's standing does not allow this",
    Offset "urn:portico:problem:offset" 409 "The upload stands elsewhere",
    Stale "urn:portico:problem:stale" 412 "Changed meanwhile",
    TusVersion "urn:portico:problem:tus-version" 412 "Uploads are taken by tus 1.0.0",
    TooLarge "urn:portico:problem:too-large" 413 "The body is too large",
    MediaType "urn:portico:problem:media-type" 415 "The body has a media type that is not taken",
    FileKind "urn:portico:problem:file-kind" 415 "Files of this kind are not taken",
    FileMismatch "urn:portico:problem:file-mismatch" 415 "The file is not what its name says",
    Gone "urn:portico:problem:gone" 410 "It was withdrawn or has expired",
    Range "urn:portico:problem:range" 416 "The file has no such range",
    UnknownHost "urn:portico:problem:unknown-host" 421 "No portal has this host name",
    Invalid "urn:portico:problem:invalid" 422 "Some fields need mending",
    KeyReused "urn:portico:problem:idempotency-key-reused" 422 "The key was used with another body",
    VersionRequired "urn:portico:problem:version-required" 428 "If-Match is required",
    TooManyRequests "urn:portico:problem:too-many-requests" 429 "Too many requests",
    Internal "urn:portico:problem:internal" 500 "The server failed",
    Unavailable "urn:portico:problem:unavailable" 503 "The server cannot answer now",
}

impl Problem {
    /// A problem of `kind` with that kind's status and title and nothing else said.
    pub fn new(kind: ProblemKind) -> Self {
        Self {
            kind,
            title: kind.title().to_owned(),
            status: kind.status(),
            detail: None,
            instance: None,
            errors: Vec::new(),
            current: None,
            review: None,
            allowed_actions: None,
            request_id: None,
        }
    }
}

/// What is wrong with one field of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Where in the body: a JSON pointer (RFC 6901), such as `/contact/email`.
    pub pointer: String,
    /// What kind of mistake, for programs and for translation.
    pub code: Code,
    /// The mistake in English.
    pub detail: String,
    /// The limit that was passed, where there is one: characters, items or the largest number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// The kinds of mistake in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Code {
    /// Needed for what was asked, and absent.
    Required,
    /// The contract, or the tenant's form, knows no such member.
    UnknownMember,
    /// Another JSON type than the contract's.
    WrongType,
    /// Not one of the values that there are.
    NotInList,
    /// Fewer characters than `limit`.
    TooShort,
    /// More characters than `limit`.
    TooLong,
    /// More items than `limit`.
    TooMany,
    /// A number that is too small, or over `limit`.
    OutOfRange,
    /// Not of the form that the field has.
    BadForm,
    /// A character that the field cannot have.
    BadCharacter,
    /// The ending of a host name or an address is missing.
    NoEnding,
    /// A telephone number without a country code.
    NoCountryCode,
    /// Not a decimal number with a point.
    NotDecimal,
    /// More decimals than the currency has.
    TooPrecise,
    /// A date that has passed.
    InPast,
    /// The lines do not add up to the value.
    SumMismatch,
    /// Two currencies in one deal.
    CurrencyMismatch,
    /// The same thing twice.
    Repeated,
    /// The state of the deal does not let this person change the field.
    Locked,
    /// A mistake that a newer server knows.
    #[serde(other)]
    Other,
}

impl FieldProblem {
    /// A problem at `pointer` with a sentence for people who read the API's answers.
    pub fn new(pointer: impl Into<String>, code: Code, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), code, detail: detail.into(), limit: None }
    }

    /// The same problem with the limit that was passed.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_travels_as_rfc_9457_says() {
        let mut problem = Problem::new(ProblemKind::Invalid);
        problem.errors.push(FieldProblem::new("/customer/name", Code::TooLong, "at most 120 characters").limit(120));
        let json = serde_json::to_value(&problem).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "type": "urn:portico:problem:invalid", "title": "Some fields need mending", "status": 422,
                "errors": [{"pointer": "/customer/name", "code": "too_long", "detail": "at most 120 characters", "limit": 120}]
            })
        );
        assert_eq!(serde_json::from_value::<Problem>(json).unwrap(), problem);
    }

    #[test]
    fn what_a_newer_server_says_is_still_read() {
        let json = r#"{"type":"urn:portico:problem:new","title":"New","status":418,
            "errors":[{"pointer":"/x","code":"brand_new","detail":"?"}]}"#;
        let problem: Problem = serde_json::from_str(json).unwrap();
        assert_eq!((problem.kind, problem.errors[0].code), (ProblemKind::Other, Code::Other));
    }
}
