//! The figures. `cargo xtask bench` prints them and keeps them in docs/figures.md.

use crate::app;
use crate::crowd;
use crate::load;
use crate::serve;
use crate::shell::{Failure, find, output, run, step, target};
use crate::tools;
use serde_json::{Map, Value};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};

/// What the first route may weigh, in bytes of brotli.
const GATE: usize = 220_000;
const ADDRESS: &str = "localhost:8092";

/// A figure: what was measured, and how much it is.
type Figure = (String, String);

/// A part of the first route, and its bytes as it travels.
type Part = (&'static str, usize);

pub(crate) fn all(root: &Path) -> Result<(), Failure> {
    tools::for_tests(root)?;
    app::build(root)?;
    serve::build(root)?;
    let parts = parts_of_the_first_route(root)?;
    let mut figures = sizes(&parts);
    let mut server = Server::start(root)?;
    figures.extend(step("the server under load", || loads(&mut server))?);
    figures.extend(step("in the browser", || in_the_browser(root))?);
    drop(server);
    figures.extend(crowd::measure(root)?);
    figures.extend(crowd::library(root)?);
    let table = table(&figures);
    println!("\n{table}");
    fs::write(root.join("docs/figures.md"), page(&table))?;
    println!("kept in docs/figures.md");
    hold(total(&parts))
}

/// The figures of a portal with a million deals alone; printed, not kept.
pub(crate) fn crowd(root: &Path) -> Result<(), Failure> {
    serve::build(root)?;
    println!("\n{}", table(&crowd::measure(root)?));
    Ok(())
}

/// The figures of a library with 50,000 assets alone; printed, not kept.
pub(crate) fn library(root: &Path) -> Result<(), Failure> {
    serve::build(root)?;
    println!("\n{}", table(&crowd::library(root)?));
    Ok(())
}

/// Fails where the first route is heavier than it may be.
pub(crate) fn size_gate(root: &Path) -> Result<(), Failure> {
    hold(total(&parts_of_the_first_route(root)?))
}

fn total(parts: &[Part]) -> usize {
    parts.iter().map(|(_, size)| size).sum()
}

fn hold(total: usize) -> Result<(), Failure> {
    println!("  the first route weighs {total} bytes of brotli, of {GATE}");
    if total > GATE {
        Err(Failure(format!("the first route weighs {total} bytes, over the gate of {GATE}")))
    } else {
        Ok(())
    }
}

/// Everything that the first route loads, weighed as it travels.
fn parts_of_the_first_route(root: &Path) -> Result<Vec<Part>, Failure> {
    let dist = root.join("dist");
    let mut parts = vec![("page with its styles", app::brotli(&fs::read(dist.join("index.html"))?)?.len())];
    for entry in fs::read_dir(&dist)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let part = match path.extension().and_then(|ending| ending.to_str()) {
            Some("wasm") if name.starts_with("portico-") => "program",
            Some("js") if name.starts_with("portico-split-") => "glue of the modules",
            Some("js") if name.starts_with("portico-") => "glue",
            _ => continue,
        };
        parts.push((part, packed(&path)?));
    }
    Ok(parts)
}

/// The size of a file as the build has packed it.
fn packed(file: &Path) -> Result<usize, Failure> {
    let mut name = file.as_os_str().to_owned();
    name.push(".br");
    let size = fs::metadata(name)?.len();
    usize::try_from(size).map_err(|_| Failure(format!("{} is too large", file.display())))
}

fn sizes(parts: &[Part]) -> Vec<Figure> {
    let mut figures = vec![("first route, brotli 11, bytes (gate 220,000)".to_owned(), grouped(total(parts)))];
    figures.extend(parts.iter().map(|(part, size)| (format!("- {part}"), grouped(*size))));
    figures
}

/// The server for release, with demo data that begin anew.
struct Server(Child);

impl Server {
    fn start(root: &Path) -> Result<Self, Failure> {
        let data = target(root).join("bench-data");
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        Ok(Self(serve::start(root, "127.0.0.1:8092", &data)?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn loads(server: &mut Server) -> Result<Vec<Figure>, Failure> {
    let memory = load::memory_with_streams(ADDRESS, server.0.id())?;
    let list = load::requests_a_second(ADDRESS, "/deals")?;
    Ok(vec![
        ("server memory at rest, kB".to_owned(), memory.before.to_string()),
        ("server memory with 200 open streams, kB".to_owned(), memory.with_streams.to_string()),
        ("- a stream, kB".to_owned(), memory.a_stream().to_string()),
        ("`GET /deals`, 50 of 200, requests a second".to_owned(), format!("{list:.0}")),
    ])
}

/// What the journeys in tests/e2e/figures measure.
fn in_the_browser(root: &Path) -> Result<Vec<Figure>, Failure> {
    let kept = target(root).join("figures.json");
    if kept.exists() {
        fs::remove_file(&kept)?;
    }
    let mut playwright = Command::new("npx");
    playwright.current_dir(root.join("tests/e2e")).args([
        "--no-install",
        "playwright",
        "test",
        "--config",
        "figures.config.ts",
    ]);
    playwright.env("PORTAL", format!("http://{ADDRESS}")).env("FIGURES", &kept);
    playwright.env("CHROMIUM", find("chromium").unwrap_or_else(|| "chromium".into()));
    run(&mut playwright)?;
    let measured: Map<String, Value> = serde_json::from_slice(&fs::read(kept)?)
        .map_err(|error| Failure(format!("the figures cannot be read: {error}")))?;
    Ok(measured.into_iter().map(|(name, value)| (name, value.to_string())).collect())
}

fn table(figures: &[Figure]) -> String {
    let mut table = "| figure | measured |\n|---|--:|\n".to_owned();
    for (name, value) in figures {
        // Writing to a String does not fail.
        let _ = writeln!(table, "| {name} | {value} |");
    }
    table
}

fn page(table: &str) -> String {
    let day = output(Command::new("date").arg("+%Y-%m-%d")).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "# Figures\n\nMeasured by `cargo xtask bench` on {day}, on {cores} cores shared by server, browser and load. That one event \
         renders one row of 200, and no other, is also held by a test in tests/browser.\n\n{table}\n\
         Latency counts from the event's time, which is taken before its transaction commits, to the DOM mutation of the \
         row in another browser. The slow phone is 1.6 Mbit/s, 150 ms and a processor four times slower, applied by the \
         browser.\n"
    )
}

/// A number with its thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",")
}
