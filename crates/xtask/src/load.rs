//! The server under load: requests a second, and what an open stream costs.

use crate::shell::Failure;
use serde_json::json;
use std::io::Read;
use std::sync::Barrier;
use std::time::{Duration, Instant};
use ureq::Agent;

const STREAMS: u64 = 200;
const SENDERS: usize = 8;
const LASTING: Duration = Duration::from_secs(10);

/// Somebody who is signed in at `http://{address}`.
pub(crate) struct Visitor {
    agent: Agent,
    base: String,
    cookie: String,
}

impl Visitor {
    pub(crate) fn signs_in(address: &str, email: &str) -> Result<Self, Failure> {
        let agent = Agent::new_with_defaults();
        let base = format!("http://{address}/api/v1");
        let body = json!({"email": email, "password": "portico-demo"}).to_string();
        let answer = agent
            .post(format!("{base}/session"))
            .header("content-type", "application/json")
            .header("x-requested-with", "portico")
            .send(body)
            .map_err(failed)?;
        let cookie = answer.headers().get("set-cookie").and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next()).unwrap_or_default().to_owned();
        Ok(Self { agent, base, cookie })
    }

    fn elsewhere(&self) -> Self {
        Self { agent: Agent::new_with_defaults(), base: self.base.clone(), cookie: self.cookie.clone() }
    }

    /// Asks for `GET {path}` and reads the answer to its end.
    pub(crate) fn reads(&self, path: &str) -> Result<(), Failure> {
        self.get(path)?.read_to_vec().map(drop).map_err(failed)
    }

    fn get(&self, path: &str) -> Result<ureq::Body, Failure> {
        let asked = self.agent.get(format!("{}{path}", self.base)).header("cookie", &self.cookie);
        Ok(asked.call().map_err(failed)?.into_body())
    }
}

/// How often the server answers `GET {path}` in a second, asked by eight at once over connections that stay open.
pub(crate) fn requests_a_second(address: &str, path: &str) -> Result<f64, Failure> {
    let first = Visitor::signs_in(address, "rep@bluepeak.example")?;
    // Each with connections of its own.
    let visitors: Vec<Visitor> = (0..SENDERS).map(|_| first.elsewhere()).collect();
    let ready = Barrier::new(SENDERS);
    let answered = std::thread::scope(|scope| {
        let senders: Vec<_> = visitors
            .iter()
            .map(|visitor| {
                scope.spawn(|| -> Result<f64, Failure> {
                    ready.wait();
                    let start = Instant::now();
                    let mut answered = 0_u32;
                    while start.elapsed() < LASTING {
                        visitor.reads(path)?;
                        answered += 1;
                    }
                    Ok(f64::from(answered) / start.elapsed().as_secs_f64())
                })
            })
            .collect();
        senders
            .into_iter()
            .map(|sender| sender.join().unwrap_or_else(|_| Err(Failure("a sender stopped".to_owned()))))
            .collect::<Result<Vec<_>, _>>()
    })?;
    Ok(answered.iter().sum())
}

/// The server's memory in kB: before, with 200 streams open, and what one of them costs.
pub(crate) struct Memory {
    pub before: u64,
    pub with_streams: u64,
}

impl Memory {
    pub(crate) fn a_stream(&self) -> u64 {
        self.with_streams.saturating_sub(self.before) / STREAMS
    }
}

/// Opens 200 streams and reads each until it has said that it is open.
pub(crate) fn memory_with_streams(address: &str, process: u32) -> Result<Memory, Failure> {
    let visitor = Visitor::signs_in(address, "rep@bluepeak.example")?;
    visitor.get("/deals")?;
    let before = resident(process)?;
    let mut open = Vec::new();
    for _ in 0..STREAMS {
        let mut stream = visitor.get("/events")?.into_reader();
        let mut first = [0; 16];
        stream.read_exact(&mut first)?;
        open.push(stream);
    }
    std::thread::sleep(Duration::from_secs(2));
    let with_streams = resident(process)?;
    drop(open);
    Ok(Memory { before, with_streams })
}

/// The resident memory of a process in kB, as Linux counts it.
fn resident(process: u32) -> Result<u64, Failure> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim()
        .trim_end_matches(" kB")
        .parse()
        .map_err(|_| Failure("the memory of the server cannot be read".to_owned()))
}

fn failed(error: ureq::Error) -> Failure {
    Failure(format!("the server does not answer: {error}"))
}
