//! The program itself, started as a person starts it, and a client that talks to it over a socket.

use super::{Database, NewDeal};
use portico::demo::PASSWORD;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// A running `portico serve`. Killed when dropped.
pub struct Program {
    child: Child,
    address: String,
}

impl Program {
    /// Serves a database.
    pub fn serve(database: &Database) -> Self {
        Self::started(Command::new(env!("CARGO_BIN_EXE_portico")), database, &[])
    }

    /// Serves a database, and makes demo data in it where it is new.
    pub fn serve_demo(database: &Database) -> Self {
        Self::started(Command::new(env!("CARGO_BIN_EXE_portico")), database, &["--demo"])
    }

    /// Serves a database where no file may grow past so many bytes: what a full disk looks like to SQLite.
    pub fn serve_with_room_for(bytes: u64, database: &Database) -> Self {
        let mut shell = Command::new("sh");
        // POSIX counts the limit in blocks of 512 bytes. Without the trap the first write past it would kill.
        let script = format!("trap '' XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", bytes / 512);
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_portico")]);
        Self::started(shell, database, &[])
    }

    /// Begins to make demo data; nobody waits until it serves.
    pub fn begin_demo(database: &Database) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portico"));
        serving(&mut command, database, &["--demo"]).stdout(Stdio::null()).spawn().unwrap()
    }

    /// Checks the chains of a database: whether they are sound, and what it says.
    pub fn checks(database: &Database) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portico"));
        let done = command.args(["check-chain", "--database", &database.url()]).output().unwrap();
        (done.status.success(), String::from_utf8(done.stdout).unwrap())
    }

    fn started(mut command: Command, database: &Database, more: &[&str]) -> Self {
        let mut child = serving(&mut command, database, more).stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (tell, told) = mpsc::channel();
        // Reads to the end, so that the program never waits for somebody to read its log.
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let line: Value = serde_json::from_str(&line).unwrap_or_default();
                if line["message"] == "serving" {
                    let _ = tell.send(line["address"].as_str().unwrap_or_default().to_owned());
                }
            }
        });
        let address = told.recv_timeout(Duration::from_mins(1)).expect("the program does not serve");
        Self { child, address }
    }

    /// `kill -9`: no chance to finish anything.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// `kill`: asks it to stop.
    pub fn ask_to_stop(&self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until it has ended by itself.
    pub async fn ended(mut self) -> ExitStatus {
        tokio::task::spawn_blocking(move || self.child.wait().unwrap()).await.unwrap()
    }

    /// Somebody who signs in over the network.
    pub async fn caller(&self, email: &str) -> Caller {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut caller = Caller { client, base: format!("http://{}", self.address), cookie: String::new() };
        let body = json!({"email": email, "password": PASSWORD});
        let sent = caller.client.post(format!("{}/api/v1/session", caller.base)).header("x-requested-with", "portico");
        let answer = sent.json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().clone_into(&mut caller.cookie);
        caller
    }
}

/// The same command, told to serve a database on a port that is free.
fn serving<'a>(command: &'a mut Command, database: &Database, more: &[&str]) -> &'a mut Command {
    command.args(["serve", "--listen", "127.0.0.1:0", "--log", "json"]).args(more).env_remove("RUST_LOG");
    command.args(["--objects", Database::OBJECTS]);
    match Database::postgres() {
        Some(_) => command.args(["--database", &database.url()]),
        None => command.arg("--data").arg(database.folder()),
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A client with a session.
#[derive(Clone)]
pub struct Caller {
    client: reqwest::Client,
    base: String,
    cookie: String,
}

/// What came back: status, whether it was a replay, and the body.
pub struct Reply {
    pub status: u16,
    pub replayed: bool,
    pub media: String,
    pub body: Value,
}

impl Caller {
    /// The same session at the program's new address.
    pub fn at(&self, program: &Program) -> Self {
        Self { base: format!("http://{}", program.address), ..self.clone() }
    }

    /// Registers a deal under a key; an error where the connection broke.
    pub async fn registers(&self, deal: &NewDeal, key: &str) -> reqwest::Result<Reply> {
        let sent = self.client.post(format!("{}/api/v1/deals", self.base)).header("cookie", &self.cookie);
        let sent = sent.header("x-requested-with", "portico").header("idempotency-key", key);
        Self::read(sent.json(&deal.0).send().await?).await
    }

    /// Gets something.
    pub async fn get(&self, path: &str) -> reqwest::Result<Reply> {
        Self::read(self.opens(path).await?).await
    }

    /// Opens something, and leaves the body to whoever reads it.
    pub async fn opens(&self, path: &str) -> reqwest::Result<reqwest::Response> {
        self.client.get(format!("{}{path}", self.base)).header("cookie", &self.cookie).send().await
    }

    async fn read(answer: reqwest::Response) -> reqwest::Result<Reply> {
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (replayed, media) = (header("idempotency-replayed") == "true", header("content-type").to_owned());
        let status = answer.status().as_u16();
        Ok(Reply { status, replayed, media, body: answer.json().await.unwrap_or_default() })
    }
}
