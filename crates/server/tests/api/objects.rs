//! The library's files in a store that speaks S3, over a socket, with signed requests.

use crate::portal::{Portal, digest};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use portico::objects::Objects;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;
use std::path::Path;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Serves a folder, in which each folder is a bucket; the address.
async fn s3(folder: &Path) -> String {
    let mut service = S3ServiceBuilder::new(FileSystem::new(folder).unwrap());
    service.set_auth(SimpleAuth::from_single("mira", "a-secret"));
    let service = service.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                // A client that goes away is none of the test's business.
                let _ = Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(socket), service).await;
            });
        }
    });
    address
}

fn at(address: &str, secret: &str) -> Objects {
    let environment = [
        ("AWS_ENDPOINT", address),
        ("AWS_ALLOW_HTTP", "true"),
        ("AWS_REGION", "eu-central-1"),
        ("AWS_ACCESS_KEY_ID", "mira"),
        ("AWS_SECRET_ACCESS_KEY", secret),
    ];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned())).into_iter();
    Objects::with("s3://library/portico", environment).unwrap()
}

#[tokio::test]
async fn a_library_in_s3_is_read_as_one_in_a_folder() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("library")).unwrap();
    let portal = Portal::with_objects(at(&s3(folder.path()).await, "a-secret")).await;
    let mira = portal.rep("bluepeak");
    let asset = mira.get("/api/v1/assets/fleet-data-sheet").await.is(200);
    let url = "/api/v1/assets/fleet-data-sheet/versions/3/content";
    let whole = mira.get(url).await.is(200);
    assert_eq!(asset.at("/versions/0/sha256"), digest(&whole.body));
    let part = mira.get(url).header("range", "bytes=7-11").await.is(206);
    assert_eq!(part.body.as_ref(), &whole.body[7..12]);
    portal.reads_files_of(&["fleet-data-sheet"]).await;
    mira.get("/api/v1/assets/fleet-data-sheet/versions/3/pages/2").await.is(200);
    let kept = folder.path().join("library/portico/aurora");
    assert!(kept.is_dir(), "apart for each tenant");
}

#[tokio::test]
async fn a_store_that_refuses_is_an_answer_that_may_be_asked_for_again() {
    let folder = TempDir::new().unwrap();
    std::fs::create_dir(folder.path().join("library")).unwrap();
    let address = s3(folder.path()).await;
    let portal = Portal::with_objects(at(&address, "a-secret")).await;
    let other = portal.with_other_objects(at(&address, "another-secret")).await;
    let url = "/api/v1/assets/fleet-data-sheet/versions/3/content";
    other.rep("bluepeak").get(url).await.is(503);
    portal.rep("bluepeak").get(url).await.is(200);
}
