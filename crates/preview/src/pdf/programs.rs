//! Whether a PDF brings programs: JavaScript, programs to launch, files attached to it.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object};

/// Objects after these are not looked at: nobody makes a brochure of more.
const MAX_OBJECTS: usize = 500_000;
/// Objects that lie in each other deeper than this are not looked at.
const MAX_DEPTH: usize = 16;
/// What an action's kind is where it runs something.
const ACTIONS: [&[u8]; 5] = [b"JavaScript", b"Launch", b"ImportData", b"Rendition", b"RichMediaExecute"];
/// What stands in a dictionary where there is a program or an attached file.
const KEYS: [&[u8]; 4] = [b"JavaScript", b"JS", b"EmbeddedFiles", b"EF"];

pub(super) fn any(pdf: &Pdf) -> bool {
    pdf.objects().into_iter().take(MAX_OBJECTS).any(|object| brings(&object, MAX_DEPTH))
}

fn brings(object: &Object<'_>, depth: usize) -> bool {
    match object {
        Object::Dict(dictionary) => brings_in(dictionary, depth),
        Object::Stream(stream) => brings_in(stream.dict(), depth),
        Object::Array(array) => brings_among(array, depth),
        _ => false,
    }
}

fn brings_among(array: &Array<'_>, depth: usize) -> bool {
    // What is only referred to is an object of the file's, and looked at as such.
    depth > 0 && array.raw_iter().any(|inner| matches!(inner, MaybeRef::NotRef(inner) if brings(&inner, depth - 1)))
}

fn brings_in(dictionary: &Dict<'_>, depth: usize) -> bool {
    let named =
        |key: &str, names: &[&[u8]]| dictionary.get::<Name<'_>>(key).is_some_and(|name| names.contains(&name.as_ref()));
    if KEYS.iter().any(|key| dictionary.contains_key(key))
        || named("S", &ACTIONS)
        || named("Type", &[b"EmbeddedFile"])
        || named("Subtype", &[b"RichMedia"])
    {
        return true;
    }
    depth > 0
        && dictionary.entries().any(|(_, inner)| matches!(inner, MaybeRef::NotRef(inner) if brings(&inner, depth - 1)))
}
