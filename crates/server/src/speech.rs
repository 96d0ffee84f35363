//! The portal's words on the server: the same Fluent files that the app is built from, read as they are.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// One file a language.
#[derive(RustEmbed)]
#[folder = "../../assets/locales"]
struct Locales;

/// Every language that the portal has.
pub(crate) struct Speech(BTreeMap<String, Arc<FluentResource>>);

/// The words of one language, with what a vendor calls things.
pub(crate) struct Voice(FluentBundle<Arc<FluentResource>>);

impl Speech {
    /// The languages, read once.
    pub(crate) fn shared() -> &'static Self {
        static SHARED: LazyLock<Speech> = LazyLock::new(Speech::new);
        &SHARED
    }

    /// Reads the languages. What is wrong with a file is told by the build, which reads them too.
    pub(crate) fn new() -> Self {
        let read = |file: std::borrow::Cow<'static, str>| {
            let source = String::from_utf8(Locales::get(&file)?.data.into_owned()).ok()?;
            let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, _)| resource);
            Some((file.strip_suffix(".ftl")?.to_owned(), Arc::new(resource)))
        };
        Self(Locales::iter().filter_map(read).collect())
    }

    /// Speaks a language, or English where there is none of it. `terms` are the vendor's own words.
    pub(crate) fn voice<'a>(&self, language: &str, terms: impl Iterator<Item = (&'a str, &'a str)>) -> Voice {
        let language = if self.0.contains_key(language) { language } else { "en" };
        let mut bundle = FluentBundle::new(language.parse().into_iter().collect());
        // The signs that set a value apart from text in another direction show as boxes in some mail programs.
        bundle.set_use_isolating(false);
        if let Some(resource) = self.0.get(language) {
            bundle.add_resource_overriding(resource.clone());
        }
        // A word that is no pattern of its own would be read as one.
        let own = terms.filter(|(_, word)| !word.contains(['{', '}', '\n']));
        let own = own.map(|(term, word)| format!("-{term} = {word}\n")).collect::<Vec<_>>().concat();
        bundle.add_resource_overriding(Arc::new(FluentResource::try_new(own).unwrap_or_else(|(resource, _)| resource)));
        Voice(bundle)
    }
}

impl Voice {
    /// A sentence; none where there are no words for it.
    pub(crate) fn says(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let pattern = self.0.get_message(id)?.value()?;
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        Some(self.0.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }

    /// A sentence that every language has.
    pub(crate) fn say(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.says(id, values).unwrap_or_default()
    }
}
