//! Fluent files to bundles: `target/words/<language>.json`, and the pseudo-locale `en-XA`.

use crate::Failure;
use portico_words::Catalogue;
use std::fs;
use std::path::Path;

/// Compiles every language, and refuses one that does not say what English says.
pub(crate) fn compile(root: &Path) -> Result<(), Failure> {
    let out = root.join("target/words");
    fs::create_dir_all(&out)?;
    let english = read(&root.join("assets/locales/en.ftl"))?;
    write(&out.join("en-XA.json"), &english.pseudo())?;
    for entry in fs::read_dir(root.join("assets/locales"))? {
        let path = entry?.path();
        let Some(language) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let catalogue = read(&path)?;
        english.same_as(&catalogue).map_err(|error| Failure(format!("{}: {error}", path.display())))?;
        write(&out.join(format!("{language}.json")), &catalogue)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Catalogue, Failure> {
    Catalogue::parse(&fs::read_to_string(path)?).map_err(|error| Failure(format!("{}: {error}", path.display())))
}

fn write(path: &Path, catalogue: &Catalogue) -> Result<(), Failure> {
    let json = serde_json::to_string(&catalogue.messages).map_err(|error| Failure(error.to_string()))?;
    // Left alone where nothing changed, so that trunk's watcher does not wake itself.
    if fs::read_to_string(path).is_ok_and(|present| present == json) {
        return Ok(());
    }
    Ok(fs::write(path, json)?)
}
