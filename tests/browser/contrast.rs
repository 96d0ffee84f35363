//! Whatever hue and chroma a tenant has: every text is readable on everything it stands on, in light and in dark.

use gloo::utils::{body, document, document_element, window};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const TOKENS: &str = include_str!("../../styles/tokens.css");
const SHEETS: [&str; 2] = [include_str!("../../styles/base.css"), include_str!("../../styles/vocabulary.css")];

/// The least contrast of text (WCAG 2.2, 1.4.3), and of what a control is recognised by (1.4.11).
const TEXT: f64 = 4.5;
const CONTROL: f64 = 3.0;

/// Text, and all that it stands on.
const TEXTS: [(&str, &[&str]); 11] = [
    ("ink", &["ground", "surface", "sunken", "brand-soft", "good-soft", "warn-soft", "bad-soft", "info-soft"]),
    ("ink-2", &["ground", "surface", "sunken", "brand-soft", "good-soft", "warn-soft", "bad-soft", "info-soft"]),
    ("brand", &["ground", "surface", "sunken", "brand-soft", "warn-soft"]),
    ("brand-strong", &["ground", "surface", "sunken", "brand-soft"]),
    ("good", &["ground", "surface", "sunken", "good-soft"]),
    ("warn", &["ground", "surface", "sunken", "warn-soft", "brand-soft"]),
    ("bad", &["ground", "surface", "sunken", "bad-soft"]),
    ("info", &["ground", "surface", "sunken", "info-soft"]),
    ("on-brand", &["brand", "brand-strong", "bad"]),
    ("ground", &["ink"]),
    ("surface", &["ink"]),
];

/// Outlines of controls and marks that say something, and what is beside them.
const CONTROLS: [(&str, &[&str]); 9] = [
    ("line-strong", &["ground", "surface"]),
    ("brand", &["ground", "surface", "sunken", "brand-soft"]),
    ("bad", &["surface", "bad-soft"]),
    ("good", &["ground", "surface"]),
    ("part-1", &["surface"]),
    ("part-2", &["surface"]),
    ("part-3", &["surface"]),
    ("part-4", &["surface"]),
    ("part-5", &["surface"]),
];

/// Text that lets what it stands on shine through (the count of a chip), and by how much.
const THIN: [(&str, &str, f64); 2] = [("ink", "surface", 0.8), ("ground", "ink", 0.8)];

/// What the key beside a button's name stands on, below a veil of the key's own colour.
const KEYS: [(&str, &str); 4] =
    [("ink", "surface"), ("ink", "sunken"), ("on-brand", "brand"), ("on-brand", "brand-strong")];

/// How dense that veil is, as the style sheet says.
fn veil() -> f64 {
    let said = SHEETS[1].split_once("kbd {").and_then(|(_, rest)| rest.split_once("currentColor "));
    let percent = said.and_then(|(_, rest)| rest.split_once('%')).and_then(|(number, _)| number.parse::<f64>().ok());
    percent.expect("a key stands on a veil of its own colour") / 100.0
}

/// Colours that neither are text nor tell a control.
const DECORATION: [&str; 1] = ["line"];

fn pairs() -> impl Iterator<Item = (&'static str, &'static str, f64)> {
    let of = |table: &'static [(&str, &[&str])], least| {
        table.iter().flat_map(move |(text, grounds)| grounds.iter().map(move |ground| (*text, *ground, least)))
    };
    of(&TEXTS, TEXT).chain(of(&CONTROLS, CONTROL))
}

/// Red, green and blue, each from 0 to 1.
type Colour = [f64; 3];

/// A patch of each token's colour, below the tokens themselves.
struct Patches {
    all: HtmlElement,
    each: Vec<(&'static str, HtmlElement)>,
}

impl Drop for Patches {
    fn drop(&mut self) {
        self.all.remove();
    }
}

impl Patches {
    fn new(tokens: &BTreeSet<&'static str>) -> Self {
        let element = |name| -> HtmlElement { document().create_element(name).unwrap().unchecked_into() };
        let (all, style) = (element("div"), element("style"));
        style.set_text_content(Some(TOKENS));
        all.append_child(&style).unwrap();
        body().append_child(&all).unwrap();
        let patch = |token: &&'static str| {
            let patch = element("i");
            // The browser itself turns what the token says into red, green and blue.
            patch.style().set_property("color", &format!("color(from var(--{token}) srgb r g b)")).unwrap();
            all.append_child(&patch).unwrap();
            (*token, patch)
        };
        let each = tokens.iter().map(patch).collect();
        Self { all, each }
    }

    fn read(&self) -> Vec<(&'static str, Colour)> {
        self.each
            .iter()
            .map(|(token, patch)| (*token, colour(patch).unwrap_or_else(|said| panic!("{token}: {said}"))))
            .collect()
    }
}

fn colour(patch: &HtmlElement) -> Result<Colour, String> {
    let style = window().get_computed_style(patch).unwrap().unwrap();
    let said = style.get_property_value("color").unwrap();
    let numbers = said.strip_prefix("color(srgb ").and_then(|rest| rest.strip_suffix(')'));
    let numbers: Vec<f64> = numbers.unwrap_or_default().split(' ').filter_map(|number| number.parse().ok()).collect();
    let colour: Colour = numbers.try_into().map_err(|_| said)?;
    // What a screen cannot show it shows as the nearest it can.
    Ok(colour.map(|part| part.clamp(0.0, 1.0)))
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] =
        colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// So much of one colour over another.
fn over(one: Colour, share: f64, other: Colour) -> Colour {
    std::array::from_fn(|part| one[part] * share + other[part] * (1.0 - share))
}

fn set_theme(hue: u32, chroma: f64, scheme: &str) {
    let root: HtmlElement = document_element().unchecked_into();
    root.style().set_property("--brand-h", &hue.to_string()).unwrap();
    root.style().set_property("--brand-c", &chroma.to_string()).unwrap();
    root.set_attribute("data-scheme", scheme).unwrap();
}

#[wasm_bindgen_test]
fn every_text_is_readable_in_every_brand_in_light_and_dark() {
    let tokens: BTreeSet<&str> = pairs().flat_map(|(text, ground, _)| [text, ground]).collect();
    let patches = Patches::new(&tokens);
    let (veil, mut poor) = (veil(), BTreeSet::new());
    let mut lowest: [f64; 2] = [21.0; 2];
    for scheme in ["light", "dark"] {
        for hue in (0..360).step_by(4) {
            for chroma in [0.0, 0.06, 0.12, 0.18, 0.24, 0.30] {
                set_theme(hue, chroma, scheme);
                let colours = patches.read();
                let of = |token: &str| colours.iter().find(|(known, _)| *known == token).unwrap().1;
                let plain = pairs().map(|(text, ground, least)| (text, ground, least, contrast(of(text), of(ground))));
                let thin = THIN.iter().map(|(text, ground, share)| {
                    (*text, *ground, TEXT, contrast(over(of(text), *share, of(ground)), of(ground)))
                });
                let keys = KEYS
                    .iter()
                    .map(|(text, ground)| (*text, *ground, TEXT, contrast(of(text), over(of(text), veil, of(ground)))));
                for (text, ground, least, found) in plain.chain(thin).chain(keys) {
                    let kind = usize::from(least < TEXT);
                    lowest[kind] = lowest[kind].min(found);
                    if found < least {
                        poor.insert(format!(
                            "{scheme}: --{text} on --{ground} {found:.2} (hue {hue}, chroma {chroma})"
                        ));
                    }
                }
            }
        }
    }
    wasm_bindgen_test::console_log!("lowest: text {:.2}, controls {:.2}", lowest[0], lowest[1]);
    assert!(poor.is_empty(), "{} pairs, such as {:#?}", poor.len(), poor.iter().take(12).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
fn black_on_white_is_21_to_1() {
    assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
    // Two greys whose contrast is published: #767676 on white is 4.54.
    let grey = f64::from(0x76) / 255.0;
    assert!((contrast([grey; 3], [1.0; 3]) - 4.54).abs() < 0.005);
}

/// The innermost blocks of a sheet, as property and value.
fn blocks(sheet: &'static str) -> Vec<Vec<(&'static str, &'static str)>> {
    let inner = sheet.split('}').filter_map(|part| part.rsplit_once('{'));
    let declared = |block: &'static str| {
        let parts = block.split(';').filter_map(|one| one.split_once(':'));
        parts.map(|(name, value)| (name.trim(), value.trim())).collect()
    };
    inner.map(|(_, block)| declared(block)).collect()
}

/// The token that a value is, where it is one alone.
fn token(value: &str) -> Option<&str> {
    value.strip_prefix("var(--")?.strip_suffix(')')
}

#[wasm_bindgen_test]
fn no_colour_of_the_style_sheets_is_left_out() {
    let mut missing = BTreeSet::new();
    for block in SHEETS.iter().flat_map(|sheet| blocks(sheet)) {
        let of = |wanted: &str| block.iter().find(|(name, _)| *name == wanted).and_then(|(_, value)| token(value));
        let text = of("color");
        let ground = of("background").or_else(|| of("background-color"));
        if let Some(text) = text.filter(|text| !TEXTS.iter().any(|(known, _)| known == text)) {
            missing.insert(format!("text in --{text}"));
        }
        if let (Some(text), Some(ground)) = (text, ground) {
            let held = TEXTS.iter().any(|(known, grounds)| *known == text && grounds.contains(&ground));
            if !held {
                missing.insert(format!("--{text} on --{ground}"));
            }
        }
    }
    for line in TOKENS.split(';').filter_map(|one| one.split_once(": ")) {
        let name = line.0.trim().rsplit_once("--").map_or("", |(_, name)| name.trim());
        let is_colour = line.1.contains("light-dark(") && name != "shadow";
        let known = pairs().any(|(text, ground, _)| text == name || ground == name) || DECORATION.contains(&name);
        if is_colour && !known {
            missing.insert(format!("the token --{name}"));
        }
    }
    assert!(missing.is_empty(), "not looked at: {missing:?}");
}
