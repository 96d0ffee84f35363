//! The live stream: one reader of the log, and every open stream fed from what it read.

use crate::ports::{Actor, Audience, EventLog, Logged, PortError, TenantId};
use crate::store::for_side;
use portico_contract::asset::{Audience as Readers, Reader};
use portico_contract::event::{Event, EventKind};
use portico_contract::session::Side;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, broadcast, watch};

/// How often the log is read when nobody in this process wrote: another server on the same database may have.
const LOOK: Duration = Duration::from_millis(500);
/// Events read at once.
const BATCH: u32 = 500;
/// Events that a slow stream may be behind before it reads the log itself.
const SLACK: usize = 1_024;

/// An event, written out once for each side, however many streams carry it.
#[derive(Debug)]
pub struct Frame {
    /// The event's id.
    pub id: i64,
    /// Its type.
    pub kind: EventKind,
    tenant: TenantId,
    organisation: String,
    audience: Audience,
    readers: Option<Readers>,
    partner: String,
    vendor: String,
}

impl Frame {
    fn write(logged: Logged) -> Result<Self, PortError> {
        let Logged { event, tenant, organisation, audience, readers } = logged;
        let json = |event: &Event| serde_json::to_string(event).map_err(|error| PortError::Internal(Box::new(error)));
        Ok(Self {
            id: event.id.parse().unwrap_or(0),
            kind: event.kind,
            vendor: json(&event)?,
            partner: json(&for_side(event, Side::Partner))?,
            tenant,
            organisation,
            audience,
            readers,
        })
    }

    /// The event's JSON as `who` sees it; `None` for what is not for their eyes.
    pub fn data(&self, who: &Actor, reader: &Reader) -> Option<&str> {
        if self.tenant != who.tenant {
            return None;
        }
        if let Some(readers) = &self.readers {
            let json = if who.role.side() == Side::Vendor { &self.vendor } else { &self.partner };
            return readers.includes(reader).then_some(json);
        }
        match (who.role.side(), self.audience) {
            (Side::Vendor, Audience::All | Audience::Vendor) => Some(&self.vendor),
            (Side::Partner, Audience::All | Audience::Partner) if self.organisation == who.organisation.id => {
                Some(&self.partner)
            }
            _ => None,
        }
    }
}

/// Where streams come from.
#[derive(Clone, Debug)]
pub struct Live {
    frames: broadcast::Sender<Arc<Frame>>,
    stop: watch::Receiver<bool>,
}

impl Live {
    /// Starts the one reader. It looks whenever `written` is told, and every half second.
    pub async fn start(
        log: Arc<dyn EventLog>,
        written: Arc<Notify>,
        stop: watch::Receiver<bool>,
    ) -> Result<Self, PortError> {
        let (frames, _) = broadcast::channel(SLACK);
        let live = Self { frames: frames.clone(), stop: stop.clone() };
        let mut position = log.head().await?;
        let mut stopped = stop;
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = written.notified() => {}
                    () = tokio::time::sleep(LOOK) => {}
                    _ = stopped.wait_for(|stop| *stop) => return,
                }
                loop {
                    match log.all_since(position, BATCH).await {
                        Ok(read) if read.is_empty() => break,
                        Ok(read) => {
                            for logged in read {
                                position = logged.event.id.parse().unwrap_or(position);
                                match Frame::write(logged) {
                                    // Nobody listens: nobody misses it.
                                    Ok(frame) => drop(frames.send(Arc::new(frame))),
                                    Err(error) => tracing::error!(%error, "an event cannot be written out"),
                                }
                            }
                        }
                        Err(error) => {
                            tracing::warn!(%error, "the log cannot be read now");
                            break;
                        }
                    }
                }
            }
        });
        Ok(live)
    }

    /// What is read from now on.
    pub fn listen(&self) -> broadcast::Receiver<Arc<Frame>> {
        self.frames.subscribe()
    }

    /// Ends when the server stops.
    pub async fn stopped(&self) {
        let mut stop = self.stop.clone();
        // An error means that the server is gone, which is a stop too.
        let _ = stop.wait_for(|stop| *stop).await;
    }
}
