//! What becomes of a row: the deal it stands for, what is wrong with it, and whether it may be there already.

use super::super::conflicts::Keys;
use super::super::entity::deal;
use super::super::{Store, access};
use crate::ports::{Actor, PortError};
use crate::table::{Sheet, body};
use chrono::NaiveDate;
use portico_contract::deal::{DealContent, DealForm, Review};
use portico_contract::import::ImportMapping;
use portico_contract::problem::{Code, FieldProblem};
use portico_contract::read::Reader;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// By what rows are judged.
pub(super) struct Judge {
    pub sheets: Vec<Sheet>,
    pub mapping: ImportMapping,
    pub form: DealForm,
    pub today: NaiveDate,
}

impl Judge {
    /// The deal that a row stands for, and what is wrong with it, by the contract's own rules.
    pub(super) fn judge(&self, cells: &[String]) -> (DealContent, Vec<FieldProblem>) {
        let body = body(&self.sheets, &self.mapping, cells);
        let mut reader = Reader::default();
        let content = reader.object(&body, "", |o| DealContent::read(o, &self.form));
        if cells.len() > self.mapping.columns.len() {
            reader.report(FieldProblem::new("", Code::TooMany, "more cells than the file has columns"));
        }
        if !self.mapping.submit && content == DealContent::default() {
            reader.report(FieldProblem::new("/customer/name", Code::Required, "nothing to keep"));
        }
        let problems = reader.into_problems();
        if self.mapping.submit {
            let problems = content.mistakes(problems, &self.form, self.today);
            (content, problems)
        } else {
            (content, problems)
        }
    }
}

/// By what a row is known to be of a customer, and for which products.
pub(super) struct Place {
    keys: Vec<String>,
    products: Vec<String>,
}

impl Place {
    pub(super) fn of(content: &DealContent) -> Self {
        let products = content.products.iter().map(|line| line.product.clone()).collect();
        Self { keys: named(&Keys::of(&content.customer)), products }
    }

    fn overlaps(&self, products: &[String]) -> bool {
        let (own, other) = (&self.products, products);
        own.is_empty() || other.is_empty() || own.iter().any(|product| other.contains(product))
    }
}

/// The keys of a customer, none like one of another kind.
fn named(keys: &Keys) -> Vec<String> {
    let kinds = [("website", &keys.website), ("duns", &keys.duns), ("name", &keys.name)];
    kinds.into_iter().filter_map(|(kind, key)| Some(format!("{kind} {}", key.as_ref()?))).collect()
}

/// The rows that were seen so far, by their customers.
#[derive(Default)]
pub(super) struct Seen(HashMap<String, Vec<Vec<String>>>);

impl Seen {
    /// Whether a row before was of the same customer, for a product that this one has too. From now on this one was.
    pub(super) fn meets(&mut self, place: &Place) -> bool {
        let known = place.keys.iter().filter_map(|key| self.0.get(key)).flatten();
        let met = known.into_iter().any(|products| place.overlaps(products));
        for key in &place.keys {
            self.0.entry(key.clone()).or_default().push(place.products.clone());
        }
        met
    }
}

impl Store {
    /// For each row the deal of the own firm that it may be a duplicate of: a draft, an open one or a protected one.
    pub(super) async fn known(
        &self,
        who: &Actor,
        places: &[Place],
        today: NaiveDate,
    ) -> Result<Vec<Option<String>>, PortError> {
        let values = |kind: &str| {
            let of = move |key: &String| key.strip_prefix(kind)?.strip_prefix(' ').map(str::to_owned);
            places.iter().flat_map(|place| &place.keys).filter_map(of).collect::<Vec<_>>()
        };
        let by = [(deal::Column::Website, "website"), (deal::Column::Duns, "duns"), (deal::Column::NameKey, "name")];
        let mut found: HashMap<String, Vec<(String, Vec<String>)>> = HashMap::new();
        // One after the other, so that each is found by its index.
        for (column, kind) in by {
            let wanted = values(kind);
            if wanted.is_empty() {
                continue;
            }
            let open = Review::ALL.into_iter().filter(|review| review.is_open() || *review == Review::Draft);
            let protected = Condition::all()
                .add(deal::Column::Review.eq(Review::Approved.name()))
                .add(deal::Column::ProtectionEnds.gte(today.to_string()));
            let standing = Condition::any().add(deal::Column::Review.is_in(open.map(Review::name))).add(protected);
            let rows: Vec<(String, String, String)> = deal::Entity::find()
                .select_only()
                .columns([deal::Column::Id, column, deal::Column::Products])
                .filter(access::deals(who))
                .filter(column.is_in(wanted))
                .filter(standing)
                .into_tuple()
                .all(&self.db)
                .await?;
            for (id, key, products) in rows {
                let products = products.split_whitespace().map(str::to_owned).collect();
                found.entry(format!("{kind} {key}")).or_default().push((id, products));
            }
        }
        let of = |place: &Place| {
            let known = place.keys.iter().filter_map(|key| found.get(key)).flatten();
            known.into_iter().find(|(_, products)| place.overlaps(products)).map(|(id, _)| id.clone())
        };
        Ok(places.iter().map(of).collect())
    }
}
