//! The library as the vendor's people see to it: what is put in, said, published and taken back, and how it is used.

use super::answer::{Answer, IfMatch};
use super::at::At;
use super::body::JsonBody;
use super::query::{self, Pairs};
use crate::App;
use crate::error::Refusal;
use crate::idempotency::IdempotencyKey;
use crate::ports::Actor;
use crate::session::Languages;
use axum::extract::{OriginalUri, Query, State};
use axum::http::HeaderMap;
use portico_contract::asset::change::{NewAsset, NewVersion};
use portico_contract::asset::{Asset, AssetCommand, AssetContent, AssetUsage, Audiences};
use portico_contract::page::Page;
use portico_contract::problem::Problem;
use serde_json::json;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(add_asset))
        .routes(routes!(asset_usage))
        .routes(routes!(asset_audiences))
        .routes(routes!(describe_asset))
        .routes(routes!(renew_asset))
        .routes(routes!(withdraw_asset_version))
        .routes(routes!(propose_asset))
        .routes(routes!(publish_asset))
        .routes(routes!(withdraw_asset))
        .routes(routes!(restore_asset))
}

/// Puts an upload into the library, as a draft; with `"publish": true` partners find it at once.
#[utoipa::path(post, path = "/assets", tag = "assets", request_body = NewAsset,
    params(("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 201, body = Asset), (status = 400, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
async fn add_asset(
    State(app): State<App>,
    who: Actor,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<Asset>, Refusal> {
    let done = app.shelving.add_asset(&who, &key.with(&body), &body).await?;
    let location = format!("/api/v1/assets/{}", done.value.id);
    Ok(whole(done.value).created(&location).replayed(done.replayed))
}

/// Changes what is said of an asset, by a merge patch (RFC 7396).
#[utoipa::path(patch, path = "/assets/{id}", tag = "assets",
    request_body(content((AssetContent = "application/merge-patch+json"), (AssetContent = "application/json"))),
    params(("id" = String, Path), ("if-match" = String, Header, description = "The asset's ETag; its version is compared")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)))]
async fn describe_asset(
    State(app): State<App>,
    who: Actor,
    At((id,)): At<(String,)>,
    IfMatch(version): IfMatch,
    JsonBody(patch): JsonBody,
) -> Result<Answer<Asset>, Refusal> {
    Ok(whole(app.shelving.describe_asset(&who, &id, version, &patch).await?))
}

/// Adds a version, which is the current one everywhere from now on.
#[utoipa::path(post, path = "/assets/{id}/versions", tag = "assets", request_body = NewVersion,
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn renew_asset(
    State(app): State<App>,
    who: Actor,
    At((id,)): At<(String,)>,
    key: IdempotencyKey,
    JsonBody(body): JsonBody,
) -> Result<Answer<Asset>, Refusal> {
    let done = app.shelving.renew_asset(&who, &key.with(&body), &id, &body).await?;
    Ok(whole(done.value).replayed(done.replayed))
}

/// Takes one version back: its content is gone for partners. Where it was the current one, the newest that is left is.
#[utoipa::path(post, path = "/assets/{id}/versions/{n}/withdraw", tag = "assets",
    params(("id" = String, Path), ("n" = u32, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn withdraw_asset_version(
    State(app): State<App>,
    who: Actor,
    At((id, n)): At<(String, u32)>,
    key: IdempotencyKey,
) -> Result<Answer<Asset>, Refusal> {
    let done = app.shelving.withdraw_version(&who, &key.with(&json!({})), &id, n).await?;
    Ok(whole(done.value).replayed(done.replayed))
}

/// Asks somebody who may to publish a draft.
#[utoipa::path(post, path = "/assets/{id}/propose", tag = "assets",
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn propose_asset(
    app: State<App>,
    who: Actor,
    at: At<(String,)>,
    key: IdempotencyKey,
) -> Result<Answer<Asset>, Refusal> {
    order(app, who, at, key, AssetCommand::Propose).await
}

/// Lets partners find an asset, from its first day on.
#[utoipa::path(post, path = "/assets/{id}/publish", tag = "assets",
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn publish_asset(
    app: State<App>,
    who: Actor,
    at: At<(String,)>,
    key: IdempotencyKey,
) -> Result<Answer<Asset>, Refusal> {
    order(app, who, at, key, AssetCommand::Publish).await
}

/// Takes an asset back everywhere at once.
#[utoipa::path(post, path = "/assets/{id}/withdraw", tag = "assets",
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn withdraw_asset(
    app: State<App>,
    who: Actor,
    at: At<(String,)>,
    key: IdempotencyKey,
) -> Result<Answer<Asset>, Refusal> {
    order(app, who, at, key, AssetCommand::Withdraw).await
}

/// Makes a draft of what was taken back.
#[utoipa::path(post, path = "/assets/{id}/restore", tag = "assets",
    params(("id" = String, Path), ("idempotency-key" = String, Header, description = "A UUID")),
    responses((status = 200, body = Asset), (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
async fn restore_asset(
    app: State<App>,
    who: Actor,
    at: At<(String,)>,
    key: IdempotencyKey,
) -> Result<Answer<Asset>, Refusal> {
    order(app, who, at, key, AssetCommand::Restore).await
}

async fn order(
    State(app): State<App>,
    who: Actor,
    At((id,)): At<(String,)>,
    key: IdempotencyKey,
    command: AssetCommand,
) -> Result<Answer<Asset>, Refusal> {
    let done = app.shelving.order_asset(&who, &key.with(&json!({})), &id, command).await?;
    Ok(whole(done.value).replayed(done.replayed))
}

/// How partners used the assets that they could ever use.
#[utoipa::path(get, path = "/assets/usage", tag = "assets",
    params(
        ("days" = Option<u16>, Query, description = "How many days are counted, today among them: 1 to 730, 90 if not said", minimum = 1, maximum = 730),
        ("sort" = Option<String>, Query, description = "views, downloads, or unused: of what may be used, what nobody did first; views if not said"),
        ("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200),
    ),
    responses((status = 200, body = Page<AssetUsage>), (status = 400, body = Problem), (status = 403, body = Problem)))]
async fn asset_usage(
    State(app): State<App>,
    who: Actor,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<Page<AssetUsage>>), Refusal> {
    let page = app.shelving.asset_usage(&who, &query::usage(pairs)?).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// Whom an asset can be for, named in the language of `Accept-Language`.
#[utoipa::path(get, path = "/assets/audiences", tag = "assets",
    responses((status = 200, body = Audiences), (status = 403, body = Problem)))]
async fn asset_audiences(
    State(app): State<App>,
    who: Actor,
    Languages(languages): Languages,
) -> Result<Answer<Audiences>, Refusal> {
    Ok(Answer::new(app.shelving.audiences(&who, &languages).await?).in_language())
}

/// An asset with its version in its tag.
fn whole(asset: Asset) -> Answer<Asset> {
    let version = asset.version;
    Answer::new(asset).version(version)
}
