//! Templates for reasons: rules like the others, read by those who decide.

use crate::portal::{Portal, mistakes};
use serde_json::json;

#[tokio::test]
async fn those_who_decide_read_them_in_their_language_and_nobody_else_does() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let english = jonas.get("/api/v1/programme/templates").await.is(200);
    assert!(english.each("/items", "/name").contains(&"House account".to_owned()));
    let german = jonas.get("/api/v1/programme/templates").header("accept-language", "de").await.is(200);
    assert!(german.each("/items", "/name").contains(&"Hauskunde".to_owned()));
    assert!(german.list("vary").contains(&"accept-language".to_owned()));
    for other in [portal.rep("bluepeak"), portal.seller("aurora")] {
        other.get("/api/v1/programme/templates").await.is(403).refuses("forbidden");
    }
    assert_eq!(portal.manager("halcyon").get("/api/v1/programme/templates").await.at("/items"), json!([]));
}

#[tokio::test]
async fn a_text_with_a_placeholder_that_there_is_not_is_refused() {
    let portal = Portal::with_demo().await;
    let admin = portal.vendor_admin("aurora");
    let text = |body: &str| json!({"id": "a", "command": "reject", "name": {"en": "A"}, "body": {"en": body}});
    let refused = admin.rules(&json!({"reasons": {"templates": [text("{price} is wrong")]}})).await.is(422);
    assert_eq!(refused.mistakes(), mistakes([("/rules/reasons/templates/0/body/en", "not_in_list")]));
    admin.rules(&json!({"reasons": {"templates": [text("{customer}\nis ours.")]}})).await.is(200);
    let read = portal.manager("aurora").get("/api/v1/programme/templates").await;
    assert_eq!(
        read.at("/items"),
        json!([{"id": "a", "command": "reject", "name": "A", "body": "{customer}\nis ours."}])
    );
}
