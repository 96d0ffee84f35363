//! Sections that are lists of names: products, industries, currencies, reasons.

use super::super::sheet::{Sheet, group};
use super::templates::templates;
use crate::t;
use crate::ui::Input;
use yew::prelude::*;

pub(in super::super) fn products(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let currencies = sheet.list(
        "/form/currencies",
        t!(words, "settings-currencies"),
        (t!(words, "currency-add"), "add-text"),
        |place, index| sheet.line(place, t!(words, "currency-code", number = index + 1), Input::Text),
    );
    html! {
        <>
            { named(sheet, "/form/products", t!(words, "settings-products-sold"), t!(words, "settings-products-sold-text"), t!(words, "product-add")) }
            { named(sheet, "/form/industries", t!(words, "settings-industries"), String::new(), t!(words, "industry-add")) }
            { group(t!(words, "settings-currencies"), Some(t!(words, "settings-currencies-text")), currencies) }
        </>
    }
}

pub(in super::super) fn reasons(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let add = || t!(words, "reason-add");
    html! {
        <>
            { named(sheet, "/reasons/rejection", t!(words, "settings-rejection"), t!(words, "settings-rejection-text"), add()) }
            { named(sheet, "/reasons/loss", t!(words, "settings-loss"), t!(words, "settings-loss-text"), add()) }
            { templates(sheet) }
        </>
    }
}

/// Things that have a name in each language.
pub(super) fn named(sheet: &Sheet<'_>, place: &str, title: String, text: String, add: String) -> Html {
    let name = t!(sheet.words, "settings-name");
    let list =
        sheet.list(place, title.clone(), (add, "add-item"), |place, _| sheet.words(&format!("{place}/name"), &name));
    group(title, Some(text).filter(|text| !text.is_empty()), list)
}
