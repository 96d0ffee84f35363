//! The post: writes what is due, and hands it on as long as the server runs. Several servers on one database share the
//! work; none does what another has done.

use crate::mail::Carrier;
use crate::ports::PortError;
use crate::speech::Speech;
use crate::store::Store;
use chrono::{DateTime, TimeDelta, Utc};
use portico_contract::mail::MailState;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often is looked for what is due.
const ROUND: Duration = Duration::from_secs(5);

/// Writes and hands on mail.
pub struct Post {
    store: Arc<Store>,
    carrier: Option<Carrier>,
    pause: TimeDelta,
    port: u16,
    speech: Speech,
}

impl Post {
    /// The post of a store. Without a carrier, mail is kept to be read in the portal. It waits a `pause` for more to
    /// happen, so that it goes in one mail; `port` is that in the addresses of portals on this machine.
    pub fn new(store: Arc<Store>, carrier: Option<Carrier>, pause: TimeDelta, port: u16) -> Self {
        Self { store, carrier, pause, port, speech: Speech::new() }
    }

    /// Does its rounds until the server stops.
    pub async fn rounds(self, mut stop: watch::Receiver<bool>) {
        loop {
            match self.round(Utc::now()).await {
                Ok((0, 0)) => {}
                Ok((written, handed)) => tracing::info!(written, handed, "mail"),
                Err(error) => tracing::warn!(%error, "mail could not be seen to now"),
            }
            tokio::select! {
                () = tokio::time::sleep(ROUND) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// Writes what is due at `now` and hands on what waits: how many mails each.
    pub async fn round(&self, now: DateTime<Utc>) -> Result<(usize, usize), PortError> {
        let to_send = self.carrier.is_some();
        let written = self.store.write_mails(&self.speech, now - self.pause, self.port, to_send).await?;
        let Some(carrier) = &self.carrier else { return Ok((written, 0)) };
        let mut handed = 0;
        loop {
            let mails = self.store.claim_mails(now).await?;
            if mails.is_empty() {
                return Ok((written, handed));
            }
            for mail in mails {
                let went = carrier.hand_on(&mail).await;
                match self.store.settle_mail(&mail, went, now).await? {
                    MailState::Sent => handed += 1,
                    // What the mail server says may name the person, and stands in the portal.
                    state => tracing::warn!(mail = mail.id, tries = mail.tries, state = state.name(), "mail not taken"),
                }
            }
        }
    }
}
