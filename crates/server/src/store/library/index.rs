//! What assets are found by: FTS5 in SQLite, `tsvector` in Postgres. Both keep the same words, made in `search`, in three
//! fields: the title, what is said about the file, and what stands in it.

use crate::ports::PortError;
use crate::search::{Hit, Term};
use portico_contract::asset::FoundIn;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// The most words of a file that it is found by; what would be beyond is a table of figures.
const MOST: usize = 30_000;

/// What an asset is found by.
pub(super) struct Keys {
    pub title: BTreeSet<String>,
    pub about: BTreeSet<String>,
    pub file: BTreeSet<String>,
}

/// Keeps what an asset is found by, in place of what was kept before.
pub(super) async fn put(db: &impl ConnectionTrait, place: i64, keys: &Keys) -> Result<(), PortError> {
    let remove = Statement::from_sql_and_values(
        db.get_database_backend(),
        match db.get_database_backend() {
            DbBackend::Sqlite => "DELETE FROM asset_search WHERE rowid = ?",
            _ => "DELETE FROM asset_search WHERE place = $1",
        },
        [place.into()],
    );
    db.execute_raw(remove).await?;
    let joined = |words: &BTreeSet<String>| words.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(" ");
    let insert = match db.get_database_backend() {
        DbBackend::Sqlite => Statement::from_sql_and_values(
            DbBackend::Sqlite,
            "INSERT INTO asset_search (rowid, title, about, file) VALUES (?, ?, ?, ?)",
            [place.into(), joined(&keys.title).into(), joined(&keys.about).into(), joined(&keys.file).into()],
        ),
        backend => Statement::from_sql_and_values(
            backend,
            "INSERT INTO asset_search (place, words) VALUES ($1, $2::tsvector)",
            [place.into(), vector(keys).into()],
        ),
    };
    db.execute_raw(insert).await?;
    Ok(())
}

/// The words as a `tsvector` is written, each with the weight of the best field it stands in.
fn vector(keys: &Keys) -> String {
    let mut weights: HashMap<&str, char> = HashMap::new();
    for (words, weight) in [(&keys.file, 'D'), (&keys.about, 'B'), (&keys.title, 'A')] {
        weights.extend(words.iter().take(MOST).map(|word| (word.as_str(), weight)));
    }
    let mut written = String::new();
    for (word, weight) in weights {
        // Letters and digits alone: nothing to escape. Writing to a String does not fail.
        let _ = write!(written, "'{word}':1{weight} ");
    }
    written
}

/// The places of what has all of the words, each with the best fields in which it has them.
pub(super) async fn find(db: &impl ConnectionTrait, terms: &[Term]) -> Result<Vec<Hit>, PortError> {
    let backend = db.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => {
            "SELECT 0 AS rank, group_concat(rowid) AS found FROM asset_search WHERE asset_search MATCH ? \
             UNION ALL SELECT 1, group_concat(rowid) FROM asset_search WHERE asset_search MATCH ? \
             UNION ALL SELECT 2, group_concat(rowid) FROM asset_search WHERE asset_search MATCH ?"
        }
        _ => {
            "SELECT 0 AS rank, string_agg(place::text, ',') AS found FROM asset_search WHERE words @@ $1::tsquery \
             UNION ALL SELECT 1, string_agg(place::text, ',') FROM asset_search WHERE words @@ $2::tsquery \
             UNION ALL SELECT 2, string_agg(place::text, ',') FROM asset_search WHERE words @@ $3::tsquery"
        }
    };
    let values = match backend {
        DbBackend::Sqlite => {
            ["{title} : ", "{title about} : ", ""].map(|fields| format!("{fields}({})", match_of(terms)))
        }
        _ => ["A", "AB", ""].map(|weights| query_of(terms, weights)),
    };
    let rows = db.query_all_raw(Statement::from_sql_and_values(backend, question, values.map(Into::into))).await?;
    let mut hits: HashMap<i64, FoundIn> = HashMap::new();
    for row in rows {
        let rank: i32 = row.try_get("", "rank")?;
        let found: Option<String> = row.try_get("", "found")?;
        let place = FoundIn::ALL.get(usize::try_from(rank).unwrap_or_default()).copied().unwrap_or(FoundIn::File);
        for at in found.iter().flat_map(|found| found.split(',')).filter_map(|at| at.parse().ok()) {
            let known = hits.entry(at).or_insert(place);
            *known = place.min(*known);
        }
    }
    Ok(hits.into_iter().collect())
}

/// The terms as FTS5 asks.
fn match_of(terms: &[Term]) -> String {
    let one = |term: &Term| {
        let open = if term.open { "*" } else { "" };
        let stems = term.stems.iter().map(|stem| format!(" OR \"{stem}\""));
        format!("(\"{}\"{open}{})", term.folded, stems.collect::<String>())
    };
    terms.iter().map(one).collect::<Vec<_>>().join(" AND ")
}

/// The terms as a `tsquery` is written, looked for in some weights; in all where none is said.
fn query_of(terms: &[Term], weights: &str) -> String {
    let mark = |open: bool| match (open, weights) {
        (false, "") => String::new(),
        (true, _) => format!(":*{weights}"),
        (false, _) => format!(":{weights}"),
    };
    let one = |term: &Term| {
        let stems = term.stems.iter().map(|stem| format!(" | '{stem}'{}", mark(false)));
        format!("('{}'{}{})", term.folded, mark(term.open), stems.collect::<String>())
    };
    terms.iter().map(one).collect::<Vec<_>>().join(" & ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::terms;

    #[test]
    fn both_databases_are_asked_for_the_same() {
        let asked = terms("proofs del");
        assert_eq!(match_of(&asked[..1]), "(\"proofs\" OR \"proof\")");
        assert!(match_of(&asked).ends_with("AND (\"del\"*)"), "{}", match_of(&asked));
        assert_eq!(query_of(&asked[..1], "AB"), "('proofs':AB | 'proof':AB)");
        assert!(query_of(&asked, "").ends_with("& ('del':*)"), "{}", query_of(&asked, ""));
    }
}
