//! What a person is told of.

use super::answer::Answer;
use super::body::JsonBody;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, Marked};
use axum::extract::{OriginalUri, Query, State};
use axum::http::HeaderMap;
use portico_contract::notification::{MAX_IDS, Notifications, Unread};
use portico_contract::problem::{Code, FieldProblem, Problem};
use portico_contract::read::Reader;
use serde::Serialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(notifications)).routes(routes!(read))
}

/// What this person was told, newest first, and how much of it is unread.
#[utoipa::path(get, path = "/notifications", tag = "notifications",
    params(("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200)),
    responses((status = 200, body = Notifications), (status = 401, body = Problem)))]
async fn notifications(
    State(app): State<App>,
    who: Actor,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<Notifications>), Refusal> {
    let (cursor, limit) = query::page(pairs)?;
    let page = app.inbox.notifications(&who, cursor.as_deref(), limit).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// Marks as read, for all devices of this person: one and all before it, or some. Done twice it is done once, so it
/// takes no key.
#[utoipa::path(post, path = "/notifications/read", tag = "notifications", request_body = Read,
    responses((status = 200, body = Unread), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn read(State(app): State<App>, who: Actor, JsonBody(body): JsonBody) -> Result<Answer<Unread>, Refusal> {
    let marked = marked(&body).map_err(Refusal::invalid)?;
    Ok(Answer::new(Unread { unread: app.inbox.mark_read(&who, marked).await? }))
}

fn marked(body: &serde_json::Value) -> Result<Marked, Vec<FieldProblem>> {
    let mut reader = Reader::default();
    let (up_to, ids) = reader.object(body, "", |o| {
        let up_to = o.parsed("upTo", Code::NotInList, |id| id.parse().ok());
        let mut ids = Vec::new();
        for (item, pointer) in o.items("ids", MAX_IDS) {
            match item.as_str().map(str::parse) {
                Some(Ok(id)) => ids.push(id),
                Some(Err(_)) => o.reader.report(FieldProblem::new(pointer, Code::NotInList, "no notification has it")),
                None => o.reader.report(FieldProblem::new(pointer, Code::WrongType, "a text is expected")),
            }
        }
        (up_to, ids)
    });
    let mut problems = reader.into_problems();
    if problems.is_empty() && up_to.is_some() != ids.is_empty() {
        problems.push(FieldProblem::new("/upTo", Code::Required, "either upTo or ids is expected"));
    }
    if problems.is_empty() { Ok(up_to.map_or(Marked::These(ids), Marked::UpTo)) } else { Err(problems) }
}

/// One of the two.
#[derive(Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
struct Read {
    /// The id of the newest that was seen: it and all before it are read.
    #[schema(required = false)]
    up_to: String,
    /// Ids of those that were read.
    #[schema(required = false, max_items = 200)]
    ids: Vec<String>,
}
