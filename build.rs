//! Puts the English words into the program, and the ids of all messages beside them, so that a message that does not
//! exist does not compile. Other languages are fetched.

use portico_words::Catalogue;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=assets/locales/en.ftl");
    let source = fs::read_to_string("assets/locales/en.ftl").expect("assets/locales/en.ftl is there");
    let english = Catalogue::parse(&source).unwrap_or_else(|error| panic!("assets/locales/en.ftl: {error}"));
    let mut code = String::from("/// English: ids and patterns, in order of id.\npub static ENGLISH: &[(&str, &str)] = &[\n");
    for (id, pattern) in &english.messages {
        writeln!(code, "    ({id:?}, {pattern:?}),").expect("a String takes all");
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("english.rs"), code).expect("OUT_DIR can be written");
}
