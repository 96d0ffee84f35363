//! The stages of a sale: what they are called, in which order, what they stand for, and what a forecast makes of them.

use super::super::draft::STAGES;
use super::super::fold::Fold;
use super::super::sheet::{Sheet, group};
use crate::i18n::Words;
use crate::t;
use crate::ui::Choice;
use portico_contract::deal::Stage;
use portico_contract::programme::Category;
use yew::prelude::*;

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let list = sheet.list(STAGES, t!(words, "settings-stages"), (t!(words, "stage-add"), "add-stage"), |place, _| {
        stage(sheet, place)
    });
    group(t!(words, "settings-stages"), Some(t!(words, "stages-text")), list)
}

/// One stage, folded up to what it is called and stands for.
fn stage(sheet: &Sheet<'_>, place: &str) -> Html {
    let words = sheet.words;
    let at = |member: &str| format!("{place}/{member}");
    let own = Stage::parse(&sheet.text(&at("id")));
    let stands = Stage::parse(&sheet.text(&at("stage"))).unwrap_or(Stage::Prospect);
    let name = sheet.said(&at("name"));
    let is_new = sheet.rules.pointer(&at("new")).is_some();
    let wanted = is_new || sheet.has_mistake_in(place);
    let title = match (name.is_empty(), own) {
        (false, _) => name,
        (true, Some(own)) => stage_name(words, own),
        (true, None) => t!(words, "stage-new"),
    };
    let category = sheet.text(&at("category"));
    let category = Category::parse(&category).map(|category| category_name(words, category)).unwrap_or_default();
    let percent = t!(words, "stage-percent", percent = &sheet.text(&at("probability")));
    let names = if own.is_some() {
        sheet.spare_words(&at("name"), &t!(words, "settings-name"))
    } else {
        sheet.words(&at("name"), &t!(words, "settings-name"))
    };
    let choices = |all: Vec<(&str, String)>| -> Vec<Choice> {
        all.into_iter().map(|(id, name)| (AttrValue::from(id.to_owned()), AttrValue::from(name))).collect()
    };
    let open = Stage::ALL.into_iter().filter(|stage| !stage.is_closed());
    let stages = choices(open.map(|stage| (stage.name(), stage_name(words, stage))).collect());
    let possible = Category::ALL.into_iter().filter(|category| *category != Category::Closed);
    let categories = choices(possible.map(|category| (category.name(), category_name(words, category))).collect());
    let summary = html! {
        <>
            <span class="grow">{ title }</span>
            if own.is_none() { <span class="badge plain">{ stage_name(words, stands) }</span> }
            if !stands.is_closed() { <span class="badge plain">{ category }{ " · " }{ percent }</span> }
        </>
    };
    html! {
        <Fold {wanted} {summary}>
            <div class="stack">
                { names }
                if own.is_none() { { sheet.helped_select(&at("stage"), t!(words, "stage-stands"), t!(words, "stage-stands-help"), &stages) } }
                if stands.is_closed() {
                    <p class="quiet">{ if stands == Stage::Won { t!(words, "stage-won-text") } else { t!(words, "stage-lost-text") } }</p>
                } else {
                    <div class="two">
                        { sheet.select(&at("category"), t!(words, "stage-category"), &categories) }
                        { sheet.number(&at("probability"), t!(words, "stage-probability"), "") }
                    </div>
                }
            </div>
        </Fold>
    }
}

/// What the contract's stages are called where the tenant's are mapped to them.
fn stage_name(words: &Words, stage: Stage) -> String {
    match stage {
        Stage::Prospect => t!(words, "stage-prospect"),
        Stage::Qualified => t!(words, "stage-qualified"),
        Stage::Proposal => t!(words, "stage-proposal"),
        Stage::Committed => t!(words, "stage-committed"),
        Stage::Won => t!(words, "stage-won"),
        Stage::Lost => t!(words, "stage-lost"),
    }
}

/// What a forecast takes a stage for.
fn category_name(words: &Words, category: Category) -> String {
    match category {
        Category::Pipeline => t!(words, "forecast-pipeline"),
        Category::BestCase => t!(words, "forecast-best-case"),
        Category::Commit => t!(words, "forecast-commit"),
        Category::Closed => t!(words, "forecast-won"),
        Category::Omitted => t!(words, "forecast-omitted"),
    }
}
