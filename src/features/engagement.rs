//! The rules of engagement, for everybody to read: every sentence is made of the rules that the system keeps to.

use crate::api::{Api, Fetch, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::parts::{deal_type, inputs_text, named, points_text};
use crate::route::Route;
use crate::session::use_session;
use crate::t;
use crate::ui::{Fetched, Page, RemoteView, use_surroundings};
use chrono::{NaiveTime, Timelike, Weekday};
use portico_contract::programme::{Engagement, PublishedIncentives, Told};
use std::rc::Rc;
use yew::prelude::*;

/// The page `/rules`.
#[component]
pub fn RulesOfEngagement() -> Html {
    let (words, api, around) = (use_words(), use_api(), use_surroundings());
    let session = use_session();
    let engagement = use_remote(api, |api: &Api| -> Fetch<Rc<Engagement>> {
        let engagement = api.engagement();
        Box::pin(async move { engagement.await.map(Rc::new) })
    });
    let remote = engagement.get();
    // Whoever reads it without an account has no navigation.
    let actions = match session.session() {
        Some(_) => Html::default(),
        None => html! { <a class="button small" href={Route::SignIn.path()}>{ t!(words, "sign-in-button") }</a> },
    };
    let body = remote.value().map(|rules| shown(&words, rules, &around.vendor));
    html! {
        <Page title={t!(words, "engagement-title")} {actions}>
            <div class="narrow">
                <RemoteView fetched={Fetched::from(&*remote)} reload={engagement.reload.clone()} rows=8>{ body.unwrap_or_default() }</RemoteView>
            </div>
        </Page>
    }
}

fn shown(words: &Words, rules: &Engagement, vendor: &str) -> Html {
    let since = words.moment(rules.changed_at);
    html! {
        <div class="stack">
            <p class="quiet">{ t!(words, "engagement-intro", vendor = vendor) }</p>
            { part(t!(words, "engagement-first"), first(words, rules)) }
            { part(t!(words, "engagement-answer"), answer(words, rules)) }
            if !rules.approval.is_empty() { { part(t!(words, "engagement-approval"), approval(words, rules)) } }
            { part(t!(words, "engagement-protection"), protection(words, rules)) }
            { part(t!(words, "engagement-duplicates"), duplicates(words, rules)) }
            if let Some(names) = &rules.house_accounts { { part(t!(words, "settings-house"), house(words, names)) } }
            { rules.incentives.as_ref().map(|incentives| earned(words, incentives)).unwrap_or_default() }
            <p class="quiet">{ t!(words, "engagement-version", number = rules.version, at = &since) }</p>
        </div>
    }
}

fn part(title: String, rules: Vec<String>) -> Html {
    html! {
        <section class="card stack tight">
            <h2>{ title }</h2>
            <ul class="stack tight">for rule in rules { <li key={rule.clone()}>{ rule }</li> }</ul>
        </section>
    }
}

fn first(words: &Words, rules: &Engagement) -> Vec<String> {
    let mut said = vec![t!(words, "engagement-first-in"), t!(words, "engagement-receipt")];
    if rules.claim_days > 0 {
        said.push(t!(words, "engagement-claim", days = u32::from(rules.claim_days)));
    }
    said
}

fn answer(words: &Words, rules: &Engagement) -> Vec<String> {
    let (hours, minutes) = (rules.answer_within_minutes / 60, rules.answer_within_minutes % 60);
    let time = |time: NaiveTime| format!("{:02}:{:02}", time.hour(), time.minute());
    let days: Vec<String> = rules.hours.days.iter().map(|day| weekday(words, *day)).collect();
    let (opens, closes) = (time(rules.hours.opens), time(rules.hours.closes));
    let mut said = vec![
        t!(words, "engagement-within", hours = u32::from(hours), minutes = u32::from(minutes)),
        t!(
            words,
            "engagement-hours",
            days = &days.join(", "),
            opens = &opens,
            closes = &closes,
            zone = rules.time_zone.as_str()
        ),
        t!(words, "engagement-rests"),
    ];
    if !rules.hours.holidays.is_empty() {
        let holidays: Vec<String> = rules.hours.holidays.iter().map(|day| words.day(*day)).collect();
        said.push(t!(words, "engagement-holidays", days = &holidays.join(", ")));
    }
    said
}

fn approval(words: &Words, rules: &Engagement) -> Vec<String> {
    let said = rules.approval.iter().map(|rule| {
        let name = named(words, &rule.name);
        let range = match (rule.from, rule.below) {
            (Some(from), Some(below)) => {
                t!(words, "engagement-between", name = name, from = &words.money(from), below = &words.money(below))
            }
            (Some(from), None) => t!(words, "engagement-from", name = name, from = &words.money(from)),
            (None, Some(below)) => t!(words, "engagement-below", name = name, below = &words.money(below)),
            (None, None) => name.to_owned(),
        };
        let territories = rule.territories.iter().map(|one| named(words, one).to_owned());
        let products = rule.products.iter().map(|one| named(words, &one.name).to_owned());
        let kinds = rule.deal_types.iter().map(|kind| deal_type(words, *kind));
        let only: Vec<String> = [territories.collect(), products.collect(), kinds.collect::<Vec<_>>()]
            .into_iter()
            .filter(|list| !list.is_empty())
            .map(|list| list.join(", "))
            .collect();
        let range = if only.is_empty() {
            range
        } else {
            t!(words, "engagement-only", which = &range, what = &only.join(" · "))
        };
        match rule.steps {
            0 => t!(words, "engagement-itself", which = &range),
            steps => t!(words, "engagement-steps", which = &range, count = steps),
        }
    });
    said.collect()
}

fn protection(words: &Words, rules: &Engagement) -> Vec<String> {
    let mut said =
        vec![t!(words, "engagement-window", days = u32::from(rules.protection_days)), t!(words, "engagement-warning")];
    said.push(match rules.extensions {
        0 => t!(words, "engagement-no-extension"),
        times => t!(words, "engagement-extension", times = u32::from(times), days = u32::from(rules.extension_days)),
    });
    said
}

fn duplicates(words: &Words, rules: &Engagement) -> Vec<String> {
    vec![
        t!(words, "engagement-same"),
        match rules.conflicts {
            Told::WhileTyping => t!(words, "engagement-told-typing"),
            Told::AtSubmission => t!(words, "engagement-told-receipt"),
            Told::Never => t!(words, "engagement-told-never"),
        },
        t!(words, "engagement-dispute"),
    ]
}

fn house(words: &Words, names: &[String]) -> Vec<String> {
    let mut said = vec![t!(words, "engagement-house")];
    if !names.is_empty() {
        said.push(t!(words, "engagement-house-names", names = &names.join(", ")));
    }
    said
}

/// What partners earn: each rule with what it asks for, and what holds for all of them.
fn earned(words: &Words, incentives: &PublishedIncentives) -> Html {
    let most = incentives.most.map(|most| t!(words, "engagement-most", most = &points_text(words, most)));
    let lock = if incentives.lock_at_approval {
        t!(words, "engagement-locked-approval")
    } else {
        t!(words, "engagement-locked-win")
    };
    html! {
        <section class="card stack tight">
            <h2>{ t!(words, "engagement-margin") }</h2>
            <p>{ t!(words, "engagement-margin-text") }</p>
            <table>
                <thead><tr><th scope="col">{ t!(words, "margin-rule") }</th><th scope="col" class="num">{ t!(words, "margin-adds") }</th></tr></thead>
                <tbody>
                    for (place, rule) in incentives.rules.iter().enumerate() {
                        <tr key={place}>
                            <td>{ named(words, &rule.name).to_owned() }<small class="block">{ inputs_text(words, &rule.input) }</small></td>
                            <td class="num">{ points_text(words, rule.points) }</td>
                        </tr>
                    }
                </tbody>
            </table>
            <ul class="stack tight">
                if let Some(most) = most { <li>{ most }</li> }
                <li>{ lock }</li>
                <li>{ t!(words, "engagement-share") }</li>
            </ul>
        </section>
    }
}

fn weekday(words: &Words, day: Weekday) -> String {
    match day {
        Weekday::Mon => t!(words, "weekday-mon"),
        Weekday::Tue => t!(words, "weekday-tue"),
        Weekday::Wed => t!(words, "weekday-wed"),
        Weekday::Thu => t!(words, "weekday-thu"),
        Weekday::Fri => t!(words, "weekday-fri"),
        Weekday::Sat => t!(words, "weekday-sat"),
        Weekday::Sun => t!(words, "weekday-sun"),
    }
}
