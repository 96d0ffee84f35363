//! The board as data: its columns and cards, and what a move or an event changes of them.

use super::super::model::still_allowed;
use super::super::narrow::Filter;
use portico_contract::deal::board::{Board, BoardColumn};
use portico_contract::deal::list::DealPage;
use portico_contract::deal::{Command, DealSummary, Review, Stage};
use portico_contract::money::Money;
use portico_contract::session::Role;
use portico_contract::total::Total;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Key;

/// A card. Its key and its link are made once, not at every render.
#[derive(Debug)]
pub struct Card {
    pub key: Key,
    pub id: AttrValue,
    pub href: AttrValue,
    pub deal: DealSummary,
    /// How often it was changed while in view: each change lets it glow.
    pub changes: u32,
    /// It was moved here, and the PRM has not answered yet.
    pub moving: bool,
}

impl Card {
    fn of(deal: DealSummary, changes: u32, moving: bool) -> Rc<Self> {
        let id = AttrValue::from(deal.id.clone());
        let href = AttrValue::from(format!("/deals/{id}"));
        Rc::new(Self { key: Key::from(deal.id.as_str()), id, href, deal, changes, moving })
    }

    /// Whether somebody of a role may give a command. Where that is not known since the card changed, whether the role
    /// ever gives it: the PRM says the rest.
    pub fn may(&self, role: Role, command: Command) -> bool {
        let open = self.deal.review == Review::Approved && !self.deal.stage.is_some_and(Stage::is_closed);
        match &self.deal.allowed_actions {
            Some(allowed) => allowed.contains(&command),
            None => open && command.is_given_by(role),
        }
    }
}

/// A column: a stage, or what waits for an answer.
#[derive(Clone, Debug)]
pub struct Column {
    /// The tenant's stage; [`WAITING`] where there is none.
    pub key: AttrValue,
    /// The contract's.
    pub stage: Option<Stage>,
    pub count: u32,
    pub values: Rc<[Total]>,
    pub cards: Rc<[Rc<Card>]>,
    pub next_cursor: Option<AttrValue>,
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        let same_cards = Rc::ptr_eq(&self.cards, &other.cards);
        same_cards
            && self.stage == other.stage
            && self.count == other.count
            && self.values == other.values
            && self.next_cursor == other.next_cursor
    }
}

/// What the column of waiting deals is called in the page.
pub const WAITING: &str = "waiting";

/// The command that brings a card to a stage.
pub fn command_to(stage: Stage) -> Command {
    match stage {
        Stage::Won => Command::Win,
        Stage::Lost => Command::Lose,
        _ => Command::Advance,
    }
}

/// The columns in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    pub all: Vec<Rc<Column>>,
    /// What they were asked for with.
    pub of: Filter,
}

impl Columns {
    pub fn first(board: Board, of: Filter) -> Self {
        let column = |column: BoardColumn| {
            Rc::new(Column {
                key: column
                    .stage_id
                    .or(column.stage.map(|stage| stage.name().to_owned()))
                    .map_or(WAITING.into(), Into::into),
                stage: column.stage,
                count: column.count,
                values: column.values.into(),
                cards: column.items.into_iter().map(|deal| Card::of(deal, 0, false)).collect(),
                next_cursor: column.next_cursor.map(Into::into),
            })
        };
        Self { all: board.columns.into_iter().map(column).collect(), of }
    }

    /// Where a card is: the place of its column, and its own in it.
    pub fn find(&self, id: &str) -> Option<(usize, usize)> {
        let in_column = |column: &Rc<Column>| column.cards.iter().position(|card| *card.id == *id);
        self.all.iter().enumerate().find_map(|(at, column)| in_column(column).map(|place| (at, place)))
    }

    pub fn card(&self, id: &str) -> Option<&Rc<Card>> {
        self.find(id).map(|(column, place)| &self.all[column].cards[place])
    }

    /// The place of the column that a deal belongs to; none where it is in none.
    pub fn place_of(&self, deal: &DealSummary) -> Option<usize> {
        let is = |found: &Rc<Column>| self.all.iter().position(|column| Rc::ptr_eq(column, found));
        match deal.review {
            Review::Approved => {
                let stages: Vec<_> = self.all.iter().filter(|column| column.stage.is_some()).collect();
                let of = |column: &&Rc<Column>| (column.stage, column.key.clone());
                let mut standing = stages.into_iter().filter(|column| of(column).0 == deal.stage);
                let own = standing.clone().find(|column| deal.stage_id.as_deref() == Some(&*column.key));
                own.or_else(|| standing.next()).and_then(is)
            }
            review if Review::WAITING.contains(&review) => self.all.iter().position(|column| column.stage.is_none()),
            _ => None,
        }
    }

    /// The column of a key.
    pub fn column(&self, key: &str) -> Option<&Rc<Column>> {
        self.all.iter().find(|column| *column.key == *key)
    }

    /// The board with a card at another stage, before the PRM has answered.
    #[must_use]
    pub fn moved(&self, id: &str, to: &str) -> Option<Self> {
        let (card, to) = (self.card(id)?, self.column(to)?);
        let deal = DealSummary { stage: to.stage, stage_id: Some(to.key.to_string()), ..card.deal.clone() };
        self.exchanged(Card::of(deal, card.changes, true), Some(0))
    }

    /// The board after the PRM refused a move: the card is where it was, unless something newer is known of it.
    #[must_use]
    pub fn back(&self, before: &Rc<Card>, place: usize) -> Option<Self> {
        let now = self.card(&before.id)?;
        (now.moving && now.deal.version == before.deal.version)
            .then(|| self.exchanged(Card::of(before.deal.clone(), before.changes + 1, false), Some(place)))
            .flatten()
    }

    /// The board after an event, or after the PRM's answer: one card exchanged or moved. A deal that is on no column goes
    /// to the top of its own where `belongs`.
    #[must_use]
    pub fn patched(&self, deal: &DealSummary, belongs: bool) -> Option<Self> {
        let Some(card) = self.card(&deal.id) else {
            return belongs.then(|| self.exchanged(Card::of(deal.clone(), 1, false), Some(0))).flatten();
        };
        let same = card.deal.version == deal.version && self.place_of(&card.deal) == self.place_of(deal);
        if card.deal.version > deal.version || (same && !card.moving) {
            return None;
        }
        self.exchanged(Card::of(still_allowed(&card.deal, deal), card.changes + 1, false), None)
    }

    /// Exchanges a card, in its column or into the one where it belongs now: there at a place, or on top. Counts and sums
    /// follow. `None` where nothing changes.
    fn exchanged(&self, card: Rc<Card>, place: Option<usize>) -> Option<Self> {
        let (before, to) = (self.find(&card.id), self.place_of(&card.deal));
        let mut all = self.all.clone();
        if let Some((from, at)) = before {
            if Some(from) == to {
                let mut cards = all[from].cards.to_vec();
                let values = summed(&summed(&all[from].values, cards[at].deal.value, false), card.deal.value, true);
                cards[at] = card;
                all[from] = Rc::new(Column { cards: cards.into(), values: values.into(), ..(*all[from]).clone() });
                return Some(Self { all, ..self.clone() });
            }
            let mut cards = all[from].cards.to_vec();
            let gone = cards.remove(at);
            let values = summed(&all[from].values, gone.deal.value, false);
            let count = all[from].count.saturating_sub(1);
            all[from] = Rc::new(Column { cards: cards.into(), values: values.into(), count, ..(*all[from]).clone() });
        }
        if before.is_none() && to.is_none() {
            return None;
        }
        if let Some(to) = to {
            let values = summed(&all[to].values, card.deal.value, true);
            let mut cards = all[to].cards.to_vec();
            cards.insert(place.unwrap_or(0).min(cards.len()), card);
            let count = all[to].count + 1;
            all[to] = Rc::new(Column { cards: cards.into(), values: values.into(), count, ..(*all[to]).clone() });
        }
        Some(Self { all, ..self.clone() })
    }

    /// Takes over what the PRM counts, and what may be done with cards of the same version.
    #[must_use]
    pub fn counted(&self, board: &Board) -> Self {
        let column = |column: &Rc<Column>| {
            let Some(now) = board
                .columns
                .iter()
                .find(|now| now.stage == column.stage && now.stage_id.as_deref().is_none_or(|id| *id == *column.key))
            else {
                return column.clone();
            };
            let same = |card: &Rc<Card>| {
                now.items.iter().find(|deal| deal.id == card.deal.id && deal.version == card.deal.version)
            };
            let is_news =
                |card: &&Rc<Card>| same(card).is_some_and(|deal| deal.allowed_actions != card.deal.allowed_actions);
            // Optimistic sums stay until the move is answered.
            if column.cards.iter().any(|card| card.moving) {
                return column.clone();
            }
            let cards = if column.cards.iter().any(|card| is_news(&card)) {
                let fresh = |card: &Rc<Card>| match same(card).filter(|_| is_news(&card)) {
                    Some(deal) => Card::of(deal.clone(), card.changes, false),
                    None => card.clone(),
                };
                column.cards.iter().map(fresh).collect()
            } else {
                column.cards.clone()
            };
            let counted = Column { count: now.count, values: now.values.clone().into(), cards, ..(**column).clone() };
            if counted == **column { column.clone() } else { Rc::new(counted) }
        };
        Self { all: self.all.iter().map(column).collect(), ..self.clone() }
    }

    /// The board with the next cards of a column behind its own.
    #[must_use]
    pub fn followed_by(&self, key: &str, cursor: &AttrValue, page: DealPage) -> Option<Self> {
        let at =
            self.all.iter().position(|column| *column.key == *key && column.next_cursor.as_ref() == Some(cursor))?;
        let more =
            page.items.into_iter().filter(|deal| self.find(&deal.id).is_none()).map(|deal| Card::of(deal, 0, false));
        let mut all = self.all.clone();
        let cards = all[at].cards.iter().cloned().chain(more).collect();
        all[at] = Rc::new(Column { cards, next_cursor: page.next_cursor.map(Into::into), ..(*all[at]).clone() });
        Some(Self { all, ..self.clone() })
    }

    /// The card that an arrow key leads to from one: up and down in its column, sideways to the nearest column with cards.
    pub fn step(&self, from: &str, key: &str, rtl: bool) -> Option<AttrValue> {
        let (column, place) = self.find(from)?;
        let in_column = |at: usize| self.all[column].cards.get(at).map(|card| card.id.clone());
        let beside = |mut columns: Box<dyn Iterator<Item = usize> + '_>| {
            let with_cards = columns.find(|at| !self.all[*at].cards.is_empty())?;
            let cards = &self.all[with_cards].cards;
            cards.get(place.min(cards.len() - 1)).map(|card| card.id.clone())
        };
        let after = || beside(Box::new(column + 1..self.all.len()));
        let before = || beside(Box::new((0..column).rev()));
        match (key, rtl) {
            ("ArrowDown", _) => in_column(place + 1),
            ("ArrowUp", _) => in_column(place.checked_sub(1)?),
            ("Home", _) => in_column(0),
            ("End", _) => in_column(self.all[column].cards.len() - 1),
            ("ArrowRight", false) | ("ArrowLeft", true) => after(),
            ("ArrowLeft", false) | ("ArrowRight", true) => before(),
            _ => None,
        }
    }
}

/// Sums with an amount more or less, each in its own currency.
fn summed(sums: &[Total], amount: Option<Money>, more: bool) -> Vec<Total> {
    let mut sums = sums.to_vec();
    let Some(amount) = amount else { return sums };
    let by = i128::from(amount.minor()) * if more { 1 } else { -1 };
    match sums.iter_mut().find(|sum| sum.currency() == amount.currency().code()) {
        Some(sum) => *sum = Total::of(sum.minor() + by, amount.currency()),
        None if more => sums.push(amount.into()),
        None => {}
    }
    sums.retain(|sum| sum.minor() > 0);
    sums.sort_by_key(|sum| std::cmp::Reverse(sum.minor()));
    sums
}

#[cfg(test)]
mod tests;
