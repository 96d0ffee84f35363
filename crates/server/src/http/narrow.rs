//! What lists of deals have in common in the description: the parameters that narrow them, described once.

use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};

/// The parameters that `DealFilter` takes, each with what it means.
const FILTERS: [(&str, &str); 14] = [
    ("q", "Words in customer, number, product, city, contact or owner"),
    ("review", "States, with commas"),
    ("stage", "Stages, with commas"),
    ("stageId", "The tenant's own stages by their ids, with commas; one that there is not has no deals"),
    (
        "handler",
        "Who at the vendor sees to it: ids of people, with commas; `me` is the reader, `none` nobody. The vendor's to ask",
    ),
    ("product", "Ids of products, with commas"),
    ("owner", "Ids of people, with commas; `me` is the reader"),
    ("organisation", "Ids of partner firms, with commas"),
    ("country", "Countries of customers (ISO 3166-1 alpha-2), with commas"),
    (
        "closes",
        "When the sale is expected: `2026-11-01..2026-11-30`, one side of which may be open, or a period by its name: \
         overdue, today, this-week, this-month, next-month, last-month, this-quarter, next-quarter, this-year, \
         next-7-days, next-30-days, next-90-days, last-7-days, last-30-days, last-90-days",
    ),
    ("registered", "When the registration was received, as `closes`, in the tenant's time zone"),
    ("currency", "Currency of the value (ISO 4217)"),
    ("value", "How much, in `currency`: `1000..50000`, one side of which may be open"),
    ("show", "A named set: open, needs_partner, ending, decided"),
];

/// The parameters that `AssetFilter` takes, each with what it means.
const SHELF: [(&str, &str); 12] = [
    ("q", "Words in title, description, tags, products or inside of the file, in any form; the last may be unfinished"),
    ("kind", "What it is for: data_sheet, presentation, case_study and others, with commas"),
    ("format", "What its file is: pdf, document, slides, table, picture, video, page, text, other, with commas"),
    ("product", "Ids of products, with commas"),
    ("industry", "Ids of industries, with commas; what speaks to every one is found too"),
    ("locale", "Languages (BCP 47), with commas"),
    ("role", "Whose work it helps: rep, marketer, partner_admin, with commas; what is for everybody is found too"),
    ("stage", "Stages of a sale, with commas; what helps in every one is found too"),
    ("collection", "The id of a collection, in whose order they are then"),
    ("deal", "The id of a deal: what helps there, what fits best first"),
    ("used", "`true`: only what the reader downloaded"),
    ("standing", "draft, proposed, scheduled, current, expired, withdrawn, with commas: the vendor's to ask"),
];

/// Whose deals figures are of.
const SCOPE: [(&str, &str); 3] = [
    ("owner", "`me`: only the reader's own"),
    ("partner", "Only one partner's: a firm's id"),
    ("months", "How many months, ahead and, of what is decided, back: 3, 6, 12 or 24; 12 if not said"),
];

/// The parameters that narrow a list of deals.
pub(super) struct Filters;

/// The parameters that narrow the library.
pub(super) struct Shelf;

/// The parameters that say whose deals figures are of.
pub(super) struct Scope;

impl IntoParams for Filters {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        FILTERS.map(described).into()
    }
}

impl IntoParams for Shelf {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        SHELF.map(described).into()
    }
}

impl IntoParams for Scope {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        SCOPE.map(described).into()
    }
}

fn described((name, meaning): (&str, &str)) -> Parameter {
    let text = ObjectBuilder::new().schema_type(Type::String).build();
    let begun = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Query);
    begun.description(Some(meaning)).schema(Some(text)).build()
}

#[cfg(test)]
mod tests {
    use super::{FILTERS, SHELF};
    use portico_contract::asset::filter::AssetFilter;
    use portico_contract::deal::filter::DealFilter;

    #[test]
    fn what_is_described_is_what_is_taken() {
        let pairs = FILTERS.map(|(name, _)| (name.to_owned(), String::new())).to_vec();
        let (_, rest) = DealFilter::take(pairs).unwrap();
        assert_eq!(rest, []);
        let pairs = SHELF.map(|(name, _)| (name.to_owned(), String::new())).to_vec();
        assert_eq!(AssetFilter::take(pairs).unwrap().1, []);
    }
}
