//! Serving the portal: for looking at it, and for working on it.

use crate::app;
use crate::shell::{self, Failure, cargo, step, target};
use crate::tools::{self, tool};
use crate::words;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

const ADDRESS: &str = "127.0.0.1:8080";

const ACCOUNTS: &str = "
  The portal is at http://localhost:8080 (Aurora Systems)
               and http://halcyon.localhost:8080 (Halcyon Robotics)

  Demo accounts, all with the password portico-demo:
    rep@bluepeak.example        partner rep
    marketer@bluepeak.example   partner marketer
    admin@bluepeak.example      partner admin
    rep@kestrel.example         rep of another partner
    manager@aurora.example      channel manager: answers registrations
    admin@aurora.example        vendor admin
    rep@vantage.example         partner rep at Halcyon
    manager@halcyon.example     channel manager at Halcyon

  Ctrl-C stops it. The data is kept in ./data; remove the folder to begin again.
";

/// The server for release, with the app inside: `target/release/portico`.
pub(crate) fn build(root: &Path) -> Result<(), Failure> {
    step("building the server for release (a few minutes the first time)", || {
        shell::run(cargo().current_dir(root).args(["build", "--quiet", "--release", "--package", "portico"]))
    })
}

/// Where the server for release is.
fn program(root: &Path) -> PathBuf {
    target(root).join("release/portico")
}

/// A server that ends with what holds it.
pub(crate) struct Server(pub(crate) Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the server for release at `address` with demo data in `data`, and waits until it answers.
pub(crate) fn start(root: &Path, address: &str, data: &Path) -> Result<Child, Failure> {
    start_with(root, address, data, &[])
}

/// The same with more flags.
pub(crate) fn start_with(root: &Path, address: &str, data: &Path, more: &[&str]) -> Result<Child, Failure> {
    let mut serve = Command::new(program(root));
    serve.args(["serve", "--listen", address, "--demo", "--log", "text", "--data"]).arg(data).args(more);
    serve.env("RUST_LOG", std::env::var("RUST_LOG").unwrap_or_else(|_| "warn".to_owned()));
    let mut child = serve.spawn()?;
    wait(&mut child, address)?;
    Ok(child)
}

/// Builds everything for release and serves it with demo data.
pub(crate) fn run(root: &Path) -> Result<(), Failure> {
    app::build(root)?;
    build(root)?;
    let mut server = step("starting the server", || start(root, ADDRESS, &root.join("data")))?;
    println!("{ACCOUNTS}");
    server.wait()?;
    Ok(())
}

/// Rebuilds the app on change with trunk and the server with cargo, and starts the server anew.
pub(crate) fn dev(root: &Path) -> Result<(), Failure> {
    tools::for_app()?;
    words::compile(root)?;
    let mut trunk = tool("trunk").current_dir(root).args(["watch", "--dist", "target/dev-dist"]).spawn()?;
    println!("{ACCOUNTS}");
    let watched = ["crates/server/src", "crates/contract/src"].map(|folder| root.join(folder));
    let done = loop {
        let before = newest(&watched);
        let built = shell::run(cargo().current_dir(root).args(["build", "--quiet", "--package", "portico"]));
        let mut server = match built {
            Ok(()) => {
                let mut serve = Command::new(target(root).join("debug/portico"));
                serve.args([
                    "serve",
                    "--listen",
                    ADDRESS,
                    "--demo",
                    "--app",
                    "target/dev-dist",
                    "--data",
                    "target/dev-data",
                ]);
                Some(serve.current_dir(root).spawn()?)
            }
            Err(Failure(why)) => {
                println!("✗ {why}; waiting for a change");
                None
            }
        };
        while newest(&watched) == before {
            std::thread::sleep(Duration::from_millis(500));
        }
        if let Some(server) = &mut server {
            server.kill()?;
            server.wait()?;
        }
        if let Some(status) = trunk.try_wait()? {
            break Err(Failure(format!("trunk stopped: {status}")));
        }
    };
    trunk.kill()?;
    done
}

/// When anything below the folders was last changed.
fn newest(folders: &[PathBuf]) -> Option<std::time::SystemTime> {
    fn below(path: &Path) -> Option<std::time::SystemTime> {
        let own = path.metadata().and_then(|data| data.modified()).ok();
        let entries = std::fs::read_dir(path).into_iter().flatten().flatten();
        entries.filter_map(|entry| below(&entry.path())).chain(own).max()
    }
    folders.iter().filter_map(|folder| below(folder)).max()
}

/// Waits until the server answers, or has ended.
fn wait(server: &mut Child, address: &str) -> Result<(), Failure> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_mins(10) {
        if let Some(status) = server.try_wait()? {
            return Err(Failure(format!("the server stopped: {status}; is {address} in use?")));
        }
        if healthy(address) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(Failure("the server did not answer within ten minutes".to_owned()))
}

fn healthy(address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let asked =
        stream.write_all(format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").as_bytes());
    let mut answer = String::new();
    asked.is_ok() && stream.read_to_string(&mut answer).is_ok() && answer.starts_with("HTTP/1.1 200")
}
