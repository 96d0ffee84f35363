//! When the vendor's people are away: said by themselves or a vendor admin, read by those who decide.

use crate::portal::{Portal, days_from_today, mistakes};
use serde_json::json;

const JONAS: &str = "/api/v1/colleagues/manager-aurora-example/absences";
const PRIYA: &str = "/api/v1/colleagues/manager2-aurora-example/absences";

#[tokio::test]
async fn each_says_when_they_are_away_and_a_vendor_admin_of_everybody() {
    let portal = Portal::with_demo().await;
    let (jonas, admin) = (portal.manager("aurora"), portal.vendor_admin("aurora"));
    let away = json!({"absences": [{"from": days_from_today(3), "until": days_from_today(9), "cover": "admin-aurora-example"}]});
    let put = |person: &crate::portal::Person, url: &str| person.sends(axum::http::Method::PUT, url).json(&away);
    let said = put(&jonas, JONAS).await.is(200);
    assert_eq!(said.at("/absences"), away["absences"]);
    put(&jonas, PRIYA).await.is(403).refuses("forbidden");
    put(&admin, PRIYA).await.is(200);
    for other in [portal.rep("bluepeak"), portal.seller("aurora")] {
        put(&other, JONAS).await.is(403);
        other.get("/api/v1/colleagues").await.is(403);
    }
    put(&admin, "/api/v1/colleagues/manager-halcyon-example/absences").await.is(404);
    let colleagues = jonas.get("/api/v1/colleagues").await.is(200);
    assert_eq!(colleagues.each("/items", "/name"), ["Ines Albrecht", "Jonas Weber", "Priya Nair"]);
    assert_eq!(colleagues.at("/items/1/absences"), away["absences"]);
    let none = admin.sends(axum::http::Method::PUT, JONAS).json(&json!({"absences": []})).await.is(200);
    assert_eq!(none.at("/absences"), json!([]));
}

#[tokio::test]
async fn what_cannot_be_is_told_with_its_place_and_what_has_passed_is_left_out() {
    let portal = Portal::with_demo().await;
    let jonas = portal.manager("aurora");
    let put = |body: serde_json::Value| jonas.sends(axum::http::Method::PUT, JONAS).json(&body);
    let day = days_from_today;
    let wrong = json!({"absences": [
        {"from": day(2), "until": day(1)}, {"from": day(1), "until": day(2), "cover": "manager-aurora-example"}, {"from": "x"}]});
    assert_eq!(
        put(wrong).await.is(422).mistakes(),
        mistakes([
            ("/absences/0/until", "out_of_range"),
            ("/absences/1/cover", "not_in_list"),
            ("/absences/2/from", "bad_form"),
            ("/absences/2/until", "required")
        ])
    );
    let strange = json!({"absences": [{"from": day(1), "until": day(2), "cover": "rep-bluepeak-example"}]});
    assert_eq!(put(strange).await.is(422).mistakes(), mistakes([("/absences/0/cover", "not_in_list")]));
    let past = json!({"absences": [{"from": day(-9), "until": day(-3)}, {"from": day(-3), "until": day(3)}]});
    assert_eq!(put(past).await.is(200).at("/absences/0/from"), day(-3));
}
