//! How often a password may be tried: ten failures for an account in five minutes. Successes don't count.
//!
//! Considered: `governor` and `tower_governor` count requests; here only failures count, and only once known.

use crate::error::Refusal;
use axum::http::HeaderValue;
use portico_contract::problem::ProblemKind;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

const FAILURES: usize = 10;
const WINDOW: Duration = Duration::from_mins(5);
/// Accounts remembered at most; past it those that failed longest ago are forgotten.
const REMEMBERED: usize = 50_000;

/// The failures of the last five minutes, by account.
#[derive(Debug, Default)]
pub struct SignInLimit(Mutex<HashMap<String, VecDeque<Instant>>>);

impl SignInLimit {
    /// Refuses an account that failed too often before `now`.
    pub fn check(&self, account: &str, now: Instant) -> Result<(), Refusal> {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(times) = failures.get_mut(account) else { return Ok(()) };
        times.retain(|time| now.duration_since(*time) < WINDOW);
        match times.front() {
            Some(oldest) if times.len() >= FAILURES => {
                let wait = WINDOW.saturating_sub(now.duration_since(*oldest));
                let left = format!("\"sign-in\";r=0;t={}", wait.as_secs().max(1));
                // draft-ietf-httpapi-ratelimit-headers
                let left = HeaderValue::from_str(&left).unwrap_or(HeaderValue::from_static("\"sign-in\";r=0"));
                Err(Refusal::new(ProblemKind::TooManyRequests)
                    .because("too many failed sign-ins for this account")
                    .retry_after(wait)
                    .header("ratelimit-policy", HeaderValue::from_static("\"sign-in\";q=10;w=300"))
                    .header("ratelimit", left))
            }
            _ => Ok(()),
        }
    }

    /// Notes a failure.
    pub fn failed(&self, account: String, now: Instant) {
        let mut failures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if failures.len() >= REMEMBERED {
            failures.retain(|_, times| times.back().is_some_and(|last| now.duration_since(*last) < WINDOW));
        }
        if failures.len() < REMEMBERED || failures.contains_key(&account) {
            failures.entry(account).or_default().push_back(now);
        }
    }

    /// Forgets the failures of an account that got in.
    pub fn succeeded(&self, account: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_try_waits_until_the_first_is_five_minutes_old() {
        let (limit, start) = (SignInLimit::default(), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        for second in 0..10 {
            assert!(limit.check("mira", at(second)).is_ok());
            limit.failed("mira".to_owned(), at(second));
        }
        assert!(limit.check("mira", at(10)).is_err());
        assert!(limit.check("leo", at(10)).is_ok(), "another account is not locked");
        assert!(limit.check("mira", at(299)).is_err());
        assert!(limit.check("mira", at(300)).is_ok());
    }
}
