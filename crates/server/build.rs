//! The program holds the built app: it is built anew when that is.

fn main() {
    println!("cargo::rerun-if-changed=../../dist");
}
