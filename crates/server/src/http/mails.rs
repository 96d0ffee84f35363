//! Mail: what a person chooses of it, and what was written to whom.

use super::answer::Answer;
use super::body::JsonBody;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::ports::Actor;
use axum::extract::{OriginalUri, Path, Query, State};
use axum::http::HeaderMap;
use portico_contract::mail::{Mail, MailPreferences, MailSummary, Topic, TopicChoice};
use portico_contract::page::Page;
use portico_contract::problem::{Code, FieldProblem, Problem};
use portico_contract::read::{Reader, child};
use portico_contract::session::Side;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(preferences, prefer)).routes(routes!(mails)).routes(routes!(mail))
}

/// When this person is told of what by mail, and in which language.
#[utoipa::path(get, path = "/notifications/preferences", tag = "notifications",
    responses((status = 200, body = MailPreferences), (status = 401, body = Problem)))]
async fn preferences(State(app): State<App>, who: Actor) -> Result<Answer<MailPreferences>, Refusal> {
    Ok(Answer::new(app.inbox.mail_preferences(&who).await?))
}

/// Takes over what this person chose; topics that are not said stay as they are. Done twice it is done once, so it takes
/// no key.
#[utoipa::path(put, path = "/notifications/preferences", tag = "notifications", request_body = MailPreferences,
    responses((status = 200, body = MailPreferences), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn prefer(
    State(app): State<App>,
    who: Actor,
    JsonBody(body): JsonBody,
) -> Result<Answer<MailPreferences>, Refusal> {
    let chosen = chosen(&body, who.role.side()).map_err(Refusal::invalid)?;
    Ok(Answer::new(app.inbox.prefer_mail(&who, chosen).await?))
}

fn chosen(body: &serde_json::Value, side: Side) -> Result<MailPreferences, Vec<FieldProblem>> {
    let mut reader = Reader::default();
    let (language, topics) = reader.object(body, "", |o| {
        let language = o.parsed("language", Code::NotInList, |language| Some(language.to_owned()));
        let mut topics = Vec::new();
        for (item, pointer) in o.items("topics", u32::try_from(Topic::ALL.len()).unwrap_or(u32::MAX)) {
            let is_told = |topic: &Topic| Topic::of_side(side).contains(topic);
            let choice = o.reader.object(item, &pointer, |o| {
                let topic = o.parsed("topic", Code::NotInList, |topic| Topic::parse(topic).filter(is_told));
                (topic, o.choice("mail"))
            });
            if let (Some(topic), Some(mail)) = choice {
                topics.push(TopicChoice { topic, mail });
            }
            for name in ["topic", "mail"].into_iter().filter(|name| item.is_object() && item.get(name).is_none()) {
                o.reader.report(FieldProblem::new(child(&pointer, name), Code::Required, "a value is expected"));
            }
        }
        (language, topics)
    });
    let mut problems = reader.into_problems();
    if problems.is_empty() && language.is_none() {
        problems.push(FieldProblem::new("/language", Code::Required, "a language is expected"));
    }
    match language {
        Some(language) if problems.is_empty() => Ok(MailPreferences { language, topics }),
        _ => Err(problems),
    }
}

/// The mail that was written in this portal, newest first. For whoever may read mail.
#[utoipa::path(get, path = "/mails", tag = "mail",
    params(("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200)),
    responses((status = 200, body = Page<MailSummary>), (status = 401, body = Problem), (status = 403, body = Problem)))]
async fn mails(
    State(app): State<App>,
    who: Actor,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<Page<MailSummary>>), Refusal> {
    let (cursor, limit) = query::page(pairs)?;
    let page = app.mails.mails(&who, cursor.as_deref(), limit).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// A mail with its text, until it was sent.
#[utoipa::path(get, path = "/mails/{id}", tag = "mail", params(("id" = String, Path, description = "The mail's id")),
    responses((status = 200, body = Mail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
async fn mail(State(app): State<App>, who: Actor, Path(id): Path<String>) -> Result<Answer<Mail>, Refusal> {
    Ok(Answer::new(app.mails.mail(&who, &id).await?))
}
