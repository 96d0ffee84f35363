//! The import rules of docs/architecture.md, held by reading every file: who may import whom, and how long a file is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use syn::visit::Visit;
use syn::{File, ItemMod, UseTree};

/// The rooms of the app from the top down; each may import from those below it. Rooms on one line do not import each
/// other.
const LAYERS: [&[&str]; 7] =
    [&["app"], &["features"], &["session", "tenant", "live"], &["parts"], &["ui"], &["api"], &["route", "i18n"]];

/// The longest that a file may be, in lines; they aim at 200.
const LONGEST: usize = 300;

/// Crates that a crate of the workspace must not know.
const FOREIGN: [(&str, &[&str]); 2] = [
    ("crates/contract", &["yew", "axum", "sea_orm", "tokio", "web_sys", "std::fs", "std::net"]),
    ("crates/words", &["yew", "axum", "web_sys"]),
];

fn root() -> PathBuf {
    std::env::current_dir().unwrap()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every path that a file imports or names, from `crate::` on, and every outside crate.
#[derive(Default)]
struct Imports {
    paths: BTreeSet<String>,
    in_tests: bool,
}

impl Imports {
    fn of(file: &Path) -> Self {
        let text = std::fs::read_to_string(file).unwrap();
        let parsed: File = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let mut imports = Self::default();
        imports.visit_file(&parsed);
        imports
    }

    fn tree(&mut self, before: &str, tree: &UseTree) {
        let join = |name: &str| if before.is_empty() { name.to_owned() } else { format!("{before}::{name}") };
        match tree {
            UseTree::Path(path) => self.tree(&join(&path.ident.to_string()), &path.tree),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.tree(before, item)),
            UseTree::Name(name) => drop(self.paths.insert(join(&name.ident.to_string()))),
            UseTree::Rename(name) => drop(self.paths.insert(join(&name.ident.to_string()))),
            UseTree::Glob(_) => drop(self.paths.insert(before.to_owned())),
        }
    }

    /// The rooms that are imported from.
    fn rooms(&self) -> BTreeSet<&str> {
        let inside = self.paths.iter().filter_map(|path| path.strip_prefix("crate::"));
        inside.map(|path| path.split("::").next().unwrap_or(path)).collect()
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree("", &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if names.len() > 1 && !self.in_tests {
            self.paths.insert(names.join("::"));
        }
        syn::visit::visit_path(self, path);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let tests = module.ident == "tests";
        let before = self.in_tests;
        self.in_tests |= tests;
        syn::visit::visit_item_mod(self, module);
        self.in_tests = before;
    }
}

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

fn room_of(file: &Path) -> String {
    let inside = file.strip_prefix(root().join("src")).unwrap();
    inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn imports_in_the_app_go_downward_only() {
    let mut broken = Vec::new();
    for file in sources(&root().join("src")) {
        let room = room_of(&file);
        let Some(here) = layer(&room) else { continue };
        let imports = Imports::of(&file);
        for other in imports.rooms() {
            let Some(there) = layer(other) else { continue };
            if other != room && there <= here {
                broken.push(format!("{}: {room} imports {other}, which is not below it", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn features_do_not_know_each_other() {
    let mut broken = Vec::new();
    for file in sources(&root().join("src/features")) {
        let inside = file.strip_prefix(root().join("src/features")).unwrap();
        let own = inside.components().next().unwrap().as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        for path in Imports::of(&file).paths {
            let other = path.strip_prefix("crate::features::").and_then(|rest| rest.split("::").next());
            if other.is_some_and(|other| other != own && own != "mod") {
                broken.push(format!("{}: {own} imports {path}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_pieces_of_the_interface_know_no_word_of_the_trade() {
    let mut broken = Vec::new();
    for file in sources(&root().join("src/ui")) {
        for path in Imports::of(&file).paths {
            if path.starts_with("portico_contract::") && !path.starts_with("portico_contract::problem") {
                broken.push(format!("{}: {path}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_adapters_reach_the_network() {
    let mut broken = Vec::new();
    for file in sources(&root().join("src")) {
        let allowed = file.starts_with(root().join("src/api/adapters")) || file.ends_with("src/i18n/words.rs");
        let reaches = |path: &String| path.starts_with("reqwest") || path.ends_with("EventSource");
        if !allowed && Imports::of(&file).paths.iter().any(reaches) {
            broken.push(file.display().to_string());
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_contract_does_no_work_of_its_own() {
    let mut broken = Vec::new();
    for (folder, foreign) in FOREIGN {
        for file in sources(&root().join(folder)) {
            for path in Imports::of(&file).paths {
                if foreign.iter().any(|one| path == *one || path.starts_with(&format!("{one}::"))) {
                    broken.push(format!("{}: {path}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn http_decides_nothing_and_the_store_knows_no_http() {
    let mut broken = Vec::new();
    let server = root().join("crates/server/src");
    for file in sources(&server.join("http")) {
        for path in Imports::of(&file).paths {
            if path.starts_with("sea_orm") || path.starts_with("crate::store::") && !path.ends_with("SESSION_LASTS") {
                broken.push(format!("{}: {path}", file.display()));
            }
        }
    }
    for file in sources(&server.join("store")) {
        for path in Imports::of(&file).paths {
            if path.starts_with("axum") || path.starts_with("crate::http") {
                broken.push(format!("{}: {path}", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_holds_one_idea() {
    let mut broken = Vec::new();
    for folder in ["src", "crates", "tests"] {
        for file in sources(&root().join(folder)) {
            let text = std::fs::read_to_string(&file).unwrap();
            if !text.starts_with("//!") {
                broken.push(format!("{}: its first line does not say what it is for", file.display()));
            }
            let lines = text.lines().count();
            if lines > LONGEST {
                broken.push(format!("{}: {lines} lines", file.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
