//! A mail server on this machine that keeps what it is handed. Considered: `mailin-embedded` speaks SMTP too, with threads
//! and a TLS library of its own; a test needs six commands.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A mail server. It takes whatever comes, or refuses every recipient with its answer.
#[derive(Clone)]
pub struct Mailbox {
    address: std::net::SocketAddr,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Mailbox {
    /// Takes everything.
    pub async fn open() -> Self {
        Self::that_says("250 OK").await
    }

    /// Answers so to each recipient.
    pub async fn that_says(answer: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mailbox = Self { address: listener.local_addr().unwrap(), taken: Arc::default() };
        let taken = mailbox.taken.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // Whoever breaks off has said all they wanted.
                tokio::spawn(converse(stream, answer, taken.clone()));
            }
        });
        mailbox
    }

    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The messages as they came, headers and all.
    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

async fn converse(stream: TcpStream, answer: &str, taken: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 mailbox\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let command = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let said = match command.as_str() {
            "RCPT" => answer,
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await?;
                let mut message = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    message.push_str(&line);
                    message.push('\n');
                }
                taken.lock().unwrap().push(message);
                "250 taken"
            }
            "QUIT" => return writer.write_all(b"221 bye\r\n").await,
            _ => "250 mailbox",
        };
        writer.write_all(format!("{said}\r\n").as_bytes()).await?;
    }
    Ok(())
}
