//! The portal's words. Translators write Fluent (<https://projectfluent.org>); a build makes each file into a flat
//! map of short patterns, which the app reads with the few lines of [`say`].
//!
//! Considered: `fluent-bundle` evaluates the files as they are, but adds 34 kB (brotli) to an app whose first route
//! may weigh 220 kB. Plurals and numbers come from the browser's `Intl` in either case. See docs/adr/0004.

#[cfg(feature = "compile")]
mod compile;
#[cfg(feature = "compile")]
mod pseudo;
mod say;

#[cfg(feature = "compile")]
pub use compile::{Catalogue, CompileError};
pub use say::{Arg, Locale, say};

/// The signs of a compiled pattern. Control characters, so that no text needs escaping.
mod sign {
    /// Begins the name of a variable or, with a hyphen in front, of a term.
    pub(crate) const NAME: char = '\u{1}';
    /// Ends a name, or a selection.
    pub(crate) const END: char = '\u{2}';
    /// Begins a selection: the name of its variable follows.
    pub(crate) const SELECT: char = '\u{3}';
    /// Begins a variant: its key follows, with `*` in front where it is the default.
    pub(crate) const VARIANT: char = '\u{4}';
    /// Ends a variant's key: its pattern follows.
    pub(crate) const KEY_END: char = '\u{5}';
}
