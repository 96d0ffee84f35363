//! How the demo's vendors share their work: whom registrations go to, who approves them, what is often written, and who
//! is away.

use crate::ports::PortError;
use crate::store::entity::absence;
use chrono::{DateTime, Days, Utc};
use portico_contract::country::Country;
use portico_contract::deal::Command;
use portico_contract::deal::content::DealType;
use portico_contract::money::Currency;
use portico_contract::programme::approval::{ApprovalRule, Approver, Way};
use portico_contract::programme::routing::{RoutingRule, RoutingRules, Scope, Territory};
use portico_contract::programme::templates::Template;
use portico_contract::programme::{HouseAccount, HouseRules, Words};
use portico_contract::session::Role;
use portico_contract::website::Website;
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, EntityTrait};

/// Aurora's managers, by their accounts.
const JONAS: &str = "manager-aurora-example";
const PRIYA: &str = "manager2-aurora-example";

fn words(en: &str, de: &str) -> Words {
    Words::from([("en".to_owned(), en.to_owned()), ("de".to_owned(), de.to_owned())])
}

pub(super) fn routing() -> RoutingRules {
    let territory = |id: &str, en: &str, de: &str, codes: &[&str]| Territory {
        id: id.to_owned(),
        name: words(en, de),
        countries: codes.iter().filter_map(|code| Country::parse(code).ok()).collect(),
    };
    let rule = |territory: &str, to: &str| RoutingRule {
        scope: Scope { territories: vec![territory.to_owned()], products: Vec::new() },
        to: to.to_owned(),
    };
    RoutingRules {
        territories: vec![
            territory("dach", "DACH", "DACH", &["DE", "AT", "CH"]),
            territory("north", "Nordics", "Norden", &["DK", "FI", "IS", "NO", "SE"]),
            territory("west", "Western Europe", "Westeuropa", &["BE", "FR", "GB", "IE", "LU", "NL"]),
        ],
        rules: vec![rule("dach", JONAS), rule("north", PRIYA), rule("west", PRIYA)],
    }
}

pub(super) fn approval() -> Vec<ApprovalRule> {
    let euros = Currency::parse("EUR").ok();
    vec![
        ApprovalRule {
            name: words("Large deals", "Große Deals"),
            currency: euros,
            from: Some("150000.00".to_owned()),
            way: Way::Steps,
            steps: vec![Approver::Role(Role::ChannelManager), Approver::Role(Role::VendorAdmin)],
            ..ApprovalRule::default()
        },
        ApprovalRule {
            name: words("Small renewals", "Kleine Verlängerungen"),
            deal_types: vec![DealType::Renewal],
            currency: euros,
            below: Some("5000.00".to_owned()),
            way: Way::ByItself,
            ..ApprovalRule::default()
        },
    ]
}

/// Customers that Aurora sells to itself. None of the stories is about one.
pub(super) fn house() -> HouseRules {
    let account = |name: &str, website: &str, country: &str| HouseAccount {
        name: name.to_owned(),
        website: Website::parse(website).ok(),
        country: Country::parse(country).ok(),
    };
    let accounts = vec![
        account("Nordkai Reederei AG", "nordkai-reederei.example", "DE"),
        account("Meridian Freight Group", "meridian-freight.example", "GB"),
        account("Alpenpost Logistik", "alpenpost.example", "CH"),
    ];
    HouseRules { published: true, accounts }
}

pub(super) fn templates() -> Vec<Template> {
    let template = |id: &str, command, name: [&str; 2], body: [&str; 2]| Template {
        id: id.to_owned(),
        command,
        name: words(name[0], name[1]),
        body: words(body[0], body[1]),
    };
    vec![
        template(
            "budget_first",
            Command::Reject,
            ["No budget yet", "Noch kein Budget"],
            [
                "We could not confirm a budget at {customer}. Register it again as soon as there is one: your work is not lost.",
                "Bei {customer} ist noch kein Budget bestätigt. Registrieren Sie das Projekt wieder, sobald es eines gibt: Ihre Arbeit ist nicht verloren.",
            ],
        ),
        template(
            "house_account",
            Command::Reject,
            ["House account", "Hauskunde"],
            [
                "{customer} buys from us directly. You find our house accounts in the rules of engagement.",
                "{customer} kauft direkt bei uns. Unsere Hauskunden stehen in den Spielregeln.",
            ],
        ),
        template(
            "who_decides",
            Command::RequestInfo,
            ["Who decides?", "Wer entscheidet?"],
            [
                "Hello {rep}, who decides at {customer} besides {contact}? A name in purchasing is enough.",
                "Guten Tag {rep}, wer entscheidet bei {customer} neben {contact}? Ein Name aus dem Einkauf genügt.",
            ],
        ),
        template(
            "somebody_first",
            Command::MarkDuplicate,
            ["Somebody was first", "Jemand war früher da"],
            [
                "{customer} was registered before {number}. You can ask for another look if you were there earlier.",
                "{customer} wurde vor {number} registriert. Wenn Sie früher dort waren, bitten Sie um eine neue Prüfung.",
            ],
        ),
        template(
            "good_luck",
            Command::Approve,
            ["Good luck", "Viel Erfolg"],
            [
                "{customer} is yours. Tell us early if you need help with the offer. {me}",
                "{customer} gehört Ihnen. Sagen Sie früh, wenn Sie Hilfe beim Angebot brauchen. {me}",
            ],
        ),
        template(
            "our_mistake",
            Command::Revert,
            ["Our mistake", "Unser Fehler"],
            [
                "We decided {number} too quickly and look at it again.",
                "Wir haben {number} zu schnell entschieden und sehen neu hin.",
            ],
        ),
    ]
}

/// Priya is away these days, and Jonas some weeks later: each stands in for the other.
pub(super) async fn absences(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), PortError> {
    let today = now.date_naive();
    let away = |who: &str, cover: &str, from: chrono::NaiveDate, days: u64| absence::ActiveModel {
        account_id: Set(who.to_owned()),
        position: Set(0),
        tenant_id: Set("aurora".to_owned()),
        starts: Set(from.to_string()),
        ends: Set((from + Days::new(days)).to_string()),
        cover_id: Set(Some(cover.to_owned())),
    };
    let rows = [away(PRIYA, JONAS, today - Days::new(1), 9), away(JONAS, PRIYA, today + Days::new(30), 13)];
    absence::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}
