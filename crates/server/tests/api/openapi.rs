//! The description: public, valid, and of all that the server answers. That every answer of every test is as it says
//! is held by the harness.

use crate::portal::{Portal, description, operation};
use axum::http::Method;
use portico_contract::deal::Command;
use serde_json::{Value, json};
use std::collections::HashSet;

/// Every operation: method, path and what is said of it.
fn operations() -> Vec<(String, String, &'static Value)> {
    let paths = description()["paths"].as_object().unwrap();
    let all = paths.iter().flat_map(|(path, item)| {
        item.as_object().unwrap().iter().map(move |(method, said)| (method.clone(), path.clone(), said))
    });
    all.collect()
}

#[tokio::test]
async fn everybody_may_read_the_description() {
    let portal = Portal::with_demo().await;
    let read = portal.nobody().get("/api/openapi.json").await.is(200);
    assert_eq!(read.header("content-type"), Some("application/json"));
    assert_eq!(read.json(), *description());
    assert_eq!(read.at("/openapi"), "3.1.0");
    portal.nobody().get("/api/openapi.json").header("if-none-match", read.etag()).await.is(304);
}

#[test]
fn the_program_prints_it() {
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_portico")).arg("openapi").output().unwrap();
    assert!(printed.status.success());
    assert_eq!(serde_json::from_slice::<Value>(&printed.stdout).unwrap(), *description());
}

#[test]
fn the_description_has_what_openapi_requires() {
    let mut ids = HashSet::new();
    for (method, path, said) in operations() {
        let at = format!("{method} {path}");
        assert!(ids.insert(said["operationId"].as_str().unwrap().to_owned()), "{at}: an id of its own");
        assert!(said["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{at}");
        for (status, answer) in said["responses"].as_object().unwrap() {
            assert!(answer["description"].as_str().is_some_and(|text| !text.is_empty()), "{at} {status}");
        }
        let parameters = said["parameters"].as_array().cloned().unwrap_or_default();
        let named: Vec<&str> = path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect();
        for name in named {
            let there = parameters.iter().any(|known| known["name"] == name && known["in"] == "path");
            assert!(there, "{at}: {name}");
        }
    }
    let text = description().to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(description().pointer(reference).is_some(), "{reference} leads nowhere");
    }
}

#[test]
fn every_refusal_is_described_as_a_problem() {
    for (method, path, said) in operations() {
        let answers = said["responses"].as_object().unwrap();
        for (status, answer) in answers.iter().filter(|(status, _)| status.as_str() >= "400") {
            let content = answer["content"].as_object().unwrap();
            assert_eq!(content.keys().collect::<Vec<_>>(), ["application/problem+json"], "{method} {path} {status}");
            let schema = &content["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{method} {path} {status}");
        }
        let has = |status: &str| answers.contains_key(status);
        let public = said["security"] == json!([{}]);
        let keyed = said["parameters"].as_array().into_iter().flatten().any(|known| known["name"] == "idempotency-key");
        assert!(has("500") && has("503") && has("421"), "{method} {path}");
        assert_eq!(has("304"), method == "get", "{method} {path}");
        assert!(public || has("401"), "{method} {path}");
        assert!(
            ["get", "head", "options"].contains(&method.as_str()) || has("403"),
            "{method} {path}: what another site sends"
        );
        assert!(!path.contains('{') || has("404"), "{method} {path}");
        assert!(said["requestBody"].is_null() || (has("400") && has("413") && has("415")), "{method} {path}");
        assert!(!keyed || (has("400") && has("409") && has("422")), "{method} {path}");
    }
}

#[test]
fn the_description_has_every_route_of_the_contract_that_is_built() {
    let mut expected: Vec<String> = [
        "get /.well-known/jwks.json",
        "get /api/v1/tenant",
        "get /api/v1/capabilities",
        "get /api/v1/tenant/deal-form",
        "get /api/v1/session",
        "post /api/v1/session",
        "delete /api/v1/session",
        "get /api/v1/home",
        "get /api/v1/events",
        "get /api/v1/notifications",
        "post /api/v1/notifications/read",
        "get /api/v1/notifications/preferences",
        "put /api/v1/notifications/preferences",
        "get /api/v1/mails",
        "get /api/v1/mails/{id}",
        "get /api/v1/programme",
        "get /api/v1/programme/engagement",
        "get /api/v1/programme/templates",
        "get /api/v1/colleagues",
        "put /api/v1/colleagues/{id}/absences",
        "post /api/v1/deals/bulk",
        "get /api/v1/programme/revisions",
        "get /api/v1/programme/revisions/{version}",
        "patch /api/v1/programme",
        "get /api/v1/deals",
        "post /api/v1/deals",
        "post /api/v1/deals/conflict-check",
        "get /api/v1/deals/board",
        "get /api/v1/deals/filter-options",
        "get /api/v1/deal-views",
        "post /api/v1/deal-views",
        "patch /api/v1/deal-views/{id}",
        "delete /api/v1/deal-views/{id}",
        "post /api/v1/deals/preview",
        "get /api/v1/deals/{id}",
        "patch /api/v1/deals/{id}",
        "get /api/v1/deals/{id}/receipt",
        "get /api/v1/deals/{id}/timeline",
        "get /api/v1/deals/{id}/owners",
        "get /api/v1/deals/{id}/people",
        "post /api/v1/deals/{id}/comments",
        "post /api/v1/deals/{id}/attachments",
        "get /api/v1/deals/{id}/attachments/{attachment}",
        "options /api/v1/deals/{id}/uploads",
        "post /api/v1/deals/{id}/uploads",
        "head /api/v1/uploads/{id}",
        "patch /api/v1/uploads/{id}",
        "delete /api/v1/uploads/{id}",
        "get /api/v1/deals/export",
        "get /api/v1/deals/pipeline",
        "get /api/v1/deals/forecast",
        "get /api/v1/deals/forecast/export",
        "post /api/v1/deals/import",
        "get /api/v1/deals/import/{id}",
        "put /api/v1/deals/import/{id}/mapping",
        "get /api/v1/deals/import/{id}/findings",
        "post /api/v1/deals/import/{id}/start",
        "post /api/v1/deals/import/{id}/cancel",
        "get /api/v1/deals/import/{id}/left",
        "get /api/v1/assets",
        "post /api/v1/assets",
        "get /api/v1/assets/audiences",
        "get /api/v1/assets/usage",
        "patch /api/v1/assets/{id}",
        "post /api/v1/assets/{id}/versions",
        "post /api/v1/assets/{id}/versions/{n}/withdraw",
        "post /api/v1/assets/{id}/propose",
        "post /api/v1/assets/{id}/publish",
        "post /api/v1/assets/{id}/withdraw",
        "post /api/v1/assets/{id}/restore",
        "options /api/v1/asset-uploads",
        "post /api/v1/asset-uploads",
        "head /api/v1/asset-uploads/{id}",
        "get /api/v1/asset-uploads/{id}",
        "patch /api/v1/asset-uploads/{id}",
        "delete /api/v1/asset-uploads/{id}",
        "get /api/v1/assets/{id}",
        "get /api/v1/assets/{id}/versions/{n}/content",
        "get /api/v1/assets/{id}/versions/{n}/thumbnail",
        "get /api/v1/assets/{id}/versions/{n}/pages/{page}",
        "get /api/v1/assets/{id}/versions/{n}/view",
        "get /api/v1/assets/{id}/versions/{n}/captions/{language}",
        "get /api/v1/asset-copies/{sha256}",
        "get /api/v1/collections",
    ]
    .map(str::to_owned)
    .to_vec();
    let commands = Command::ALL.into_iter();
    expected.extend(commands.map(|command| format!("post /api/v1/deals/{{id}}/{}", command.name())));
    let mut described: Vec<String> =
        operations().into_iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    expected.sort();
    described.sort();
    assert_eq!(described, expected, "one path a command");
}

#[tokio::test]
async fn whoever_is_not_signed_in_gets_what_is_public_and_no_more() {
    let portal = Portal::with_demo().await;
    for (method, path, said) in operations() {
        let (method, path) = (method.to_uppercase().parse::<Method>().unwrap(), path.replace("{id}", "x"));
        let answer = portal.nobody().sends(method.clone(), &path).await;
        let public = said["security"] == json!([{}]);
        assert_eq!(answer.status == 401, !public, "{method} {path}: {}", answer.status);
        assert_ne!(answer.status, 404, "{method} {path}");
        assert!(operation(&method, &path).is_some());
    }
}
