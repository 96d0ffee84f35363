//! The fields in which the vendor says what an asset is. The form around them listens for all of them.

use super::draft::{Draft, field_of};
use crate::api::{Fetch, Remote, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::parts::{Form, asset_kind, role_name, use_form};
use crate::t;
use crate::ui::{Choice, Field, Input, Mistake, said_of};
use portico_contract::asset::change::{MAX_TAGS, MAX_TEXT, MAX_TITLE};
use portico_contract::asset::{AssetKind, Audiences};
use portico_contract::deal::Stage;
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::session::{Role, Side};
use std::rc::Rc;
use stylist::yew::styled_component;
use yew::prelude::*;

/// Languages that are offered beside the one that an asset has.
const LANGUAGES: [&str; 24] = [
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "ja", "lt", "lv", "nb", "nl", "pl",
    "pt", "ro", "sk", "sv", "zh",
];

/// Whom an asset can be for; nobody in particular until that is known.
#[hook]
pub(super) fn use_audiences() -> Rc<Audiences> {
    let (words, api) = (use_words(), use_api());
    let fetched = use_remote((api, words.language().to_owned()), |(api, language)| -> Fetch<Rc<Audiences>> {
        let audiences = api.audiences(language);
        Box::pin(async move { audiences.await.map(Rc::new) })
    });
    let remote: Rc<Remote<Rc<Audiences>>> = fetched.get();
    let none = use_memo((), |()| Rc::new(Audiences::default()));
    remote.value().cloned().unwrap_or_else(|| (*none).clone())
}

/// What is said of a mistake, and the id of its field.
pub(super) fn mistake(words: &Words, prefix: &str, problem: &FieldProblem) -> Mistake {
    let field = field_of(&problem.pointer);
    let text = match (field, problem.code) {
        ("title", Code::Required) => t!(words, "shelve-mend-title"),
        ("startsOn" | "expiresOn", Code::BadForm) => t!(words, "mend-date"),
        ("expiresOn", _) => t!(words, "shelve-mend-days"),
        ("tags", Code::TooMany) => t!(words, "shelve-mend-tags", count = MAX_TAGS),
        (_, Code::TooLong) => t!(words, "mend-too-long", count = problem.limit.unwrap_or(MAX_TITLE)),
        _ => t!(words, "shelve-mend-gone"),
    };
    (format!("{prefix}{field}").into(), text.into())
}

#[derive(Properties)]
pub(super) struct FieldsProps {
    pub audiences: Rc<Audiences>,
    /// Before the name of each field, where there are several sheets.
    #[prop_or_default]
    pub prefix: AttrValue,
    pub draft: Rc<Draft>,
    pub mistakes: Vec<Mistake>,
}

impl PartialEq for FieldsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.audiences, &other.audiences)
            && Rc::ptr_eq(&self.draft, &other.draft)
            && (&self.prefix, &self.mistakes) == (&other.prefix, &other.mistakes)
    }
}

/// The fields of one asset.
#[styled_component]
pub(super) fn Fields(props: &FieldsProps) -> Html {
    let (words, form) = (use_words(), use_form());
    let class = css!(
        r"
        .pair { display: grid; gap: var(--space-4); grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); }
        .part h2 { font-size: var(--text-m); }
        .part { display: grid; gap: var(--space-4); border-block-start: 1px solid var(--line); padding-block-start: var(--space-4); }
        "
    );
    let sheet = Sheet {
        words: &words,
        form: &form,
        audiences: &props.audiences,
        prefix: &props.prefix,
        draft: &props.draft,
        mistakes: &props.mistakes,
    };
    html! { <div class={classes!("stack", class)}>{ sheet.all() }</div> }
}

/// What the fields are made of.
struct Sheet<'a> {
    words: &'a Words,
    form: &'a Form,
    audiences: &'a Audiences,
    prefix: &'a str,
    draft: &'a Draft,
    mistakes: &'a [Mistake],
}

impl Sheet<'_> {
    fn field(&self, name: &str, label: String, value: &str) -> Field {
        let id = format!("{}{name}", self.prefix);
        let problem = said_of(self.mistakes, &id);
        Field { id: id.into(), label: label.into(), value: value.to_owned().into(), problem, ..Field::default() }
    }

    /// A few to tick, all in view; nothing where there is nothing to choose.
    fn ticks(&self, name: &str, label: String, choices: &[Choice], has: impl Fn(&str) -> bool) -> Html {
        if choices.is_empty() {
            return Html::default();
        }
        let boxes = html! {
            <div class="row tight wrap">
                for (value, label) in choices {
                    <label class="choice" key={value.to_string()}>
                        <input type="checkbox" name={format!("{}{name}={value}", self.prefix)} checked={has(value)} />
                        <span>{ label }</span>
                    </label>
                }
            </div>
        };
        self.field(name, label, "").group(boxes)
    }

    /// All of them.
    fn all(&self) -> Html {
        let (words, said) = (self.words, &self.draft.said);
        let choice = |value: &str, label: String| -> Choice { (value.to_owned().into(), label.into()) };
        let kinds: Vec<Choice> =
            AssetKind::ALL.into_iter().map(|kind| choice(kind.name(), asset_kind(words, kind))).collect();
        let own = Some(said.locale.as_str()).filter(|own| !LANGUAGES.contains(own) && !own.is_empty());
        let mut languages: Vec<Choice> =
            LANGUAGES.into_iter().chain(own).map(|tag| choice(tag, words.language_name(tag))).collect();
        languages.sort_by(|(_, one), (_, other)| words.compare(one, other));
        let optional = |field: Field| Field { optional: true, ..field };
        let help = |field: Field, text: String| Field { help: Some(text.into()), ..field };
        let day = |name, label, value: &str| {
            optional(Field { input: Input::Date, ..self.field(name, label, value) }).line(words)
        };
        html! {
            <>
                { self.field("title", t!(words, "shelve-title"), &said.title).line(words) }
                <div class="pair">
                    { self.field("kind", t!(words, "facet-kind"), said.kind.name()).select(words, &kinds, false) }
                    { self.field("locale", t!(words, "facet-locale"), &said.locale).select(words, &languages, false) }
                </div>
                { help(optional(self.field("description", t!(words, "shelve-description"), &said.description)), t!(words, "shelve-description-help", count = MAX_TEXT)).area(words) }
                { help(optional(self.field("tags", t!(words, "asset-tags"), &self.draft.tags)), t!(words, "shelve-tags-help")).line(words) }
                <div class="pair">
                    { day("startsOn", t!(words, "shelve-first-day"), &self.draft.starts_on) }
                    { day("expiresOn", t!(words, "shelve-last-day"), &self.draft.expires_on) }
                </div>
                <section class="part">
                    <div><h2>{ t!(words, "shelve-audience") }</h2><p class="quiet">{ t!(words, "shelve-none-all") }</p></div>
                    { self.audience() }
                </section>
                <section class="part">
                    <div><h2>{ t!(words, "shelve-about") }</h2><p class="quiet">{ t!(words, "shelve-none-each") }</p></div>
                    { self.about() }
                </section>
            </>
        }
    }

    /// Whom it is for. What it names already is offered, though there is none of it any more.
    fn audience(&self) -> Html {
        let (words, said, known) = (self.words, &self.draft.said.audience, self.audiences);
        let more = |names: &[String], all: Vec<Choice>| {
            let gone = names.iter().filter(|name| !all.iter().any(|(id, _)| id == name.as_str()));
            let gone: Vec<Choice> = gone.map(|name| (name.clone().into(), name.clone().into())).collect();
            all.into_iter().chain(gone).collect::<Vec<_>>()
        };
        let tiers = known.tiers.iter().map(|tier| (tier.clone().into(), tier.clone().into())).collect();
        let types = known.partner_types.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect();
        let roles = Role::ALL.into_iter().filter(|role| role.side() == Side::Partner);
        let roles: Vec<Choice> = roles.map(|role| (role.name().into(), role_name(words, role).into())).collect();
        let own = said.regions.iter().filter(|own| !known.regions.contains(own));
        let regions = known.regions.iter().chain(own).copied();
        let mut regions: Vec<Choice> =
            regions.map(|one| (one.code().to_owned().into(), words.country(one).into())).collect();
        regions.sort_by(|(_, one), (_, other)| words.compare(one, other));
        html! {
            <>
                { self.ticks("tiers", t!(words, "shelve-tiers"), &more(&said.tiers, tiers), |id| said.tiers.iter().any(|own| own == id)) }
                { self.ticks("partnerTypes", t!(words, "shelve-types"), &more(&said.partner_types, types), |id| said.partner_types.iter().any(|own| own == id)) }
                { self.ticks("roles", t!(words, "shelve-roles"), &roles, |id| said.roles.iter().any(|own| own.name() == id)) }
                { self.ticks("regions", t!(words, "shelve-regions"), &regions, |id| said.regions.iter().any(|own| own.code() == id)) }
            </>
        }
    }

    /// What it is about, and where in a sale it helps.
    fn about(&self) -> Html {
        let (words, said) = (self.words, &self.draft.said);
        let form = self.form.0.as_deref();
        let choices = |all: &[portico_contract::deal::form::Choice]| -> Vec<Choice> {
            all.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect()
        };
        let products = form.map(|form| choices(&form.products)).unwrap_or_default();
        let industries = form.map(|form| choices(&form.industries)).unwrap_or_default();
        let open = Stage::ALL.into_iter().filter(|stage| !matches!(stage, Stage::Won | Stage::Lost));
        let stages: Vec<Choice> =
            open.map(|stage| (stage.name().into(), self.form.stage(stage, None).to_owned().into())).collect();
        html! {
            <>
                { self.ticks("products", t!(words, "asset-products"), &products, |id| said.products.iter().any(|own| own == id)) }
                { self.ticks("industries", t!(words, "asset-industries"), &industries, |id| said.industries.iter().any(|own| own == id)) }
                { self.ticks("stages", t!(words, "asset-stages"), &stages, |id| said.stages.iter().any(|own| own.name() == id)) }
            </>
        }
    }
}
