//! One asset: looked at page by page, its versions, and a download that goes on where it stopped.

use crate::assets::{asset, library};
use crate::person::{At, Person};
use crate::screen::{breathe, browser, text, until};
use gloo::utils::window;
use js_sys::Uint8Array;
use portico_app::api::adapters::memory::Memory;
use portico_app::api::{Answer, ApiError, Ask, Method, Prm, Reply, Signal};
use serde_json::{Value, json};
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;
use yew::Callback;

/// More than a megabyte, so that it comes in pieces.
const SIZE: usize = 1_100_000;

/// The asset `a` whole: twelve pages, in its second version.
fn whole() -> Value {
    let mut whole = asset("a");
    let page = json!({"width": 600, "height": 800});
    let version = |n: u32, changes: &str| {
        json!({
            "n": n, "name": "cold chain.pdf", "mediaType": "application/pdf", "format": "pdf", "size": SIZE,
            "sha256": "00", "changes": changes, "createdAt": "2026-11-20T09:00:00Z",
            "createdBy": {"id": "jonas", "name": "Jonas Weber"}, "readiness": "ready", "pageCount": 12,
            "pages": vec![page.clone(); 12]
        })
    };
    let rest = json!({
        "description": "What it is good for.", "tags": ["cold"], "industries": [], "stages": ["qualified"],
        "audience": {"tiers": ["Gold"], "partnerTypes": [], "roles": ["rep"], "regions": []},
        "versions": [version(2, "New prices."), version(1, "")], "downloaded": 1,
        "collections": [{"id": "c1", "title": "Cold chain"}], "related": [asset("b")], "version": 4
    });
    for (member, value) in rest.as_object().unwrap() {
        whole[member] = value.clone();
    }
    whole
}

fn with(whole: &Value) -> Memory {
    let prm = library();
    prm.answer(Method::Get, "/assets/a", Ok(whole.clone()));
    prm
}

fn presses(key: &str) {
    browser(&format!(
        "document.querySelector('.track').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}));"
    ));
}

async fn sees_page(person: &Person, page: u32) {
    person.one(&format!("[data-open='{page}']")).await;
    person.one(&format!(".slide[data-page='{page}']:not([aria-hidden]) img")).await;
}

#[wasm_bindgen_test]
async fn a_link_opens_the_page_and_keys_leaf_from_there() {
    let person = Person::opens("/assets/a?page=3", At::Desk, with(&whole()));
    sees_page(&person, 3).await;
    let pictures = || person.all(".slide img").iter().filter_map(|one| one.get_attribute("src")).collect::<Vec<_>>();
    let at = |n: u32| format!("/api/v1/assets/a/versions/2/pages/{n}");
    assert_eq!(pictures(), [at(2), at(3), at(4)], "the page and its neighbours alone are fetched");
    presses("ArrowRight");
    sees_page(&person, 4).await;
    assert_eq!(window().location().search().unwrap(), "?page=4");
    presses("End");
    sees_page(&person, 12).await;
    assert_eq!(person.button("Next page").await.get_attribute("aria-disabled").as_deref(), Some("true"));
    person.press("Previous page").await;
    sees_page(&person, 11).await;
    presses("Home");
    sees_page(&person, 1).await;
    assert_eq!(window().location().search().unwrap(), "");
    person.says("Page 1 of 12").await;
}

#[wasm_bindgen_test]
async fn a_finger_leafs_too() {
    let person = Person::opens("/assets/a", At::Phone, with(&whole()));
    sees_page(&person, 1).await;
    let track = person.one(".track").await;
    until("it has a width", || track.client_width() > 0).await;
    track.set_scroll_left(track.client_width() * 2);
    sees_page(&person, 3).await;
}

#[wasm_bindgen_test]
async fn what_it_is_and_for_whom_stands_beside() {
    let person = Person::opens("/assets/a", At::Desk, with(&whole()));
    person.says("What it is good for.").await;
    for said in ["Tiers: Gold", "Roles: Sales rep", "Qualified lead", "Fleet Core", "Every industry", "New prices."] {
        person.says(said).await;
    }
    person.says("There is a newer version: you have version 1.").await;
    assert!(text(&person.one("[data-version='1']").await).contains("You have this one"));
    assert!(text(&person.one("[data-version='2']").await).contains("Current"));
    let older = person.button("Download version 1").await;
    assert_eq!(older.get_attribute("href").as_deref(), Some("/api/v1/assets/a/versions/1/content"));
    person.one("[data-id=b]").await;
    let link = person.one("a[href='/assets?collection=c1']").await;
    assert_eq!(text(&link), "Cold chain");
}

#[wasm_bindgen_test]
async fn what_is_over_is_said_and_cannot_be_had() {
    let mut over = whole();
    over["standing"] = json!("expired");
    over["expiresOn"] = json!("2026-11-01");
    let person = Person::opens("/assets/a", At::Desk, with(&over));
    person.says("Its last day was 1 Nov 2026.").await;
    assert!(person.all("#download, .track, [data-version] a").is_empty());
}

#[wasm_bindgen_test]
async fn what_can_be_read_is_framed_without_any_rights() {
    let mut page = whole();
    let version = &mut page["versions"][0];
    version["pages"] = json!([]);
    version["format"] = json!("page");
    version["hasView"] = json!(true);
    let person = Person::opens("/assets/a", At::Desk, with(&page));
    let frame = person.one("iframe").await;
    for (name, value) in [
        ("sandbox", ""),
        ("referrerpolicy", "no-referrer"),
        ("title", "Content of Title a"),
        ("src", "/api/v1/assets/a/versions/2/view"),
    ] {
        assert_eq!(frame.get_attribute(name).as_deref(), Some(value), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_film_has_its_captions() {
    let mut film = whole();
    let version = &mut film["versions"][0];
    version["pages"] = json!([]);
    version["format"] = json!("video");
    version["captions"] = json!(["de", "en"]);
    let person = Person::opens("/assets/a", At::Phone, with(&film));
    let track = person.one("video[controls][playsinline] track[srclang=en]").await;
    assert_eq!(track.get_attribute("label").as_deref(), Some("English"));
    assert_eq!(person.all("track[default]").len(), 1);
}

#[wasm_bindgen_test]
async fn a_preview_that_is_prepared_appears_by_itself() {
    let mut waiting = whole();
    waiting["versions"][0]["pages"] = json!([]);
    waiting["versions"][0]["readiness"] = json!("waiting");
    let prm = with(&waiting);
    let person = Person::opens("/assets/a", At::Desk, prm.clone());
    person.says("The preview is being prepared").await;
    prm.answer(Method::Get, "/assets/a", Ok(whole()));
    sees_page(&person, 1).await;
}

#[wasm_bindgen_test]
async fn the_way_back_leads_to_the_list_as_it_was() {
    let prm = with(&whole());
    let person = Person::opens("/assets?kind=video", At::Desk, prm);
    person.one("[data-id=a] h2 a").await.click();
    person.one(".track").await;
    person.press("Back to Assets").await;
    person.one("input[name='kind:video']:checked").await;
}

/// A PRM that has a file, and whose network fails at one of the pieces.
#[derive(Clone)]
struct Filed {
    prm: Memory,
    bytes: Rc<Vec<u8>>,
    asked: Rc<RefCell<Vec<String>>>,
    fails_at: Rc<Cell<Option<usize>>>,
}

impl Filed {
    async fn of(sha256: Option<&str>) -> Self {
        let bytes: Vec<u8> = (0..SIZE).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let right = digest(&bytes).await;
        let mut whole = whole();
        whole["versions"][0]["sha256"] = json!(sha256.unwrap_or(&right));
        Self { prm: with(&whole), bytes: Rc::new(bytes), asked: Rc::default(), fails_at: Rc::default() }
    }
}

impl Prm for Filed {
    fn ask(&self, ask: Ask) -> Answer<Reply> {
        if !ask.path.ends_with("/content") {
            return self.prm.ask(ask);
        }
        let header = |name: &str| ask.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let range = header("range").unwrap();
        self.asked.borrow_mut().push(format!("{range} {}", header("if-range").unwrap_or_default()));
        if self.fails_at.get() == Some(self.asked.borrow().len()) {
            return Box::pin(async { Err(ApiError::Offline) });
        }
        let (from, last) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')).unwrap();
        let (from, last): (usize, usize) = (from.parse().unwrap(), last.parse().unwrap());
        let reply = Reply {
            bytes: self.bytes[from..=last].to_vec(),
            range: Some(format!("bytes {from}-{last}/{SIZE}")),
            tag: Some("\"v2\"".to_owned()),
            ..Reply::default()
        };
        Box::pin(async move { Ok(reply) })
    }

    fn open(&self, after: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.prm.open(after, tell)
    }
}

async fn digest(bytes: &[u8]) -> String {
    let digest = window().crypto().unwrap().subtle().digest_with_str_and_u8_array("SHA-256", bytes).unwrap();
    let digest = wasm_bindgen_futures::JsFuture::from(digest).await.unwrap();
    let digest = Uint8Array::new(&digest).to_vec();
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// Lets the browser note what it is given to keep, instead of keeping it.
fn notes_what_is_kept() {
    browser(
        "window.kept = []; window.real.url ??= URL.createObjectURL;
         URL.createObjectURL = (blob) => { window.kept.push(blob.size); return window.real.url.call(URL, blob); };
         window.real.click ??= HTMLAnchorElement.prototype.click;
         HTMLAnchorElement.prototype.click = function () {
           if (this.href.startsWith('blob:')) window.kept.push(this.download); else window.real.click.call(this);
         };",
    );
}

fn kept() -> String {
    let kept = js_sys::Reflect::get(&window(), &"kept".into()).unwrap();
    browser("URL.createObjectURL = window.real.url; HTMLAnchorElement.prototype.click = window.real.click;");
    js_sys::JSON::stringify(&kept).unwrap().into()
}

#[wasm_bindgen_test]
async fn a_download_goes_on_where_the_network_left_it_and_is_checked() {
    notes_what_is_kept();
    let prm = Filed::of(None).await;
    prm.fails_at.set(Some(3));
    let person = Person::opens("/assets/a", At::Desk, prm.clone());
    person.one("#download").await.click();
    person.one("[data-download=stopped]").await;
    person.says("it goes on by itself when the network is back").await;
    let bar = person.one("[role=progressbar]").await;
    assert_eq!(bar.get_attribute("aria-valuenow").as_deref(), Some("47"));
    window().dispatch_event(&Event::new("online").unwrap()).unwrap();
    person.says("cold chain.pdf is downloaded and checked.").await;
    let asked = prm.asked.borrow().clone();
    let (third, again) = (&asked[2], &asked[3]);
    assert_eq!((third, third.as_str()), (again, "bytes=524288-786431 \"v2\""), "the same piece of the same file");
    assert_eq!(asked.len(), 6);
    assert_eq!(kept(), format!("[{SIZE},\"cold chain.pdf\"]"));
}

#[wasm_bindgen_test]
async fn what_is_not_the_file_that_was_published_is_not_kept() {
    notes_what_is_kept();
    let person = Person::opens("/assets/a", At::Desk, Filed::of(Some("00")).await);
    person.one("#download").await.click();
    person.says("What came is not the file that was published. Nothing was saved.").await;
    assert_eq!(kept(), "[]");
}

#[wasm_bindgen_test]
async fn a_download_can_be_stopped() {
    let prm = Filed::of(None).await;
    prm.fails_at.set(Some(2));
    let person = Person::opens("/assets/a", At::Phone, prm.clone());
    person.one("#download").await.click();
    person.press("Stop").await;
    person.one("[data-download=idle] #download").await;
    breathe().await;
    assert_eq!(prm.asked.borrow().len(), 2);
}
