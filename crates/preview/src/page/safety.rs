//! HTML that runs nothing and loads nothing: what a page says and how it is laid out, and no more.

use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::HashSet;

/// What a style may say: letters, colours and distances; nothing that is loaded, and nothing that leaves its place.
const STYLES: [&str; 41] = [
    "background-color",
    "border",
    "border-bottom",
    "border-collapse",
    "border-color",
    "border-left",
    "border-radius",
    "border-right",
    "border-spacing",
    "border-style",
    "border-top",
    "border-width",
    "color",
    "display",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "list-style-type",
    "margin",
    "margin-bottom",
    "margin-left",
    "margin-right",
    "margin-top",
    "max-width",
    "padding",
    "padding-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "text-align",
    "text-decoration",
    "text-transform",
    "vertical-align",
    "white-space",
    "width",
    "word-break",
];
/// Pictures that lie in the page itself.
const PICTURES: [&str; 4] = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"];
/// What a link may lead to.
const LINKS: [&str; 5] = ["http:", "https:", "mailto:", "tel:", "#"];
/// Attributes of the time before styles, which mails are full of.
const TABLES: [&str; 7] = ["align", "bgcolor", "border", "cellpadding", "cellspacing", "valign", "width"];

/// Makes HTML harmless: scripts, forms, frames and what is loaded from elsewhere are gone, links open apart.
pub(crate) fn sanitise(html: &str) -> String {
    let mut builder = Builder::default();
    builder
        .add_clean_content_tags(["title", "noscript", "template", "iframe", "textarea", "select", "svg", "math"])
        .add_generic_attributes(["style", "dir"])
        .filter_style_properties(HashSet::from(STYLES))
        .add_url_schemes(["data"])
        .url_relative(UrlRelative::PassThrough)
        .link_rel(Some("noopener noreferrer"))
        .set_tag_attribute_value("a", "target", "_blank")
        .attribute_filter(|element, attribute, value| filter(element, attribute, value).map(Cow::Borrowed));
    for element in ["table", "tr", "td", "th"] {
        builder.add_tag_attributes(element, TABLES);
    }
    builder.clean(html).to_string()
}

fn filter<'a>(element: &str, attribute: &str, value: &'a str) -> Option<&'a str> {
    let begins = |beginnings: &[&str]| {
        let lower = value.trim_start().to_ascii_lowercase();
        beginnings.iter().any(|beginning| lower.starts_with(beginning))
    };
    let stays = match (element, attribute) {
        ("img", "src") => begins(&PICTURES),
        (_, "href") => begins(&LINKS),
        (_, "cite" | "src") => false,
        (_, "style") => !value.contains('\\') && !value.to_ascii_lowercase().contains("url"),
        _ => true,
    };
    stays.then_some(value)
}

#[cfg(test)]
mod tests {
    use super::sanitise;

    #[test]
    fn what_runs_or_loads_is_gone() {
        let html = r#"<p onclick="x()" style="color:red;position:fixed;background:url(https://x.test/a)">a<script>b()</script>
            <a href="javascript:c()">d</a><a href="https://x.test/">e</a><img src="https://x.test/f.png">
            <img src="data:image/png;base64,AAAA"><img src="data:image/svg+xml,<svg/onload=1>"><iframe src=g>h</iframe>
            <form action=i><input></form><a href="data:text/html,j">k</a><svg><script>l</script></svg>"#;
        let clean = sanitise(html);
        for gone in ["onclick", "script", "position", "f.png", "svg", "iframe", "form", "input", "data:text"] {
            assert!(!clean.contains(gone), "{gone} in {clean}");
        }
        assert!(clean.contains(r#"src="data:image/png;base64,AAAA""#), "{clean}");
        let link = r#"<a href="https://x.test/" target="_blank" rel="noopener noreferrer">e</a>"#;
        assert!(clean.contains(link), "{clean}");
    }

    #[test]
    fn styles_of_letters_stay() {
        let clean = sanitise(r#"<td style="color: #123456; padding: 4px; position: absolute" bgcolor="red">a</td>"#);
        assert!(!clean.contains("position"), "{clean}");
        let clean = sanitise(r#"<p style="color: #123456; position: absolute">a</p>"#);
        assert!(clean.contains("color:#123456") && !clean.contains("position"), "{clean}");
    }
}
