//! What looking at a file gives: the shapes that cross from the child process to the server.

use crate::Unreadable;
use serde::{Deserialize, Serialize};

/// What was found in a file. Of a kind that nothing is known of, this is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Looked {
    /// The text of each page, slide or sheet, or (where there are none) of the whole; whitespace tidied. At most
    /// [`crate::MAX_CHARACTERS`] characters over all of them.
    pub text: Vec<String>,
    /// How many pages or slides it has (none for what has no pages).
    pub page_count: Option<u32>,
    /// Pictures of its first pages, in order, at most [`crate::MAX_PAGES`].
    pub pages: Vec<Picture>,
    /// A small picture for lists, which fits in 480 x 360 pixels.
    pub thumbnail: Option<Picture>,
    /// Width and height in pixels as it is shown (turned as the file asks), of pictures and videos.
    pub size: Option<[u32; 2]>,
    /// How long it plays, in milliseconds.
    pub millis: Option<u64>,
    /// A harmless fragment of HTML, in UTF-8, for what is read rather than looked at: the name of a file in the folder.
    pub view: Option<String>,
    /// Whether the file itself brings programs (scripts, macros, launched or attached files). What is made of it here
    /// never does.
    pub has_scripts: bool,
}

/// A picture that was written into the folder. It was encoded anew, so nothing of the file's metadata is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Picture {
    /// Its name in the folder.
    pub file: String,
    /// `image/jpeg`, or `image/png` where something shows through.
    pub media: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// What the child process writes: `{"ok": …}` or `{"refused": …}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The file could be looked at.
    Ok(Looked),
    /// It could not.
    Refused(Unreadable),
}

impl From<Result<Looked, Unreadable>> for Outcome {
    fn from(result: Result<Looked, Unreadable>) -> Self {
        match result {
            Ok(looked) => Self::Ok(looked),
            Err(unreadable) => Self::Refused(unreadable),
        }
    }
}
