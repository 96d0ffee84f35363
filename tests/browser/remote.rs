//! Something that is fetched: the shape of what comes, what came, or why nothing came and how to try again.

use crate::person::{At, Person};
use crate::prm::{Slow, page, portal, refusal, row, tenant};
use crate::screen::{Screen, text};
use portico_app::api::{ApiError, Method, Signal};
use portico_app::contract::problem::ProblemKind;
use portico_app::ui::{Fetched, RemoteView};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::{Callback, html};

#[wasm_bindgen_test]
async fn while_it_loads_its_shape_is_there_and_loading_is_read_out() {
    let person = Person::opens("/deals", At::Desk, Slow(portal(), Method::Get, "/deals?"));
    let busy = person.one("main [aria-busy=true]").await;
    assert_eq!(busy.query_selector("[role=status]").unwrap().map(|status| text(&status)).as_deref(), Some("Loading"));
    let shape = busy.query_selector(".list[aria-hidden=true]").unwrap().expect("a shape, hidden from screen readers");
    assert_eq!(shape.child_element_count(), 8, "as many rows as were asked for");
    assert_eq!(person.all("[role=alert]").len(), 0);
}

#[wasm_bindgen_test]
async fn a_failure_says_what_to_do_and_trying_again_brings_it() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Err(ApiError::Offline));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    let alert = person.one("main [role=alert]").await;
    assert!(text(&alert).contains("There is no network, or the portal is not reachable."), "{}", text(&alert));
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    person.press("Try again").await;
    person.says("Customer 1").await;
    assert_eq!(person.all("main [role=alert]").len(), 0);
}

#[wasm_bindgen_test]
async fn what_did_not_come_is_asked_for_again_when_the_stream_is_back() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Err(ApiError::Offline));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.one("main [role=alert]").await;
    prm.say(Signal::Cut { for_good: false });
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    prm.say(Signal::Open);
    person.says("Customer 1").await;
    let asked = || prm.asked(Method::Get).iter().filter(|ask| ask.path.starts_with("/deals?")).count();
    let before = asked();
    prm.say(Signal::Cut { for_good: false });
    prm.say(Signal::Open);
    crate::screen::breathe().await;
    assert_eq!(asked(), before, "what came is not asked for again");
}

#[wasm_bindgen_test]
async fn what_is_there_stays_in_view_when_it_cannot_be_fetched_again() {
    let prm = portal();
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(1)])));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.says("Customer 1").await;
    person.one("[data-live=open]").await;
    prm.answer(Method::Get, "/deals?", refusal(ProblemKind::Unavailable));
    prm.say(Signal::Reset("9".to_owned()));
    person.says("No answer just now. What you see is from").await;
    assert!(person.text().contains("Customer 1"), "the old rows stay");
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(2)])));
    person.press("Try again").await;
    person.says("Customer 2").await;
    assert!(!person.text().contains("No answer just now."));
}

#[wasm_bindgen_test]
async fn each_failure_has_words_of_its_own() {
    let mut known: Vec<String> = Vec::new();
    for kind in [
        ProblemKind::NotFound,
        ProblemKind::Forbidden,
        ProblemKind::NotSignedIn,
        ProblemKind::WrongState,
        ProblemKind::TooManyRequests,
        ProblemKind::Internal,
    ] {
        let Err(error) = refusal(kind) else { unreachable!("a refusal") };
        let screen = Screen::with(html! {
            <RemoteView fetched={Fetched::Failed(error)} reload={Callback::noop()}>{ "content" }</RemoteView>
        });
        let said = text(&screen.one("[role=alert]").await);
        assert!(!said.contains("content") && !known.contains(&said), "{kind:?}: {said}");
        known.push(said);
    }
}

#[wasm_bindgen_test]
async fn where_the_portal_does_not_answer_at_all_there_is_a_way_on() {
    let prm = portal();
    prm.answer(Method::Get, "/tenant", Err(ApiError::Offline));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.says("No answer").await;
    prm.answer(Method::Get, "/tenant", Ok(tenant(&["en"])));
    person.press("Try again").await;
    person.one("nav[aria-label=Main]").await;
}

#[wasm_bindgen_test]
async fn where_more_does_not_come_it_is_said_beside_the_button_that_asks_again() {
    let prm = portal();
    let mut first = page(&[row(1)]);
    first["nextCursor"] = json!("second");
    prm.answer(Method::Get, "/deals?", Ok(first));
    let person = Person::opens("/deals", At::Desk, prm.clone());
    person.says("Customer 1").await;
    prm.answer(Method::Get, "/deals?", Err(ApiError::Offline));
    person.press("Show more").await;
    person.says("There is no network, or the portal is not reachable.").await;
    assert!(person.text().contains("Customer 1"), "what is there stays");
    prm.answer(Method::Get, "/deals?", Ok(page(&[row(2)])));
    person.press("Show more").await;
    person.says("Customer 2").await;
    assert_eq!(person.all("main [role=alert]").len(), 0);
}
