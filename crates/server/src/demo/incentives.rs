//! What the demo's partners earn, and what their firms are and hold.

use super::tenants::{items, words};
use crate::ports::PortError;
use crate::store::entity::held_certification;
use chrono::{DateTime, TimeDelta, Utc};
use portico_contract::deal::content::DealType;
use portico_contract::points::Points;
use portico_contract::programme::{IncentiveCondition, IncentiveRule, IncentiveRules};
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, EntityTrait};

/// What type of partner a firm is.
pub(super) fn partner_type(firm: &str) -> Option<&'static str> {
    match firm {
        "bluepeak" | "vantage" => Some("integrator"),
        "kestrel" => Some("reseller"),
        _ => None,
    }
}

/// Firm, certification, and for how many days more it is held.
const HELD: &[(&str, &str, i64)] = &[
    ("bluepeak", "fleet_expert", 96),
    ("bluepeak", "depot_associate", 310),
    // Lapsed a month ago.
    ("kestrel", "fleet_expert", -31),
    ("kestrel", "depot_associate", 45),
    ("vantage", "vision_engineer", 200),
];

/// Inserts what the firms hold.
pub(super) async fn insert(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<(), PortError> {
    let rows = HELD.iter().map(|(firm, certification, days)| held_certification::ActiveModel {
        organisation_id: Set((*firm).to_owned()),
        certification: Set((*certification).to_owned()),
        ends_on: Set((now + TimeDelta::days(*days)).date_naive().to_string()),
    });
    held_certification::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

fn rule(id: &str, en: &str, de: &str, points: &str, when: IncentiveCondition) -> IncentiveRule {
    IncentiveRule { id: id.to_owned(), name: words(en, de), points: Points::parse(points).unwrap_or_default(), when }
}

fn always() -> IncentiveCondition {
    IncentiveCondition::default()
}

fn tier(id: &str) -> IncentiveCondition {
    IncentiveCondition { tiers: vec![id.to_owned()], ..always() }
}

pub(super) fn aurora() -> IncentiveRules {
    let sold = |id: &str| IncentiveCondition { products: vec![id.to_owned()], ..always() };
    let certified =
        |id: &str, when: IncentiveCondition| IncentiveCondition { certifications: vec![id.to_owned()], ..when };
    let new = IncentiveCondition { deal_types: vec![DealType::NetNew], ..always() };
    let integrator = IncentiveCondition { partner_types: vec!["integrator".to_owned()], ..always() };
    IncentiveRules {
        partner_types: items(&[
            ("reseller", "Reseller", "Wiederverkäufer"),
            ("integrator", "Integrator", "Integrator"),
            ("referral", "Referral partner", "Empfehlungspartner"),
        ]),
        tiers: items(&[("silver", "Silver", "Silber"), ("gold", "Gold", "Gold"), ("platinum", "Platinum", "Platin")]),
        certifications: items(&[
            ("fleet_expert", "Fleet Expert", "Fleet-Experte"),
            ("depot_associate", "Depot Associate", "Depot-Fachkraft"),
            ("cold_chain", "Cold Chain Specialist", "Spezialist für Kühlketten"),
        ]),
        rules: vec![
            rule("base", "Registered deal", "Registriertes Geschäft", "8", always()),
            rule("silver", "Silver tier", "Stufe Silber", "3", tier("silver")),
            rule("gold", "Gold tier", "Stufe Gold", "5", tier("gold")),
            rule("platinum", "Platinum tier", "Stufe Platin", "7", tier("platinum")),
            rule("new", "New customer", "Neuer Kunde", "3", new),
            rule("integration", "Integration included", "Mit Integration", "1.5", integrator),
            rule(
                "expert",
                "Fleet sold by experts",
                "Fleet von Experten",
                "2.5",
                certified("fleet_expert", sold("fleet")),
            ),
            rule("depot", "Depot launch", "Einführung von Depot", "2", sold("depot")),
            rule("cold", "Cold chains", "Kühlketten", "2", certified("cold_chain", always())),
        ],
        most: Points::parse("22").ok(),
        lock_at_approval: true,
        published: true,
    }
}

pub(super) fn halcyon() -> IncentiveRules {
    let vision = IncentiveCondition { certifications: vec!["vision_engineer".to_owned()], ..always() };
    IncentiveRules {
        partner_types: items(&[
            ("integrator", "System integrator", "Systemintegrator"),
            ("distributor", "Distributor", "Distributor"),
        ]),
        tiers: items(&[("select", "Select", "Select"), ("premier", "Premier", "Premier")]),
        certifications: items(&[("vision_engineer", "Vision Engineer", "Bildverarbeitung")]),
        rules: vec![
            rule("base", "Registered project", "Registriertes Projekt", "10", always()),
            rule("premier", "Premier tier", "Stufe Premier", "4", tier("premier")),
            rule("vision", "Vision with an engineer", "Vision mit Fachkraft", "3", vision),
        ],
        lock_at_approval: false,
        ..IncentiveRules::default()
    }
}
