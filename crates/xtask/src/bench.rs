//! The figures. `cargo xtask bench` prints them and keeps them in docs/figures.md.

use crate::app;
use crate::shell::Failure;
use std::fs;
use std::path::Path;

/// What the first route may weigh, in bytes of brotli.
const GATE: usize = 220_000;

pub(crate) fn all(root: &Path) -> Result<(), Failure> {
    app::build(root)?;
    size_gate(root)
}

/// Everything that the first route loads, weighed as it travels.
pub(crate) fn size_gate(root: &Path) -> Result<(), Failure> {
    let dist = root.join("dist");
    let html = fs::read_to_string(dist.join("index.html"))?;
    let mut total = app::brotli(html.as_bytes())?.len();
    println!("  {:>7}  index.html", total);
    for entry in fs::read_dir(&dist)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let first = name.starts_with("portico-") && (path.extension().is_some_and(|end| end == "js" || end == "wasm"));
        if first {
            let size = app::brotli(&fs::read(&path)?)?.len();
            println!("  {size:>7}  {name}");
            total += size;
        }
    }
    println!("  {total:>7}  the first route, gate {GATE}");
    if total > GATE { Err(Failure(format!("the first route weighs {total} bytes, over the gate of {GATE}"))) } else { Ok(()) }
}
