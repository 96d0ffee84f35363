//! Many deals in portions, so that it is seen how far it came, and what broke off goes on where it stopped.

use portico_contract::deal::bulk::{BulkOrder, BulkResults};
use portico_contract::deal::commands::Order;
use portico_contract::problem::Problem;

/// How many deals are sent together.
const PORTION: usize = 50;

/// What is sent, and what came of it so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Each with the key that it is sent with, also again.
    portions: Vec<(String, BulkOrder)>,
    /// What came of those that were answered.
    results: Vec<BulkResults>,
}

impl Batch {
    pub fn new(ids: &[String], order: &Order, new_key: impl Fn() -> String) -> Self {
        let portion = |ids: &[String]| (new_key(), BulkOrder { ids: ids.to_vec(), order: order.clone() });
        Self { portions: ids.chunks(PORTION).map(portion).collect(), results: Vec::new() }
    }

    /// The next portion; none where all are answered.
    pub fn next(&self) -> Option<&(String, BulkOrder)> {
        self.portions.get(self.results.len())
    }

    /// With the answer to the next portion.
    #[must_use]
    pub fn answered(mut self, results: BulkResults) -> Self {
        self.results.push(results);
        self
    }

    /// How many deals were answered, of how many.
    pub fn progress(&self) -> (usize, usize) {
        let sizes = |portions: &[(String, BulkOrder)]| portions.iter().map(|(_, bulk)| bulk.ids.len()).sum();
        (sizes(&self.portions[..self.results.len().min(self.portions.len())]), sizes(&self.portions))
    }

    /// What was done.
    pub fn done(&self) -> Vec<String> {
        let items = self.results.iter().flat_map(|results| &results.items);
        items.filter(|item| item.ok).map(|item| item.id.clone()).collect()
    }

    /// What was refused, and what was not answered.
    pub fn left(&self) -> Vec<String> {
        let refused = self.refused().map(|(id, _)| id.to_owned());
        let waiting = self.portions.iter().skip(self.results.len()).flat_map(|(_, bulk)| bulk.ids.iter().cloned());
        refused.chain(waiting).collect()
    }

    /// What was not, and why.
    pub fn refused(&self) -> impl Iterator<Item = (&str, &Problem)> {
        self.results.iter().flat_map(BulkResults::refused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::deal::bulk::BulkResult;
    use portico_contract::problem::ProblemKind;
    use std::cell::Cell;

    #[test]
    fn portions_are_sent_one_after_the_other_each_with_its_own_key() {
        let ids: Vec<String> = (0..120).map(|id| id.to_string()).collect();
        let keys = Cell::new(0);
        let key = || {
            keys.set(keys.get() + 1);
            keys.get().to_string()
        };
        let mut batch = Batch::new(&ids, &Order::StartReview, key);
        let mut sent = Vec::new();
        while let Some((key, bulk)) = batch.next().cloned() {
            assert_eq!(batch.next().map(|(again, _)| again), Some(&key), "sent again it has the same key");
            sent.push((key, bulk.ids.len()));
            let refused = |id: &String| id.ends_with('3');
            let items = bulk.ids.iter().map(|id| BulkResult {
                id: id.clone(),
                ok: !refused(id),
                problem: refused(id).then(|| Problem::new(ProblemKind::WrongState)),
            });
            batch = batch.answered(BulkResults { items: items.collect() });
            assert_eq!(batch.progress().1, 120);
            assert_eq!(batch.left().len(), 120 - batch.done().len(), "what is not done is left, answered or not");
            assert!(bulk.ids.iter().all(|id| refused(id) == batch.left().contains(id)));
        }
        assert_eq!(sent, [("1".to_owned(), 50), ("2".to_owned(), 50), ("3".to_owned(), 20)]);
        assert_eq!((batch.done().len(), batch.refused().count(), batch.progress()), (108, 12, (120, 120)));
        assert!(batch.left().iter().all(|id| id.ends_with('3')), "in the end only what was refused is left");
    }
}
