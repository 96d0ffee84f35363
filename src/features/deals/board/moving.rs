//! Moving a card: shown at once, carried out, and rolled back in view where the PRM refuses.

use super::super::notice::{Said, Shown};
use super::model::{Columns, command_to};
use crate::api::{Api, ApiError, Patcher, new_key};
use crate::i18n::Words;
use crate::parts::{Form, deal_name};
use crate::t;
use crate::ui::failure_words;
use portico_contract::deal::commands::Order;
use portico_contract::deal::{Command, Deal};
use portico_contract::problem::ProblemKind;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a move needs of the board.
#[derive(Clone, PartialEq)]
pub(super) struct Mover {
    pub api: Api,
    pub words: Rc<Words>,
    pub form: Form,
    pub columns: Option<Rc<Columns>>,
    pub patcher: Patcher<Rc<Columns>>,
    pub reload: Callback<()>,
    pub tell: Callback<Shown>,
    /// Told of a deal that is to be won or lost: that asks for more.
    pub close: Callback<(Rc<Deal>, Command)>,
}

impl Mover {
    /// Moves a card to a column. `undoes` where that takes back a move.
    pub(super) fn carry(&self, id: &AttrValue, to: &AttrValue, undoes: bool) {
        let found = self.columns.as_ref().and_then(|columns| columns.find(id).map(|at| (columns, at)));
        let Some((columns, (column, place))) = found else { return };
        let card = columns.all[column].cards[place].clone();
        let Some(stage) = columns.column(to).and_then(|column| column.stage) else { return };
        if card.moving || columns.all[column].key == *to {
            return;
        }
        match command_to(stage) {
            Command::Advance => {}
            command => return self.ask(id, command),
        }
        let from = columns.all[column].clone();
        let (moved, to) = ((id.clone(), to.clone()), to.clone());
        self.patcher.patch(move |columns| columns.moved(&moved.0, &moved.1).map(Rc::new));
        let answer = self.api.carry_out(id, &new_key(), &Order::Advance { stage, stage_id: to.to_string() });
        let (this, id) = (self.clone(), id.clone());
        spawn_local(async move {
            let name = deal_name(&this.words, &card.deal.customer.name);
            match answer.await {
                Ok(deal) => {
                    let deal = deal.summary();
                    let told = deal.clone();
                    this.patcher.patch(move |columns| columns.patched(&told, true).map(Rc::new));
                    let stage = this.form.stage(stage, Some(&*to));
                    let text = if undoes {
                        t!(this.words, "board-undone", name = &name, stage = stage)
                    } else {
                        t!(this.words, "board-moved", name = &name, stage = stage)
                    };
                    let back = from.stage.filter(|_| !undoes).map(|_| {
                        let undo = Undo { mover: this.clone(), deal: Rc::new(deal), before: from.key.clone() };
                        Callback::from(move |()| undo.carry(&id))
                    });
                    this.tell.emit(Said { text: text.into(), undo: back }.into());
                }
                Err(error) => {
                    let (why, text) = failure_words(&this.words, &error);
                    let stage =
                        from.stage.map(|stage| this.form.stage(stage, Some(&*from.key)).to_owned()).unwrap_or_default();
                    let text =
                        t!(this.words, "board-not-moved", name = &name, stage = &stage, why = &why, text = &text);
                    this.patcher.patch(move |columns| columns.back(&card, place).map(Rc::new));
                    this.tell.emit(Said { text: text.into(), undo: None }.into());
                    if matches!(error.kind(), Some(ProblemKind::WrongState | ProblemKind::NotFound)) {
                        // Somebody was quicker: how it stands now is fetched.
                        this.reload.emit(());
                    }
                }
            }
        });
    }

    /// Asks what it takes to win or lose a deal; the card stays where it is until that is said.
    fn ask(&self, id: &AttrValue, command: Command) {
        let (answer, this) = (self.api.deal(id), self.clone());
        let name =
            self.columns.as_ref().and_then(|columns| columns.card(id).map(|card| card.deal.customer.name.clone()));
        spawn_local(async move {
            let name = deal_name(&this.words, &name.unwrap_or_default());
            let refused = match answer.await {
                Ok(deal) if deal.allowed_actions.contains(&command) => {
                    return this.close.emit((Rc::new(deal), command));
                }
                Ok(_) => {
                    this.reload.emit(());
                    (t!(this.words, "failure-changed"), t!(this.words, "failure-changed-text"))
                }
                Err(error) => said(&this.words, &error),
            };
            let text = t!(this.words, "board-not-opened", name = &name, why = &refused.0, text = &refused.1);
            this.tell.emit(Said { text: text.into(), undo: None }.into());
        });
    }

    /// What was won or lost goes to its column.
    pub(super) fn closed(&self, deal: &Deal) {
        let (row, name) = (deal.summary(), deal_name(&self.words, deal.customer.name.as_deref().unwrap_or_default()));
        let stage =
            row.stage.map(|stage| self.form.stage(stage, row.stage_id.as_deref()).to_owned()).unwrap_or_default();
        self.patcher.patch(move |columns| columns.patched(&row, true).map(Rc::new));
        self.tell.emit(
            Said { text: t!(self.words, "board-closed", name = &name, stage = &stage).into(), undo: None }.into(),
        );
    }
}

fn said(words: &Words, error: &ApiError) -> (String, String) {
    failure_words(words, error)
}

/// A move that can be taken back: from the board as it is after it.
struct Undo {
    mover: Mover,
    deal: Rc<portico_contract::deal::DealSummary>,
    before: AttrValue,
}

impl Undo {
    fn carry(&self, id: &AttrValue) {
        let after = self.mover.columns.as_ref().and_then(|columns| columns.patched(&self.deal, true)).map(Rc::new);
        Mover { columns: after, ..self.mover.clone() }.carry(id, &self.before, true);
    }
}
