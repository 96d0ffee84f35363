//! The app for release: trunk builds the page, the program is split into the modules of its pages, and every file is
//! compressed as far as it goes, once, here.

use crate::imports;
use crate::packs;
use crate::shell::{Failure, cargo, run_quietly, step, target};
use crate::tools::{self, tool};
use crate::words;
use brotlic::{BrotliEncoderOptions, CompressorWriter, Quality, WindowSize};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The passes of wasm-opt. Rebuilding the control flow between two rounds takes off another 0.5% (1 kB, brotli) of the
/// main module; a third round alone takes off 0.1%.
const SMALLER: [&str; 6] = ["-Oz", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"];
/// What wasm-opt is told of the module: with none it fails to read it, with all it writes what browsers refuse.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-extended-const",
];

/// What the app is built of.
const INPUTS: [&str; 14] = [
    "src",
    "assets",
    "styles",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "build.rs",
    "crates/contract/src",
    "crates/words/src",
    "crates/xtask/src/app.rs",
    "crates/xtask/src/imports.rs",
    "crates/xtask/src/packs.rs",
    "crates/xtask/src/tools.rs",
];

/// Builds the app into `dist`, where it is not built of the present files.
pub(crate) fn build(root: &Path) -> Result<(), Failure> {
    let stamp = root.join("dist/.built-of");
    let inputs = fingerprint(root)?;
    if fs::read_to_string(&stamp).is_ok_and(|of| of == inputs) {
        println!("▸ the app is built");
        return Ok(());
    }
    tools::for_app()?;
    step("building the app for release (a few minutes the first time)", || {
        words::compile(root)?;
        let mut trunk = tool("trunk");
        trunk.current_dir(root).args(["build", "--release", "--cargo-profile", "web", "--features", "split"]);
        // Relocations tell wasm-split which function needs which.
        trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-args=--emit-relocs").env_remove("NO_COLOR");
        run_quietly(&mut trunk)
    })?;
    step("splitting and shrinking it", || split(root))?;
    step("compressing it", || compress(&root.join("dist")))?;
    Ok(fs::write(stamp, inputs)?)
}

/// The program in the parts that its pages need.
fn split(root: &Path) -> Result<(), Failure> {
    let dist = root.join("dist");
    let work = target(root).join("split");
    fs::remove_dir_all(&work).or_else(|error| if work.exists() { Err(error) } else { Ok(()) })?;
    let (parts, glue) = (work.join("parts"), work.join("glue"));
    let built = target(root).join("wasm32-unknown-unknown/web/portico-app.wasm");
    run_quietly(tool("wasm-split-cli").args(["--target", "web", "--out-name", "main"]).arg(&built).arg(&parts))?;
    packs::merge(&parts, &FEATURES)?;
    let mut bindgen = tool("wasm-bindgen");
    bindgen.args(["--target", "web", "--keep-lld-exports", "--no-typescript", "--out-name", "main", "--out-dir"]);
    run_quietly(bindgen.arg(&glue).arg(parts.join("main.wasm")))?;

    let mut modules: Vec<PathBuf> = files(&parts)?.into_iter().filter(|file| is(file, "wasm")).collect();
    modules.retain(|file| !file.ends_with("main.wasm"));
    modules.push(glue.join("main_bg.wasm"));
    for module in &modules {
        let mut opt = tool("wasm-opt");
        run_quietly(opt.args(SMALLER).args(FEATURES).arg(module).arg("-o").arg(module))?;
    }
    let scripts = [glue.join("main.js"), parts.join("__wasm_split.js")];
    imports::shorten(&glue.join("main_bg.wasm"), &scripts[0])?;
    // One hash over all of it: the parts fit each other and no others.
    let mut sha = Sha256::new();
    for file in modules.iter().chain(&scripts) {
        sha.update(fs::read(file)?);
    }
    let hash = sha.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    });
    let name = |part: &str| match part {
        "main_bg" => format!("portico-{hash}_bg.wasm"),
        "main.js" => format!("portico-{hash}.js"),
        "__wasm_split.js" => format!("portico-split-{hash}.js"),
        other => format!("{}-{hash}.wasm", other.trim_start_matches("split_")),
    };

    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    for file in files(&dist)?.iter().filter(|file| is(file, "js") || is(file, "wasm")) {
        let old = file_name(file);
        html = html.replace(&old, &name(if is(file, "js") { "main.js" } else { "main_bg" }));
        fs::remove_file(file)?;
    }
    // The second script is asked for by the first: named here, it does not wait for it.
    let more = format!("<link rel=\"modulepreload\" href=\"/{}\">", name("__wasm_split.js"));
    fs::write(&page, html.replacen("<link rel=\"modulepreload\"", &format!("{more}<link rel=\"modulepreload\""), 1))?;
    for module in &modules {
        let stem = module.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        fs::copy(module, dist.join(name(&stem)))?;
    }
    for script in &scripts {
        let mut text = fs::read_to_string(script)?;
        // Only where it is imported: the module asks for its imports by the old name.
        text = text.replace("from \"./__wasm_split.js\"", &format!("from \"./{}\"", name("__wasm_split.js")));
        text = text.replace("./main.js", &format!("./{}", name("main.js"))).replace("main_bg.wasm", &name("main_bg"));
        for module in &modules {
            let stem = module.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            text = text.replace(&format!("./{stem}.wasm"), &format!("./{}", name(&stem)));
        }
        fs::write(script, text)?;
        let out = dist.join(name(&file_name(script)));
        let mut terser = tool("terser");
        run_quietly(terser.arg(script).args(["--module", "--compress", "--mangle", "--output"]).arg(out))?;
    }
    Ok(())
}

/// A brotli and a gzip beside every file that shrinks.
fn compress(dist: &Path) -> Result<(), Failure> {
    for file in all_files(dist)? {
        // The page is written for each tenant, and compressed by the server.
        if is(&file, "br") || is(&file, "gz") || file.ends_with("index.html") {
            continue;
        }
        let bytes = fs::read(&file)?;
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&bytes)?;
        for (ending, packed) in [("br", brotli(&bytes)?), ("gz", gzip.finish()?)] {
            if packed.len() < bytes.len() {
                let mut name = file.clone().into_os_string();
                name.push(format!(".{ending}"));
                fs::write(name, packed)?;
            }
        }
    }
    Ok(())
}

/// Bytes as brotli packs them at its best. The reference implementation packs the program tighter than the one in Rust.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let encoder = BrotliEncoderOptions::new().quality(Quality::best()).window_size(WindowSize::default()).build();
    let mut writer = CompressorWriter::with_encoder(encoder.map_err(|error| Failure(error.to_string()))?, Vec::new());
    writer.write_all(bytes)?;
    writer.into_inner().map_err(|error| Failure(error.to_string()))
}

/// A hash of everything that the app is built of.
fn fingerprint(root: &Path) -> Result<String, Failure> {
    let mut sha = Sha256::new();
    for input in INPUTS {
        let path = root.join(input);
        for file in if path.is_dir() { all_files(&path)? } else { vec![path] } {
            sha.update(file.strip_prefix(root).unwrap_or(&file).to_string_lossy().as_bytes());
            sha.update(fs::read(&file)?);
        }
    }
    let compiler = crate::shell::output(cargo().arg("--version")).unwrap_or_default();
    sha.update(compiler);
    Ok(format!("{:x}", sha.finalize()))
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn all_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut all = files(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.extend(all_files(&path)?);
        }
    }
    all.sort();
    Ok(all)
}

fn is(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|known| known == ending)
}

fn file_name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
