//! The rules as somebody edits them: a document, changed at places that are named by JSON pointers (RFC 6901). A field's
//! id is its pointer, so what is wrong is found beside it.

use portico_contract::deal::Stage;
use serde_json::{Map, Value, json};
use std::rc::Rc;
use yew::prelude::*;

/// Where the stages of a sale are.
pub(super) const STAGES: &str = "/form/stages";
/// How many steps can be taken back.
const STEPS: usize = 50;

/// Members that hold numbers; empty, they hold nothing.
const NUMBERS: [&str; 9] = [
    "claimDays",
    "protectionDays",
    "extensionDays",
    "extensions",
    "perDay",
    "withinMinutes",
    "min",
    "max",
    "probability",
];

/// Members that hold decimal numbers; empty, they hold nothing. They travel with a point before the decimals.
const DECIMALS: [&str; 2] = ["points", "most"];
/// Members that are so or not.
const FLAGS: [&str; 2] = ["lockAtApproval", "published"];

/// The document, and what it was before each step.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Draft {
    pub now: Rc<Value>,
    past: Vec<Rc<Value>>,
    /// Where the last step was: what is typed into one field is one step.
    place: String,
}

/// A step.
#[derive(Clone, Debug)]
pub(super) enum Edit {
    /// A field holds another text.
    Type(String, String),
    /// A value is in the list at a place, or is not.
    Tick(String, String, bool),
    /// Something is put behind the list at a place.
    Add(String, Value),
    /// What is at a place is taken out of its list.
    Drop(String),
    /// What is at a place goes up in its list, or down.
    Move(String, bool),
    /// The last step is taken back.
    Undo,
    /// The whole document is another, and there is nothing to take back.
    Put(Rc<Value>),
}

impl Draft {
    pub(super) fn of(rules: Rc<Value>) -> Self {
        Self { now: rules, past: Vec::new(), place: String::new() }
    }

    /// Whether there is a step to take back.
    pub(super) fn has_past(&self) -> bool {
        !self.past.is_empty()
    }
}

impl Reducible for Draft {
    type Action = Edit;

    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        let mut draft = (*self).clone();
        let place = match &edit {
            Edit::Type(place, _) => place.clone(),
            _ => String::new(),
        };
        match edit {
            Edit::Put(rules) => return Rc::new(Self::of(rules)),
            Edit::Undo => {
                if let Some(before) = draft.past.pop() {
                    draft.now = before;
                }
            }
            edit => {
                let mut rules = (*draft.now).clone();
                if apply(&mut rules, edit).is_none() || rules == *draft.now {
                    return self;
                }
                if place.is_empty() || place != draft.place {
                    draft.past.push(draft.now);
                    let over = draft.past.len().saturating_sub(STEPS);
                    draft.past.drain(..over);
                }
                draft.now = Rc::new(rules);
            }
        }
        draft.place = place;
        Rc::new(draft)
    }
}

/// Takes a step; none where it leads nowhere.
fn apply(rules: &mut Value, edit: Edit) -> Option<()> {
    match edit {
        Edit::Type(place, text) => {
            let value = held(&place, text);
            put(rules, &place, value);
            follow(rules, &place);
        }
        Edit::Tick(place, value, ticked) => {
            if rules.pointer(&place).is_none_or(Value::is_null) {
                put(rules, &place, json!([]));
            }
            let list = rules.pointer_mut(&place)?.as_array_mut()?;
            list.retain(|known| *known != value.as_str());
            if ticked {
                list.push(value.into());
            }
        }
        Edit::Add(place, value) => {
            if rules.pointer(&place).is_none_or(Value::is_null) {
                put(rules, &place, json!([]));
            }
            let list = rules.pointer_mut(&place)?.as_array_mut()?;
            // A day that is no day, or that is there, adds nothing.
            let is_day = place.ends_with("/holidays");
            if !is_day || (value != "" && !list.contains(&value)) {
                list.insert(end_of(&place, list), value);
            }
        }
        Edit::Drop(place) => {
            let (list, index) = list_of(rules, &place)?;
            (index < list.len()).then(|| list.remove(index))?;
        }
        Edit::Move(place, up) => {
            let (list, index) = list_of(rules, &place)?;
            let other = if up { index.checked_sub(1)? } else { index + 1 };
            (index < list.len() && other < list.len()).then(|| list.swap(index, other))?;
        }
        Edit::Undo | Edit::Put(_) => return None,
    }
    Some(())
}

/// Where in the list at a place something new is put: behind all others, but a stage before those in which a sale ends.
pub(super) fn end_of(place: &str, list: &[Value]) -> usize {
    let ends = |stage: &Value| stage["stage"] == Stage::Won.name() || stage["stage"] == Stage::Lost.name();
    let end = list.iter().position(ends).filter(|_| place == STAGES);
    end.unwrap_or(list.len())
}

/// What a field holds that somebody typed a text into. What is no number stays as it was typed, and is told.
fn held(place: &str, text: String) -> Value {
    let name = place.rsplit('/').next().unwrap_or_default();
    if FLAGS.contains(&name) {
        return (text == "true").into();
    }
    if DECIMALS.contains(&name) {
        return if text.trim().is_empty() { Value::Null } else { text.into() };
    }
    let is_number = NUMBERS.contains(&name);
    match (is_number, text.trim().parse::<u32>()) {
        (true, Ok(number)) => number.into(),
        (true, Err(_)) if text.trim().is_empty() => Value::Null,
        _ => text.into(),
    }
}

/// Puts a value at a place, with the objects around it where they are missing.
fn put(rules: &mut Value, place: &str, value: Value) {
    let Some((around, name)) = place.rsplit_once('/') else { return };
    if !around.is_empty() && rules.pointer(around).is_none_or(Value::is_null) {
        put(rules, around, Value::Object(Map::new()));
    }
    match rules.pointer_mut(around) {
        Some(Value::Object(members)) => drop(members.insert(name.to_owned(), value)),
        Some(Value::Array(items)) => {
            if let Some(item) = name.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                *item = value;
            }
        }
        _ => {}
    }
}

fn list_of<'a>(rules: &'a mut Value, place: &str) -> Option<(&'a mut Vec<Value>, usize)> {
    let (list, index) = place.rsplit_once('/')?;
    Some((rules.pointer_mut(list)?.as_array_mut()?, index.parse().ok()?))
}

/// What one change brings with it: a choice has options, and what is new is named by its name.
fn follow(rules: &mut Value, place: &str) {
    if let Some(field) = place.strip_suffix("/type") {
        let is_choice = rules.pointer(place).is_some_and(|kind| kind == "choice");
        let options = if is_choice { json!([{"id": "", "name": {}, "new": true}]) } else { json!([]) };
        put(rules, &format!("{field}/options"), options);
    }
    // `/form/products/3/name/en`: the item, the member, the language.
    let mut parts = place.rsplitn(3, '/');
    let (_, member, Some(item)) = (parts.next(), parts.next(), parts.next()) else { return };
    let is_new = rules.pointer(&format!("{item}/new")).is_some();
    if !is_new || !matches!(member, Some("name" | "label")) {
        return;
    }
    let Some((list, index)) = item.rsplit_once('/') else { return };
    let name = rules.pointer(place).and_then(Value::as_str).unwrap_or_default();
    let others = rules.pointer(list).and_then(Value::as_array).into_iter().flatten().enumerate();
    let others: Vec<&str> = others
        .filter(|(other, _)| other.to_string() != index)
        .filter_map(|(_, other)| other.get("id")?.as_str())
        // The contract's names stand for the contract's stages, whether they are in the list or not.
        .chain(Stage::ALL.iter().filter(|_| list == STAGES).map(|stage| stage.name()))
        .collect();
    let id = id_of(name, &others);
    put(rules, &format!("{item}/id"), id.into());
}

/// An id made of a name that none of `others` has.
fn id_of(name: &str, others: &[&str]) -> String {
    let mut id = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'a'..='z' | '0'..='9' => id.push(c),
            'ä' => id.push_str("ae"),
            'ö' => id.push_str("oe"),
            'ü' => id.push_str("ue"),
            'ß' => id.push_str("ss"),
            _ if id.ends_with('_') || id.is_empty() => {}
            _ => id.push('_'),
        }
    }
    id.truncate(32);
    let id = id.trim_end_matches('_');
    let id = if id.starts_with(|first: char| first.is_ascii_lowercase()) { id.to_owned() } else { format!("x{id}") };
    if !others.contains(&id.as_str()) {
        return id;
    }
    // One of so many is free, since each of the others has one.
    let numbered = (2..=others.len() + 2).map(|number| format!("{id}_{number}"));
    numbered.into_iter().find(|id| !others.contains(&id.as_str())).unwrap_or(id)
}

/// The document as it is sent: without the marks of what is new, and with points before decimals.
pub(super) fn plain(rules: &Value) -> Value {
    let member = |name: &String, value: &Value| match value {
        Value::String(text) if DECIMALS.contains(&name.as_str()) => text.trim().replace(',', ".").into(),
        other => plain(other),
    };
    match rules {
        Value::Object(members) => Value::Object(
            members.iter().filter(|(name, _)| *name != "new").map(|(n, v)| (n.clone(), member(n, v))).collect(),
        ),
        Value::Array(items) => Value::Array(items.iter().map(plain).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests;
