//! Passwords: argon2id (RFC 9106, OWASP's parameters: 19 MiB, two passes, one lane).

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;

/// A hash takes 19 MiB and a core for some 20 ms: no more at once than there are cores for.
static ROOM: LazyLock<Arc<Semaphore>> =
    LazyLock::new(|| Arc::new(Semaphore::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get))));

/// The hash of no password, to spend the same time on an address that nobody has.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash("nobody"));

/// The PHC string of a password.
pub fn hash(password: &str) -> String {
    let salt = SaltString::generate(&mut OsRng);
    let hash = Argon2::default().hash_password(password.as_bytes(), &salt);
    hash.expect("argon2 takes passwords of any length below 4 GiB").to_string()
}

/// Whether `password` is the one that was hashed. Takes as long where there is no hash.
pub async fn verify(password: String, kept: Option<String>) -> bool {
    let Ok(room) = ROOM.clone().acquire_owned().await else { return false };
    let verified = tokio::task::spawn_blocking(move || {
        // The hash goes on where nobody waits for it any more, and so does its claim to a core.
        let _room = room;
        let known = kept.is_some();
        let hash = kept.unwrap_or_else(|| NOBODY.clone());
        let verified = PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
        known && verified
    });
    verified.await.unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_password_opens() {
        let kept = hash("portico-demo");
        assert!(verify("portico-demo".to_owned(), Some(kept.clone())).await);
        assert!(!verify("portico-demo ".to_owned(), Some(kept)).await);
        assert!(!verify("nobody".to_owned(), None).await, "nobody has no password, not even that one");
    }
}
