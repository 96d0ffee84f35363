//! Every answer that a test sees is held against the OpenAPI description: its status is one that the operation has,
//! its body of the described media type, and every member of the body is described.

use super::Answer;
use axum::http::Method;
use serde_json::Value;
use std::sync::LazyLock;

static DESCRIPTION: LazyLock<Value> = LazyLock::new(|| serde_json::to_value(portico::description()).unwrap());

/// The description of the API.
pub fn description() -> &'static Value {
    &DESCRIPTION
}

/// What the description says of a method of a path, and the path as it is written there.
pub fn operation(method: &Method, path: &str) -> Option<(&'static str, &'static Value)> {
    let paths = DESCRIPTION["paths"].as_object()?;
    let fits = |template: &str| {
        template.split('/').count() == path.split('/').count()
            && template.split('/').zip(path.split('/')).all(|(part, given)| part.starts_with('{') || part == given)
    };
    // A path that is written out goes before one with a parameter.
    let (template, item) =
        paths.get_key_value(path).or_else(|| paths.iter().find(|(template, _)| fits(template.as_str())))?;
    let said = item.get(method.as_str().to_lowercase());
    // What answers GET answers HEAD.
    Some((template, said.or_else(|| item.get("get").filter(|_| *method == Method::HEAD))?))
}

/// Fails where the answer is not as described.
pub fn check(method: &Method, url: &str, answer: &Answer) {
    let path = url.split('?').next().unwrap_or(url);
    let at = format!("{method} {url}: {}", answer.status);
    if answer.status >= 400 && *method != Method::HEAD {
        check_problem(&at, path, answer);
    }
    let Some((_, operation)) = operation(method, path) else {
        assert!(!path.starts_with("/api/v1") || answer.status >= 400, "{at}: not described");
        return;
    };
    let described = &operation["responses"][answer.status.to_string()];
    assert!(!described.is_null(), "{at}: a status that is not described, {:.800}", answer.text());
    if answer.body.is_empty() || answer.headers.contains_key("content-encoding") {
        return;
    }
    let media = answer.header("content-type").unwrap();
    // A file has the media type that was found in it.
    if described["content"].get("*/*").is_some() {
        return;
    }
    let schema = &described["content"][media]["schema"];
    assert!(!schema.is_null(), "{at}: {media} is not described");
    let mut faults = Vec::new();
    let body = if media.ends_with("json") { answer.json() } else { Value::String(answer.text()) };
    hold(schema, &body, "", &mut faults);
    assert!(faults.is_empty(), "{at}: {faults:?} in {:.800}", answer.text());
}

/// Fails where an event of the stream is not as described.
pub fn check_event(event: &Value) {
    let mut faults = Vec::new();
    hold(&DESCRIPTION["components"]["schemas"]["Event"], event, "", &mut faults);
    assert!(faults.is_empty(), "{faults:?} in {event}");
}

/// RFC 9457: whatever is refused says so in one form.
fn check_problem(at: &str, path: &str, answer: &Answer) {
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{at}");
    let problem = answer.json();
    assert_eq!(problem["status"], answer.status, "{at}");
    assert_eq!(problem["instance"], path, "{at}");
    assert!(problem["type"].as_str().is_some_and(|kind| kind.starts_with("urn:portico:problem:")), "{at}");
    assert!(problem["title"].is_string(), "{at}");
    assert_eq!(problem["requestId"].is_string(), answer.status >= 500, "{at}");
}

/// The schema itself, where it is a reference.
fn resolve(schema: &'static Value) -> &'static Value {
    match schema["$ref"].as_str() {
        Some(name) => resolve(DESCRIPTION.pointer(name.trim_start_matches('#')).unwrap()),
        None => schema,
    }
}

/// Holds a value against a schema; what is wrong goes to `faults`. A member that no schema names is wrong.
fn hold(schema: &'static Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let schema = resolve(schema);
    if let Some(choices) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
        let tried = choices.iter().map(|choice| {
            let mut found = Vec::new();
            hold(choice, value, at, &mut found);
            found
        });
        let best = tried.min_by_key(Vec::len).unwrap_or_default();
        return faults.extend(best);
    }
    let of_type = |name: &Value| match name.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("null") => value.is_null(),
        _ => true,
    };
    let right = match &schema["type"] {
        Value::Array(types) => types.iter().any(of_type),
        one => of_type(one),
    };
    if !right || schema["enum"].as_array().is_some_and(|all| !all.contains(value)) {
        faults.push(format!("{at} is {value}"));
    }
    if let Some(items) = value.as_array().filter(|_| schema["items"].is_object()) {
        for (index, item) in items.iter().enumerate() {
            hold(&schema["items"], item, &format!("{at}/{index}"), faults);
        }
    }
    let Some(object) = value.as_object() else { return };
    let mut shape = Shape::default();
    shape.add(schema);
    for (name, value) in object {
        let at = format!("{at}/{name}");
        match shape.member(name) {
            Some(schema) => hold(schema, value, &at, faults),
            None if shape.open.is_some() => hold(shape.open.unwrap_or(&Value::Null), value, &at, faults),
            None if shape.members.is_empty() => {}
            None => faults.push(format!("{at} is not described")),
        }
    }
    for name in shape.required.iter().filter(|name| !object.contains_key(**name)) {
        faults.push(format!("{at}/{name} is missing"));
    }
}

/// What an object may have, over all the parts that its schema is made of.
#[derive(Default)]
struct Shape {
    members: Vec<(&'static str, &'static Value)>,
    required: Vec<&'static str>,
    /// Of other members.
    open: Option<&'static Value>,
}

impl Shape {
    fn add(&mut self, schema: &'static Value) {
        let schema = resolve(schema);
        self.members.extend(schema["properties"].as_object().into_iter().flatten().map(|(k, v)| (k.as_str(), v)));
        self.required.extend(schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str));
        self.open = self.open.or(schema.get("additionalProperties"));
        schema["allOf"].as_array().into_iter().flatten().for_each(|part| self.add(part));
    }

    fn member(&self, name: &str) -> Option<&'static Value> {
        self.members.iter().find(|(known, _)| *known == name).map(|(_, schema)| *schema)
    }
}
