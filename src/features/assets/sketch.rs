//! What stands in a picture's place where there is none: a drawing of what kind of file it is.

use portico_contract::asset::Format;
use yew::prelude::*;

/// A drawing of 24 units; it says nothing that does not stand beside it.
pub(super) fn sketch(format: Format) -> Html {
    let path = match format {
        Format::Pdf | Format::Document => "M6 3h8l4 4v14H6zM14 3v4h4M9 11h6M9 14h6M9 17h4",
        Format::Slides => "M3 5h18v11H3zM12 16v4M8 20h8M7 9h6M7 12h4",
        Format::Table => "M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14",
        Format::Picture => "M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.500 10a1 1 0 1 0 0-2 1 1 0 0 0 0 2z",
        Format::Video => "M3 6h18v12H3zM10 9.500v5l4.500-2.500z",
        Format::Page => "M3 5h18v14H3zM3 9h18M6 7h.1M8.500 7h.1",
        Format::Text => "M5 6h14M5 10h14M5 14h10M5 18h6",
        Format::Other => "M6 3h8l4 4v14H6zM14 3v4h4",
    };
    html! { <span class="sketch"><svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg></span> }
}
