//! Looks at a file in a process of its own: this program again, with limits on memory, time and what it may write, and
//! without anything of the server's environment.

use crate::ports::PortError;
use portico_preview::{Looked, OUTCOME_FILE, Outcome, Unreadable};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::timeout;

/// How long a file may take. The process itself is limited in the seconds that it reckons; this is for one that waits.
const LONGEST: Duration = Duration::from_mins(2);

/// What became of a look at a file.
pub enum Seen {
    /// What was found.
    Looked(Box<Looked>),
    /// It is none that can be read, or should be.
    Refused {
        /// Which kind of refusal, as the contract names it.
        code: &'static str,
        /// What happened, for the log.
        why: String,
    },
}

/// The reader of a file ended without a word about it, or took too long.
pub const GAVE_UP: &str = "gave_up";

/// What the contract calls a refusal.
fn code(why: &Unreadable) -> &'static str {
    match why {
        Unreadable::TooLarge { .. } => "too_large",
        Unreadable::Bomb => "bomb",
        Unreadable::Scripts => "scripts",
        Unreadable::ExternalReferences => "external_references",
        Unreadable::Encrypted => "encrypted",
        Unreadable::Mismatch => "mismatch",
        Unreadable::Broken { .. } => "broken",
        Unreadable::Disk { .. } => "disk",
    }
}

fn gave_up(why: String) -> Seen {
    Seen::Refused { code: GAVE_UP, why }
}

/// Looks at files.
#[derive(Clone, Debug)]
pub struct Reader {
    program: PathBuf,
}

impl Reader {
    /// By a program that understands `look`: this one.
    pub fn by(program: PathBuf) -> Self {
        Self { program }
    }

    /// Looks at a file of a media type; pictures and pages are written into `folder`.
    ///
    /// # Errors
    /// Where the process cannot be started. One that ends in another way than it should refuses the file.
    pub async fn look(&self, media: &str, file: &Path, folder: &Path) -> Result<Seen, PortError> {
        let mut process = Command::new(&self.program);
        process.arg("look").arg(media).arg(file).arg(folder);
        process.env_clear().current_dir(folder).kill_on_drop(true);
        process.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut process = process.spawn().map_err(PortError::internal)?;
        let ended = match timeout(LONGEST, process.wait()).await {
            Ok(ended) => ended.map_err(PortError::internal)?,
            Err(_) => {
                // It may have ended just now.
                let _ = process.kill().await;
                return Ok(gave_up("it took too long".to_owned()));
            }
        };
        let Ok(left) = tokio::fs::read(folder.join(OUTCOME_FILE)).await else {
            return Ok(gave_up(format!("its reader ended with {ended}")));
        };
        Ok(match serde_json::from_slice(&left) {
            Ok(Outcome::Ok(looked)) => Seen::Looked(Box::new(looked)),
            Ok(Outcome::Refused(why)) => Seen::Refused { code: code(&why), why: why.to_string() },
            Err(error) => gave_up(format!("its reader left nothing that can be read: {error}")),
        })
    }
}
