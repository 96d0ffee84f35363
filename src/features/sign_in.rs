//! Signing in.

use crate::api::ApiError;
use crate::i18n::use_words;
use crate::session::{Who, use_session};
use crate::t;
use crate::ui::{ErrorSummary, Icon, Glyph, Input, Mistake, TextField, failure_text, failure_title};
use portico_contract::problem::ProblemKind;
use portico_contract::session::Credentials;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SignInProps {
    /// The vendor's name.
    pub vendor: AttrValue,
}

/// Address and password.
#[component]
pub fn SignIn(props: &SignInProps) -> Html {
    let words = use_words();
    let session = use_session();
    let email = use_state(String::new);
    let password = use_state(String::new);
    let failed = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let turn = use_state(|| 0_u32);

    let on_input = use_callback(
        (email.setter(), password.setter()),
        |(field, text): (AttrValue, String), (email, password)| {
            if field == "email" { email.set(text) } else { password.set(text) }
        },
    );
    let mut mistakes = Vec::new();
    if *turn > 0 && email.trim().is_empty() {
        mistakes.push(Mistake { field: "email".into(), text: t!(words, "sign-in-email-missing").into() });
    }
    if *turn > 0 && password.is_empty() {
        mistakes.push(Mistake { field: "password".into(), text: t!(words, "sign-in-password-missing").into() });
    }
    let problem = |field: &str| mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| mistake.text.clone());
    let onsubmit = {
        let given = ((*email).clone(), (*password).clone());
        use_callback(
            (given, session.sign_in.clone(), failed.setter(), busy.clone(), (*turn, turn.setter())),
            |event: SubmitEvent, ((email, password), sign_in, failed, busy, (turn, set_turn))| {
                event.prevent_default();
                set_turn.set(turn + 1);
                if **busy || email.trim().is_empty() || password.is_empty() {
                    return;
                }
                busy.set(true);
                failed.set(None);
                let credentials = Credentials { email: email.trim().to_owned(), password: password.clone() };
                let (failed, busy) = (failed.clone(), busy.setter());
                let on_failure = Callback::from(move |error| {
                    failed.set(Some(error));
                    busy.set(false);
                });
                sign_in.emit((credentials, on_failure));
            },
        )
    };
    let expired = session.who == Who::Nobody { expired: true };
    let refusal = (*failed).as_ref().map(|error| match error.kind() {
        Some(ProblemKind::Credentials) => t!(words, "sign-in-wrong"),
        Some(ProblemKind::TooManyRequests) => t!(words, "sign-in-too-many"),
        _ => format!("{}. {}", failure_title(&words, error), failure_text(&words, error)),
    });
    html! {
        <main class="sign-in" id="main" tabindex="-1">
            <form class="card lift stack wide" novalidate=true {onsubmit}>
                <div class="stack tight">
                    <span class="logo"><i />{ &props.vendor }</span>
                    <h1>{ t!(words, "sign-in-title") }</h1>
                    if expired {
                        <p class="quiet" role="status">{ t!(words, "sign-in-expired") }</p>
                    }
                </div>
                <ErrorSummary mistakes={mistakes.clone()} turn={*turn} />
                if let Some(refusal) = refusal {
                    <div class="hint bad" role="alert"><Icon glyph={Glyph::Warn} /><span>{ refusal }</span></div>
                }
                <div class="stack">
                    <TextField id="email" label={t!(words, "sign-in-email")} value={(*email).clone()} on_input={on_input.clone()}
                        input={Input::Username} problem={problem("email")} />
                    <TextField id="password" label={t!(words, "sign-in-password")} value={(*password).clone()} on_input={on_input}
                        input={Input::Password} problem={problem("password")} />
                </div>
                <button type="submit" class="button primary wide" aria-disabled={busy.then_some("true")}>
                    if *busy { <span class="spinner" aria-hidden="true" /> }
                    { t!(words, "sign-in-button") }
                </button>
            </form>
        </main>
    }
}
