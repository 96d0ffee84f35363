//! The fields that a command has beside its comment.

use super::super::margin::granted;
use super::said::{NOBODY, Said};
use crate::i18n::Words;
use crate::parts::colleague_label;
use crate::t;
use crate::ui::{Choice, Field, Input, Mistake, said_of};
use portico_contract::absence::Colleague;
use portico_contract::deal::commands::CoSell;
use portico_contract::deal::form;
use portico_contract::deal::{self, Command, Deal, DealForm};
use portico_contract::session::Person;
use std::rc::Rc;
use yew::prelude::*;

/// What the form of a command is made of.
pub(super) struct Asking<'a> {
    pub words: &'a Words,
    pub form: &'a Rc<DealForm>,
    pub deal: &'a Deal,
    pub said: &'a Said,
    pub mistakes: &'a [Mistake],
    /// Who may own the deal, once that is known.
    pub owners: &'a [Person],
    /// Who decides, once that is known.
    pub colleagues: &'a [Colleague],
}

impl Asking<'_> {
    fn field(&self, name: &'static str, label: String) -> Field {
        let id = format!("order-{name}");
        Field {
            label: label.into(),
            value: self.said.text(name).to_owned().into(),
            problem: said_of(self.mistakes, &id),
            id: id.into(),
            ..Field::default()
        }
    }

    fn days(&self, name: &'static str, label: String, help: String) -> Html {
        Field { input: Input::Number, help: Some(help.into()), ..self.field(name, label) }.line(self.words)
    }

    fn reason(&self, reasons: &[form::Choice]) -> Html {
        let reasons: Vec<Choice> =
            reasons.iter().map(|reason| (reason.id.clone().into(), reason.name.clone().into())).collect();
        self.field("reasonCode", t!(self.words, "order-reason")).select(self.words, &reasons, true)
    }

    /// The fields of `command`.
    pub(super) fn fields(&self, command: Command) -> Html {
        let (words, deal) = (self.words, self.deal);
        match command {
            Command::Approve => {
                let days = self.days("protectionDays", t!(words, "order-days"), t!(words, "order-days-help"));
                html! { <>{ days }{ granted(words, deal) }</> }
            }
            Command::Reject => self.reason(&self.form.reasons),
            Command::Lose => self.reason(&self.form.loss_reasons),
            Command::RequestInfo => {
                let tick = |one: deal::Field| {
                    let tick = Field {
                        id: format!("order-fields-{}", one.name()).into(),
                        label: field_name(words, one).into(),
                        ..Field::default()
                    };
                    tick.tick(self.said.fields.contains(&one), false)
                };
                let ticks = html! { <div class="two">{ for deal::Field::ALL.into_iter().map(tick) }</div> };
                self.field("fields", t!(words, "order-fields")).group(ticks)
            }
            Command::MarkDuplicate => {
                let others = deal.conflicts.iter().flatten();
                let choices: Vec<Choice> = others
                    .map(|other| {
                        let label = format!("{} · {}", other.deal.organisation.name, other.deal.number.as_str());
                        (other.deal.id.clone().into(), label.into())
                    })
                    .collect();
                if choices.is_empty() {
                    return Html::default();
                }
                self.field("of", t!(words, "order-of")).segmented(&choices)
            }
            Command::RequestExtension => self.days("days", t!(words, "extension-days"), self.window()),
            Command::DecideExtension => {
                let answers = [("yes", t!(words, "extension-grant")), ("no", t!(words, "extension-refuse"))];
                let answers = answers.map(|(id, label)| (AttrValue::from(id), AttrValue::from(label)));
                let granted = self.said.text("grant") == "yes";
                html! {
                    <>
                        { self.field("grant", t!(words, "extension-answer")).segmented(&answers) }
                        if granted { { self.days("days", t!(words, "extension-days"), self.window()) } }
                    </>
                }
            }
            Command::Reassign => {
                let others = self.owners.iter().filter(|owner| owner.id != deal.owner.id);
                let owners: Vec<Choice> =
                    others.map(|owner| (owner.id.clone().into(), owner.name.clone().into())).collect();
                self.field("owner", t!(words, "column-owner")).select(words, &owners, true)
            }
            Command::Assign => {
                let now = deal.handler.as_ref().map(|one| one.id.as_str());
                let others = self.colleagues.iter().filter(|one| Some(one.id.as_str()) != now);
                let mut people: Vec<Choice> =
                    others.map(|one| (one.id.clone().into(), colleague_label(words, one).into())).collect();
                if now.is_some() {
                    people.push((NOBODY.into(), t!(words, "assign-nobody").into()));
                }
                self.field("to", t!(words, "assign-to")).select(words, &people, true)
            }
            Command::Advance => {
                let now = deal.stage.and_then(|stage| self.form.stage_at(stage, deal.stage_id.as_deref()));
                let open = self.form.stages.iter().filter(|stage| !stage.stage.is_closed() && Some(*stage) != now);
                let stages: Vec<Choice> =
                    open.map(|stage| (stage.id().to_owned().into(), stage.name.clone().into())).collect();
                self.field("stage", t!(words, "column-stage")).segmented(&stages)
            }
            Command::Win => {
                let code = deal.value.map(|value| String::from(value.currency())).unwrap_or_default();
                let value = self.field("value-amount", t!(words, "won-value", currency = &code));
                let reference = self.field("reference", t!(words, "won-reference"));
                html! {
                    <>
                        { Field { input: Input::Decimal, ..value }.line(words) }
                        { Field { optional: true, input: Input::Text, ..reference }.line(words) }
                    </>
                }
            }
            Command::RequestCoSell => {
                let kinds: Vec<Choice> =
                    CoSell::ALL.iter().map(|kind| (kind.name().into(), co_sell_name(words, *kind).into())).collect();
                self.field("kind", t!(words, "co-sell-kind")).select(words, &kinds, true)
            }
            _ => Html::default(),
        }
    }

    /// Until when the deal is protected now.
    fn window(&self) -> String {
        let ends = self.deal.protection.map(|window| self.words.day(window.ends_on)).unwrap_or_default();
        t!(self.words, "protected-until", day = &ends)
    }
}

/// What help of a seller is called.
pub fn co_sell_name(words: &Words, kind: CoSell) -> String {
    match kind {
        CoSell::ArchitecturalValidation => t!(words, "co-sell-architecture"),
        CoSell::BusinessPresentation => t!(words, "co-sell-presentation"),
        CoSell::CompetitiveInformation => t!(words, "co-sell-competition"),
        CoSell::PricingAssistance => t!(words, "co-sell-pricing"),
        CoSell::TechnicalConsultation => t!(words, "co-sell-technical"),
        CoSell::TotalCostOfOwnership => t!(words, "co-sell-cost"),
        CoSell::DealSupport => t!(words, "co-sell-deal"),
        CoSell::PublicTender => t!(words, "co-sell-tender"),
    }
}

/// What a member of the deal is called.
fn field_name(words: &Words, field: deal::Field) -> String {
    match field {
        deal::Field::Customer => t!(words, "section-customer"),
        deal::Field::Contact => t!(words, "section-contact"),
        deal::Field::Need => t!(words, "need"),
        deal::Field::Products => t!(words, "products"),
        deal::Field::Value => t!(words, "value"),
        deal::Field::CloseDate => t!(words, "close-date"),
        deal::Field::DealType => t!(words, "deal-type"),
        deal::Field::Attribution => t!(words, "attribution"),
        deal::Field::Qualification => t!(words, "section-qualification"),
        deal::Field::Custom => t!(words, "section-custom"),
    }
}
