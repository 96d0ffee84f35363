//! How a mail is handed to a mail server (SMTP, RFC 5321).

use super::Letter;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// How long a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A letter, and where it is to go.
pub(crate) struct Envelope {
    pub id: String,
    /// Who writes: the vendor.
    pub vendor: String,
    pub name: String,
    pub address: String,
    /// How often it was handed on, this time counted.
    pub tries: i32,
    pub letter: Letter,
}

/// How it went.
pub(crate) enum Handed {
    /// The mail server has taken it.
    Taken,
    /// It did not now, and may later.
    Later(String),
    /// It never will.
    Refused(String),
}

/// Hands mail to a mail server.
pub struct Carrier {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Address,
}

/// There is no such mail server, or nobody to write from.
#[derive(Debug, thiserror::Error)]
pub enum NoCarrier {
    /// `smtp://user:password@host:587?tls=required` or `smtps://user:password@host` is expected.
    #[error("the mail server's address cannot be read")]
    Server(#[source] lettre::transport::smtp::Error),
    /// An e-mail address is expected.
    #[error("the address that mail is from cannot be read")]
    From(#[source] lettre::address::AddressError),
}

impl Carrier {
    /// Hands mail from the address `from` to the server at `url`, which may hold a password and is not logged.
    pub fn new(url: &str, from: &str) -> Result<Self, NoCarrier> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(NoCarrier::Server)?;
        let from = from.parse().map_err(NoCarrier::From)?;
        Ok(Self { transport: transport.timeout(Some(PATIENCE)).build(), from })
    }

    pub(crate) async fn hand_on(&self, mail: &Envelope) -> Handed {
        let message = match self.message(mail) {
            Ok(message) => message,
            Err(error) => return Handed::Refused(error),
        };
        match self.transport.send(message).await {
            Ok(_) => Handed::Taken,
            Err(error) if error.is_permanent() => Handed::Refused(error.to_string()),
            Err(error) => Handed::Later(error.to_string()),
        }
    }

    /// The message (RFC 5322). Its id is always the same, so that one which is handed on twice shows once.
    fn message(&self, mail: &Envelope) -> Result<Message, String> {
        let to: Address = mail.address.parse().map_err(|error| format!("{error}"))?;
        let id = |local: &str| format!("<{local}@{}>", self.from.domain());
        let letter = &mail.letter;
        let mut message = Message::builder()
            .from(Mailbox::new(Some(mail.vendor.clone()), self.from.clone()))
            .to(Mailbox::new(Some(mail.name.clone()), to))
            .subject(&letter.subject)
            .message_id(Some(id(&mail.id)))
            // No out-of-office note answers it (RFC 3834).
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(thread) = &letter.thread {
            message = message.references(id(thread));
        }
        let part = |kind: ContentType, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
        let body = MultiPart::alternative()
            .singlepart(part(ContentType::TEXT_PLAIN, &letter.text))
            .singlepart(part(ContentType::TEXT_HTML, &letter.html));
        message.multipart(body).map_err(|error| error.to_string())
    }
}
