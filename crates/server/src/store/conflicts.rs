//! Registrations of the same customer: who was first, and whether somebody else is in the way.

use super::entity::deal;
use super::rows::{self, DealRow};
use crate::ports::{PortError, TenantId};
use chrono::NaiveDate;
use portico_contract::deal::commands::{Competition, ConflictCheck};
use portico_contract::deal::content::Customer;
use portico_contract::deal::{DealNumber, Match, Review, Stage};
use portico_contract::session::Person;
use portico_contract::website::Website;
use sea_orm::sea_query::UnionType;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// By what a customer is recognised. Two are the same where any key is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    pub website: Option<String>,
    pub duns: Option<String>,
    pub name: Option<String>,
}

impl Keys {
    /// The keys of what was typed; what is not valid yet recognises nobody.
    pub(super) fn of(customer: &Customer) -> Self {
        let digits = |duns: &str| duns.chars().filter(|c| !matches!(c, ' ' | '-')).collect::<String>();
        let named = customer.name.as_deref().map(plain_name).filter(|name| !name.is_empty());
        Self {
            website: customer.website.as_deref().and_then(|typed| Website::parse(typed).ok()).map(Into::into),
            duns: customer.duns.as_deref().map(digits).filter(|duns| duns.len() == 9),
            name: named.zip(customer.country).map(|(name, country)| format!("{name}/{}", country.code())),
        }
    }

    pub(super) fn of_row(row: &deal::Model) -> Self {
        Self { website: row.website.clone(), duns: row.duns.clone(), name: row.name_key.clone() }
    }

    /// What two customers have in common.
    pub(super) fn matches(&self, other: &Self) -> Vec<Match> {
        let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
        let mut found = Vec::new();
        if same(&self.website, &other.website) {
            found.push(Match::Website);
        }
        if same(&self.duns, &other.duns) {
            found.push(Match::Duns);
        }
        if same(&self.name, &other.name) {
            found.push(Match::Name);
        }
        found
    }
}

/// A registration that meets another one.
#[derive(Clone, Debug)]
pub(super) struct Meeting {
    pub row: DealRow,
    pub matches: Vec<Match>,
}

/// The registrations in `tenant` that are open or protected on `today` and meet these customers and products, first
/// received first. No products means any. One query, however many customers; each key is looked up in its own index.
pub(super) async fn meeting(
    db: &impl ConnectionTrait,
    tenant: &TenantId,
    customers: &[&Keys],
    today: NaiveDate,
) -> Result<Vec<DealRow>, PortError> {
    let by = |column: deal::Column, key: fn(&Keys) -> Option<&String>| {
        let values: Vec<&String> = customers.iter().filter_map(|keys| key(keys)).collect();
        let found = || deal::Entity::find().select_only().column(deal::Column::Id);
        let here = deal::Column::TenantId.eq(tenant.0.as_ref());
        (!values.is_empty()).then(|| found().filter(here).filter(column.is_in(values)).into_query())
    };
    let keys = [
        by(deal::Column::Website, |keys| keys.website.as_ref()),
        by(deal::Column::Duns, |keys| keys.duns.as_ref()),
        by(deal::Column::NameKey, |keys| keys.name.as_ref()),
    ];
    let alike = keys.into_iter().flatten().reduce(|mut one, other| one.union(UnionType::Distinct, other).to_owned());
    let Some(alike) = alike else { return Ok(Vec::new()) };
    let open = Review::ALL.into_iter().filter(|review| review.is_open()).map(Review::name);
    let protected = Condition::all()
        .add(deal::Column::Review.eq(Review::Approved.name()))
        .add(deal::Column::ProtectionEnds.gte(today.to_string()))
        .add(Condition::any().add(deal::Column::Stage.is_null()).add(deal::Column::Stage.ne(Stage::Lost.name())));
    let rows = rows::select()
        .filter(deal::Column::Id.in_subquery(alike))
        .filter(Condition::any().add(deal::Column::Review.is_in(open)).add(protected))
        .order_by_asc(deal::Column::RegisteredAt)
        .into_model::<DealRow>()
        .all(db)
        .await?;
    Ok(rows)
}

/// The registrations that meet a deal, first received first.
pub(super) async fn met_by(
    db: &impl ConnectionTrait,
    tenant: &TenantId,
    deal: &deal::Model,
    today: NaiveDate,
) -> Result<Vec<Meeting>, PortError> {
    let keys = Keys::of_row(deal);
    let met = meeting(db, tenant, &[&keys], today).await?;
    Ok(among(&met, &keys, &deal.products(), &deal.id).collect())
}

/// Of `candidates`, those that meet one customer with some products; `but` leaves one deal out.
pub(super) fn among<'a>(
    candidates: &'a [DealRow],
    keys: &'a Keys,
    products: &'a [String],
    but: &'a str,
) -> impl Iterator<Item = Meeting> + 'a {
    candidates.iter().filter(move |row| row.deal.id != but).filter_map(move |row| {
        let overlap = products.is_empty() || row.deal.products().iter().any(|product| products.contains(product));
        let matches = keys.matches(&Keys::of_row(&row.deal));
        (overlap && !matches.is_empty()).then(|| Meeting { row: row.clone(), matches })
    })
}

/// What competes, as somebody of a firm may know it: of the own firm who and which, of another only that there is one.
pub(super) fn competition(met: impl Iterator<Item = Meeting>, organisation: &str) -> Result<ConflictCheck, PortError> {
    let mut result = Competition::Clear;
    for Meeting { row, .. } in met {
        if row.deal.organisation_id == organisation {
            return Ok(ConflictCheck {
                result: Competition::Own,
                number: Some(DealNumber::parse(&row.deal.number).map_err(PortError::internal)?),
                owner: Some(Person { id: row.deal.owner_id, name: row.owner_name }),
                id: Some(row.deal.id),
                house_account: None,
            });
        }
        if row.review() == Review::Approved {
            result = Competition::Protected;
        } else if result == Competition::Clear {
            result = Competition::Possible;
        }
    }
    Ok(result.into())
}

/// The keys of rows, where each was handed in.
pub(super) fn keys_of(rows: &[DealRow]) -> Vec<Keys> {
    rows.iter().map(|row| Keys::of_row(&row.deal)).collect()
}

/// A name as it is compared: small letters without accents, signs and legal form, words with one blank between them.
fn plain_name(name: &str) -> String {
    const LEGAL: &[&str] = &[
        "ab",
        "ag",
        "aps",
        "as",
        "asa",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "eg",
        "ev",
        "gbr",
        "gmbh",
        "group",
        "holding",
        "holdings",
        "inc",
        "incorporated",
        "kft",
        "kg",
        "kgaa",
        "limited",
        "llc",
        "llp",
        "lp",
        "ltd",
        "nv",
        "oe",
        "og",
        "ohg",
        "oy",
        "oyj",
        "plc",
        "pty",
        "pvt",
        "sa",
        "sarl",
        "sas",
        "scs",
        "se",
        "sl",
        "sp",
        "spa",
        "spol",
        "sro",
        "srl",
        "ug",
        "zoo",
        "the",
        "and",
        "und",
        "et",
        "y",
        "mbh",
    ];
    let folded: String = name
        .to_lowercase()
        .replace('ß', "ss")
        // "S.A." and "B.V." are words, not letters with signs between them.
        .replace('.', "")
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    let kept: Vec<&str> = words.iter().copied().filter(|word| !LEGAL.contains(word)).collect();
    // A firm that is called "The Group" is still somebody.
    if kept.is_empty() { words.join(" ") } else { kept.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portico_contract::country::Country;

    #[test]
    fn one_firm_has_one_name_however_it_is_written() {
        for name in ["Harbour Foods GmbH", "HARBOUR FOODS", "Harbour-Foods Gmbh & Co. KG", "harbour  foods ltd."] {
            assert_eq!(plain_name(name), "harbour foods", "{name}");
        }
        assert_eq!(plain_name("Société Générale S.A."), "societe generale");
        assert_eq!(plain_name("Straße AG"), "strasse");
        assert_eq!(plain_name("The Group"), "the group");
    }

    #[test]
    fn a_customer_is_the_same_by_any_of_three_keys() {
        let customer = |name: &str, website: &str, country: &str| Customer {
            name: Some(name.to_owned()),
            website: Some(website.to_owned()),
            country: Country::parse(country).ok(),
            ..Customer::default()
        };
        let harbour = Keys::of(&customer("Harbour Foods GmbH", "https://www.harbourfoods.example", "DE"));
        let by = |other: &Customer| harbour.matches(&Keys::of(other));
        assert_eq!(by(&customer("Other", "harbourfoods.example", "FR")), [Match::Website]);
        assert_eq!(by(&customer("Harbour Foods", "other.example", "DE")), [Match::Name]);
        assert_eq!(by(&customer("Harbour Foods", "other.example", "FR")), [], "another country is another firm");
        assert_eq!(by(&Customer::default()), []);
        assert_eq!(Keys::default().matches(&Keys::default()), [], "nothing is not the same as nothing");
    }
}
