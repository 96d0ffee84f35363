//! What the vendor says of an asset, as it is typed: what it is called is its field's id in the form.

use crate::ui::{NO_DAY, Typed};
use chrono::NaiveDate;
use portico_contract::asset::{AssetContent, AssetKind, Audience, Format, promised};
use portico_contract::country::Country;
use portico_contract::deal::Stage;
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::session::Role;
use serde::{Deserialize, Serialize};

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Draft {
    /// All but its tags and days.
    pub said: AssetContent,
    /// Between commas.
    pub tags: String,
    pub starts_on: String,
    pub expires_on: String,
}

/// Words in a file's name that tell what it is for, in the languages of the demo and the app.
const TELLING: &[(&str, AssetKind)] = &[
    ("price", AssetKind::PriceList),
    ("preis", AssetKind::PriceList),
    ("data sheet", AssetKind::DataSheet),
    ("datasheet", AssetKind::DataSheet),
    ("datenblatt", AssetKind::DataSheet),
    ("case", AssetKind::CaseStudy),
    ("success", AssetKind::CaseStudy),
    ("referenz", AssetKind::CaseStudy),
    ("playbook", AssetKind::Playbook),
    ("leitfaden", AssetKind::Playbook),
    ("battle", AssetKind::BattleCard),
    ("objection", AssetKind::BattleCard),
    ("white paper", AssetKind::WhitePaper),
    ("whitepaper", AssetKind::WhitePaper),
    ("guide", AssetKind::Guide),
    ("manual", AssetKind::Guide),
    ("handbuch", AssetKind::Guide),
    ("logo", AssetKind::Logo),
    ("banner", AssetKind::Banner),
    ("social", AssetKind::SocialPost),
    ("template", AssetKind::Template),
    ("vorlage", AssetKind::Template),
    ("mail", AssetKind::EmailTemplate),
];

/// What a file is for, judged by its name.
fn kind_of(name: &str, title: &str) -> AssetKind {
    let title = title.to_lowercase();
    let told = TELLING.iter().find(|(word, _)| title.contains(word)).map(|(_, kind)| *kind);
    told.unwrap_or_else(|| match Format::of(promised(name).unwrap_or_default()) {
        Format::Slides => AssetKind::Presentation,
        Format::Video => AssetKind::Video,
        Format::Picture => AssetKind::Image,
        Format::Table => AssetKind::Spreadsheet,
        Format::Page => AssetKind::EmailTemplate,
        Format::Text | Format::Other => AssetKind::Text,
        Format::Pdf => AssetKind::Brochure,
        Format::Document => AssetKind::Guide,
    })
}

/// A title made of a file's name: `fleet_data-sheet.pdf` is `Fleet data sheet`.
fn title_of(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let words: Vec<&str> = stem.split([' ', '_', '-']).filter(|word| !word.is_empty()).collect();
    let title = words.join(" ");
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Puts a value into a list, or takes it out.
fn turn<T: PartialEq>(list: &mut Vec<T>, value: T, on: bool) {
    list.retain(|known| *known != value);
    if on {
        list.push(value);
    }
}

impl Draft {
    /// What is known of a file by its name alone.
    pub fn of_file(name: &str, language: &str) -> Self {
        let title = title_of(name);
        Self {
            said: AssetContent {
                kind: kind_of(name, &title),
                title,
                description: String::new(),
                locale: language.to_owned(),
                tags: Vec::new(),
                products: Vec::new(),
                industries: Vec::new(),
                stages: Vec::new(),
                audience: Audience::default(),
                starts_on: None,
                expires_on: None,
            },
            tags: String::new(),
            starts_on: String::new(),
            expires_on: String::new(),
        }
    }

    /// What is said already, to be changed.
    pub fn of(said: AssetContent) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self { tags: said.tags.join(", "), starts_on: day(said.starts_on), expires_on: day(said.expires_on), said }
    }

    /// With one thing said otherwise. A box is named by its list and its value: `products=fleet`.
    pub fn with(&self, name: &str, value: Typed) -> Self {
        let mut draft = self.clone();
        let said = &mut draft.said;
        match (name.split_once('=').unwrap_or((name, "")), value) {
            (("title", _), Typed::Text(text)) => said.title = text,
            (("description", _), Typed::Text(text)) => said.description = text,
            (("kind", _), Typed::Text(text)) => said.kind = AssetKind::parse(&text).unwrap_or(said.kind),
            (("locale", _), Typed::Text(text)) => said.locale = text,
            (("tags", _), Typed::Text(text)) => draft.tags = text,
            (("startsOn", _), Typed::Text(text)) => draft.starts_on = text,
            (("expiresOn", _), Typed::Text(text)) => draft.expires_on = text,
            (("products", id), Typed::Tick(on)) => turn(&mut said.products, id.to_owned(), on),
            (("industries", id), Typed::Tick(on)) => turn(&mut said.industries, id.to_owned(), on),
            (("stages", id), Typed::Tick(on)) => {
                if let Some(stage) = Stage::parse(id) {
                    turn(&mut said.stages, stage, on);
                }
            }
            (("tiers", id), Typed::Tick(on)) => turn(&mut said.audience.tiers, id.to_owned(), on),
            (("partnerTypes", id), Typed::Tick(on)) => turn(&mut said.audience.partner_types, id.to_owned(), on),
            (("roles", id), Typed::Tick(on)) => {
                if let Some(role) = Role::parse(id) {
                    turn(&mut said.audience.roles, role, on);
                }
            }
            (("regions", id), Typed::Tick(on)) => {
                if let Ok(country) = Country::parse(id) {
                    turn(&mut said.audience.regions, country, on);
                }
            }
            _ => {}
        }
        draft
    }

    /// What another says of its file, said of this one too; its title, its words and its kind stay.
    pub fn like(&self, other: &Self) -> Self {
        let own = self.said.clone();
        let said =
            AssetContent { title: own.title, description: own.description, kind: own.kind, ..other.said.clone() };
        Self { said, ..other.clone() }
    }

    /// What is sent, and what needs mending in it, each with the field that it stands in.
    pub fn content(&self) -> (AssetContent, Vec<FieldProblem>) {
        let mut problems = Vec::new();
        let mut day = |pointer: &str, text: &str| {
            let day = text.parse().ok();
            if day.is_none() && (text == NO_DAY || !text.is_empty()) {
                problems.push(FieldProblem::new(pointer, Code::BadForm, "a day is expected"));
            }
            day
        };
        let (starts_on, expires_on) = (day("/startsOn", &self.starts_on), day("/expiresOn", &self.expires_on));
        let tags = self.tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(str::to_owned).collect();
        let title = self.said.title.trim().to_owned();
        let content = AssetContent { title, tags, starts_on, expires_on, ..self.said.clone() };
        problems.extend(content.mistakes());
        (content, problems)
    }
}

/// The field that a pointer leads to: `/audience/tiers/0` is in `tiers`, `/tags/1` in `tags`.
pub(super) fn field_of(pointer: &str) -> &str {
    let mut parts = pointer.trim_start_matches('/').split('/');
    let first = parts.next().unwrap_or_default();
    if first == "audience" { parts.next().unwrap_or_default() } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_name_tells_what_it_is() {
        for (name, title, kind) in [
            ("fleet_data-sheet.pdf", "Fleet data sheet", AssetKind::DataSheet),
            ("Preisliste 2026.xlsx", "Preisliste 2026", AssetKind::PriceList),
            ("Übersicht.pptx", "Übersicht", AssetKind::Presentation),
            ("tour.mp4", "Tour", AssetKind::Video),
            (".pdf", "", AssetKind::Brochure),
        ] {
            let draft = Draft::of_file(name, "en");
            assert_eq!((draft.said.title.as_str(), draft.said.kind), (title, kind), "{name}");
        }
    }

    #[test]
    fn what_is_typed_is_what_is_sent() {
        let text = |text: &str| Typed::Text(text.to_owned());
        let draft = Draft::of_file("a.pdf", "en")
            .with("title", text("  Depot guide "))
            .with("tags", text("depot, , guide,"))
            .with("products=fleet", Typed::Tick(true))
            .with("roles=rep", Typed::Tick(true))
            .with("regions=DE", Typed::Tick(true))
            .with("regions=AT", Typed::Tick(true))
            .with("regions=DE", Typed::Tick(false))
            .with("stages=nowhere", Typed::Tick(true))
            .with("expiresOn", text("2027-01-31"));
        let (content, problems) = draft.content();
        assert_eq!(problems, []);
        assert_eq!((content.title.as_str(), content.tags.len()), ("Depot guide", 2));
        assert_eq!((content.products.len(), content.stages.len(), content.audience.regions.len()), (1, 0, 1));
        assert_eq!(content.expires_on.unwrap().to_string(), "2027-01-31");
        assert_eq!(Draft::of(content.clone()).content().0, content);
    }

    #[test]
    fn a_day_that_is_none_is_a_mistake_of_its_field() {
        let draft = Draft::of_file("a.pdf", "en").with("startsOn", Typed::Text("soon".to_owned()));
        let fields: Vec<String> = draft.content().1.iter().map(|one| field_of(&one.pointer).to_owned()).collect();
        assert_eq!(fields, ["startsOn"]);
        assert_eq!(
            (field_of("/audience/tiers/0"), field_of("/tags/1"), field_of("/title")),
            ("tiers", "tags", "title")
        );
    }

    #[test]
    fn of_another_file_all_is_taken_but_what_is_its_own() {
        let first = Draft::of_file("price.pdf", "de")
            .with("tiers=Gold", Typed::Tick(true))
            .with("tags", Typed::Text("a".to_owned()));
        let second = Draft::of_file("tour.mp4", "en").like(&first);
        assert_eq!((second.said.title.as_str(), second.said.kind), ("Tour", AssetKind::Video));
        assert_eq!((second.said.locale.as_str(), second.tags.as_str()), ("de", "a"));
        assert_eq!(second.said.audience.tiers, ["Gold"]);
    }
}
