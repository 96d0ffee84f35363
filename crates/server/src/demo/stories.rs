//! What happened to each demo deal, as steps in time: the same commands that people give.

use super::customers::customer;
use crate::dice::Dice;
use crate::ports::TenantId;
use crate::sla;
use crate::store::settings::Settings;
use chrono::{DateTime, Datelike, Days, TimeDelta, Utc, Weekday};
use portico_contract::deal::commands::{NewComment, Order};
use portico_contract::deal::content::{
    Answer, AnswerKind, Attribution, DealContent, DealType, ProductLine, Qualification,
};
use portico_contract::deal::{Field, Stage};
use portico_contract::money::{Currency, Money};
use std::collections::HashMap;
use std::sync::Arc;

/// Something that somebody does with a demo deal.
pub(super) enum Step {
    Begin(Box<DealContent>),
    Register(Box<DealContent>),
    Order(Order),
    Say(NewComment),
    Stage(Stage),
    Expire,
}

/// When, in which story, by whom, what.
pub(super) type Happening = (DateTime<Utc>, usize, &'static str, Step);

/// How a story ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Draft,
    Submitted,
    InReview,
    InfoRequested,
    Approved(Stage),
    /// Approved, and protected for so few days more.
    Ending(u64),
    Rejected,
    Duplicate,
    Withdrawn,
    Expired,
}

struct Cast {
    tenant: &'static str,
    manager: &'static str,
    seller: Option<&'static str>,
    /// The one who owns most comes first.
    reps: &'static [&'static str],
    country: Option<&'static str>,
    needs: &'static [&'static str],
}

const LOGISTICS: &[&str] = &[
    "Dispatchers plan {n} lorries on paper and phone. They want one plan that every depot sees before the autumn season.",
    "Each of the {n} depots keeps its own spreadsheet of drivers; nobody knows which lorry is late until the customer calls.",
    "Delivery windows are missed twice a week at {n} sites. The new contract has penalties from spring on.",
    "Their own system cannot plan cold chains. {n} vehicles have sensors whose readings nobody looks at.",
    "After the merger two route planners run side by side for {n} depots; the board wants one of them gone by summer.",
];

const ROBOTS: &[&str] = &[
    "Two shifts pack {n} pallets an hour by hand; the plant cannot find people for the third shift.",
    "Parts arrive unsorted. They want bin picking for {n} part numbers, with a camera that copes with oil and glare.",
    "The press line stops {n} times a week because parts are set down askew. They have floor space for one cell.",
];

const BLUEPEAK: Cast = Cast {
    tenant: "aurora",
    manager: "manager@aurora.example",
    seller: Some("seller@aurora.example"),
    reps: &["rep@bluepeak.example", "admin@bluepeak.example", "rep@bluepeak.example", "rep2@bluepeak.example"],
    country: None,
    needs: LOGISTICS,
};
const KESTREL: Cast = Cast { reps: &["rep@kestrel.example", "rep2@kestrel.example"], ..BLUEPEAK };
const VANTAGE: Cast = Cast {
    tenant: "halcyon",
    manager: "manager@halcyon.example",
    seller: None,
    reps: &["rep@vantage.example"],
    country: Some("US"),
    needs: ROBOTS,
};

/// Everything that happened, in order.
pub(super) fn all(dice: &Dice, settings: &HashMap<TenantId, Arc<Settings>>, now: DateTime<Utc>) -> Vec<Happening> {
    let mut happened = Vec::new();
    let mut story = 0;
    // Where the customers of a firm begin: Kestrel's overlap the first of Bluepeak's, which wait or are protected.
    for (cast, first, ends) in [(&BLUEPEAK, 0, bluepeak()), (&KESTREL, 190, kestrel()), (&VANTAGE, 0, vantage())] {
        let Some(settings) = settings.get(&TenantId(cast.tenant.into())) else { continue };
        for (index, end) in ends.into_iter().enumerate() {
            let rival = cast.reps == KESTREL.reps && matches!(end, End::Duplicate) || index == 1 && first == 190;
            let index = if rival { index } else { first + index };
            tell(&mut happened, story, cast, settings, index, end, dice, now);
            story += 1;
        }
    }
    happened.sort_by_key(|(at, story, ..)| (*at, *story));
    happened
}

fn times(end: End, count: usize) -> impl Iterator<Item = End> {
    std::iter::repeat_n(end, count)
}

/// 200 deals over all states.
fn bluepeak() -> Vec<End> {
    let mut ends: Vec<End> =
        times(End::Submitted, 7).chain(times(End::InReview, 5)).chain(times(End::InfoRequested, 3)).collect();
    ends.extend(times(End::Draft, 6));
    ends.extend([2, 6, 9, 13].map(End::Ending));
    for (stage, count) in [
        (Stage::Prospect, 28),
        (Stage::Qualified, 22),
        (Stage::Proposal, 18),
        (Stage::Committed, 9),
        (Stage::Won, 21),
        (Stage::Lost, 9),
    ] {
        ends.extend(times(End::Approved(stage), count));
    }
    ends.extend(times(End::Rejected, 30).chain(times(End::Duplicate, 12)));
    ends.extend(times(End::Withdrawn, 10).chain(times(End::Expired, 16)));
    ends
}

fn kestrel() -> Vec<End> {
    let mut ends: Vec<End> =
        times(End::Submitted, 3).chain(times(End::InReview, 1)).chain(times(End::Draft, 2)).collect();
    ends.extend(times(End::Approved(Stage::Qualified), 12).chain(times(End::Approved(Stage::Won), 8)));
    ends.extend(times(End::Rejected, 6).chain(times(End::Duplicate, 4)).chain(times(End::Expired, 4)));
    ends
}

fn vantage() -> Vec<End> {
    let mut ends: Vec<End> =
        times(End::Submitted, 2).chain(times(End::InReview, 1)).chain(times(End::Draft, 1)).collect();
    ends.extend(times(End::Approved(Stage::Proposal), 8).chain(times(End::Approved(Stage::Won), 4)));
    ends.extend(times(End::Rejected, 3).chain(times(End::Withdrawn, 1)));
    ends
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
    let begun = match end {
        // What waits is younger than the vendor's time to answer, but for one that is late.
        End::Submitted | End::InReview if index == 0 => before(now, 6, dice),
        End::Submitted => now - TimeDelta::minutes(25 + 47 * i64::try_from(index % 12).unwrap_or(0)),
        End::InReview => before(now, 1 + (index % 2) as u64, dice),
        End::InfoRequested => before(now, 3 + (index % 3) as u64, dice),
        End::Draft => before(now, 1 + (index % 9) as u64, dice),
        End::Ending(left) => before(now, 91 - left, dice),
        End::Approved(Stage::Won | Stage::Lost) => before(now, 120 + dice.below(240) as u64, dice),
        End::Approved(_) => before(now, 4 + dice.below(64) as u64, dice),
        End::Expired => before(now, 110 + dice.below(200) as u64, dice),
        _ => before(now, 8 + dice.below(330) as u64, dice),
    };
    let content = content(cast, settings, index, end, dice, begun);
    let mut at = begun;
    let mut then = |minutes: i64, by: &'static str, step: Step| {
        // The vendor works when its hours say so; nothing happens in the future.
        at = sla::due(at, minutes.max(1), settings.time_zone)
            .min(now - TimeDelta::minutes(3))
            .max(at + TimeDelta::seconds(1));
        happened.push((at, story, by, step));
    };
    if end == End::Draft {
        return happened.push((begun, story, rep, Step::Begin(Box::new(content))));
    }
    then(1, rep, Step::Register(Box::new(content)));
    let pause = |most: usize| i64::try_from(20 + dice.below(most)).unwrap_or(60);
    let say = |body: &str| Step::Say(NewComment { body: body.to_owned(), internal: false });
    let approve = |days| Step::Order(Order::Approve { protection_days: days, comment: None });
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
            let step =
                (sla::left(begun, now, settings.time_zone) - 1_000) / i64::try_from(stages.len() + 1).unwrap_or(1);
            for next in stages {
                then(step.max(1) - pause(60), rep, Step::Stage(next));
            }
        }
        End::Ending(_) => then(pause(100), cast.manager, approve(90)),
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
                then(
                    30,
                    seller,
                    Step::Say(NewComment {
                        body: "I know their CFO. Worth a call before we answer.".to_owned(),
                        internal: true,
                    }),
                );
            }
        }
        _ => {}
    }
}

fn content(cast: &Cast, settings: &Settings, index: usize, end: End, dice: &Dice, begun: DateTime<Utc>) -> DealContent {
    let (customer, contact) = customer(index, cast.country, dice);
    let sites = 3 + dice.below(60);
    let code = match customer.country.as_ref().map(portico_contract::country::Country::code) {
        Some("CH") => "CHF",
        Some("GB") => "GBP",
        Some("SE") => "SEK",
        Some("US") => "USD",
        _ => "EUR",
    };
    let money =
        |hundreds: usize| Money::from_minor(i64::try_from(hundreds * 10_000).ok()?, Currency::parse(code).ok()?);
    let known = &settings.form.products;
    let lines = 1 + usize::from(dice.below(3) == 0);
    let amounts: Vec<usize> = (0..lines).map(|_| 80 + dice.below(900)).collect();
    let mut products: Vec<ProductLine> = (0..lines)
        .map(|line| ProductLine {
            product: known[(index + line) % known.len()].id.clone(),
            quantity: u32::try_from(sites).unwrap_or(1),
            amount: money(amounts[line]),
        })
        .collect();
    let answer = |dice: &Dice| Answer {
        answer: *AnswerKind::ALL.get(dice.below(3)).unwrap_or(&AnswerKind::Unknown),
        note: None,
    };
    let mut content = DealContent {
        customer,
        contact,
        need: Some(cast.needs[index % cast.needs.len()].replace("{n}", &sites.to_string())),
        value: money(amounts.iter().sum()),
        close_date: Some(begun.date_naive() + Days::new(60 + dice.below(150) as u64)),
        deal_type: *DealType::ALL.get(dice.below(6)).unwrap_or(&DealType::NetNew),
        attribution: if dice.below(5) == 0 { Attribution::Influenced } else { Attribution::Sourced },
        qualification: Qualification {
            budget: answer(dice),
            authority: answer(dice),
            need: Answer { answer: AnswerKind::Yes, note: None },
            timeline: answer(dice),
        },
        products: std::mem::take(&mut products),
        custom: std::collections::BTreeMap::new(),
    };
    if end == End::Draft {
        // Begun on the phone, finished at the desk: some of it is missing yet.
        content.contact.consent = false;
        content.close_date = None;
        if index.is_multiple_of(2) {
            content.need = None;
        }
        if index.is_multiple_of(3) {
            (content.value, content.products) = (None, Vec::new());
        }
    }
    content
}
