//! Enums whose values have a name: on the wire, in the database, in a query.

/// Declares an enum with a name for each value, the list of all of them in the order they are written, and the way
/// back from a name. Where the enum travels, its `rename_all` says the same names to serde; the tests hold that.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $wire:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: [Self; [$(Self::$variant),+].len()] = [$(Self::$variant),+];

            /// Its name on the wire, in the database and in a query.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $wire),+ }
            }

            /// The one of that name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|one| one.name() == name)
            }
        }
    };
}

pub(crate) use named;
