//! What happened to each demo deal, as steps in time: the same commands that people give.

use super::casts::{BLUEPEAK, Cast, KESTREL, VANTAGE};
use super::endings::{self, End, each};
use super::registrations::content;
use crate::dice::Dice;
use crate::ports::TenantId;
use crate::sla::Count;
use crate::store::settings::Settings;
use chrono::{DateTime, Datelike, Days, TimeDelta, Utc, Weekday};
use portico_contract::deal::commands::{NewComment, Order};
use portico_contract::deal::content::DealContent;
use portico_contract::deal::{Field, Stage};
use std::collections::HashMap;
use std::sync::Arc;

/// Something that somebody does with a demo deal.
pub(super) enum Step {
    Begin(Box<DealContent>),
    Claim(Box<DealContent>),
    Register(Box<DealContent>),
    Order(Order),
    Say(NewComment),
    Expire,
}

/// When, in which story, by whom, what.
pub(super) type Happening = (DateTime<Utc>, usize, &'static str, Step);

/// Everything that happened, in order.
pub(super) fn all(dice: &Dice, settings: &HashMap<TenantId, Arc<Settings>>, now: DateTime<Utc>) -> Vec<Happening> {
    let mut happened = Vec::new();
    let mut story = 0;
    // Where the customers of a firm begin: Kestrel's overlap the first of Bluepeak's, which wait or are protected.
    let firms = [(&BLUEPEAK, 0, endings::BLUEPEAK), (&KESTREL, 190, endings::KESTREL), (&VANTAGE, 0, endings::VANTAGE)];
    for (cast, first, endings) in firms {
        let Some(settings) = settings.get(&TenantId(cast.tenant.into())) else { continue };
        for (index, end) in each(endings).enumerate() {
            let rival = cast.reps == KESTREL.reps && matches!(end, End::Duplicate) || index == 1 && first == 190;
            let index = if rival { index } else { first + index };
            tell(&mut happened, story, cast, settings, index, end, dice, now);
            story += 1;
        }
    }
    happened.sort_by_key(|(at, story, ..)| (*at, *story));
    happened
}

/// The moment about `days` and some hours before `now`, moved into a working day.
fn before(now: DateTime<Utc>, days: u64, dice: &Dice) -> DateTime<Utc> {
    let mut day = (now - Days::new(days)).date_naive();
    while matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
        day = day - Days::new(1);
    }
    let minute = 8 * 60 + i64::try_from(dice.below(8 * 60)).unwrap_or(0);
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::minutes(minute) + TimeDelta::milliseconds(137);
    at.min(now - TimeDelta::minutes(20))
}

/// When a story that ends so began.
fn begun(end: End, index: usize, dice: &Dice, now: DateTime<Utc>) -> DateTime<Utc> {
    match end {
        // What waits is younger than the vendor's time to answer, but for one that is late.
        End::Submitted | End::InReview if index == 0 => before(now, 6, dice),
        End::Submitted => now - TimeDelta::minutes(25 + 47 * i64::try_from(index % 12).unwrap_or(0)),
        End::InReview => before(now, 1 + (index % 2) as u64, dice),
        End::InfoRequested => before(now, 3 + (index % 3) as u64, dice),
        End::Draft => before(now, 1 + (index % 9) as u64, dice),
        End::Ending(left) => before(now, 91 - left, dice),
        End::Extending => before(now, 80, dice),
        End::Claimed => before(now, 1 + (index % 11) as u64, dice),
        End::Approved(Stage::Won | Stage::Lost) => before(now, 120 + dice.below(240) as u64, dice),
        End::Approved(_) => before(now, 4 + dice.below(64) as u64, dice),
        End::Expired => before(now, 110 + dice.below(200) as u64, dice),
        _ => before(now, 8 + dice.below(330) as u64, dice),
    }
}

fn note(body: &str) -> NewComment {
    NewComment { body: body.to_owned(), internal: true, ..NewComment::default() }
}

#[expect(clippy::too_many_arguments, reason = "a story has a teller, a cast and a time, and is told in one place")]
fn tell(
    happened: &mut Vec<Happening>,
    story: usize,
    cast: &Cast,
    settings: &Settings,
    index: usize,
    end: End,
    dice: &Dice,
    now: DateTime<Utc>,
) {
    let rep = cast.reps[story % cast.reps.len()];
    let begun = begun(end, index, dice, now);
    let content = content(cast, settings, index, end, dice, begun);
    let mut at = begun;
    let mut then = |minutes: i64, by: &'static str, step: Step| {
        // The vendor works when its hours say so; nothing happens in the future.
        at = settings
            .hours()
            .due(at, minutes.max(1), settings.time_zone)
            .min(now - TimeDelta::minutes(3))
            .max(at + TimeDelta::seconds(1));
        happened.push((at, story, by, step));
    };
    if end == End::Claimed {
        return happened.push((begun, story, rep, Step::Claim(Box::new(content))));
    }
    if end == End::Draft {
        return happened.push((begun, story, rep, Step::Begin(Box::new(content))));
    }
    then(1, rep, Step::Register(Box::new(content)));
    let pause = |most: usize| i64::try_from(20 + dice.below(most)).unwrap_or(60);
    let say = |body: &str| Step::Say(NewComment { body: body.to_owned(), ..NewComment::default() });
    let approve = |days| Step::Order(Order::Approve { protection_days: days, step: None, comment: None });
    let order = |order| Step::Order(order);
    if matches!(end, End::Submitted) {
        return;
    }
    if matches!(end, End::Withdrawn) {
        let comment = Some("The customer has stopped the project until next year.".to_owned());
        return then(pause(900), rep, order(Order::Withdraw { comment }));
    }
    then(pause(400), cast.manager, order(Order::StartReview));
    if dice.below(4) == 0 {
        then(pause(60), cast.manager, say("Thank you. Is the budget approved for this year or the next?"));
        then(pause(120), rep, say("For this year. Purchasing confirmed it last week."));
    }
    match end {
        End::InfoRequested => {
            let (comment, fields) = match index % 3 {
                0 => ("How many depots are in the first phase, and by when?", vec![Field::Need, Field::Custom]),
                1 => ("Which products is it about? The value looks like two.", vec![Field::Products, Field::Value]),
                _ => ("Who decides? We need a contact in purchasing.", vec![Field::Contact, Field::Qualification]),
            };
            then(pause(60), cast.manager, order(Order::RequestInfo { comment: comment.to_owned(), fields }));
        }
        End::Approved(stage) => {
            then(pause(400), cast.manager, approve(if matches!(stage, Stage::Won | Stage::Lost) { 180 } else { 90 }));
            let mut stages: Vec<Stage> =
                Stage::ALL.into_iter().skip(1).filter(|next| *next <= stage && *next < Stage::Won).collect();
            if stage.is_closed() {
                stages.push(stage);
            }
            // Spread over the time since, so that not everything happened today.
            let step = (settings.hours().left(begun, now, settings.time_zone) - 1_000) * ended(stage, index)
                / 100
                / i64::try_from(stages.len() + 1).unwrap_or(1);
            for next in stages {
                then(step.max(1) - pause(60), rep, order(moved_to(next, index, settings)));
            }
        }
        End::Ending(_) => then(pause(100), cast.manager, approve(90)),
        End::Extending => {
            then(pause(100), cast.manager, approve(90));
            let comment = "Their board decides a month later than planned; the offer stands.".to_owned();
            at = at.max(now - TimeDelta::hours(26));
            happened.push((at, story, rep, order(Order::RequestExtension { days: 30, comment })));
        }
        End::Expired => {
            then(pause(400), cast.manager, approve(90));
            at = at + Days::new(91);
            happened.push((at.min(now - TimeDelta::minutes(2)), story, cast.manager, Step::Expire));
        }
        End::Rejected => {
            let (code, words) = match index % 4 {
                0 => (
                    "existing_customer",
                    "They buy from us directly since last year. You find them in the list of house accounts.",
                ),
                1 => ("no_budget", "No budget before the next fiscal year. Register it again when there is one."),
                2 => ("out_of_territory", "The site is outside your territory. Talk to me if you supply it."),
                _ => ("not_qualified", "We could not reach the contact. Come back with a second one."),
            };
            let reject = Order::Reject { reason_code: code.to_owned(), comment: words.to_owned() };
            then(pause(400), cast.manager, order(reject));
        }
        End::Duplicate => {
            let comment = "Another partner registered this customer before you.".to_owned();
            then(pause(400), cast.manager, order(Order::MarkDuplicate { of: None, comment }));
        }
        End::InReview if index % 2 == 1 => {
            if let Some(seller) = cast.seller {
                then(30, seller, Step::Say(note("I know their CFO. Worth a call before we answer.")));
            }
        }
        _ => {}
    }
}

/// In how much of its time, in percent, a sale came to where it is: those that ended did so all over the year.
fn ended(stage: Stage, index: usize) -> i64 {
    match (stage.is_closed(), index % 7) {
        (false, _) => 100,
        (true, 0) => 112,
        (true, _) => i64::try_from(35 + index * 23 % 60).unwrap_or(100),
    }
}

/// How a sale moves to a stage: on, won or lost.
fn moved_to(stage: Stage, index: usize, settings: &Settings) -> Order {
    match stage {
        Stage::Won => {
            let reference = Some(format!("PO-{}", 40_000 + index * 37));
            Order::Win { value: None, reference }
        }
        Stage::Lost => {
            let (code, words) = match index % 3 {
                0 => ("price", "They took the cheapest offer in the end."),
                1 => ("no_decision", "The project was put off without a date."),
                _ => ("competitor", "Their group standard decided it."),
            };
            Order::Lose { reason_code: code.to_owned(), comment: Some(words.to_owned()) }
        }
        // Every other offer is tried out before it is decided on, where the tenant has a stage for that.
        Stage::Proposal if index.is_multiple_of(2) && settings.stages().named("pilot").is_some() => {
            Order::Advance { stage, stage_id: "pilot".to_owned() }
        }
        stage => Order::Advance { stage, stage_id: stage.name().to_owned() },
    }
}
