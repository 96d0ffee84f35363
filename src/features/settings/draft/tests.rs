//! Steps lead where they say.

use super::*;

fn after(rules: Value, edits: impl IntoIterator<Item = Edit>) -> Draft {
    let draft = Rc::new(Draft::of(Rc::new(rules)));
    (*edits.into_iter().fold(draft, Draft::reduce)).clone()
}

fn typed(place: &str, text: &str) -> Edit {
    Edit::Type(place.to_owned(), text.to_owned())
}

#[test]
fn a_field_holds_what_was_typed_and_a_number_where_it_is_one() {
    let edits = [typed("/a/claimDays", "14"), typed("/a/perDay", "x"), typed("/a/max", " "), typed("/a/name", "7")];
    let draft = after(json!({"a": {"max": 3}}), edits);
    assert_eq!(*draft.now, json!({"a": {"claimDays": 14, "perDay": "x", "max": null, "name": "7"}}));
}

#[test]
fn a_decimal_number_travels_with_a_point_and_a_flag_as_one() {
    let edits = [typed("/a/points", "2,5"), typed("/a/most", " "), typed("/a/published", "true")];
    let draft = after(json!({"a": {"most": "20"}}), edits);
    assert_eq!(*draft.now, json!({"a": {"points": "2,5", "most": null, "published": true}}), "as it was typed");
    assert_eq!(plain(&draft.now), json!({"a": {"points": "2.5", "most": null, "published": true}}));
}

#[test]
fn what_is_typed_into_one_field_is_one_step_back() {
    let edits = [typed("/a", "x"), typed("/a", "xy"), typed("/b", "z"), Edit::Undo];
    assert_eq!(*after(json!({}), edits.clone()).now, json!({"a": "xy"}));
    let draft = after(json!({}), edits.into_iter().chain([Edit::Undo, Edit::Undo]));
    assert_eq!((&*draft.now, draft.has_past()), (&json!({}), false));
}

#[test]
fn lists_are_added_to_taken_from_and_ordered() {
    let place = |place: &str| place.to_owned();
    let edits = [
        Edit::Add(place("/list"), json!(1)),
        Edit::Add(place("/list"), json!(2)),
        Edit::Add(place("/list"), json!(3)),
        Edit::Move(place("/list/2"), true),
        Edit::Move(place("/list/0"), true),
        Edit::Drop(place("/list/0")),
        Edit::Drop(place("/list/9")),
        Edit::Tick(place("/days"), place("Mon"), true),
        Edit::Tick(place("/days"), place("Tue"), true),
        Edit::Tick(place("/days"), place("Mon"), false),
    ];
    assert_eq!(*after(json!({}), edits).now, json!({"list": [3, 2], "days": ["Tue"]}));
}

#[test]
fn what_is_new_is_named_by_its_name_and_what_is_known_keeps_its_id() {
    let edits = [
        Edit::Add("/p".to_owned(), json!({"id": "", "name": {}, "new": true})),
        typed("/p/1/name/en", "Größe (m²)"),
        typed("/p/0/name/en", "Renamed"),
    ];
    let draft = after(json!({"p": [{"id": "fleet", "name": {"en": "Fleet"}}]}), edits);
    assert_eq!(draft.now.pointer("/p/1/id"), Some(&json!("groesse_m")));
    assert_eq!(draft.now.pointer("/p/0/id"), Some(&json!("fleet")));
    assert_eq!(plain(&draft.now).pointer("/p/1/new"), None);
    assert_eq!((id_of("Fleet", &["fleet"]), id_of("東京", &[]), id_of("9 lives", &[])).0, "fleet_2");
    assert_eq!((id_of("東京", &["x"]).as_str(), id_of("9 lives", &[]).as_str()), ("x_2", "x9_lives"));
}

#[test]
fn a_choice_has_options_and_nothing_else_has() {
    let draft = after(json!({"f": [{"type": "text"}]}), [typed("/f/0/type", "choice")]);
    assert_eq!(draft.now.pointer("/f/0/options/0/id"), Some(&json!("")));
    let draft = after((*draft.now).clone(), [typed("/f/0/type", "date")]);
    assert_eq!(draft.now.pointer("/f/0/options"), Some(&json!([])));
}

#[test]
fn a_new_stage_comes_before_the_end_of_a_sale_and_takes_no_name_of_the_contracts() {
    let six = Stage::ALL.map(|stage| json!({"id": stage.name(), "stage": stage.name()})).to_vec();
    let edits = [
        Edit::Add(STAGES.to_owned(), json!({"id": "", "name": {}, "stage": "qualified", "new": true})),
        typed("/form/stages/4/name/en", "Won"),
    ];
    let draft = after(json!({"form": {"stages": six}}), edits);
    let ids = draft.now.pointer(STAGES).unwrap().as_array().unwrap().iter().map(|stage| stage["id"].clone());
    assert_eq!(ids.collect::<Vec<_>>(), ["prospect", "qualified", "proposal", "committed", "won_2", "won", "lost"]);
}
