//! How often a password may be tried: ten failures for an account in five minutes. Successes don't count.
//!
//! Considered: `governor` and `tower_governor` count requests; here only failures count, and only once known.

use crate::error::Refusal;
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::OwnedMutexGuard;

const FAILURES: u32 = 10;
const WINDOW: Duration = Duration::from_mins(5);
/// Accounts remembered at most; past it those without a failure that still counts are forgotten.
const REMEMBERED: usize = 50_000;

/// The failures of the last five minutes, by account.
#[derive(Debug, Default)]
pub struct SignInLimit(Mutex<HashMap<String, Arc<tokio::sync::Mutex<Failures>>>>);

impl SignInLimit {
    /// An account's turn to try a password. One at a time, so that guesses sent at once are counted one by one.
    pub async fn turn(&self, account: &str, now: Instant) -> OwnedMutexGuard<Failures> {
        let failures = {
            let mut accounts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if accounts.len() >= REMEMBERED {
                let matters = |failures: &Failures| failures.0.back().is_some_and(|last| is_recent(*last, now));
                accounts.retain(|_, failures| failures.try_lock().ok().is_none_or(|failures| matters(&failures)));
            }
            let room = accounts.len() < REMEMBERED || accounts.contains_key(account);
            // Past that the others share what is left, so that nobody guesses without a limit.
            let name = if room { account.to_owned() } else { format!("shared/{}", bucket(account)) };
            accounts.entry(name).or_default().clone()
        };
        failures.lock_owned().await
    }
}

/// When an account failed, oldest first.
#[derive(Debug, Default)]
pub struct Failures(VecDeque<Instant>);

impl Failures {
    /// Refuses an account that failed too often before `now`.
    pub fn check(&mut self, now: Instant) -> Result<(), Refusal> {
        self.0.retain(|time| is_recent(*time, now));
        let Some(oldest) = self.0.front().filter(|_| self.0.len() >= FAILURES as usize) else { return Ok(()) };
        let wait = WINDOW.saturating_sub(now.duration_since(*oldest));
        Err(Refusal::too_many("sign-in", FAILURES, WINDOW, wait).because("too many failed sign-ins for this account"))
    }

    /// Counts a try as a failure, before it is known: whoever hangs up meanwhile is counted too.
    pub fn begins(&mut self, now: Instant) {
        self.0.push_back(now);
    }

    /// Takes the last try back, which was no failure.
    pub fn was_none(&mut self) {
        self.0.pop_back();
    }
}

/// One of 1,024 places for accounts that are too many to be remembered by themselves.
fn bucket(account: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    account.hash(&mut hasher);
    hasher.finish() % 1_024
}

fn is_recent(time: Instant, now: Instant) -> bool {
    now.duration_since(time) < WINDOW
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_eleventh_try_waits_until_the_first_is_five_minutes_old() {
        let (limit, start) = (SignInLimit::default(), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        let may_try = async |account, now| limit.turn(account, now).await.check(now).is_ok();
        for second in 0..10 {
            assert!(may_try("mira", at(second)).await);
            limit.turn("mira", at(second)).await.begins(at(second));
        }
        assert!(!may_try("mira", at(10)).await);
        assert!(may_try("leo", at(10)).await, "another account is not locked");
        assert!(!may_try("mira", at(299)).await);
        assert!(may_try("mira", at(300)).await);
    }

    #[tokio::test]
    async fn nobody_guesses_without_a_limit_however_many_fail() {
        let (limit, now) = (SignInLimit::default(), Instant::now());
        for account in 0..REMEMBERED {
            limit.turn(&account.to_string(), now).await.begins(now);
        }
        for _ in 0..FAILURES {
            limit.turn("mira", now).await.begins(now);
        }
        assert!(limit.turn("mira", now).await.check(now).is_err());
    }

    #[tokio::test]
    async fn a_success_neither_counts_nor_forgives() {
        let (limit, now) = (SignInLimit::default(), Instant::now());
        for _ in 1..FAILURES {
            limit.turn("mira", now).await.begins(now);
        }
        let mut own = limit.turn("mira", now).await;
        own.begins(now);
        own.was_none();
        drop(own);
        assert!(limit.turn("mira", now).await.check(now).is_ok());
        limit.turn("mira", now).await.begins(now);
        assert!(limit.turn("mira", now).await.check(now).is_err());
    }
}
