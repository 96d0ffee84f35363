//! When the vendor's people are away, and who stands in for them.

use crate::deal::reading::read_date;
use crate::problem::{Code, FieldProblem};
use crate::read::{Lines, Reader};
use crate::session::{Person, Role};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Most absences of a person that are kept.
pub const MAX_ABSENCES: u32 = 20;

/// One of the vendor's people who decide: an item of `GET /colleagues`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Colleague {
    /// Opaque.
    pub id: String,
    /// As they want to be called.
    pub name: String,
    /// As what.
    pub role: Role,
    /// When they are away, today and later, the next first.
    pub absences: Vec<Absence>,
}

/// Some days on which somebody is away. Both days belong to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Absence {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Who stands in: a colleague's id; nobody where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<String>,
}

/// Who is meant and not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Away {
    /// Who.
    pub person: Person,
    /// The last day of it.
    pub until: NaiveDate,
}

/// Who is there for somebody, and who would have been and is away, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StandIn<'a> {
    /// Nobody where everybody who was meant is away.
    pub person: Option<&'a Colleague>,
    /// Who is away.
    pub away: Vec<Away>,
}

impl Colleague {
    /// The absence that a day is in.
    pub fn away_on(&self, day: NaiveDate) -> Option<&Absence> {
        self.absences.iter().find(|absence| (absence.from..=absence.until).contains(&day))
    }
}

/// Who is there for `meant` on a day: whoever covers, and whoever covers them, each asked once.
pub fn stand_in<'a>(meant: &str, people: &'a [Colleague], day: NaiveDate) -> StandIn<'a> {
    let known = |id: &str| people.iter().find(|one| one.id == id);
    let (mut next, mut away) = (known(meant), Vec::<Away>::new());
    while let Some(person) = next {
        let Some(absence) = person.away_on(day) else { return StandIn { person: Some(person), away } };
        away.push(Away { person: Person { id: person.id.clone(), name: person.name.clone() }, until: absence.until });
        let is_new = |id: &&str| away.iter().all(|asked| asked.person.id != *id);
        next = absence.cover.as_deref().filter(is_new).and_then(known);
    }
    StandIn { person: None, away }
}

/// Reads the body of `PUT /colleagues/{id}/absences`: `{"absences": [...]}`. All mistakes at once.
pub fn read(body: &Value, whose: &str) -> Result<Vec<Absence>, Vec<FieldProblem>> {
    let mut reader = Reader::default();
    let absences = reader.object(body, "", |o| {
        let mut absences = Vec::new();
        for (value, pointer) in o.items("absences", MAX_ABSENCES) {
            absences.extend(o.reader.object(value, &pointer, |o| {
                let days = ["from", "until"].map(|name| {
                    let day = o.parsed(name, Code::BadForm, read_date);
                    if o.is_absent(name) {
                        o.reader.report(FieldProblem::new(o.pointer_of(name), Code::Required, "a day is expected"));
                    }
                    day
                });
                let cover = o.text("cover", 64, Lines::One);
                if cover.as_deref() == Some(whose) {
                    let detail = "nobody stands in for themselves";
                    o.reader.report(FieldProblem::new(o.pointer_of("cover"), Code::NotInList, detail));
                }
                let [Some(from), Some(until)] = days else { return None };
                if until < from {
                    let detail = "the last day is before the first";
                    o.reader.report(FieldProblem::new(o.pointer_of("until"), Code::OutOfRange, detail));
                }
                Some(Absence { from, until, cover })
            }));
        }
        absences
    });
    let problems = reader.into_problems();
    if problems.is_empty() { Ok(absences) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn person(id: &str, cover: Option<&str>, until: Option<&str>) -> Colleague {
        let away =
            |until: &str| Absence { from: day("2026-11-20"), until: day(until), cover: cover.map(str::to_owned) };
        let absences = until.map(away).into_iter().collect();
        Colleague { id: id.to_owned(), name: id.to_uppercase(), role: Role::ChannelManager, absences }
    }

    fn found(people: &[Colleague], on: &str) -> (Option<String>, Vec<String>) {
        let found = stand_in("a", people, day(on));
        (found.person.map(|one| one.id.clone()), found.away.into_iter().map(|away| away.person.name).collect())
    }

    #[test]
    fn whoever_is_away_is_replaced_by_their_cover_and_that_one_by_theirs() {
        let people = [
            person("a", Some("b"), Some("2026-12-03")),
            person("b", Some("c"), Some("2026-11-28")),
            person("c", None, None),
        ];
        let said = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(found(&people, "2026-11-25"), (Some("c".to_owned()), said(&["A", "B"])));
        assert_eq!(found(&people, "2026-11-30"), (Some("b".to_owned()), said(&["A"])));
        assert_eq!(found(&people, "2026-12-04"), (Some("a".to_owned()), said(&[])), "the last day belongs to it");
        assert_eq!(stand_in("x", &people, day("2026-12-04")), StandIn::default());
    }

    #[test]
    fn people_who_cover_each_other_end_with_nobody() {
        let until = Some("2026-12-03");
        let ring = [person("a", Some("b"), until), person("b", Some("a"), until)];
        assert_eq!(found(&ring, "2026-11-25"), (None, vec!["A".to_owned(), "B".to_owned()]));
        let uncovered = [person("a", None, until)];
        assert_eq!(found(&uncovered, "2026-11-25"), (None, vec!["A".to_owned()]));
    }

    #[test]
    fn every_mistake_is_found_at_once() {
        let body = json!({"absences": [
            {"from": "2026-12-01", "until": "2026-11-30", "cover": "me"}, {"from": "soon"}, {"more": 1}]});
        let found: Vec<_> = read(&body, "me").unwrap_err().into_iter().map(|one| (one.pointer, one.code)).collect();
        let at = |pointer: &str, code| (format!("/absences/{pointer}"), code);
        assert_eq!(
            found,
            [
                at("0/cover", Code::NotInList),
                at("0/until", Code::OutOfRange),
                at("1/from", Code::BadForm),
                at("1/until", Code::Required),
                at("2/from", Code::Required),
                at("2/until", Code::Required),
                at("2/more", Code::UnknownMember),
            ]
        );
    }

    proptest! {
        #[test]
        fn whoever_covers_whom_an_end_is_found_and_nobody_is_asked_twice(
            covers in prop::collection::vec((any::<bool>(), 0_usize..6), 6)
        ) {
            let people: Vec<Colleague> = covers.iter().enumerate().map(|(id, (away, cover))| {
                person(&id.to_string(), Some(&cover.to_string()), away.then_some("2026-12-03"))
            }).collect();
            let found = stand_in("0", &people, day("2026-11-25"));
            prop_assert!(found.person.is_none_or(|one| one.absences.is_empty()));
            let mut asked: Vec<String> = found.away.iter().map(|away| away.person.id.clone()).collect();
            asked.sort();
            asked.dedup();
            prop_assert_eq!(asked.len(), found.away.len());
        }
    }
}
