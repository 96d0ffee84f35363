//! Line drawings of 24 units.

use yew::prelude::*;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Back,
    Bell,
    Camera,
    Check,
    Clip,
    Clock,
    Close,
    Deal,
    Desk,
    Down,
    Download,
    File,
    Home,
    Library,
    Mail,
    More,
    Next,
    Off,
    Plus,
    Person,
    Search,
    Seal,
    Settings,
    Up,
    Warn,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Back => "m14 6-6 6 6 6",
            Self::Bell => "M6 16h12c-1.500-2-1.500-4-1.500-6a4.500 4.500 0 0 0-9 0c0 2 0 4-1.500 6zM10 19.500h4",
            Self::Camera => "M4 8h4l1.500-3h5L16 8h4v11H4zM12 16.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z",
            Self::Check => "m5 12 5 5 9-10",
            Self::Clip => {
                "m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.500 3.500 0 0 1 5 5l-8.500 8.500a1.700 1.700 0 0 1-2.500-2.500L15 7"
            }
            Self::Clock => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 2",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Deal => "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
            Self::Desk => "M4 5h16v10H4zM9 20h6M12 15v5",
            Self::Down => "m7 10 5 5 5-5",
            Self::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Self::File => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
            Self::Home => "M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z",
            Self::Library => "M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v4H4zM14 15h6v4h-6z",
            Self::Mail => "M3 6h18v12H3zM3 7l9 7 9-7",
            Self::More => {
                "M5.700 12a.7.7 0 1 1-1.400 0 .7.7 0 0 1 1.400 0zM12.700 12a.7.7 0 1 1-1.400 0 .7.7 0 0 1 1.400 0zM19.700 12a.7.7 0 1 1-1.400 0 .7.7 0 0 1 1.400 0z"
            }
            Self::Next => "m10 6 6 6-6 6",
            Self::Off => {
                "M3 3l18 18M5 12.500a10 10 0 0 1 4-2.400M2 9a15 15 0 0 1 5-3M12 18h.01M9 15.500a4.500 4.500 0 0 1 6 0M19 12.500a10 10 0 0 0-3-2M22 9a15 15 0 0 0-9-3.900"
            }
            Self::Plus => "M12 5v14M5 12h14",
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c1-4 4-5 8-5s7 1 8 5",
            Self::Search => "m20 20-4.500-4.500M17 10.500a6.500 6.500 0 1 1-13 0 6.500 6.500 0 0 1 13 0z",
            Self::Seal => {
                "M12 3l2.200 2 3-.2.7 2.900 2.400 1.800-1.200 2.800 1.200 2.700-2.400 1.800-.7 2.900-3-.2L12 21.500l-2.200-2-3 .2-.7-2.900-2.400-1.800 1.200-2.700-1.200-2.800 2.400-1.800.7-2.900 3 .2zM9 12l2 2 4-4"
            }
            Self::Settings => {
                "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z"
            }
            Self::Up => "m7 14 5-5 5 5",
            Self::Warn => "M12 4 2.500 20h19zM12 10v4M12 17.200v.1",
        }
    }
}

/// A drawing that stands beside its word; it says nothing by itself.
pub fn icon(glyph: Glyph) -> Html {
    sized(glyph, if matches!(glyph, Glyph::Back | Glyph::Next) { "i turns" } else { "i" })
}

/// The same, as small as the text around it.
pub fn small_icon(glyph: Glyph) -> Html {
    sized(glyph, "i s")
}

fn sized(glyph: Glyph, class: &'static str) -> Html {
    html! { <svg {class} viewBox="0 0 24 24" aria-hidden="true"><path d={glyph.path()} /></svg> }
}
