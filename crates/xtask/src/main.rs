//! What a person types: `cargo xtask run`, `test`, `dev`, `build`, `bench`.

mod words;

use std::path::PathBuf;

#[derive(Debug)]
pub(crate) struct Failure(pub String);

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(error.to_string())
    }
}

fn main() -> Result<(), Failure> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    words::compile(&root)
}
