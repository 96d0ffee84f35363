//! Query parameters: an unknown one, or a value that is none, is refused instead of passed over. And the link to the
//! next page of what was asked for.

use crate::error::Refusal;
use crate::ports::DealQuery;
use axum::http::{HeaderMap, Uri, header};
use portico_contract::deal::list::{Show, Sort};
use portico_contract::deal::{Review, Stage};
use portico_contract::page::{DEFAULT_LIMIT, MAX_LIMIT};
use portico_contract::problem::ProblemKind;

/// The parameters of a request, in order.
pub(super) type Pairs = Vec<(String, String)>;

pub(super) fn bad(detail: impl Into<String>) -> Refusal {
    Refusal::new(ProblemKind::Malformed).because(detail)
}

/// Reads the query of `GET /deals`. Several states or stages stand in one value, with commas. `me` is the reader.
pub(super) fn deals(pairs: Pairs, me: &str) -> Result<DealQuery, Refusal> {
    let mut query = DealQuery { limit: DEFAULT_LIMIT, ..DealQuery::default() };
    for (name, value) in pairs {
        let no = || bad(format!("{name} has a value that there is not"));
        if value.chars().any(char::is_control) {
            return Err(no());
        }
        // `q=&review=` asks for nothing.
        if value.is_empty()
            && matches!(
                name.as_str(),
                "q" | "review" | "stage" | "stageId" | "owner" | "handler" | "show" | "sort" | "cursor"
            )
        {
            continue;
        }
        match name.as_str() {
            "q" if value.chars().count() > 200 => return Err(bad("q has at most 200 characters")),
            "q" => query.q = Some(value),
            "review" => query.review = value.split(',').map(Review::parse).collect::<Option<_>>().ok_or_else(no)?,
            "stage" => query.stage = value.split(',').map(Stage::parse).collect::<Option<_>>().ok_or_else(no)?,
            "stageId" => query.stage_id = value.split(',').map(str::to_owned).collect(),
            "owner" => query.owner = Some(if value == "me" { me.to_owned() } else { value }),
            "handler" => query.handler = Some(if value == "me" { me.to_owned() } else { value }),
            "show" => query.show = Some(Show::parse(&value).ok_or_else(no)?),
            "sort" => query.sort = Sort::parse(&value).ok_or_else(no)?,
            "cursor" => query.cursor = Some(value),
            "limit" => query.limit = limit(&value)?,
            _ => return Err(unknown(&name)),
        }
    }
    Ok(query)
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
