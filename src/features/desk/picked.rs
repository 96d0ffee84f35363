//! Which rows of the queue are picked, to do the same with all of them.

use super::model::{Queue, Set};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// The ids of the picked rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked(BTreeSet<String>);

pub enum Pick {
    /// One is picked, or is not any more.
    Turn(String),
    /// All of these are, or none is.
    All(Vec<String>, bool),
    /// These are not any more.
    Drop(Vec<String>),
}

impl Reducible for Picked {
    type Action = Pick;

    fn reduce(self: Rc<Self>, pick: Pick) -> Rc<Self> {
        let mut ids = self.0.clone();
        match pick {
            Pick::Turn(id) => {
                if !ids.remove(&id) {
                    ids.insert(id);
                }
            }
            Pick::All(all, true) => ids.extend(all),
            Pick::All(all, false) | Pick::Drop(all) => ids.retain(|id| !all.contains(id)),
        }
        if ids == self.0 { self } else { Rc::new(Self(ids)) }
    }
}

impl Picked {
    pub fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// The picked rows that are shown, with their names, in the order of the queue: nothing is done with what is not seen.
    pub fn among(&self, queue: &Queue, set: Set, mine: &[String]) -> Vec<(String, String)> {
        let rows = queue.shown(set, mine).filter(|row| self.has(&row.id));
        rows.map(|row| (row.deal.id.clone(), row.deal.customer.name.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_picked_one_by_one_and_all_at_once() {
        let after = |picks: Vec<Pick>| picks.into_iter().fold(Rc::new(Picked::default()), Picked::reduce);
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let picked = after(vec![Pick::All(ids(&["a", "b", "c"]), true), Pick::Turn("b".to_owned())]);
        assert_eq!(["a", "b", "c"].map(|id| picked.has(id)), [true, false, true]);
        let done = picked.reduce(Pick::Drop(ids(&["a", "x"])));
        assert_eq!(["a", "b", "c"].map(|id| done.has(id)), [false, false, true]);
    }
}
