//! Reads what the vendor says of an asset: every mistake at once, each with its pointer.

use super::change::{AssetContent, MAX_TAG, MAX_TAGS, MAX_TEXT, MAX_TITLE, NewAsset, NewVersion};
use super::{AssetKind, Audience};
use crate::country::Country;
use crate::deal::Stage;
use crate::deal::reading::read_date;
use crate::merge_patch::merge;
use crate::problem::{Code, FieldProblem};
use crate::programme::{Item, Rules};
use crate::read::{Lines, Members, Reader, text};
use crate::session::{Role, Side};
use serde_json::Value;

/// The most ids that one list has.
const MAX_IDS: u32 = 100;
/// The most countries.
const MAX_REGIONS: u32 = 250;
/// The most characters of an id.
const MAX_ID: u32 = 100;

/// By what ids and names are judged.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The rules of the tenant.
    pub rules: &'a Rules,
    /// Tiers that its partners have, whatever the rules call them.
    pub tiers: &'a [String],
    /// What was said before: what it names may stay, though the rules have it no longer.
    pub before: Option<&'a AssetContent>,
}

impl Known<'_> {
    fn has(&self, items: &[Item], id: &str, before: impl Fn(&AssetContent) -> &[String]) -> bool {
        items.iter().any(|item| item.id == id) || self.stood(id, before)
    }

    fn stood(&self, id: &str, before: impl Fn(&AssetContent) -> &[String]) -> bool {
        self.before.is_some_and(|said| before(said).iter().any(|one| one == id))
    }

    fn has_tier(&self, tier: &str) -> bool {
        self.rules.incentives.tiers.iter().any(|item| item.has_name(tier))
            || self.tiers.iter().any(|one| one == tier)
            || self.stood(tier, |said| &said.audience.tiers)
    }
}

impl AssetContent {
    /// Reads it out of an object; none where that is none.
    pub fn read(o: &mut Members<'_>, known: &Known<'_>) -> Option<Self> {
        let form = &known.rules.form;
        let id = |text: &str| (text.chars().count() <= MAX_ID as usize).then(|| text.to_owned());
        let content = Self {
            title: o.text("title", MAX_TITLE, Lines::One).unwrap_or_default(),
            description: o.text("description", MAX_TEXT, Lines::Many).unwrap_or_default(),
            kind: needed(o, "kind", |o| o.choice("kind")).unwrap_or(AssetKind::Text),
            locale: needed(o, "locale", |o| o.parsed("locale", Code::BadForm, language)).unwrap_or_default(),
            tags: tags(o),
            products: some(o, "products", MAX_IDS, |text| {
                id(text).filter(|id| known.has(&form.products, id, |said| &said.products))
            }),
            industries: some(o, "industries", MAX_IDS, |text| {
                id(text).filter(|id| known.has(&form.industries, id, |said| &said.industries))
            }),
            stages: some(o, "stages", MAX_IDS, Stage::parse),
            audience: o.object("audience", |o| Audience {
                tiers: some(o, "tiers", MAX_IDS, |text| id(text).filter(|tier| known.has_tier(tier))),
                partner_types: some(o, "partnerTypes", MAX_IDS, |text| {
                    let types = &known.rules.incentives.partner_types;
                    id(text).filter(|id| known.has(types, id, |said| &said.audience.partner_types))
                }),
                roles: some(o, "roles", MAX_IDS, |text| Role::parse(text).filter(|role| role.side() == Side::Partner)),
                regions: some(o, "regions", MAX_REGIONS, |text| Country::parse(text).ok()),
            }),
            starts_on: o.parsed("startsOn", Code::BadForm, read_date),
            expires_on: o.parsed("expiresOn", Code::BadForm, read_date),
        };
        for problem in content.mistakes() {
            if !o.reader.has_problem_at(&problem.pointer) {
                o.reader.report(problem);
            }
        }
        Some(content)
    }

    /// What it is after a merge patch (RFC 7396).
    ///
    /// # Errors
    /// What needs mending in it.
    pub fn patched(&self, patch: &Value, known: &Known<'_>) -> Result<Self, Vec<FieldProblem>> {
        let known = Known { before: Some(self), ..*known };
        let mut merged = serde_json::to_value(self).unwrap_or_default();
        merge(&mut merged, patch);
        let mut reader = Reader::default();
        let content = reader.object(&merged, "", |o| Self::read(o, &known));
        // Merged, a null is gone: its name is judged where it stands.
        let mut names = Reader::default();
        names.object(patch, "", |o| Self::read(o, &known));
        let mut problems = reader.into_problems();
        for problem in names.into_problems() {
            if problem.code == Code::UnknownMember && !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        content.filter(|_| problems.is_empty()).ok_or(problems)
    }
}

impl NewAsset {
    /// Reads the body of `POST /assets`.
    ///
    /// # Errors
    /// What needs mending in it.
    pub fn read(body: &Value, known: &Known<'_>) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let (content, upload, publish) =
            reader.object(body, "", |o| (AssetContent::read(o, known), upload(o), o.flag("publish")));
        let problems = reader.into_problems();
        let content = content.filter(|_| problems.is_empty()).ok_or(problems)?;
        Ok(Self { content, upload, publish })
    }
}

impl NewVersion {
    /// Reads the body of `POST /assets/{id}/versions`.
    ///
    /// # Errors
    /// What needs mending in it.
    pub fn read(body: &Value) -> Result<Self, Vec<FieldProblem>> {
        let mut reader = Reader::default();
        let (upload, changes) = reader.object(body, "", |o| (upload(o), o.text("changes", MAX_TEXT, Lines::Many)));
        let problems = reader.into_problems();
        if problems.is_empty() { Ok(Self { upload, changes: changes.unwrap_or_default() }) } else { Err(problems) }
    }
}

fn upload(o: &mut Members<'_>) -> String {
    needed(o, "upload", |o| o.text("upload", MAX_ID, Lines::One)).unwrap_or_default()
}

/// A member that has to be there.
fn needed<T>(o: &mut Members<'_>, name: &str, read: impl FnOnce(&mut Members<'_>) -> Option<T>) -> Option<T> {
    let value = read(o);
    let pointer = o.pointer_of(name);
    if value.is_none() && !o.reader.has_problem_at(&pointer) {
        o.reader.report(FieldProblem::new(pointer, Code::Required, "it is needed"));
    }
    value
}

/// The values of a list, each once.
fn some<T: PartialEq>(o: &mut Members<'_>, name: &str, limit: u32, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut values = Vec::new();
    for (item, pointer) in o.items(name, limit) {
        match item.as_str().map(&parse) {
            None => o.reader.report(FieldProblem::new(pointer, Code::WrongType, "a text is expected")),
            Some(None) => o.reader.report(FieldProblem::new(pointer, Code::NotInList, "there is no such value")),
            Some(Some(value)) if values.contains(&value) => {}
            Some(Some(value)) => values.push(value),
        }
    }
    values
}

fn tags(o: &mut Members<'_>) -> Vec<String> {
    let mut tags = Vec::new();
    for (item, pointer) in o.items("tags", MAX_TAGS) {
        match text(o.reader, item, &pointer, MAX_TAG, Lines::One) {
            Some(tag) if tags.contains(&tag) => {}
            Some(tag) => tags.push(tag),
            None if o.reader.has_problem_at(&pointer) => {}
            None => o.reader.report(FieldProblem::new(pointer, Code::Required, "a tag has letters")),
        }
    }
    tags
}

/// A language as BCP 47 writes it, as far as can be told without its registry: subtags of one to eight letters and
/// digits, the first of them two or three letters.
#[must_use]
pub fn language(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let plausible = (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    (plausible && text.len() <= 35).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(problems: Vec<FieldProblem>) -> Vec<(String, Code)> {
        problems.into_iter().map(|problem| (problem.pointer, problem.code)).collect()
    }

    #[test]
    fn every_mistake_is_found_at_once() {
        let rules = Rules::default();
        let known = Known { rules: &rules, tiers: &["Gold".to_owned()], before: None };
        let body = json!({"title": "", "kind": "novel", "locale": "english!", "tags": ["a", " ", 5], "products": ["x"],
            "audience": {"tiers": ["Gold", "Tin"], "roles": ["seller"], "regions": ["XX"], "firms": []},
            "startsOn": "2026-13-01", "colour": "red", "publish": "yes"});
        let problems = found(NewAsset::read(&body, &known).unwrap_err());
        let expected = [
            ("/kind", Code::NotInList),
            ("/locale", Code::BadForm),
            ("/tags/1", Code::Required),
            ("/tags/2", Code::WrongType),
            ("/products/0", Code::NotInList),
            ("/audience/tiers/1", Code::NotInList),
            ("/audience/roles/0", Code::NotInList),
            ("/audience/regions/0", Code::NotInList),
            ("/audience/firms", Code::UnknownMember),
            ("/startsOn", Code::BadForm),
            ("/title", Code::Required),
            ("/upload", Code::Required),
            ("/publish", Code::WrongType),
            ("/colour", Code::UnknownMember),
        ];
        assert_eq!(problems, expected.map(|(pointer, code)| (pointer.to_owned(), code)));
    }

    #[test]
    fn a_patch_leaves_what_it_does_not_name_and_null_takes_away() {
        let rules = Rules::default();
        let known = Known { rules: &rules, tiers: &[], before: None };
        let body =
            json!({"title": "Sheet", "kind": "guide", "locale": "de-AT", "expiresOn": "2027-01-31", "upload": "u"});
        let mut said = NewAsset::read(&body, &known).unwrap().content;
        said.products = vec!["sold_before".to_owned()];
        let after = said.patched(&json!({"title": "Guide", "expiresOn": null}), &known).unwrap();
        assert_eq!((after.title.as_str(), after.expires_on), ("Guide", None));
        assert_eq!(after.products, said.products, "what the rules have no longer may stay");
        let wrong = said.patched(&json!({"colour": null, "kind": null, "products": ["other"]}), &known).unwrap_err();
        let expected = [("/kind", Code::Required), ("/products/0", Code::NotInList), ("/colour", Code::UnknownMember)];
        assert_eq!(found(wrong), expected.map(|(pointer, code)| (pointer.to_owned(), code)));
    }

    #[test]
    fn a_language_is_plausible_or_none() {
        for good in ["en", "de-AT", "zh-Hant-TW", "sr-Latn"] {
            assert!(language(good).is_some(), "{good}");
        }
        for bad in ["", "e", "english", "de_AT", "de-", "en-\u{e9}", "12"] {
            assert!(language(bad).is_none(), "{bad}");
        }
    }
}
