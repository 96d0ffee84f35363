//! The sections of the settings: what each holds of the rules, and where it is.

use super::sections::{answers, approval, form, house, incentives, lists, registration, routing, stages};
use super::sheet::Sheet;
use crate::i18n::Words;
use crate::t;
use yew::prelude::*;

/// A section, at `/settings/{name}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Form,
    Products,
    Stages,
    Registration,
    Answers,
    Reasons,
    Routing,
    Approval,
    Incentives,
    House,
}

impl Section {
    pub(super) const ALL: [Self; 10] = [
        Self::Form,
        Self::Products,
        Self::Stages,
        Self::Registration,
        Self::Answers,
        Self::Reasons,
        Self::Routing,
        Self::Approval,
        Self::Incentives,
        Self::House,
    ];

    /// Its name in the address.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Products => "products",
            Self::Stages => "stages",
            Self::Registration => "registration",
            Self::Answers => "answers",
            Self::Reasons => "reasons",
            Self::Routing => "routing",
            Self::Approval => "approval",
            Self::Incentives => "incentives",
            Self::House => "house",
        }
    }

    pub(super) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    /// Where in the rules it is: the beginnings of the pointers it edits.
    pub(super) fn places(self) -> &'static [&'static str] {
        match self {
            Self::Form => &["/form/fields", "/form/required"],
            Self::Products => &["/form/products", "/form/industries", "/form/currencies"],
            Self::Stages => &["/form/stages"],
            Self::Registration => &["/registration"],
            Self::Answers => &["/answers"],
            Self::Reasons => &["/reasons"],
            Self::Routing => &["/routing"],
            Self::Approval => &["/approval"],
            Self::Incentives => &["/incentives"],
            Self::House => &["/house"],
        }
    }

    /// The section that a place of the rules is edited in.
    pub(super) fn of(place: &str) -> Option<Self> {
        let inside =
            |begin: &&str| place.strip_prefix(*begin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        Self::ALL.into_iter().find(|section| section.places().iter().any(inside))
    }

    /// Its title, and what it is about.
    pub(super) fn said(self, words: &Words) -> (String, String) {
        match self {
            Self::Form => (t!(words, "settings-form"), t!(words, "settings-form-text")),
            Self::Products => (t!(words, "settings-products"), t!(words, "settings-products-text")),
            Self::Stages => (t!(words, "settings-stages"), t!(words, "settings-stages-text")),
            Self::Registration => (t!(words, "settings-registration"), t!(words, "settings-registration-text")),
            Self::Answers => (t!(words, "settings-answers"), t!(words, "settings-answers-text")),
            Self::Reasons => (t!(words, "settings-reasons"), t!(words, "settings-reasons-text")),
            Self::Routing => (t!(words, "settings-routing"), t!(words, "settings-routing-text")),
            Self::Approval => (t!(words, "settings-approval"), t!(words, "settings-approval-text")),
            Self::Incentives => (t!(words, "settings-incentives"), t!(words, "settings-incentives-text")),
            Self::House => (t!(words, "settings-house"), t!(words, "settings-house-text")),
        }
    }

    /// Its fields.
    pub(super) fn fields(self, sheet: &Sheet<'_>) -> Html {
        match self {
            Self::Form => form::fields(sheet),
            Self::Products => lists::products(sheet),
            Self::Stages => stages::fields(sheet),
            Self::Registration => registration::fields(sheet),
            Self::Answers => answers::fields(sheet),
            Self::Reasons => lists::reasons(sheet),
            Self::Routing => routing::fields(sheet),
            Self::Approval => approval::fields(sheet),
            Self::Incentives => incentives::fields(sheet),
            Self::House => house::fields(sheet),
        }
    }
}
