//! What a tenant can make of its stages, and what older rules mean.

use super::*;
use crate::read::Reader;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(stages: &Value) -> (StageRules, Vec<(String, Code)>) {
    let mut reader = Reader::default();
    let body = json!({ "stages": stages });
    let mut rules = None;
    reader.object(&body, "", |o| rules = Some(StageRules::read(o, &["en".to_owned(), "de".to_owned()])));
    (rules.unwrap(), reader.into_problems().into_iter().map(|problem| (problem.pointer, problem.code)).collect())
}

fn six() -> Vec<Value> {
    serde_json::from_value(serde_json::to_value(StageRules::default()).unwrap()).unwrap()
}

fn poc() -> Value {
    json!({"id": "poc", "name": {"en": "Proof of concept"}, "stage": "qualified", "category": "best_case", "probability": 45})
}

/// The six with one more before what is won.
fn with(one: &Value) -> Value {
    let mut all = six();
    all.insert(2, one.clone());
    all.into()
}

#[test]
fn older_rules_that_only_gave_names_mean_the_same() {
    let kept = json!({"qualified": {"en": "Feasible"}});
    let rules: StageRules = serde_json::from_value(kept.clone()).unwrap();
    assert_eq!(rules.0.iter().map(|rule| rule.id.as_str()).collect::<Vec<_>>(), Stage::ALL.map(Stage::name));
    assert_eq!(rules.0[1].name["en"], "Feasible");
    assert_eq!(read(&kept), (rules.clone(), Vec::new()), "and can still be written so");
    let again: StageRules = serde_json::from_value(serde_json::to_value(&rules).unwrap()).unwrap();
    assert_eq!(again, rules);
    assert_eq!(read(&six().into()).1, [], "nothing of it has to be mended");
}

#[test]
fn a_tenants_own_stage_stands_for_one_of_the_six() {
    let (rules, wrong) = read(&with(&poc()));
    assert_eq!(wrong, []);
    assert_eq!(rules.0[2].category, Category::BestCase);
    assert_eq!(rules.named("poc").map(|rule| rule.stage), Some(Stage::Qualified));
    assert_eq!(rules.named("qualified").map(|rule| rule.id.as_str()), Some("qualified"));
    assert_eq!(rules.named("nothing"), None);
}

#[test]
fn the_contracts_own_can_be_left_out_where_another_stands_for_it() {
    let mut all = six();
    all[1] = poc();
    let (rules, wrong) = read(&all.into());
    assert_eq!(wrong, []);
    assert_eq!(rules.named("qualified").map(|rule| rule.id.as_str()), Some("poc"), "it is reachable all the same");
    let mut all = six();
    all.remove(1);
    assert_eq!(read(&all.into()).1, [("/stages".to_owned(), Code::Required)]);
}

#[test]
fn a_deal_keeps_its_stage_as_long_as_it_is_there_and_stands_for_the_same() {
    let (rules, _) = read(&with(&poc()));
    let at = |rules: &StageRules| rules.at(Stage::Qualified, Some("poc")).map(|rule| rule.id.clone());
    assert_eq!(at(&rules).as_deref(), Some("poc"));
    assert_eq!(at(&StageRules::default()).as_deref(), Some("qualified"), "it was removed");
    let mut moved = rules;
    moved.0[2].stage = Stage::Proposal;
    assert_eq!(at(&moved).as_deref(), Some("qualified"), "it stands for another now");
}

#[test]
fn every_mistake_is_told_at_its_place() {
    let mended = |member: &str, value: Value| {
        let mut one = poc();
        one[member] = value;
        read(&with(&one)).1
    };
    let at = |pointer: &str, code| vec![(format!("/stages/2/{pointer}"), code)];
    assert_eq!(mended("id", json!("Poc")), at("id", Code::BadForm));
    assert_eq!(mended("id", json!("prospect")), [at("stage", Code::NotInList), at("id", Code::Repeated)].concat());
    assert_eq!(mended("name", json!({"de": "Machbarkeit"})), at("name/en", Code::Required));
    assert_eq!(mended("stage", json!("sold")), at("stage", Code::NotInList));
    assert_eq!(mended("category", json!("closed")), at("category", Code::NotInList));
    assert_eq!(mended("category", json!("maybe")), at("category", Code::NotInList));
    assert_eq!(mended("probability", json!(101)), at("probability", Code::OutOfRange));
    let won_again = json!({"id": "installed", "name": {"en": "Installed"}, "stage": "won", "category": "closed", "probability": 100});
    let mut all = six();
    all.push(won_again);
    assert_eq!(read(&all.into()).1, [("/stages/6/stage".to_owned(), Code::Repeated)]);
    let mut all = six();
    (all[4]["probability"], all[5]["category"]) = (json!(90), json!("pipeline"));
    let both =
        [("/stages/4/probability".to_owned(), Code::OutOfRange), ("/stages/5/category".to_owned(), Code::NotInList)];
    assert_eq!(read(&all.into()).1, both);
}

proptest! {
    /// However stages are added, taken away and put in another order: what is right in itself is read as it is written,
    /// and from every one of the six a deal can get to every other.
    #[test]
    fn what_is_right_is_read_as_it_is_and_reaches_all_six(
        own in prop::collection::vec((0..4_usize, 0..4_usize, 0..=100_u8), 0..20),
        kept in prop::collection::vec(any::<bool>(), 4),
        order in any::<u64>(),
    ) {
        let open = [Category::Pipeline, Category::BestCase, Category::Commit, Category::Omitted];
        let mut all: Vec<StageRule> = own.iter().enumerate().map(|(index, (stage, category, probability))| StageRule {
            id: format!("own_{index}"), name: [("en".to_owned(), format!("Own {index}"))].into(),
            stage: Stage::ALL[*stage], category: open[*category], probability: *probability,
        }).collect();
        for stage in Stage::ALL {
            let is_needed = stage.is_closed() || all.iter().all(|rule| rule.stage != stage);
            if is_needed || kept[Stage::ALL.iter().position(|one| *one == stage).unwrap()] {
                all.push(StageRule::of(stage, Words::new()));
            }
        }
        let len = all.len();
        all.rotate_left(usize::try_from(order % len as u64).unwrap());
        let (rules, wrong) = read(&serde_json::to_value(&all).unwrap());
        prop_assert_eq!(wrong, vec![]);
        prop_assert_eq!(&rules.0, &all);
        for stage in Stage::ALL {
            prop_assert_eq!(rules.named(stage.name()).map(|rule| rule.stage), Some(stage));
        }
    }
}
