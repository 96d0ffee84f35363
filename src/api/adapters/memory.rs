//! A PRM in memory, for component tests: it answers with what it was given, and keeps what was asked.

use crate::api::{Answer, ApiError, Ask, Method, Prm, Reply, Signal};
use portico_contract::problem::{Problem, ProblemKind};
use serde_json::Value;
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;

/// The PRM. Cheap to clone: a test keeps one, to give it answers and to see what was asked.
#[derive(Clone, Default)]
pub struct Memory(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    answers: Vec<(Method, String, Result<Value, ApiError>)>,
    asked: Vec<Ask>,
    listener: Option<Callback<Signal>>,
}

impl Memory {
    /// Answers questions of this method whose path begins so; what was given last is looked at first.
    pub fn answer(&self, method: Method, path: &str, answer: Result<Value, ApiError>) {
        self.0.borrow_mut().answers.push((method, path.to_owned(), answer));
    }

    /// What was asked with this method, in order.
    #[must_use]
    pub fn asked(&self, method: Method) -> Vec<Ask> {
        self.0.borrow().asked.iter().filter(|ask| ask.method == method).cloned().collect()
    }

    /// Whether the stream was opened.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.0.borrow().listener.is_some()
    }

    /// Lets the stream say something.
    pub fn say(&self, signal: Signal) {
        let listener = self.0.borrow().listener.clone();
        if let Some(listener) = listener {
            listener.emit(signal);
        }
    }
}

impl Prm for Memory {
    fn ask(&self, ask: Ask) -> Answer<Reply> {
        let mut held = self.0.borrow_mut();
        let fits =
            |(method, path, _): &&(Method, String, _)| *method == ask.method && ask.path.starts_with(path.as_str());
        let answer = held.answers.iter().rev().find(fits).map(|(.., answer)| answer.clone());
        held.asked.push(ask);
        let answer = answer.unwrap_or_else(|| Err(ApiError::Refused(Box::new(Problem::new(ProblemKind::NotFound)))));
        let reply = answer.map(|body| Reply {
            // What stands in headers over HTTP is given as members of these names.
            location: body["location"].as_str().map(str::to_owned),
            offset: body["uploadOffset"].as_u64().and_then(|offset| u32::try_from(offset).ok()),
            // No content is an empty body, as over HTTP, and a text alone is no JSON there: a receipt.
            body: match body {
                Value::Null => String::new(),
                Value::String(text) => text,
                json => json.to_string(),
            },
            ..Reply::default()
        });
        Box::pin(async move { reply })
    }

    fn open(&self, _: Option<&str>, tell: Callback<Signal>) -> Box<dyn Any> {
        self.0.borrow_mut().listener = Some(tell.clone());
        tell.emit(Signal::Open);
        Box::new(())
    }
}
