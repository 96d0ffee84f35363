//! Query parameters: an unknown one, or a value that is none, is refused instead of passed over. And the link to the
//! next page of what was asked for.

use crate::error::Refusal;
use crate::ports::{AssetQuery, DealQuery, UsageQuery};
use axum::http::{HeaderMap, Uri, header};
use portico_contract::asset::change::UsageSort;
use portico_contract::asset::filter::{AssetFilter, AssetSort};
use portico_contract::deal::board::BOARD_LIMIT;
use portico_contract::deal::filter::DealFilter;
use portico_contract::deal::list::Sort;
use portico_contract::page::{DEFAULT_LIMIT, MAX_LIMIT};
use portico_contract::problem::ProblemKind;

/// The most cards that a column of the board begins with.
const MAX_BOARD_LIMIT: u32 = 50;

/// The parameters of a request, in order.
pub(super) type Pairs = Vec<(String, String)>;

pub(super) fn bad(detail: impl Into<String>) -> Refusal {
    Refusal::new(ProblemKind::Malformed).because(detail)
}

/// Reads the query of `GET /deals`: what narrows it, its order and its page.
pub(super) fn deals(pairs: Pairs) -> Result<DealQuery, Refusal> {
    let (filter, rest) = DealFilter::take(pairs).map_err(|error| bad(error.to_string()))?;
    let Listed { sort, cursor, limit } = Listed::read(rest, Sort::parse)?;
    Ok(DealQuery { filter, sort: sort.unwrap_or_default(), cursor, limit })
}

/// Reads the query of `GET /assets`: what narrows it, its order and its page.
pub(super) fn assets(pairs: Pairs) -> Result<AssetQuery, Refusal> {
    let (filter, rest) = AssetFilter::take(pairs).map_err(|error| bad(error.to_string()))?;
    let Listed { sort, cursor, limit } = Listed::read(rest, AssetSort::parse)?;
    Ok(AssetQuery { filter, sort: sort.unwrap_or(AssetSort::Best), cursor, limit })
}

/// What the query of a list says beside what narrows it.
struct Listed<S> {
    sort: Option<S>,
    cursor: Option<String>,
    limit: u32,
}

impl<S> Listed<S> {
    fn read(pairs: Pairs, order: impl Fn(&str) -> Option<S>) -> Result<Self, Refusal> {
        let mut listed = Self { sort: None, cursor: None, limit: DEFAULT_LIMIT };
        for (name, value) in pairs {
            match name.as_str() {
                "sort" if value.is_empty() => {}
                "sort" => listed.sort = Some(order(&value).ok_or_else(|| bad("there is no such order"))?),
                "cursor" => listed.cursor = Some(value).filter(|value| !value.is_empty()),
                "limit" => listed.limit = limit(&value)?,
                _ => return Err(unknown(&name)),
            }
        }
        Ok(listed)
    }
}

/// Reads the query of `GET /assets/usage`: days, order and page.
pub(super) fn usage(pairs: Pairs) -> Result<UsageQuery, Refusal> {
    let mut query = UsageQuery { days: 90, sort: UsageSort::Views, cursor: None, limit: DEFAULT_LIMIT };
    for (name, value) in pairs {
        match (name.as_str(), value.as_str()) {
            ("days", text) => {
                let days = text.parse().ok().filter(|days| (1..=730).contains(days));
                query.days = days.ok_or_else(|| bad("days is a number from 1 to 730"))?;
            }
            ("sort", text) => query.sort = UsageSort::parse(text).ok_or_else(|| bad("there is no such order"))?,
            ("cursor", _) => query.cursor = Some(value).filter(|value| !value.is_empty()),
            ("limit", text) => query.limit = limit(text)?,
            _ => return Err(unknown(&name)),
        }
    }
    Ok(query)
}

/// Reads the query of the board: that of the list, with as many cards a column as fit on a screen and no cursor.
pub(super) fn board(mut pairs: Pairs) -> Result<DealQuery, Refusal> {
    if !pairs.iter().any(|(name, _)| name == "limit") {
        pairs.push(("limit".to_owned(), BOARD_LIMIT.to_string()));
    }
    let query = deals(pairs)?;
    if query.cursor.is_some() {
        return Err(bad("a column goes on in GET /deals"));
    }
    if query.limit > MAX_BOARD_LIMIT {
        return Err(bad(format!("a column begins with at most {MAX_BOARD_LIMIT} cards")));
    }
    Ok(query)
}

/// Reads what a filter could name: a part of a name, and the firms whose people are asked for.
pub(super) fn options(pairs: Pairs) -> Result<(String, Vec<String>), Refusal> {
    let (filter, rest) = DealFilter::take(pairs).map_err(|error| bad(error.to_string()))?;
    let plain = DealFilter { q: filter.q.clone(), organisation: filter.organisation.clone(), ..DealFilter::default() };
    match filter.pairs().into_iter().find(|pair| !plain.pairs().contains(pair)).or(rest.into_iter().next()) {
        Some((name, _)) => Err(unknown(&name)),
        None => Ok((plain.q.trim().to_owned(), plain.organisation)),
    }
}

/// Reads the query of a plain list: cursor and limit.
pub(super) fn page(pairs: Pairs) -> Result<(Option<String>, u32), Refusal> {
    let (mut cursor, mut size) = (None, DEFAULT_LIMIT);
    for (name, value) in pairs {
        match name.as_str() {
            "cursor" => cursor = Some(value).filter(|value| !value.is_empty()),
            "limit" => size = limit(&value)?,
            _ => return Err(unknown(&name)),
        }
    }
    Ok((cursor, size))
}

/// Reads the query of the stream: the position to go on from.
pub(super) fn after(pairs: Pairs) -> Result<Option<i64>, Refusal> {
    let mut after = None;
    for (name, value) in pairs {
        match name.as_str() {
            "after" => {
                after = Some(value.parse().ok().filter(|at| *at >= 0).ok_or_else(|| bad("after is a position"))?)
            }
            _ => return Err(unknown(&name)),
        }
    }
    Ok(after)
}

/// Reads the query of the form: the version that is asked for.
pub(super) fn version(pairs: Pairs) -> Result<Option<i64>, Refusal> {
    let mut version = None;
    for (name, value) in pairs {
        match name.as_str() {
            "version" => {
                version = Some(value.parse().ok().filter(|at| *at >= 1).ok_or_else(|| bad("version is a number"))?);
            }
            _ => return Err(unknown(&name)),
        }
    }
    Ok(version)
}

pub(super) fn unknown(name: &str) -> Refusal {
    bad(format!("there is no parameter {name}"))
}

fn limit(value: &str) -> Result<u32, Refusal> {
    let limit = value.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit));
    limit.ok_or_else(|| bad(format!("limit is a number from 1 to {MAX_LIMIT}")))
}

/// The link to the next page (RFC 8288).
pub(super) fn next_link(uri: &Uri, cursor: Option<&str>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Some(cursor) = cursor {
        let kept =
            uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="));
        let query: String = kept.flat_map(|pair| [pair, "&"]).collect();
        let link = format!("<{}?{query}cursor={cursor}>; rel=\"next\"", uri.path());
        if let Ok(link) = link.parse() {
            headers.insert(header::LINK, link);
        }
    }
    headers
}
