//! Looks at one file as the child process does: `look MEDIA FILE FOLDER`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [media, file, folder] = arguments.as_slice() else { return ExitCode::FAILURE };
    portico_preview::run(media, Path::new(file), Path::new(folder))
}
