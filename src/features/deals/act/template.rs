//! Templates in the form of a decision: chosen, they fill the comment, which may be edited after; what was typed before
//! comes back with one button.

use crate::api::{Fetch, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::session::{use_may, use_session};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Choice, Field};
use portico_contract::capability;
use portico_contract::deal::{Command, Deal};
use portico_contract::programme::templates::{TEMPLATED, TemplateText, fill};
use portico_contract::session::Permission;
use std::rc::Rc;
use yew::prelude::*;

/// The templates that fit a command, their texts filled with what the deal says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Templates(Vec<TemplateText>);

impl Templates {
    /// Those of a command, filled; `me` is whoever decides.
    fn of(all: &[TemplateText], command: Command, deal: &Deal, me: &str) -> Self {
        let given = |name: &str| match name {
            "customer" => deal.customer.name.as_deref(),
            "number" => Some(deal.number.as_str()),
            "contact" => deal.contact.name.as_deref(),
            "partner" => Some(deal.organisation.name.as_str()),
            "rep" => Some(deal.owner.name.as_str()),
            "me" => Some(me),
            _ => None,
        };
        let fitting = all.iter().filter(|one| one.command == command);
        Self(fitting.map(|one| TemplateText { body: fill(&one.body, given), ..one.clone() }).collect())
    }

    /// The filled text of a template.
    pub(super) fn text(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|one| one.id == id).map(|one| one.body.as_str())
    }

    /// What is chosen by; nothing where there is nothing to choose.
    pub(super) fn picker(&self, words: &Words, chosen: &str, undo: Option<&Callback<MouseEvent>>) -> Html {
        if self.0.is_empty() {
            return Html::default();
        }
        let choices: Vec<Choice> = self.0.iter().map(|one| (one.id.clone().into(), one.name.clone().into())).collect();
        let picker = Field {
            id: "order-template".into(),
            label: t!(words, "order-template").into(),
            optional: true,
            value: chosen.to_owned().into(),
            ..Field::default()
        };
        html! {
            <div class="stack tight">
                { picker.select(words, &choices, true) }
                if let Some(undo) = undo {
                    <div><button type="button" class="button small" onclick={undo.clone()}>{ t!(words, "template-undo") }</button></div>
                }
            </div>
        }
    }
}

/// The templates for a command on a deal: none until they are fetched, or where there are none.
#[hook]
pub(super) fn use_templates(command: Command, deal: &Rc<Deal>) -> Rc<Templates> {
    let (words, api, session) = (use_words(), use_api(), use_session());
    let wanted = TEMPLATED.contains(&command) && use_may(Permission::DealsDecide) && use_can(capability::PROGRAMME);
    let language = words.language().to_owned();
    let fetched = use_remote((api, language, wanted), |(api, language, wanted)| -> Fetch<Rc<[TemplateText]>> {
        let templates = wanted.then(|| api.templates(language));
        Box::pin(async move {
            match templates {
                Some(templates) => templates.await.map(|page| page.items.into()),
                None => Ok(Rc::from([])),
            }
        })
    });
    let me = session.session().map(|session| session.user.name.clone()).unwrap_or_default();
    let all = fetched.get().value().cloned();
    use_memo((all, command, deal.clone(), me), |(all, command, deal, me)| {
        Templates::of(all.as_deref().unwrap_or_default(), *command, deal, me)
    })
}
