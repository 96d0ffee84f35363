//! A throw-away Postgres for the tests: a cluster in the target folder, on a port of its own, gone with the tests.

use crate::shell::{Failure, find, output, run_quietly, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of Postgres's programs.
pub(crate) fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> = versions.flatten().map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.into_iter().rev().find(|folder| folder.join("initdb").is_file())
}

/// A running server. Dropping it stops it.
pub(crate) struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    pub url: String,
}

impl Postgres {
    pub(crate) fn start(root: &Path) -> Result<Self, Failure> {
        let programs = programs().ok_or_else(|| Failure("Postgres is not installed".to_owned()))?;
        // Postgres refuses to run as root: then it runs as the user that Debian's package made, in a place that is theirs.
        let folder = if is_root() { PathBuf::from("/tmp/portico-postgres") } else { target(root).join("postgres") };
        let server = Self { programs, folder, url: "postgres://portico@127.0.0.1:54329/postgres".to_owned() };
        let _ = server.stop();
        if server.folder.exists() {
            fs::remove_dir_all(&server.folder)?;
        }
        fs::create_dir_all(&server.folder)?;
        if is_root() {
            run_quietly(Command::new("chown").arg("postgres").arg(&server.folder))?;
        }
        let data = server.folder.join("data");
        run_quietly(server.program("initdb").args(["-A", "trust", "-U", "portico", "-D"]).arg(&data))?;
        let options = format!(
            "-p 54329 -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c max_connections=500 -c fsync=off",
            server.folder.display()
        );
        let log = server.folder.join("log");
        let mut start = server.program("pg_ctl");
        start.arg("-D").arg(&data).arg("-l").arg(log).args(["-w", "-o", &options, "start"]);
        // Its output stays open as long as the server, so it is not waited for.
        let status = start.stdout(std::process::Stdio::null()).status()?;
        if status.success() { Ok(server) } else { Err(Failure("Postgres did not start".to_owned())) }
    }

    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        if !is_root() {
            return Command::new(program);
        }
        let mut command = Command::new(find("runuser").unwrap_or_else(|| "runuser".into()));
        command.args(["-u", "postgres", "--"]).arg(program).current_dir("/tmp");
        command
    }

    fn stop(&self) -> Option<String> {
        output(self.program("pg_ctl").arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "stop"]))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = self.stop();
        // What is left is removed before the next start.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
