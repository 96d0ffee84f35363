//! Why a file could not be looked at.

use serde::{Deserialize, Serialize};

/// Why a file could not be looked at. Serialised with a `code`, in snake case.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Unreadable {
    /// It has more pixels or bytes than are read.
    #[error("{found} {unit} are more than the {limit} that are read")]
    TooLarge {
        /// What was counted.
        unit: Unit,
        /// How many it has.
        found: u64,
        /// How many it may have.
        limit: u64,
    },
    /// What is packed in it unpacks to far more than a document does.
    #[error("what is packed in it unpacks to far more than a document does")]
    Bomb,
    /// A drawing with scripts, handlers of events or foreign content.
    #[error("the drawing has scripts or foreign content in it")]
    Scripts,
    /// A drawing that would load something from elsewhere.
    #[error("the drawing loads something from elsewhere")]
    ExternalReferences,
    /// It asks for a password.
    #[error("it asks for a password")]
    Encrypted,
    /// The content is of another kind than the media type says.
    #[error("the content is not of the kind that it is called")]
    Mismatch,
    /// It is damaged, or was never whole.
    #[error("it is damaged: {detail}")]
    Broken {
        /// What a parser said, for a log; not for people who use the portal.
        detail: String,
    },
    /// The disk did not take or give what was asked.
    #[error("reading or writing failed: {detail}")]
    Disk {
        /// What the system said, for a log.
        detail: String,
    },
}

/// What is counted of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Of a picture: width times height.
    Pixels,
    /// Of the file, or of a part of it.
    Bytes,
    /// Files that are packed in it.
    Entries,
}

impl std::fmt::Display for Unit {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Pixels => "pixels",
            Self::Bytes => "bytes",
            Self::Entries => "entries",
        })
    }
}

impl Unreadable {
    pub(crate) fn broken(detail: impl ToString) -> Self {
        Self::Broken { detail: detail.to_string() }
    }
}

impl From<std::io::Error> for Unreadable {
    fn from(error: std::io::Error) -> Self {
        Self::Disk { detail: error.to_string() }
    }
}
