//! The sections of the form: what belongs together.

use super::super::facts::{answer_name, attribution, question_name, vendor_contact};
use super::super::margin::{MarginPreview, relevant};
use super::draft::Draft;
use super::hint::ConflictHint;
use crate::i18n::{Words, today};
use crate::parts::deal_type;
use crate::t;
use crate::ui::{Choice, Field, Input, Mistake, said_of};
use portico_contract::deal::content::{AnswerKind, Attribution, DealType, VendorContact};
use portico_contract::deal::form::{CustomField, CustomKind};
use portico_contract::deal::{self, DealContent, DealForm};
use portico_contract::website::Website;
use yew::prelude::*;

/// What every section is made of.
pub(super) struct Sheet<'a> {
    pub words: &'a Words,
    pub form: &'a DealForm,
    pub draft: &'a Draft,
    pub content: &'a DealContent,
    pub countries: &'a [Choice],
    /// What is open to change.
    pub editable: &'a [deal::Field],
    /// The mistakes that are shown.
    pub mistakes: &'a [Mistake],
    /// The deal that is edited.
    pub own: Option<AttrValue>,
}

impl Sheet<'_> {
    fn may(&self, field: deal::Field) -> bool {
        self.editable.contains(&field)
    }

    /// A field as it was typed, or at its preset.
    fn field(&self, id: &str, label: String, preset: &str) -> Field {
        let text = self.draft.text(id);
        Field {
            id: id.to_owned().into(),
            label: label.into(),
            value: if text.is_empty() { preset } else { text }.to_owned().into(),
            problem: said_of(self.mistakes, id),
            ..Field::default()
        }
    }

    fn line(&self, id: &str, label: String, input: Input, optional: bool) -> Html {
        Field { input, optional, ..self.field(id, label, "") }.line(self.words)
    }

    /// Who buys, and whether somebody else has registered it.
    pub(super) fn customer(&self) -> Html {
        if !self.may(deal::Field::Customer) {
            return Html::default();
        }
        let words = self.words;
        let products: Vec<String> = self.content.products.iter().map(|line| line.product.clone()).collect();
        let content = html! {
            <>
                { self.line("customer-name", t!(words, "customer-name"), Input::Name, false) }
                { self.line("customer-website", t!(words, "customer-website"), Input::Host, false) }
                <ConflictHint key="hint" customer={self.content.customer.clone()} own={self.own.clone()} {products} />
                <div class="two" key="place">
                    { self.field("customer-country", t!(words, "country"), "").select(words, self.countries, true) }
                    { self.line("customer-city", t!(words, "city"), Input::Name, true) }
                </div>
            </>
        };
        section("part-customer", t!(words, "section-customer"), content)
    }

    /// Whom to talk to, and that they agree.
    pub(super) fn contact(&self) -> Html {
        if !self.may(deal::Field::Contact) {
            return Html::default();
        }
        let words = self.words;
        let choices: Vec<Choice> =
            VendorContact::ALL.iter().map(|one| (one.name().into(), vendor_contact(words, *one).into())).collect();
        let vendor = self.field("contact-vendorContact", t!(words, "vendor-contact"), VendorContact::default().name());
        let agreed = self.field("contact-consent", t!(words, "consent"), "");
        let content = html! {
            <>
                { self.line("contact-name", t!(words, "contact-name"), Input::Name, false) }
                { self.line("contact-email", t!(words, "contact-email"), Input::Email, false) }
                { self.whole_address() }
                <div class="two" key="more">
                    { self.line("contact-phone", t!(words, "contact-phone"), Input::Phone, true) }
                    { self.line("contact-title", t!(words, "contact-title"), Input::Text, true) }
                </div>
                { agreed.tick(self.draft.is_ticked("contact-consent"), true) }
                { vendor.segmented(&choices) }
            </>
        };
        section("part-contact", t!(words, "section-contact"), content)
    }

    /// Offers to finish an address with the customer's host name.
    fn whole_address(&self) -> Html {
        let typed = self.draft.text("contact-email");
        let (local, begun) = typed.split_once('@').unwrap_or((typed, ""));
        let host = self.content.customer.website.as_deref().and_then(|typed| Website::parse(typed).ok());
        let fits = |host: &Website| !local.is_empty() && host.as_str() != begun && host.as_str().starts_with(begun);
        let whole = host.filter(fits).map(|host| format!("{local}@{}", host.as_str()));
        let chip =
            |whole: String| html! { <button type="button" class="chip" data-email={whole.clone()}>{ whole }</button> };
        html! { <div key="whole-address">{ whole.map(chip).unwrap_or_default() }</div> }
    }

    /// For how much, until when, and why it is needed.
    pub(super) fn deal(&self) -> Html {
        use deal::Field::{CloseDate, Need, Value};
        if ![Value, CloseDate, Need].into_iter().any(|field| self.may(field)) {
            return Html::default();
        }
        let words = self.words;
        let currencies: Vec<Choice> =
            self.form.currencies.iter().map(|code| (code.clone().into(), code.clone().into())).collect();
        let preset = self.form.currencies.first().map_or("", String::as_str);
        let close = Field {
            input: Input::Date,
            min: Some(today().to_string().into()),
            ..self.field("closeDate", t!(words, "close-date"), "")
        };
        let need = Field { help: Some(t!(words, "need-help").into()), ..self.field("need", t!(words, "need"), "") };
        let content = html! {
            <>
                if self.may(Value) {
                    <div class="value" key="value">
                        { self.line("value-amount", t!(words, "value"), Input::Decimal, false) }
                        { self.field("value-currency", t!(words, "currency"), preset).select(words, &currencies, false) }
                    </div>
                    <MarginPreview key="margin" content={relevant(self.content)} />
                }
                if self.may(CloseDate) { { close.line(words) } }
                if self.may(Need) { { need.area(words) } }
            </>
        };
        section("part-deal", t!(words, "section-deal"), content)
    }

    /// A box for each product; what is chosen asks how many and for how much.
    pub(super) fn products(&self) -> Html {
        if !self.may(deal::Field::Products) {
            return Html::default();
        }
        let words = self.words;
        let product = |product: &portico_contract::deal::form::Choice| {
            let (id, name) = (format!("products-{}", product.id), product.name.as_str());
            let ticked = self.draft.is_ticked(&id);
            let tick = Field { problem: None, ..self.field(&id, name.to_owned(), "") }.tick(ticked, false);
            let quantity = |product: &str| {
                self.line(&format!("quantity-{product}"), t!(words, "quantity-of", product = name), Input::Number, true)
            };
            let amount = |product: &str| {
                self.line(&format!("amount-{product}"), t!(words, "amount-of", product = name), Input::Decimal, true)
            };
            html! {
                <div class="stack tight" key={product.id.clone()}>
                    { tick }
                    if ticked { <div class="two inset">{ quantity(&product.id) }{ amount(&product.id) }</div> }
                </div>
            }
        };
        let boxes = html! { <div class="stack tight">{ for self.form.products.iter().map(product) }</div> };
        let group = self.field("products", t!(words, "products"), "").group(boxes);
        html! { <div class="stack part" key="part-products">{ group }</div> }
    }

    /// The tenant's own questions.
    pub(super) fn custom(&self) -> Html {
        if !self.may(deal::Field::Custom) || self.form.fields.is_empty() {
            return Html::default();
        }
        let fields = self.form.fields.iter().map(|field| self.own_field(field));
        section("part-custom", t!(self.words, "section-custom"), html! { <>{ for fields }</> })
    }

    fn own_field(&self, own: &CustomField) -> Html {
        let id = format!("custom-{}", own.id);
        let help = own.help.clone().map(AttrValue::from);
        let field = Field {
            optional: !own.is_required(self.content.deal_type),
            help,
            ..self.field(&id, own.label.clone(), "")
        };
        match own.kind {
            CustomKind::Checkbox => Field { optional: false, ..field }.tick(self.draft.is_ticked(&id), false),
            CustomKind::Choice => {
                let choices: Vec<Choice> =
                    own.options.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect();
                field.select(self.words, &choices, true)
            }
            CustomKind::LongText => field.area(self.words),
            CustomKind::Number => Field { input: Input::Number, ..field }.line(self.words),
            CustomKind::Date => Field { input: Input::Date, ..field }.line(self.words),
            CustomKind::Text => field.line(self.words),
        }
    }

    /// Whether there is anything folded away that may be changed.
    pub(super) fn has_more(&self) -> bool {
        use deal::Field::{Attribution, Customer, DealType, Qualification};
        [DealType, Attribution, Qualification, Customer].into_iter().any(|field| self.may(field))
    }

    /// What helps to judge the sale. All of it has a preset or may be left out.
    pub(super) fn more(&self) -> Html {
        let words = self.words;
        let types: Vec<Choice> =
            DealType::ALL.iter().map(|one| (one.name().into(), deal_type(words, *one).into())).collect();
        let parts: Vec<Choice> =
            Attribution::ALL.iter().map(|one| (one.name().into(), attribution(words, *one).into())).collect();
        let industries: Vec<Choice> =
            self.form.industries.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect();
        let industry = Field { optional: true, ..self.field("customer-industry", t!(words, "industry"), "") };
        let content = html! {
            <>
                if self.may(deal::Field::DealType) {
                    { self.field("dealType", t!(words, "deal-type"), DealType::default().name()).segmented(&types) }
                }
                if self.may(deal::Field::Attribution) {
                    { self.field("attribution", t!(words, "attribution"), Attribution::default().name()).segmented(&parts) }
                }
                if self.may(deal::Field::Customer) {
                    <div class="two" key="firm">
                        { industry.select(words, &industries, true) }
                        { self.line("customer-duns", t!(words, "duns"), Input::Number, true) }
                    </div>
                }
                if self.may(deal::Field::Qualification) {
                    { for self.content.qualification.answers().into_iter().map(|(question, _)| self.question(question)) }
                }
            </>
        };
        section("part-more", t!(words, "section-more"), content)
    }

    fn question(&self, question: &'static str) -> Html {
        let words = self.words;
        let id = format!("qualification-{question}");
        let name = question_name(words, question);
        let choices: Vec<Choice> =
            AnswerKind::ALL.iter().map(|one| (one.name().into(), answer_name(words, *one).into())).collect();
        let remark = t!(words, "note-on", question = &name);
        let answered = !self.draft.text(&id).is_empty();
        html! {
            <div class="stack tight" key={question}>
                { self.field(&id, name, AnswerKind::default().name()).segmented(&choices) }
                if answered { { self.line(&format!("{id}-note"), remark, Input::Text, true) } }
            </div>
        }
    }
}

fn section(id: &'static str, title: String, content: Html) -> Html {
    html! { <section class="stack part" key={id} aria-labelledby={id}><h2 {id} tabindex="-1">{ title }</h2>{ content }</section> }
}
