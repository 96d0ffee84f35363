//! An open stream of events, read as a browser reads it (HTML standard, section 9.2.6).

use super::described;
use super::sending::Sending;
use axum::body::BodyDataStream;
use futures_util::StreamExt;
use serde_json::Value;
use std::time::Duration;

/// How long a test waits for what it expects.
const PATIENCE: Duration = Duration::from_secs(20);

/// One event of the stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Happening {
    pub id: i64,
    /// The name after `event:`.
    pub name: String,
    /// The CloudEvent.
    pub data: Value,
}

impl Happening {
    pub fn at(&self, pointer: &str) -> Value {
        self.data.pointer(pointer).cloned().unwrap_or_default()
    }

    /// What happened to which deal.
    pub fn what(&self) -> (String, String) {
        (self.name.clone(), self.at("/subject").as_str().unwrap_or_default().to_owned())
    }
}

/// The stream. Ends when dropped, as when a tab is closed.
pub struct Stream {
    body: BodyDataStream,
    text: String,
}

impl Stream {
    /// Opens it; returns once the server has said that it is open.
    pub async fn open(sending: Sending) -> Self {
        let response = sending.open().await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let mut stream = Self { body: response.into_body().into_data_stream(), text: String::new() };
        let hello = tokio::time::timeout(PATIENCE, stream.block()).await.expect("the stream does not open").unwrap();
        assert!(hello.lines().any(|line| line == "retry: 1000"), "{hello}");
        stream
    }

    /// The next event; fails where none comes.
    pub async fn next(&mut self) -> Happening {
        self.next_or_end().await.expect("the stream has ended")
    }

    /// The next event, or `None` at the end of the stream.
    pub async fn next_or_end(&mut self) -> Option<Happening> {
        // The whole event: a heartbeat is not what the test waits for.
        tokio::time::timeout(PATIENCE, self.read()).await.expect("nothing came in the stream")
    }

    async fn read(&mut self) -> Option<Happening> {
        loop {
            let block = self.block().await?;
            let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim_start);
            let Some(data) = line("data:") else { continue };
            let name = line("event:").unwrap_or("message").to_owned();
            let data: Value = serde_json::from_str(data).unwrap();
            if name != "reset" {
                described::check_event(&data);
            }
            return Some(Happening { id: line("id:").unwrap().parse().unwrap(), name, data });
        }
    }

    /// So many events.
    pub async fn take(&mut self, count: usize) -> Vec<Happening> {
        let mut taken = Vec::with_capacity(count);
        while taken.len() < count {
            taken.push(self.next().await);
        }
        taken
    }

    /// The text up to the next empty line; `None` at the end.
    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.text.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(block);
            }
            let piece = self.body.next().await?;
            self.text.push_str(std::str::from_utf8(&piece.unwrap()).unwrap());
        }
    }
}
