//! The receipt of a registration: quiet where it holds, in full where somebody asks, loud where it does not hold.

mod check;

use crate::api::{Fetch, Remote, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{Glyph, hint, icon, small_icon};
use check::{Checked, Signature};
use chrono::{DateTime, Utc};
use portico_contract::capability;
use portico_contract::deal::DealSummary;
use portico_contract::receipt::{Header, MEDIA, Receipt};
use std::rc::Rc;
use yew::prelude::*;

/// What came of a check, for the deal that is shown.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    Pending,
    Verified,
    /// Its signature is wrong, or it is not of what is shown.
    Wrong,
    Unchecked(Obstacle),
}

/// Why a receipt could not be checked.
#[derive(Clone, Copy, PartialEq)]
enum Obstacle {
    NotFetched,
    Insecure,
    OldBrowser,
}

impl Verdict {
    fn of(remote: &Remote<Rc<Checked>>, deal: &DealSummary) -> Self {
        let checked = match remote {
            Remote::Loading => return Self::Pending,
            Remote::Failed(_) => return Self::Unchecked(Obstacle::NotFetched),
            Remote::Loaded { value, .. } => value,
        };
        match checked.signature {
            _ if !checked.is_of(deal) => Self::Wrong,
            Signature::Holds => Self::Verified,
            Signature::Broken => Self::Wrong,
            Signature::Insecure => Self::Unchecked(Obstacle::Insecure),
            Signature::Unknown => Self::Unchecked(Obstacle::OldBrowser),
        }
    }

    fn tone(self) -> &'static str {
        match self {
            Self::Verified => "good",
            Self::Wrong => "bad",
            Self::Pending | Self::Unchecked(_) => "",
        }
    }

    /// In two or three words.
    fn said(self, words: &Words) -> Html {
        match self {
            Self::Pending => t!(words, "receipt-pending").into(),
            Self::Verified => t!(words, "receipt-verified").into(),
            Self::Wrong => html! { <b class="wrong">{ t!(words, "receipt-wrong") }</b> },
            Self::Unchecked(_) => t!(words, "receipt-unchecked").into(),
        }
    }
}

/// Fetches a receipt and the keys, and checks the one with the others.
#[hook]
fn use_receipt(id: &str) -> (Rc<Remote<Rc<Checked>>>, Callback<()>) {
    let api = use_api();
    let checked = use_remote((api, AttrValue::from(id.to_owned())), |(api, id)| -> Fetch<Rc<Checked>> {
        let (receipt, keys) = (api.receipt(id), api.receipt_keys());
        Box::pin(async move {
            let receipt = receipt.await?;
            Ok(Rc::new(Checked::of(receipt, &keys.await?).await))
        })
    });
    (checked.get(), checked.reload)
}

#[derive(Properties, PartialEq)]
pub(super) struct ReceivedProps {
    /// What the page shows: the receipt has to say the same.
    pub deal: DealSummary,
    /// When it was received.
    pub at: DateTime<Utc>,
}

/// When a registration was received, and its receipt where the PRM gives one.
#[component]
pub(super) fn Received(props: &ReceivedProps) -> Html {
    let words = use_words();
    let said = html! { <span class="grow">{ t!(words, "received-at", moment = &words.moment(props.at)) }</span> };
    let given = use_can(capability::RECEIPTS);
    if given {
        // Of another deal it begins anew: the answer to the one before says nothing of it.
        html! { <Whole key={props.deal.id.clone()} deal={props.deal.clone()} {said} /> }
    } else {
        html! { <div class="row tight received good">{ icon(Glyph::Seal) }{ said }</div> }
    }
}

#[derive(Properties, PartialEq)]
struct WholeProps {
    deal: DealSummary,
    /// When it was received, in words.
    said: Html,
}

/// One line that opens to the receipt in full.
#[component]
fn Whole(props: &WholeProps) -> Html {
    let words = use_words();
    let (remote, reload) = use_receipt(&props.deal.id);
    let again = use_callback(reload, |_: MouseEvent, reload| reload.emit(()));
    let verdict = Verdict::of(&remote, &props.deal);
    let explained = match verdict {
        Verdict::Pending => Html::default(),
        Verdict::Verified => html! { <p>{ t!(words, "receipt-verified-text") }</p> },
        Verdict::Wrong => html! { <p>{ t!(words, "receipt-keep-text") }</p> },
        Verdict::Unchecked(Obstacle::NotFetched) => html! {
            <>
                <p>{ t!(words, "receipt-not-fetched-text") }</p>
                <button type="button" class="button" onclick={again}>{ t!(words, "try-again") }</button>
            </>
        },
        Verdict::Unchecked(Obstacle::Insecure) => html! { <p>{ t!(words, "receipt-insecure-text") }</p> },
        Verdict::Unchecked(Obstacle::OldBrowser) => html! { <p>{ t!(words, "receipt-old-browser-text") }</p> },
    };
    let checked = remote.value();
    let facts =
        checked.and_then(|checked| checked.says.as_ref()).map(|(header, receipt)| facts(&words, header, receipt));
    let download = checked.map(|checked| {
        let name = format!("receipt-{}.jws", props.deal.number.as_str());
        // What was checked is what is saved: a JWS has only characters that an address may have.
        let href = format!("data:{MEDIA},{}", checked.jws);
        html! { <div><a class="button" {href} download={name}>{ t!(words, "receipt-download") }</a></div> }
    });
    let wrong = (verdict == Verdict::Wrong).then(
        || html! { <div role="alert">{ hint(Glyph::Warn, "bad", t!(words, "receipt-wrong-text").into()) }</div> },
    );
    html! {
        <>
            <details class={classes!("received", verdict.tone())}>
                <summary class="row tight wrap">
                    { icon(if verdict == Verdict::Wrong { Glyph::Warn } else { Glyph::Seal }) }
                    { props.said.clone() }
                    <span class="row tight quiet">{ verdict.said(&words) }{ small_icon(Glyph::Down) }</span>
                </summary>
                <div class="stack tight">{ explained }{ facts }{ download }</div>
            </details>
            { wrong }
        </>
    }
}

/// What a receipt says.
fn facts(words: &Words, header: &Header, receipt: &Receipt) -> Html {
    let signed = DateTime::from_timestamp(receipt.iat, 0).filter(|at| *at > receipt.registered_at);
    let previous = receipt.previous.clone().unwrap_or_else(|| t!(words, "receipt-first"));
    let fact =
        |name: String, value: String, class: &'static str| html! { <><dt>{ name }</dt><dd {class}>{ value }</dd></> };
    html! {
        <dl class="facts">
            { fact(t!(words, "column-partner"), receipt.organisation.name.clone(), "") }
            { fact(t!(words, "deal-number"), receipt.number.as_str().to_owned(), "") }
            { fact(t!(words, "conflicts-received"), words.instant(receipt.registered_at), "") }
            if let Some(at) = signed { { fact(t!(words, "receipt-signed"), words.moment(at), "") } }
            { fact(t!(words, "receipt-customer"), receipt.customer.fingerprint.clone(), "code") }
            { fact(t!(words, "receipt-salt"), receipt.customer.salt.clone(), "code") }
            { fact(t!(words, "receipt-previous"), previous, "code") }
            { fact(t!(words, "receipt-key"), header.kid.clone(), "code") }
        </dl>
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct ReceiptMarkProps {
    pub deal: DealSummary,
}

/// Whether the receipt of a registration holds, beside others of the same customer.
#[component]
pub(super) fn ReceiptMark(props: &ReceiptMarkProps) -> Html {
    let words = use_words();
    let (remote, _) = use_receipt(&props.deal.id);
    Verdict::of(&remote, &props.deal).said(&words)
}
