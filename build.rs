//! Writes the English words for the compiler, which puts each where it is said; other languages are fetched.

use portico_words::Catalogue;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=assets/locales/en.ftl");
    let source = fs::read_to_string("assets/locales/en.ftl").expect("assets/locales/en.ftl is there");
    let english = Catalogue::parse(&source).unwrap_or_else(|error| panic!("assets/locales/en.ftl: {error}"));
    // One text with a NUL behind each part: a table of pointers would not compress.
    let text: String = english.messages.iter().flat_map(|(id, pattern)| [id, "\0", pattern, "\0"]).collect();
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("english.txt"), text).expect("OUT_DIR can be written");
}
