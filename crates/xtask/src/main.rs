//! What a person types: `cargo xtask run`, `test`, `dev`, `build`, `bench`. Each sets up what it needs and says what it
//! is doing.
#![expect(clippy::print_stdout, reason = "this program talks to the person who started it")]

mod app;
mod bench;
mod checks;
mod crowd;
mod imports;
mod load;
mod packs;
mod postgres;
mod serve;
mod shell;
mod tools;
mod words;

use shell::Failure;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <task>

  run     build for release and serve the portal with demo data at http://localhost:8080
  dev     the same for development: rebuilds the app and the server on change
  build   leave one self-contained program at target/release/portico
  test    set up and run every test          [--only rules|api|components|journeys|lints]
  bench   print the figures and keep them in docs/figures.md  [--only crowd|library]
  words   compile the Fluent files (trunk calls this)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match words.as_slice() {
        ["run"] => serve::run(&root),
        ["dev"] => serve::dev(&root),
        ["build"] => app::build(&root).and_then(|()| serve::build(&root)),
        ["test"] => checks::all(&root),
        ["test", "--only", part] => checks::only(&root, part),
        ["bench"] => bench::all(&root),
        ["bench", "--only", "crowd"] => bench::crowd(&root),
        ["bench", "--only", "library"] => bench::library(&root),
        ["words"] => words::compile(&root),
        _ => {
            println!("{HELP}");
            return if words.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            println!("\n✗ {why}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace: asked for at run time, because a cargo target that two checkouts share keeps the program
/// that the other one built.
fn root() -> PathBuf {
    let here =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).map_or_else(|| here.clone(), Path::to_path_buf)
}
