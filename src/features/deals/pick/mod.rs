//! Deals that are selected, and what is done with all of them at once.

mod bar;
mod form;
mod gesture;

pub use bar::PickBar;
pub use form::BulkForm;
pub use gesture::use_long_press;

use portico_contract::deal::{Command, DealSummary};
use portico_contract::session::Role;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::Reducible;

/// What can be done with many at once.
pub const TOGETHER: [Command; 4] = [Command::Advance, Command::Reassign, Command::Withdraw, Command::StartReview];

/// Whether a role ever does something with many.
pub fn ever(role: Option<Role>) -> bool {
    role.is_some_and(|role| TOGETHER.iter().any(|command| command.is_given_by(role)))
}

/// Whether somebody of a role may give a command to a deal. Where that is not known since the row changed, whether the
/// role ever gives it: the PRM says the rest.
pub fn may(deal: &DealSummary, role: Role, command: Command) -> bool {
    match &deal.allowed_actions {
        Some(allowed) => allowed.contains(&command),
        None => command.is_given_by(role),
    }
}

/// The ids of what is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    pub ids: BTreeSet<String>,
    /// From where a range goes.
    from: Option<String>,
    /// On a phone rows are selected, and not opened.
    pub picking: bool,
}

/// What somebody does to the selection.
pub enum Pick {
    /// One more, or one less.
    Turn(String),
    /// From the one that was turned last to this one, in the order that is shown.
    Through(String, Vec<String>),
    /// All of these; none where all of them are selected.
    All(Vec<String>),
    /// These not any more.
    Drop(Vec<String>),
    /// Begins or ends selecting on a phone.
    Picking(bool),
}

impl Reducible for Picked {
    type Action = Pick;

    fn reduce(self: Rc<Self>, pick: Pick) -> Rc<Self> {
        let mut picked = (*self).clone();
        match pick {
            Pick::Turn(id) => {
                if !picked.ids.remove(&id) {
                    picked.ids.insert(id.clone());
                }
                picked.from = Some(id);
            }
            Pick::Through(id, shown) => {
                let place = |id: &String| shown.iter().position(|known| known == id);
                let from = picked.from.as_ref().and_then(place);
                match (from, place(&id)) {
                    (Some(from), Some(to)) => {
                        picked.ids.extend(shown[from.min(to)..=from.max(to)].iter().cloned());
                    }
                    _ => drop(picked.ids.insert(id.clone())),
                }
                picked.from = Some(id);
            }
            Pick::All(shown) => {
                if shown.iter().all(|id| picked.ids.contains(id)) {
                    picked.ids.clear();
                } else {
                    picked.ids.extend(shown);
                }
            }
            Pick::Drop(ids) => {
                picked.ids.retain(|id| !ids.contains(id));
                picked.picking &= !picked.ids.is_empty();
            }
            Pick::Picking(on) => {
                picked.picking = on;
                picked.ids.clear();
            }
        }
        Rc::new(picked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(picks: Vec<Pick>) -> Vec<String> {
        let picked = picks.into_iter().fold(Rc::new(Picked::default()), Reducible::reduce);
        picked.ids.iter().cloned().collect()
    }

    fn ids(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    #[test]
    fn one_is_turned_and_a_range_goes_from_there_either_way() {
        let turn = |id: &str| Pick::Turn(id.to_owned());
        let through = |id: &str| Pick::Through(id.to_owned(), ids("abcdef"));
        assert_eq!(after(vec![turn("b"), turn("c"), turn("b")]), ids("c"));
        assert_eq!(after(vec![turn("b"), through("d")]), ids("bcd"));
        assert_eq!(after(vec![turn("e"), through("c")]), ids("cde"));
        assert_eq!(after(vec![through("c")]), ids("c"), "without a first there is no range");
        assert_eq!(after(vec![turn("b"), through("c"), through("e")]), ids("bcde"), "a range goes on from its end");
    }

    #[test]
    fn all_is_all_and_then_none() {
        assert_eq!(after(vec![Pick::Turn("a".to_owned()), Pick::All(ids("abc"))]), ids("abc"));
        assert!(after(vec![Pick::All(ids("abc")), Pick::All(ids("abc"))]).is_empty());
        assert_eq!(after(vec![Pick::All(ids("abc")), Pick::Drop(ids("acx"))]), ids("b"));
        assert!(after(vec![Pick::All(ids("abc")), Pick::Picking(false)]).is_empty());
    }
}
