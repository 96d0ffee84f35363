//! The programs that a build and the tests need, installed where they are missing: with rustup, cargo, npm and, for the
//! browser and the database of the tests, Debian's packages. They are kept outside the checkout.

use crate::shell::{Failure, cargo, find, output, run_quietly, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TRUNK: &str = "0.21.14";
/// The same as in Cargo.toml: wasm-bindgen's program and library go together.
const WASM_BINDGEN: &str = "0.2.126";
const WASM_SPLIT: &str = "0.2.4";
const NPM: &str = r#"{"private": true, "dependencies": {"binaryen": "132.0.0", "terser": "5.51.2"}}"#;

/// Where the tools are kept.
pub(crate) fn folder() -> PathBuf {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_else(|| ".".into())).join(".cache");
    cache.unwrap_or_else(home).join("portico/tools")
}

/// The path with the tools in front.
pub(crate) fn path() -> std::ffi::OsString {
    let tools = [folder().join("bin"), folder().join("node_modules/.bin"), folder().join("node_modules/binaryen/bin")];
    let present = std::env::var_os("PATH").unwrap_or_default();
    let all = tools.into_iter().chain(std::env::split_paths(&present));
    std::env::join_paths(all).unwrap_or(present)
}

/// A command that finds the tools.
pub(crate) fn tool(program: &str) -> Command {
    let path = path();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    let mut command = Command::new(found.unwrap_or_else(|| program.into()));
    command.env("PATH", path);
    command
}

/// What building the app needs.
pub(crate) fn for_app() -> Result<(), Failure> {
    wasm_target()?;
    crate_program("trunk", "trunk", TRUNK, &[])?;
    crate_program("wasm-bindgen", "wasm-bindgen-cli", WASM_BINDGEN, &[])?;
    crate_program("wasm-split-cli", "wasm_split_cli_support", WASM_SPLIT, &["--features", "build-binary"])?;
    npm(&folder(), NPM)
}

/// What the tests need beside.
pub(crate) fn for_tests(root: &Path) -> Result<(), Failure> {
    for_app()?;
    debian(&["chromium", "chromedriver"], &["chromium", "chromium-driver"])?;
    if crate::postgres::programs().is_none() {
        debian(&["/missing"], &["postgresql"])?;
    }
    let package = root.join("tests/e2e/package.json");
    let modules = root.join("tests/e2e");
    let wanted = fs::read_to_string(package)?;
    npm(&modules, &wanted)
}

fn wasm_target() -> Result<(), Failure> {
    let installed =
        output(Command::new("rustc").args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]));
    if installed.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    step("installing the WebAssembly target", || {
        run_quietly(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
    })
}

fn crate_program(program: &str, package: &str, version: &str, more: &[&str]) -> Result<(), Failure> {
    let there = output(tool(program).arg("--version")).is_some_and(|said| said.contains(version));
    // wasm-split-cli does not say its version.
    let stamp = folder().join(format!("{package}-{version}"));
    if there || stamp.is_file() && folder().join("bin").join(program).is_file() {
        return Ok(());
    }
    step(&format!("installing {program} {version} (once, some minutes)"), || {
        let mut install = cargo();
        install.args(["install", "--locked", package, "--version", version, "--root"]).arg(folder()).args(more);
        // Compiled apart, so that no flag of this build reaches it.
        install.env_remove("RUSTFLAGS").env("CARGO_TARGET_DIR", folder().join("build"));
        run_quietly(&mut install)?;
        Ok(fs::write(stamp, "")?)
    })
}

/// npm packages in `folder`, where they are not the wanted ones.
fn npm(folder: &Path, wanted: &str) -> Result<(), Failure> {
    let stamp = folder.join("node_modules/.portico");
    if fs::read_to_string(&stamp).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    if find("npm").is_none() {
        debian(&["npm"], &["npm"])?;
    }
    step(&format!("installing npm packages in {}", folder.display()), || {
        fs::create_dir_all(folder)?;
        let locked = folder.join("package-lock.json").is_file();
        if !folder.join("package.json").is_file() || !locked {
            fs::write(folder.join("package.json"), wanted)?;
        }
        let how = if locked { "ci" } else { "install" };
        run_quietly(Command::new("npm").args([how, "--no-audit", "--no-fund"]).current_dir(folder))?;
        Ok(fs::write(&stamp, wanted)?)
    })
}

/// Debian packages, where one of the programs is missing.
fn debian(programs: &[&str], packages: &[&str]) -> Result<(), Failure> {
    if programs.iter().all(|program| find(program).is_some()) {
        return Ok(());
    }
    step(&format!("installing {} with apt", packages.join(", ")), || {
        let root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
        let apt = || {
            let mut apt = if root { Command::new("apt-get") } else { Command::new("sudo") };
            if !root {
                apt.arg("apt-get");
            }
            apt.env("DEBIAN_FRONTEND", "noninteractive");
            apt
        };
        run_quietly(apt().arg("update"))?;
        run_quietly(apt().args(["install", "-y", "--no-install-recommends"]).args(packages))
    })
}
