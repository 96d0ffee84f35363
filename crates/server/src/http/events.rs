//! The stream of changes: server-sent events (HTML standard, section 9.2), resumable without a gap.

use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, PortError};
use crate::session::Token;
use axum::Extension;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::sse::{Event, KeepAlive, Sse};
use chrono::Utc;
use futures_util::Stream;
use portico_contract::problem::Problem;
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::error::RecvError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// How often a comment line keeps the connection open.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How often an open stream asks whether its session still exists.
const STILL_SIGNED_IN: Duration = Duration::from_secs(20);
/// How soon a browser connects again after a cut.
const RETRY: Duration = Duration::from_secs(1);
/// Events replayed at once.
const BATCH: u32 = 500;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(events))
}

/// One event a change this person may see. Starts now, or after `Last-Event-ID` or `after`.
#[utoipa::path(get, path = "/events", tag = "events",
    params(
        ("last-event-id" = Option<String>, Header, description = "Goes on after this event"),
        ("after" = Option<i64>, Query, description = "The same, for a client that cannot set the header: a Portico-Log-Position"),
    ),
    responses((status = 200, content_type = "text/event-stream", body = portico_contract::event::Event),
        (status = 400, body = Problem), (status = 401, body = Problem)))]
async fn events(
    State(app): State<App>,
    who: Actor,
    Extension(token): Extension<Token>,
    headers: HeaderMap,
    Query(pairs): Query<Pairs>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Refusal> {
    let after = query::after(pairs)?;
    let last =
        headers.get("last-event-id").map(|value| value.to_str().ok().and_then(|text| text.parse().ok()).unwrap_or(-1));
    let stream = stream(app, who, token, last.or(after)).await?;
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}

async fn stream(
    app: App,
    who: Actor,
    token: Token,
    asked: Option<i64>,
) -> Result<impl Stream<Item = Result<Event, Infallible>>, PortError> {
    // Listening begins before the log is read, so that nothing falls in between.
    let mut frames = app.live.listen();
    let mut reader = app.log.reader(&who).await?;
    let resumed = match asked {
        Some(position) if position < 0 => None,
        Some(position) => app.log.can_resume(&who, position, Utc::now()).await?.then_some(position),
        None => Some(app.log.position(&who).await?),
    };
    let mut position = match resumed {
        Some(position) => position,
        None => app.log.position(&who).await?,
    };
    Ok(async_stream::stream! {
        yield Ok(Event::default().retry(RETRY).comment("open"));
        if resumed.is_none() {
            yield Ok(Event::default().event("reset").id(position.to_string()).data("{}"));
        }
        let mut behind = asked.is_some() && resumed.is_some();
        let mut check = tokio::time::interval(STILL_SIGNED_IN);
        check.reset();
        loop {
            while behind {
                // The store is asked again after a moment where it does not answer now.
                let Ok(missed) = app.log.since(&who, position, BATCH).await else {
                    tokio::select! {
                        () = tokio::time::sleep(RETRY) => continue,
                        () = app.live.stopped() => return,
                    }
                };
                behind = missed.len() == BATCH as usize;
                for event in missed {
                    position = event.id.parse().unwrap_or(position);
                    let Ok(json) = serde_json::to_string(&event) else { continue };
                    yield Ok(Event::default().id(event.id).event(event.kind.name()).data(json));
                }
            }
            tokio::select! {
                frame = frames.recv() => match frame {
                    Ok(frame) if frame.id > position => {
                        position = frame.id;
                        if let Some(data) = frame.data(&who, &reader) {
                            yield Ok(Event::default().id(frame.id.to_string()).event(frame.kind.name()).data(data));
                        }
                    }
                    Ok(_) => {}
                    Err(RecvError::Lagged(_)) => behind = true,
                    Err(RecvError::Closed) => return,
                },
                _ = check.tick() => {
                    // Whoever is somebody else by now, or nobody, begins anew; a store that does not answer is asked later.
                    let is_the_same = |now: Actor| now.role == who.role && now.organisation.id == who.organisation.id;
                    if app.directory.session(&who.tenant, &token.0).await.is_ok_and(|now| !now.is_some_and(is_the_same)) {
                        return;
                    }
                    // A firm may be of another tier by now.
                    if let Ok(now) = app.log.reader(&who).await {
                        reader = now;
                    }
                }
                () = app.live.stopped() => return,
            }
        }
    })
}
