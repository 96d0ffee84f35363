//! Code that several modules share, in few files. The splitter writes a file for each set of modules that share something,
//! which are well over a hundred, most of them of a few bytes; a page would ask for all that concern it. Here they are
//! merged to packs, as long as what a page loads needlessly costs less than a request.

use crate::shell::{Failure, run_quietly};
use crate::tools::tool;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a request costs, in bytes of a program that is neither optimised nor compressed yet: some 4 kB as they travel.
const REQUEST: i64 = 24_000;
/// How the splitter begins the load of a shared file, and of a module.
const SHARED: &str = "const __chunk_";
const MODULE: &str = "export const ";
/// What stands before and behind the names of the shared files that a module needs.
const NEEDS: (&str, &str) = ("\n, [", "]));");

/// Shared files that become one: their names, their bytes, the modules that need some of them.
struct Pack {
    chunks: Vec<String>,
    bytes: i64,
    users: BTreeSet<usize>,
}

impl Pack {
    /// What is gained where two become one: a request of each module that needs both, less the bytes that a module loads
    /// and does not need.
    fn gain(&self, other: &Self) -> i64 {
        let count = |modules: usize| i64::try_from(modules).unwrap_or(i64::MAX);
        let saved = count(self.users.intersection(&other.users).count()) * REQUEST;
        let wasted = |one: &Self, other: &Self| one.bytes * count(other.users.difference(&one.users).count());
        saved - wasted(self, other) - wasted(other, self)
    }
}

/// Merges the shared files among `parts` and tells the script that loads them.
pub(crate) fn merge(parts: &Path, features: &[&str]) -> Result<(), Failure> {
    let script = parts.join("__wasm_split.js");
    let text = fs::read_to_string(&script)?;
    let misread = || Failure("the splitter's script is not as it was".to_owned());
    let (first_shared, first_module) = text.find("\n/*").zip(text.find(&format!("\n{MODULE}"))).ok_or_else(misread)?;
    let (head, modules) = (&text[..=first_shared], &text[first_module + 1..]);
    let needs = |module: &str| {
        let (_, list) = module.split_once(NEEDS.0)?;
        let (list, _) = list.split_once(NEEDS.1)?;
        Some(list.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect::<Vec<_>>())
    };
    let modules: Vec<(&str, Vec<String>)> = modules
        .split_inclusive(NEEDS.1)
        .filter(|module| module.contains(MODULE))
        .map(|module| Some((module, needs(module)?)))
        .collect::<Option<_>>()
        .ok_or_else(misread)?;
    let mut users: BTreeMap<&String, BTreeSet<usize>> = BTreeMap::new();
    for (index, (_, needs)) in modules.iter().enumerate() {
        for name in needs {
            users.entry(name).or_default().insert(index);
        }
    }
    // Each stands alone: a shared file that needs another would be instantiated before it.
    if users.len() != text.matches(SHARED).count() || users.len() != text.matches("\n, []);").count() {
        return Err(misread());
    }
    let file = |name: &str| parts.join(format!("{}.wasm", name.trim_start_matches('_')));
    let mut packs = Vec::with_capacity(users.len());
    for (name, users) in users {
        let bytes = i64::try_from(fs::metadata(file(name))?.len()).unwrap_or(i64::MAX);
        packs.push(Pack { chunks: vec![name.clone()], bytes, users });
    }
    let packs = gathered(packs);

    let shared = common(parts, &packs, file, features)?;
    let mut loads = String::new();
    for (number, pack) in packs.iter().enumerate() {
        let mut merging = tool("wasm-merge");
        merging.args(features).arg(&shared).arg("__wasm_split");
        for name in &pack.chunks {
            merging.arg(file(name)).arg(name);
        }
        run_quietly(merging.arg("-o").arg(parts.join(format!("pack_{number}.wasm"))))?;
        pack.chunks.iter().try_for_each(|name| fs::remove_file(file(name)))?;
        let load = format!("fetch(new URL(\"./pack_{number}.wasm\", import.meta.url))");
        let made = "WebAssembly.instantiateStreaming(src, { shared: imports.__wasm_split })";
        // Writing to a String does not fail.
        let _ = writeln!(
            loads,
            "const __pack_{number} = makeLoad(() => {{ const src = {load}; src.catch(() => {{}}); return async (imports) => {made}; }}, []);"
        );
    }
    fs::remove_file(shared)?;
    let mut text = format!("{head}{loads}");
    for (index, (module, needs)) in modules.iter().enumerate() {
        let packs: Vec<String> = (0..packs.len())
            .filter(|number| packs[*number].users.contains(&index))
            .map(|number| format!("__pack_{number}"))
            .collect();
        text.push_str(&module.replacen(&needs.join(", "), &packs.join(", "), usize::from(!needs.is_empty())));
    }
    text.push('\n');
    Ok(fs::write(script, text)?)
}

/// Makes one of two packs as long as there is something to gain, the most first.
fn gathered(mut packs: Vec<Pack>) -> Vec<Pack> {
    loop {
        let pairs = (0..packs.len()).flat_map(|one| (one + 1..packs.len()).map(move |other| (one, other)));
        let gains = pairs.map(|(one, other)| (packs[one].gain(&packs[other]), one, other));
        let Some((_, one, other)) = gains.filter(|(gain, ..)| *gain > 0).max_by_key(|(gain, ..)| *gain) else {
            return packs;
        };
        let taken = packs.swap_remove(other);
        packs[one].chunks.extend(taken.chunks);
        packs[one].bytes += taken.bytes;
        packs[one].users.extend(taken.users);
    }
}

/// A module that hands on what all shared files import, so that merged they import it once: two imports of one memory
/// would be two memories.
fn common(parts: &Path, packs: &[Pack], file: impl Fn(&str) -> PathBuf, features: &[&str]) -> Result<PathBuf, Failure> {
    let mut imports: BTreeMap<String, String> = BTreeMap::new();
    for name in packs.iter().flat_map(|pack| &pack.chunks) {
        let text = crate::shell::output(tool("wasm-dis").args(features).arg(file(name))).unwrap_or_default();
        for line in text.lines().filter_map(|line| line.trim().strip_prefix("(import \"__wasm_split\" \"")) {
            if let Some((import, kind)) = line.split_once("\" ") {
                imports.insert(import.to_owned(), kind.trim_end_matches(')').to_owned());
            }
        }
    }
    let mut text = "(module\n".to_owned();
    for (index, (import, kind)) in imports.iter().enumerate() {
        // "(memory $mimport$0 21": its kind, its name, and what it is like.
        let mut words = kind.trim_start_matches('(').splitn(3, ' ');
        let (Some(kind), Some(_), Some(like)) = (words.next(), words.next(), words.next()) else { continue };
        let like = if like.contains('(') { format!("{like})") } else { like.to_owned() };
        let _ = writeln!(text, "(import \"shared\" \"{import}\" ({kind} $i{index} {like}))");
        let _ = writeln!(text, "(export \"{import}\" ({kind} $i{index}))");
    }
    text.push(')');
    let (source, built) = (parts.join("shared.wat"), parts.join("shared.wasm"));
    fs::write(&source, text)?;
    let mut assembling: Command = tool("wasm-as");
    run_quietly(assembling.args(features).arg(&source).arg("-o").arg(&built))?;
    fs::remove_file(source)?;
    Ok(built)
}
