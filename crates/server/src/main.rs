//! `portico serve`: the portal in one program.

use clap::{Args, Parser, Subcommand, ValueEnum};
use portico::demo;
use portico::mail::Carrier;
use portico::objects::Objects;
use portico::post::Post;
use portico::reader::Reader;
use portico::store::{Patience, Store, check_chains};
use portico::{App, Files};
use std::error::Error;
use std::io::{IsTerminal, Write, stdout};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

/// How long requests may take to end when the server stops.
const GRACE: Duration = Duration::from_secs(20);

/// The partner portal and its reference PRM.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Serves the portal.
    Serve(Serve),
    /// Prints the OpenAPI description of the contract.
    Openapi,
    /// Looks at one file and writes what is found: what the server starts for each, with limits.
    #[command(hide = true)]
    Look {
        /// What the file is.
        media: String,
        /// The file.
        file: PathBuf,
        /// Where to write.
        folder: PathBuf,
    },
    /// Finds registrations that were changed, removed or reordered. Changes nothing; a server may run meanwhile.
    CheckChain(Place),
}

/// Where the data is.
#[derive(Args)]
struct Place {
    /// Folder of the database; serving makes it where it is missing.
    #[arg(long, env = "PORTICO_DATA", default_value = "data")]
    data: PathBuf,
    /// Another database than the one in the folder: `postgres://user:password@host/name`.
    #[arg(long, env = "PORTICO_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

impl Place {
    fn url(&self) -> String {
        let file = || format!("sqlite://{}", self.data.join("portico.db").display());
        self.database.clone().unwrap_or_else(file)
    }
}

#[derive(Args)]
struct Serve {
    /// Address and port to answer on.
    #[arg(long, env = "PORTICO_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    place: Place,
    /// Where the library's files lie: a folder, or `s3://bucket` with what `AWS_*` in the environment says of it. In the
    /// folder of the data if not said.
    #[arg(long, env = "PORTICO_OBJECTS")]
    objects: Option<String>,
    /// Makes demo data where the database is new.
    #[arg(long)]
    demo: bool,
    /// Gives the demo so many deals more, without history, to measure with.
    #[arg(long, requires = "demo", value_name = "DEALS", default_value_t = 0)]
    crowd: usize,
    /// Gives the demo so many assets more, of one file, to measure with.
    #[arg(long, requires = "demo", value_name = "ASSETS", default_value_t = 0)]
    crowd_library: usize,
    /// Serves the portal's files from this folder instead of those in the program: for development.
    #[arg(long)]
    app: Option<PathBuf>,
    /// The mail server: `smtp://user:password@host:587?tls=required` or `smtps://user:password@host`. Without one, mail is
    /// kept where a vendor admin reads it.
    #[arg(long, env = "PORTICO_SMTP", hide_env_values = true, requires = "mail_from")]
    smtp: Option<String>,
    /// The address that mail is from.
    #[arg(long, env = "PORTICO_MAIL_FROM")]
    mail_from: Option<String>,
    /// How many seconds a mail waits for more to happen, so that it goes in the same.
    #[arg(long, env = "PORTICO_MAIL_PAUSE", default_value_t = 30)]
    mail_pause: u32,
    /// How the log is written; what is logged is said by RUST_LOG.
    #[arg(long, env = "PORTICO_LOG", value_enum)]
    log: Option<LogForm>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LogForm {
    Text,
    Json,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let task = Arguments::parse().task;
    // Without a runtime: a reader of files is limited to what it needs.
    if let Task::Look { media, file, folder } = &task {
        return Ok(portico_preview::run(media, file, folder));
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(carry_out(task))
}

async fn carry_out(task: Task) -> Result<ExitCode, Box<dyn Error>> {
    match task {
        Task::Look { .. } => {}
        Task::Serve(serve) => Box::pin(serve.run()).await?,
        Task::Openapi => {
            let description = serde_json::to_string_pretty(&portico::description())?;
            writeln!(stdout(), "{description}")?;
        }
        Task::CheckChain(place) => return check_chain(&place).await,
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a line for each break, and for each chain that holds how long it is; fails where there is a break.
async fn check_chain(place: &Place) -> Result<ExitCode, Box<dyn Error>> {
    let chains = check_chains(&place.url()).await?;
    let mut out = stdout();
    for chain in &chains {
        for (number, fault) in &chain.breaks {
            writeln!(out, "{}: {number}: {fault}", chain.tenant)?;
        }
        let head = chain.head.as_deref().unwrap_or("none");
        let found = if chain.breaks.is_empty() { "sound".to_owned() } else { format!("{} breaks", chain.breaks.len()) };
        writeln!(
            out,
            "{}: {} registrations, {found}; hash of the last receipt: {head}",
            chain.tenant, chain.registrations
        )?;
    }
    let sound = chains.iter().all(|chain| chain.breaks.is_empty());
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

impl Serve {
    async fn run(self) -> Result<(), Box<dyn Error>> {
        self.start_log();
        let carrier = match (&self.smtp, &self.mail_from) {
            (Some(server), Some(from)) => Some(Carrier::new(server, from)?),
            _ => None,
        };
        if self.place.database.is_none() {
            std::fs::create_dir_all(&self.place.data)?;
        }
        let beside = || self.place.data.join("objects").display().to_string();
        let objects = Objects::at(&self.objects.clone().unwrap_or_else(beside)).map_err(|error| error.to_string())?;
        let store = Arc::new(Store::open(&self.place.url(), objects, Patience::default()).await?);
        if store.is_empty() && self.demo {
            demo::make(&store, chrono::Utc::now()).await?;
            demo::crowd(&store, self.crowd, chrono::Utc::now()).await?;
            demo::crowd_library(&store, self.crowd_library, chrono::Utc::now()).await?;
            tracing::info!("demo data made");
        } else if store.is_empty() {
            tracing::warn!("the database has no portal yet; start with --demo to look at one");
        }
        let (stop, stopping) = watch::channel(false);
        let files = self.app.map_or(Files::Embedded, Files::Folder);
        let app = portico::app(App::over(store.clone(), files, stopping.clone()).await?);
        let listener = TcpListener::bind(self.listen).await?;
        tracing::info!(address = %listener.local_addr()?, "serving");
        tokio::spawn(store.clone().keep_time(stopping.clone()));
        tokio::spawn(store.clone().carry_imports(stopping.clone()));
        let reader = Reader::by(std::env::current_exe()?);
        tokio::spawn(store.clone().keep_reading(reader, stopping.clone()));
        let pause = chrono::TimeDelta::seconds(self.mail_pause.into());
        let post = Post::new(store.clone(), carrier, pause, listener.local_addr()?.port());
        tokio::spawn(post.rounds(stopping.clone()));
        tokio::spawn(async move {
            asked_to_stop().await;
            tracing::info!("stopping: open requests are finished first");
            stop.send_replace(true);
        });
        let stopped = |mut stopping: watch::Receiver<bool>| async move {
            // The sender lives as long as the process.
            let _ = stopping.wait_for(|stop| *stop).await;
        };
        let serving = axum::serve(listener, app.into_make_service()).with_graceful_shutdown(stopped(stopping.clone()));
        tokio::select! {
            served = serving.into_future() => served?,
            () = async { stopped(stopping).await; tokio::time::sleep(GRACE).await } => {
                tracing::warn!("some requests did not end in time");
            }
        }
        store.close().await?;
        Ok(())
    }

    fn start_log(&self) {
        let filter = EnvFilter::try_from_default_env()
            .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn,sea_orm_migration=warn"));
        // A log that cannot be written, on a full disk, would be complained of where nothing can be written either: a panic
        // in whatever request was being answered.
        let log = tracing_subscriber::fmt().with_env_filter(filter).log_internal_errors(false);
        let preset = if stdout().is_terminal() { LogForm::Text } else { LogForm::Json };
        match self.log.unwrap_or(preset) {
            LogForm::Text => log.compact().init(),
            LogForm::Json => log.json().flatten_event(true).init(),
        }
    }
}

/// Ends when somebody presses Ctrl-C or the system asks the program to stop.
async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "only Ctrl-C stops this server");
            // An error means that there is no way to stop it gently at all.
            let _ = interrupt.await;
        }
    }
    #[cfg(not(unix))]
    let _ = interrupt.await;
}
