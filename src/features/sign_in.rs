//! Signing in.

use crate::api::ApiError;
use crate::i18n::use_words;
use crate::route::Route;
use crate::session::{Who, use_session};
use crate::t;
use crate::tenant::use_can;
use crate::ui::{
    ErrorSummary, Field, Glyph, Input, Mistake, Typed, failure, focus, hint, said_of, typed, use_surroundings,
    use_title,
};
use portico_contract::capability;
use portico_contract::problem::ProblemKind;
use portico_contract::session::Credentials;
use yew::prelude::*;

/// Address and password.
#[component]
pub fn SignIn() -> Html {
    let words = use_words();
    let session = use_session();
    let vendor = use_surroundings().vendor;
    use_title(&t!(words, "sign-in-title").into());
    // There is one thing to do here, and its first field says what it is.
    use_effect_with((), |()| focus("email"));
    let email = use_state(String::new);
    let password = use_state(String::new);
    let failed = use_state(|| None::<ApiError>);
    let busy = use_state(|| false);
    let turn = use_state(|| 0_u32);

    let oninput =
        use_callback((email.setter(), password.setter()), |event: InputEvent, (email, password)| match typed(&event) {
            Some((field, Typed::Text(text))) if field == "email" => email.set(text),
            Some((_, Typed::Text(text))) => password.set(text),
            _ => {}
        });
    let mut mistakes: Vec<Mistake> = Vec::new();
    if *turn > 0 && email.trim().is_empty() {
        mistakes.push(("email".into(), t!(words, "sign-in-email-missing").into()));
    }
    if *turn > 0 && password.is_empty() {
        mistakes.push(("password".into(), t!(words, "sign-in-password-missing").into()));
    }
    let given = ((*email).clone(), (*password).clone());
    let onsubmit = use_callback(
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
    );
    let engagement = use_can(capability::PROGRAMME);
    let expired = session.who == Who::Nobody { expired: true };
    let refusal = (*failed).as_ref().map(|error| {
        let told = match error.kind() {
            Some(ProblemKind::Credentials) => t!(words, "sign-in-wrong"),
            Some(ProblemKind::TooManyRequests) => t!(words, "sign-in-too-many"),
            _ => return failure(&words, error),
        };
        html! { <div role="alert">{ hint(Glyph::Warn, "bad", told.into()) }</div> }
    });
    let field = |id: &'static str, label: String, value: &str, input: Input| Field {
        id: id.into(),
        label: label.into(),
        value: value.to_owned().into(),
        input,
        problem: said_of(&mistakes, id),
        ..Field::default()
    };
    html! {
        <main class="sign-in" id="main" tabindex="-1">
            <form class="card lift stack wide" novalidate=true {onsubmit} {oninput}>
                <div class="stack tight">
                    <span class="logo"><i />{ vendor }</span>
                    <h1>{ t!(words, "sign-in-title") }</h1>
                    if expired { <p class="quiet" role="status">{ t!(words, "sign-in-expired") }</p> }
                </div>
                <ErrorSummary mistakes={mistakes.clone()} turn={*turn} />
                { refusal }
                <div class="stack">
                    { field("email", t!(words, "sign-in-email"), &email, Input::Username).line(&words) }
                    { field("password", t!(words, "sign-in-password"), &password, Input::Password).line(&words) }
                </div>
                <button type="submit" class="button primary wide" aria-disabled={busy.then_some("true")}>
                    if *busy { <span class="spinner" aria-hidden="true" /> }
                    { t!(words, "sign-in-button") }
                </button>
                if engagement { <p class="quiet"><a href={Route::Engagement.path()}>{ t!(words, "engagement-title") }</a></p> }
            </form>
        </main>
    }
}
