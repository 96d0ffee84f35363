//! What assets are found by: FTS5 in SQLite, `tsvector` in Postgres. Both keep the same words, made in `search`, in three
//! fields: the title, what is said about the file, and what stands in it.

use crate::ports::PortError;
use crate::search::{Hit, Term};
use portico_contract::asset::FoundIn;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
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

/// The places of what has all of the words, in order, each with the best fields in which it has them. The fields are asked
/// for at once, each over a connection of its own.
pub(super) async fn find(db: &DatabaseConnection, terms: &[Term]) -> Result<Vec<Hit>, PortError> {
    let asked = match db.get_database_backend() {
        DbBackend::Sqlite => {
            ["{title} : ", "{title about} : ", ""].map(|fields| format!("{fields}({})", match_of(terms)))
        }
        _ => ["A", "AB", ""].map(|weights| query_of(terms, weights)),
    };
    let [title, about, all] = &asked;
    let (title, about, all) = tokio::try_join!(places(db, title), places(db, about), places(db, all))?;
    let (mut title, mut about) = (title.into_iter().peekable(), about.into_iter().peekable());
    let best = |place: i64| {
        let (mut is_in_title, mut is_about) = (false, false);
        while let Some(found) = title.next_if(|found| *found <= place) {
            is_in_title = found == place;
        }
        while let Some(found) = about.next_if(|found| *found <= place) {
            is_about = found == place;
        }
        match (is_in_title, is_about) {
            (true, _) => (place, FoundIn::Title),
            (_, true) => (place, FoundIn::About),
            _ => (place, FoundIn::File),
        }
    };
    Ok(all.into_iter().map(best).collect())
}

/// The places of what meets a question, in order.
async fn places(db: &DatabaseConnection, asked: &str) -> Result<Vec<i64>, PortError> {
    let backend = db.get_database_backend();
    let question = match backend {
        DbBackend::Sqlite => "SELECT group_concat(rowid) AS found FROM asset_search WHERE asset_search MATCH ?",
        _ => "SELECT string_agg(place::text, ',') AS found FROM asset_search WHERE words @@ $1::tsquery",
    };
    // In one row: a row for each would take longer to hand over than to find.
    let row = db.query_one_raw(Statement::from_sql_and_values(backend, question, [asked.into()])).await?;
    let found: Option<String> = row.map(|row| row.try_get("", "found")).transpose()?.flatten();
    let mut places: Vec<i64> =
        found.iter().flat_map(|found| found.split(',')).filter_map(|at| at.parse().ok()).collect();
    if !places.is_sorted() {
        places.sort_unstable();
    }
    Ok(places)
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
