//! The library: search, one asset, its files.

use super::answer::Answer;
use super::at::At;
use super::offered::Offered;
use super::query::{self, Pairs, bad, unknown};
use crate::App;
use crate::error::Refusal;
use crate::ports::{Actor, AssetQuery, Kept, Part};
use axum::extract::{OriginalUri, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use portico_contract::asset::{Asset, AssetCopy, AssetPage, Collection, copy};
use portico_contract::page::Page;
use portico_contract::problem::{Problem, ProblemKind};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(assets))
        .routes(routes!(asset))
        .routes(routes!(asset_content))
        .routes(routes!(asset_thumbnail))
        .routes(routes!(asset_page))
        .routes(routes!(asset_view))
        .routes(routes!(asset_captions))
        .routes(routes!(asset_copy))
        .routes(routes!(collections))
}

/// The library as this person sees it: full text over what is said of the files and what stands in them, narrowed,
/// with what else it could be narrowed to.
#[utoipa::path(get, path = "/assets", tag = "assets",
    params(
        super::narrow::Shelf,
        ("sort" = Option<String>, Query, description = "best, newest, popular, title; best if not said"),
        ("cursor" = Option<String>, Query, description = "`nextCursor` of the page before"),
        ("limit" = Option<u32>, Query, description = "1 to 200, 50 if not said", minimum = 1, maximum = 200),
    ),
    responses((status = 200, body = AssetPage), (status = 400, body = Problem), (status = 404, body = Problem, description = "The deal is not there")))]
async fn assets(
    State(app): State<App>,
    who: Actor,
    OriginalUri(uri): OriginalUri,
    Query(pairs): Query<Pairs>,
) -> Result<(HeaderMap, Answer<AssetPage>), Refusal> {
    let query: AssetQuery = query::assets(pairs)?;
    let page = app.library.assets(&who, &query).await?;
    Ok((query::next_link(&uri, page.next_cursor.as_deref()), Answer::new(page)))
}

/// One asset, with all its versions.
#[utoipa::path(get, path = "/assets/{id}", tag = "assets", params(("id" = String, Path)),
    responses((status = 200, body = Asset), (status = 404, body = Problem)))]
async fn asset(State(app): State<App>, who: Actor, At((id,)): At<(String,)>) -> Result<Answer<Asset>, Refusal> {
    let asset = app.library.asset(&who, &id).await?;
    let version = asset.version;
    Ok(Answer::new(asset).version(version))
}

/// The file of a version: all of it, or one range (RFC 9110, section 14). To be kept, which counts as a download, or to
/// be looked at where it is.
#[utoipa::path(get, path = "/assets/{id}/versions/{n}/content", tag = "assets",
    params(("id" = String, Path), ("n" = u32, Path), ("disposition" = Option<String>, Query, description = "attachment, or inline; attachment if not said"),
        ("range" = Option<String>, Header, description = "One range of bytes")),
    responses((status = 200, description = "The file", body = Vec<u8>, content_type = "*/*"),
        (status = 206, description = "The range", body = Vec<u8>, content_type = "*/*"),
        (status = 404, body = Problem), (status = 410, body = Problem), (status = 416, body = Problem)))]
async fn asset_content(
    State(app): State<App>,
    who: Actor,
    At((id, n)): At<(String, u32)>,
    Query(pairs): Query<Pairs>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let mut inline = false;
    for (name, value) in pairs {
        match (name.as_str(), value.as_str()) {
            ("disposition", "inline") => inline = true,
            ("disposition", "attachment" | "") => {}
            ("disposition", _) => return Err(bad("disposition is inline or attachment")),
            _ => return Err(unknown(&name)),
        }
    }
    let kept = app.library.part(&who, &id, n, Part::File).await?;
    let (response, begins) = read(&app, &kept, inline, &headers).await?;
    // What goes on is the same download.
    if begins && !inline {
        app.library.downloaded(&who, &id, n).await?;
    }
    Ok(response)
}

/// A small picture of a version.
#[utoipa::path(get, path = "/assets/{id}/versions/{n}/thumbnail", tag = "assets", params(("id" = String, Path), ("n" = u32, Path)),
    responses((status = 200, description = "JPEG or PNG", body = Vec<u8>, content_type = "*/*"), (status = 404, body = Problem), (status = 410, body = Problem)))]
async fn asset_thumbnail(
    State(app): State<App>,
    who: Actor,
    At((id, n)): At<(String, u32)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    shown(&app, &who, &id, n, Part::Thumbnail, &headers).await
}

/// A page or slide of a version as a picture; pages are counted from 1.
#[utoipa::path(get, path = "/assets/{id}/versions/{n}/pages/{page}", tag = "assets",
    params(("id" = String, Path), ("n" = u32, Path), ("page" = u32, Path)),
    responses((status = 200, description = "JPEG or PNG", body = Vec<u8>, content_type = "*/*"), (status = 404, body = Problem), (status = 410, body = Problem)))]
async fn asset_page(
    State(app): State<App>,
    who: Actor,
    At((id, n, page)): At<(String, u32, u32)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    shown(&app, &who, &id, n, Part::Page(page), &headers).await
}

/// The content of a version as a page without scripts, for a frame that is a sandbox.
#[utoipa::path(get, path = "/assets/{id}/versions/{n}/view", tag = "assets", params(("id" = String, Path), ("n" = u32, Path)),
    responses((status = 200, description = "HTML", body = String, content_type = "*/*"), (status = 404, body = Problem), (status = 410, body = Problem)))]
async fn asset_view(
    State(app): State<App>,
    who: Actor,
    At((id, n)): At<(String, u32)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    shown(&app, &who, &id, n, Part::View, &headers).await
}

/// The captions of a film in a language (BCP 47).
#[utoipa::path(get, path = "/assets/{id}/versions/{n}/captions/{language}", tag = "assets",
    params(("id" = String, Path), ("n" = u32, Path), ("language" = String, Path)),
    responses((status = 200, description = "WebVTT", body = String, content_type = "*/*"), (status = 404, body = Problem), (status = 410, body = Problem)))]
async fn asset_captions(
    State(app): State<App>,
    who: Actor,
    At((id, n, language)): At<(String, u32, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    shown(&app, &who, &id, n, Part::Captions(&language), &headers).await
}

/// Whether a file at hand may still be used, by the SHA-256 of its content. What is in the library for others alone is
/// unknown, like what is not in it.
#[utoipa::path(get, path = "/asset-copies/{sha256}", tag = "assets",
    params(("sha256" = String, Path, description = "64 hexadecimal digits")),
    responses((status = 200, body = AssetCopy), (status = 404, body = Problem, description = "No SHA-256")))]
async fn asset_copy(
    State(app): State<App>,
    who: Actor,
    At((sha256,)): At<(String,)>,
) -> Result<Answer<AssetCopy>, Refusal> {
    let sha256 = copy::digest(&sha256).ok_or_else(|| Refusal::new(ProblemKind::NotFound))?;
    Ok(Answer::new(app.library.copy(&who, &sha256).await?))
}

/// The collections of which this person sees at least one asset, in order.
#[utoipa::path(get, path = "/collections", tag = "assets", responses((status = 200, body = Page<Collection>)))]
async fn collections(State(app): State<App>, who: Actor) -> Result<Answer<Page<Collection>>, Refusal> {
    Ok(Answer::new(Page { items: app.library.collections(&who).await?, next_cursor: None }))
}

/// A part of a version that is looked at.
async fn shown(
    app: &App,
    who: &Actor,
    id: &str,
    n: u32,
    part: Part<'_>,
    headers: &HeaderMap,
) -> Result<Response, Refusal> {
    let kept = app.library.part(who, id, n, part).await?;
    Ok(read(app, &kept, true, headers).await?.0)
}

/// The bytes that are asked for, and whether they are from the beginning on.
async fn read(app: &App, kept: &Kept, inline: bool, headers: &HeaderMap) -> Result<(Response, bool), Refusal> {
    let Kept { name, media_type, size, sha256, .. } = kept;
    let file = Offered { name, media_type, sha256, size: *size, inline };
    let span = file.span(headers)?;
    let bytes = app.library.read(kept, span.from..span.to).await?;
    Ok((file.answer(span, bytes), span.from == 0))
}
