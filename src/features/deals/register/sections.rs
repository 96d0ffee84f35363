//! The sections of the form: what belongs together.

use super::super::facts::{answer_name, attribution, deal_type, question_name, vendor_contact};
use super::draft::Draft;
use super::hint::ConflictHint;
use crate::i18n::{Words, today};
use crate::t;
use crate::ui::{CheckBox, Input, Segmented, Select, SelectOption, TextArea, TextField};
use portico_contract::country::Country;
use portico_contract::deal::content::{AnswerKind, Attribution, DealType, VendorContact};
use portico_contract::deal::form::{CustomField, CustomKind};
use portico_contract::deal::{DealContent, DealForm, Field};
use std::rc::Rc;
use yew::prelude::*;

/// What every section is given.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    pub words: Rc<Words>,
    pub form: Rc<DealForm>,
    pub draft: Rc<Draft>,
    pub content: Rc<DealContent>,
    /// What is open to change.
    pub editable: Rc<Vec<Field>>,
    /// The mistakes that are shown, by field.
    pub problems: Rc<Vec<(String, AttrValue)>>,
    pub own: Option<AttrValue>,
    pub on_text: Callback<(AttrValue, String)>,
    pub on_tick: Callback<(AttrValue, bool)>,
    pub on_leave: Callback<AttrValue>,
}

impl Sheet {
    fn may(&self, field: Field) -> bool {
        self.editable.contains(&field)
    }

    fn problem(&self, field: &str) -> Option<AttrValue> {
        self.problems.iter().find(|(known, _)| known == field).map(|(_, text)| text.clone())
    }

    fn text(&self, id: &'static str, label: String, input: Input, optional: bool) -> Html {
        html! {
            <TextField key={id} {id} {label} {input} {optional} value={self.draft.text(id).to_owned()} problem={self.problem(id)}
                on_input={self.on_text.clone()} on_leave={self.on_leave.clone()} />
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct SectionProps {
    pub sheet: Sheet,
}

/// Who buys, and whether somebody else has registered it.
#[component]
pub fn CustomerSection(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    let words = &sheet.words;
    // 249 names in the person's language, sorted as it sorts.
    let countries = use_memo(words.clone(), |words| {
        let mut all: Vec<SelectOption> = Country::all()
            .map(|country| SelectOption { value: country.code().to_owned().into(), label: words.country(country).into() })
            .collect();
        all.sort_by(|one, other| words.compare(&one.label, &other.label));
        all
    });
    if !sheet.may(Field::Customer) {
        return Html::default();
    }
    html! {
        <section class="stack" aria-labelledby="part-customer">
            <h2 id="part-customer">{ t!(words, "section-customer") }</h2>
            { sheet.text("customer-name", t!(words, "customer-name"), Input::Name, false) }
            { sheet.text("customer-website", t!(words, "customer-website"), Input::Host, false) }
            <ConflictHint customer={sheet.content.customer.clone()} own={sheet.own.clone()}
                products={sheet.content.products.iter().map(|line| line.product.clone()).collect::<Vec<_>>()} />
            <div class="two">
                <Select id="customer-country" label={t!(words, "country")} options={countries} placeholder={t!(words, "choose")}
                    value={sheet.draft.text("customer-country").to_owned()} on_change={sheet.on_text.clone()} problem={sheet.problem("customer-country")} />
                { sheet.text("customer-city", t!(words, "city"), Input::Name, true) }
            </div>
        </section>
    }
}

/// Whom to talk to, and that they agree.
#[component]
pub fn ContactSection(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    let words = &sheet.words;
    if !sheet.may(Field::Contact) {
        return Html::default();
    }
    let options = VendorContact::ALL.iter().map(|one| (one.name().into(), vendor_contact(words, *one).into()));
    let chosen = Some(sheet.draft.text("contact-vendorContact")).filter(|text| !text.is_empty());
    html! {
        <section class="stack" aria-labelledby="part-contact">
            <h2 id="part-contact">{ t!(words, "section-contact") }</h2>
            { sheet.text("contact-name", t!(words, "contact-name"), Input::Name, false) }
            { sheet.text("contact-email", t!(words, "contact-email"), Input::Email, false) }
            <Domain sheet={sheet.clone()} />
            <div class="two">
                { sheet.text("contact-phone", t!(words, "contact-phone"), Input::Phone, true) }
                { sheet.text("contact-title", t!(words, "contact-title"), Input::Text, true) }
            </div>
            <CheckBox id="contact-consent" bare=true label={t!(words, "consent")} checked={sheet.draft.is_ticked("contact-consent")}
                on_change={sheet.on_tick.clone()} problem={sheet.problem("contact-consent")} />
            <Segmented id="contact-vendorContact" label={t!(words, "vendor-contact")} options={options.collect::<Vec<(AttrValue, AttrValue)>>()}
                value={chosen.unwrap_or(VendorContact::default().name()).to_owned()} on_change={sheet.on_text.clone()} />
        </section>
    }
}

/// Finishes an address with the customer's host name.
#[component]
fn Domain(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    let typed = sheet.draft.text("contact-email");
    let (local, begun) = typed.split_once('@').unwrap_or((typed, ""));
    let host = sheet.content.customer.website.as_deref().and_then(|typed| portico_contract::website::Website::parse(typed).ok());
    let whole = host.filter(|host| !local.is_empty() && host.as_str() != begun && host.as_str().starts_with(begun));
    let whole = whole.map(|host| format!("{local}@{}", host.as_str()));
    let onclick = use_callback((whole.clone(), sheet.on_text.clone()), |_: MouseEvent, (whole, on_text)| {
        if let Some(whole) = whole {
            on_text.emit(("contact-email".into(), whole.clone()));
        }
    });
    match whole {
        Some(whole) => html! { <div><button type="button" class="chip" {onclick}>{ whole }</button></div> },
        None => Html::default(),
    }
}

/// What is sold, for how much, until when, and why it is needed.
#[component]
pub fn DealSection(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    let words = &sheet.words;
    let currencies = use_memo(sheet.form.clone(), |form| {
        let option = |code: &String| SelectOption { value: code.clone().into(), label: code.clone().into() };
        form.currencies.iter().map(option).collect::<Vec<_>>()
    });
    let currency = Some(sheet.draft.text("value-currency")).filter(|text| !text.is_empty());
    let currency = currency.map(str::to_owned).or_else(|| sheet.form.currencies.first().cloned()).unwrap_or_default();
    let sections = [Field::Products, Field::Value, Field::CloseDate, Field::Need];
    if !sections.into_iter().any(|field| sheet.may(field)) {
        return Html::default();
    }
    html! {
        <section class="stack" aria-labelledby="part-deal">
            <h2 id="part-deal">{ t!(words, "section-deal") }</h2>
            if sheet.may(Field::Products) { <Products sheet={sheet.clone()} /> }
            if sheet.may(Field::Value) {
                <div class="value">
                    { sheet.text("value-amount", t!(words, "value"), Input::Decimal, false) }
                    <Select id="value-currency" label={t!(words, "currency")} options={currencies} value={currency}
                        on_change={sheet.on_text.clone()} problem={sheet.problem("value-currency")} />
                </div>
            }
            if sheet.may(Field::CloseDate) {
                <TextField id="closeDate" label={t!(words, "close-date")} input={Input::Date} min={today().to_string()}
                    value={sheet.draft.text("closeDate").to_owned()} problem={sheet.problem("closeDate")}
                    on_input={sheet.on_text.clone()} on_leave={sheet.on_leave.clone()} />
            }
            if sheet.may(Field::Need) {
                <TextArea id="need" label={t!(words, "need")} help={t!(words, "need-help")} value={sheet.draft.text("need").to_owned()}
                    problem={sheet.problem("need")} on_input={sheet.on_text.clone()} on_leave={sheet.on_leave.clone()} />
            }
        </section>
    }
}

/// A box for each product; what is chosen asks how many and for how much.
#[component]
fn Products(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    let words = &sheet.words;
    html! {
        <fieldset class="field" id="products" tabindex="-1" aria-labelledby="products-label">
            <legend id="products-label">{ t!(words, "products") }</legend>
            <div class="stack tight">
                for product in &sheet.form.products {
                    <div class="stack tight" key={product.id.clone()}>
                        <CheckBox id={format!("products-{}", product.id)} label={product.name.clone()} on_change={sheet.on_tick.clone()}
                            checked={sheet.draft.is_ticked(&format!("products-{}", product.id))} />
                        if sheet.draft.is_ticked(&format!("products-{}", product.id)) {
                            <div class="two inset">
                                <TextField id={format!("quantity-{}", product.id)} input={Input::Number} optional=true
                                    label={t!(words, "quantity-of", product = product.name.as_str())}
                                    value={sheet.draft.text(&format!("quantity-{}", product.id)).to_owned()} on_input={sheet.on_text.clone()} />
                                <TextField id={format!("amount-{}", product.id)} input={Input::Decimal} optional=true
                                    label={t!(words, "amount-of", product = product.name.as_str())}
                                    value={sheet.draft.text(&format!("amount-{}", product.id)).to_owned()}
                                    problem={sheet.problem(&format!("amount-{}", product.id))}
                                    on_input={sheet.on_text.clone()} on_leave={sheet.on_leave.clone()} />
                            </div>
                        }
                    </div>
                }
            </div>
            if let Some(problem) = sheet.problem("products") { <p class="problem">{ problem }</p> }
        </fieldset>
    }
}

/// The tenant's own questions.
#[component]
pub fn CustomSection(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    if !sheet.may(Field::Custom) || sheet.form.fields.is_empty() {
        return Html::default();
    }
    html! {
        <section class="stack" aria-labelledby="part-custom">
            <h2 id="part-custom">{ t!(sheet.words, "section-custom") }</h2>
            for field in &sheet.form.fields {
                <Custom key={field.id.clone()} sheet={sheet.clone()} field={field.clone()} />
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CustomProps {
    sheet: Sheet,
    field: CustomField,
}

#[component]
fn Custom(props: &CustomProps) -> Html {
    let (sheet, field) = (&props.sheet, &props.field);
    let id = AttrValue::from(format!("custom-{}", field.id));
    let value = AttrValue::from(sheet.draft.text(&id).to_owned());
    let problem = sheet.problem(&id);
    let help = field.help.clone().map(AttrValue::from);
    let (label, optional) = (field.label.clone(), !field.required);
    let (on_text, on_leave) = (sheet.on_text.clone(), sheet.on_leave.clone());
    match field.kind {
        CustomKind::Checkbox => {
            let checked = sheet.draft.is_ticked(&id);
            html! { <CheckBox {id} {label} {help} {problem} {checked} on_change={sheet.on_tick.clone()} /> }
        }
        CustomKind::Choice => {
            let option = |choice: &portico_contract::deal::form::Choice| SelectOption {
                value: choice.id.clone().into(),
                label: choice.name.clone().into(),
            };
            let options = Rc::new(field.options.iter().map(option).collect::<Vec<_>>());
            let placeholder = t!(sheet.words, "choose");
            html! { <Select {id} {label} {help} {problem} {optional} {options} {placeholder} {value} on_change={on_text} /> }
        }
        CustomKind::LongText => html! { <TextArea {id} {label} {help} {problem} {optional} {value} on_input={on_text} {on_leave} /> },
        kind => {
            let input = match kind {
                CustomKind::Number => Input::Number,
                CustomKind::Date => Input::Date,
                _ => Input::Text,
            };
            html! { <TextField {id} {label} {help} {problem} {optional} {input} {value} on_input={on_text} {on_leave} /> }
        }
    }
}

/// What helps to judge the sale. All of it has a preset or may be left out.
#[component]
pub fn MoreSection(props: &SectionProps) -> Html {
    let sheet = &props.sheet;
    let words = &sheet.words;
    let industries = use_memo(sheet.form.clone(), |form| {
        let option = |choice: &portico_contract::deal::form::Choice| SelectOption {
            value: choice.id.clone().into(),
            label: choice.name.clone().into(),
        };
        form.industries.iter().map(option).collect::<Vec<_>>()
    });
    let chosen = |field: &str, preset: &'static str| {
        let text = sheet.draft.text(field);
        AttrValue::from(if text.is_empty() { preset } else { text }.to_owned())
    };
    let types = DealType::ALL.iter().map(|one| (AttrValue::from(one.name()), AttrValue::from(deal_type(words, *one))));
    let attributions =
        Attribution::ALL.iter().map(|one| (AttrValue::from(one.name()), AttrValue::from(attribution(words, *one))));
    let answers: Vec<(AttrValue, AttrValue)> =
        AnswerKind::ALL.iter().map(|one| (one.name().into(), answer_name(words, *one).into())).collect();
    html! {
        <section class="stack" aria-labelledby="part-more">
            <h2 id="part-more">{ t!(words, "section-more") }</h2>
            if sheet.may(Field::DealType) {
                <Segmented id="dealType" label={t!(words, "deal-type")} options={types.collect::<Vec<_>>()}
                    value={chosen("dealType", DealType::default().name())} on_change={sheet.on_text.clone()} />
            }
            if sheet.may(Field::Attribution) {
                <Segmented id="attribution" label={t!(words, "attribution")} options={attributions.collect::<Vec<_>>()}
                    value={chosen("attribution", Attribution::default().name())} on_change={sheet.on_text.clone()} />
            }
            if sheet.may(Field::Customer) {
                <div class="two">
                    <Select id="customer-industry" label={t!(words, "industry")} optional=true options={industries} placeholder={t!(words, "choose")}
                        value={sheet.draft.text("customer-industry").to_owned()} on_change={sheet.on_text.clone()} />
                    { sheet.text("customer-duns", t!(words, "duns"), Input::Number, true) }
                </div>
            }
            if sheet.may(Field::Qualification) {
                for (question, _) in sheet.content.qualification.answers() {
                    <div class="stack tight" key={question}>
                        <Segmented id={format!("qualification-{question}")} label={question_name(words, question)} options={answers.clone()}
                            value={chosen(&format!("qualification-{question}"), AnswerKind::default().name())}
                            on_change={sheet.on_text.clone()} problem={sheet.problem(&format!("qualification-{question}"))} />
                        if !sheet.draft.text(&format!("qualification-{question}")).is_empty() {
                            <TextField id={format!("qualification-{question}-note")} optional=true
                                label={t!(words, "note-on", question = &question_name(words, question))}
                                value={sheet.draft.text(&format!("qualification-{question}-note")).to_owned()}
                                on_input={sheet.on_text.clone()} />
                        }
                    </div>
                }
            }
        </section>
    }
}
