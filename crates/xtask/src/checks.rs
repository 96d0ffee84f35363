//! Every test: lints, rules, the API over both databases, components and journeys in a real browser.

use crate::app;
use crate::bench;
use crate::postgres::Postgres;
use crate::serve;
use crate::shell::{Failure, cargo, find, run, step, target};
use crate::tools::{self, tool};
use crate::words;
use std::path::Path;
use std::process::Command;

pub(crate) fn all(root: &Path) -> Result<(), Failure> {
    tools::for_tests(root)?;
    make_room(&target(root))?;
    for part in ["lints", "rules", "api", "components", "journeys", "size"] {
        one(root, part)?;
    }
    println!("\n✓ every test passed");
    Ok(())
}

/// The most that a kept target may hold before it is begun anew, in KiB. One checkout's builds are 8 GiB; cargo itself
/// never lets go of an earlier checkout's.
const KEPT: u64 = 16 * 1024 * 1024;

fn make_room(target: &Path) -> Result<(), Failure> {
    for builds in [target.join("debug"), target.join("wasm32-unknown-unknown/debug")] {
        if !builds.exists() {
            continue;
        }
        let said = Command::new("du").arg("-sk").arg(&builds).output()?;
        let kib = String::from_utf8_lossy(&said.stdout).split_whitespace().next().and_then(|kib| kib.parse().ok());
        if kib.is_some_and(|kib: u64| kib > KEPT) {
            step("letting go of what earlier checkouts built", || Ok(std::fs::remove_dir_all(&builds)?))?;
        }
    }
    Ok(())
}

pub(crate) fn only(root: &Path, part: &str) -> Result<(), Failure> {
    tools::for_tests(root)?;
    one(root, part)
}

fn one(root: &Path, part: &str) -> Result<(), Failure> {
    match part {
        "lints" => lints(root),
        "rules" => step("rules, models and the shape of the code", || {
            run(cargo().current_dir(root).args(["test", "--quiet", "--workspace", "--exclude", "portico"]))?;
            run(cargo().current_dir(root).args(["test", "--quiet", "-p", "portico-words", "--features", "compile"]))
        }),
        "api" => api(root),
        "components" => components(root),
        "journeys" => journeys(root),
        "size" => app::build(root).and_then(|()| bench::size_gate(root)),
        other => Err(Failure(format!("there is no part {other}: lints, rules, api, components, journeys, size"))),
    }
}

fn lints(root: &Path) -> Result<(), Failure> {
    step("format and lints, for the host and for the browser", || {
        words::compile(root)?;
        run(cargo().current_dir(root).args(["fmt", "--all", "--check"]))?;
        let clippy = |more: &[&str]| {
            let mut command = cargo();
            command.current_dir(root).args(["clippy", "--quiet"]).args(more).args(["--", "-D", "warnings"]);
            command
        };
        run(&mut clippy(&["--workspace", "--all-targets"]))?;
        run(&mut clippy(&["--target", "wasm32-unknown-unknown", "--all-targets", "--features", "measure"]))?;
        run(&mut clippy(&["--target", "wasm32-unknown-unknown", "--features", "split"]))
    })
}

fn api(root: &Path) -> Result<(), Failure> {
    step("the API over SQLite", || run(cargo().current_dir(root).args(["test", "--quiet", "--package", "portico"])))?;
    let postgres = step("starting Postgres", || Postgres::start(root))?;
    step("the API over Postgres", || {
        let mut test = cargo();
        test.current_dir(root).args(["test", "--quiet", "--package", "portico", "--test", "api"]);
        run(test.env("PORTICO_TEST_POSTGRES", &postgres.url))
    })
}

fn components(root: &Path) -> Result<(), Failure> {
    step("components in headless Chromium", || {
        words::compile(root)?;
        let mut test = cargo();
        // Not quietly: cargo would hand that on to the runner, which does not know it.
        test.current_dir(root).args(["test", "--target", "wasm32-unknown-unknown", "--features", "measure"]);
        test.args(["--test", "browser"]);
        test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tool("wasm-bindgen-test-runner").get_program());
        test.env("CHROMEDRIVER", find("chromedriver").unwrap_or_else(|| "chromedriver".into()));
        test.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
        run(&mut test)
    })
}

fn journeys(root: &Path) -> Result<(), Failure> {
    app::build(root)?;
    serve::build(root)?;
    step("journeys in Chromium, on a phone and at a desk", || {
        let mut playwright = Command::new("npx");
        playwright.current_dir(root.join("tests/e2e")).args(["--no-install", "playwright", "test"]);
        playwright.env("PORTICO", target(root).join("release/portico"));
        playwright.env("CHROMIUM", find("chromium").unwrap_or_else(|| "chromium".into()));
        run(&mut playwright)
    })
}
