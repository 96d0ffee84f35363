//! The whole of the child process: limits, the look, and what came of it.

use crate::{Outcome, limit_this_process, look};
use std::path::Path;
use std::process::ExitCode;

/// The file in the folder that says what came of a look: an [`Outcome`] as JSON.
pub const OUTCOME_FILE: &str = "looked.json";

/// Sets limits to this process, looks at a file, and writes [`OUTCOME_FILE`] into the folder.
///
/// The exit code is success whenever that file was written, also when the file was refused. Where the process ends in
/// another way (a limit was reached), the file is missing: whoever started it then takes the file as unreadable.
pub fn run(media: &str, file: &Path, folder: &Path) -> ExitCode {
    limit_this_process();
    let outcome = Outcome::from(look(media, file, folder));
    let written = serde_json::to_vec(&outcome)
        .map_err(std::io::Error::from)
        .and_then(|bytes| std::fs::write(folder.join(OUTCOME_FILE), bytes));
    if written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
