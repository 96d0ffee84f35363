//! Who there is in the demo: two vendors, their partners, their people.

use super::{desk, incentives};
use crate::password;
use crate::ports::{Actor, PortError, TenantId};
use crate::store::entity::{account, organisation, tenant, tenant_host};
use crate::store::settings::{PortalSettings, Settings};
use crate::store::tenants;
use chrono::{DateTime, NaiveDate, Utc};
use portico_contract::deal::Stage;
use portico_contract::deal::form::CustomKind;
use portico_contract::programme::{
    AnswerRules, BusinessHours, Category, FieldRule, FormRules, Item, Need, ReasonRules, RegistrationRules, Rules,
    StageRule, StageRules, Words,
};
use portico_contract::session::{Organisation, Role, Side, User};
use portico_contract::tenant::Brand;
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, EntityTrait};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

type Firm = (&'static str, &'static str, Side, &'static str, Option<&'static str>, Option<&'static str>);
type Human = (&'static str, &'static str, &'static str, Role);

const FIRMS: &[Firm] = &[
    ("aurora", "aurora", Side::Vendor, "Aurora Systems", None, None),
    ("bluepeak", "aurora", Side::Partner, "Bluepeak Consulting", Some("Gold"), Some("DE")),
    ("kestrel", "aurora", Side::Partner, "Kestrel IT", Some("Silver"), Some("GB")),
    ("halcyon", "halcyon", Side::Vendor, "Halcyon Robotics", None, None),
    ("vantage", "halcyon", Side::Partner, "Vantage Automation", Some("Premier"), Some("US")),
];

const PEOPLE: &[Human] = &[
    ("rep@bluepeak.example", "bluepeak", "Mira Kern", Role::Rep),
    ("rep2@bluepeak.example", "bluepeak", "Sofia Brandt", Role::Rep),
    ("marketer@bluepeak.example", "bluepeak", "Nora Winter", Role::Marketer),
    ("admin@bluepeak.example", "bluepeak", "Leo Faure", Role::PartnerAdmin),
    ("rep@kestrel.example", "kestrel", "Amir Haddad", Role::Rep),
    ("rep2@kestrel.example", "kestrel", "Ada Moss", Role::Rep),
    ("manager@aurora.example", "aurora", "Jonas Weber", Role::ChannelManager),
    ("manager2@aurora.example", "aurora", "Priya Nair", Role::ChannelManager),
    ("seller@aurora.example", "aurora", "Carla Ortiz", Role::Seller),
    ("admin@aurora.example", "aurora", "Ines Albrecht", Role::VendorAdmin),
    ("rep@vantage.example", "vantage", "Grace Holloway", Role::Rep),
    ("manager@halcyon.example", "halcyon", "Kenji Watanabe", Role::ChannelManager),
];

/// Who plays: the people by their address, and what their tenants have configured.
pub(super) struct Company {
    pub people: HashMap<&'static str, Actor>,
    pub settings: HashMap<TenantId, Arc<Settings>>,
}

/// Inserts them.
pub(super) async fn insert(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Company, PortError> {
    let mut configured = HashMap::new();
    for (position, (id, hosts, settings)) in (0..).zip([
        ("aurora", ["aurora.localhost", "localhost"], aurora()),
        ("halcyon", ["halcyon.localhost", "halcyon.example"], halcyon()),
    ]) {
        let text = serde_json::to_string(&settings.portal).map_err(PortError::internal)?;
        let row = tenant::ActiveModel { id: Set(id.to_owned()), position: Set(position), settings: Set(text) };
        tenant::Entity::insert(row).exec_without_returning(db).await?;
        tenants::begin(db, id, &settings.rules).await?;
        configured.insert(TenantId(id.into()), Arc::new(settings));
        for host in hosts {
            let row = tenant_host::ActiveModel { host: Set(host.to_owned()), tenant_id: Set(id.to_owned()) };
            tenant_host::Entity::insert(row).exec_without_returning(db).await?;
        }
    }
    for (id, tenant, kind, name, tier, country) in FIRMS {
        let row = organisation::ActiveModel {
            id: Set((*id).to_owned()),
            tenant_id: Set((*tenant).to_owned()),
            kind: Set(kind.name().to_owned()),
            name: Set((*name).to_owned()),
            tier: Set(tier.map(str::to_owned)),
            partner_type: Set(incentives::partner_type(id).map(str::to_owned)),
            country: Set(country.map(str::to_owned)),
        };
        organisation::Entity::insert(row).exec_without_returning(db).await?;
    }
    incentives::insert(db, now).await?;
    // Hashing takes its time by design: on all cores at once.
    let hashes = std::thread::scope(|scope| {
        let hashing: Vec<_> = PEOPLE.iter().map(|_| scope.spawn(|| password::hash(super::PASSWORD))).collect();
        hashing.into_iter().map(|one| one.join().unwrap_or_default()).collect::<Vec<_>>()
    });
    let mut people = HashMap::new();
    for ((email, firm, name, role), hash) in PEOPLE.iter().zip(hashes) {
        let Some((firm, tenant, kind, firm_name, tier, _)) = FIRMS.iter().find(|(id, ..)| id == firm) else { continue };
        let id = email.replace(['@', '.'], "-");
        let row = account::ActiveModel {
            id: Set(id.clone()),
            tenant_id: Set((*tenant).to_owned()),
            organisation_id: Set((*firm).to_owned()),
            email: Set((*email).to_owned()),
            name: Set((*name).to_owned()),
            role: Set(role.name().to_owned()),
            password_hash: Set(hash),
        };
        account::Entity::insert(row).exec_without_returning(db).await?;
        let organisation = Organisation {
            id: (*firm).to_owned(),
            name: (*firm_name).to_owned(),
            kind: *kind,
            tier: tier.map(str::to_owned),
        };
        let user = User { id, name: (*name).to_owned(), email: (*email).to_owned() };
        people.insert(*email, Actor { tenant: TenantId((*tenant).into()), user, organisation, role: *role });
    }
    Ok(Company { people, settings: configured })
}

pub(super) fn words(en: &str, de: &str) -> Words {
    Words::from([("en".to_owned(), en.to_owned()), ("de".to_owned(), de.to_owned())])
}

pub(super) fn items(all: &[(&str, &str, &str)]) -> Vec<Item> {
    all.iter().map(|(id, en, de)| Item { id: (*id).to_owned(), name: words(en, de) }).collect()
}

fn field(id: &str, kind: CustomKind, label: Words) -> FieldRule {
    let (help, options, required) = (Words::new(), Vec::new(), Need::default());
    FieldRule { id: id.to_owned(), kind, label, help, required, options, min: None, max: None }
}

const INDUSTRIES: &[(&str, &str, &str)] = &[
    ("automotive", "Automotive", "Automobil"),
    ("construction", "Construction", "Bau"),
    ("education", "Education", "Bildung"),
    ("energy", "Energy", "Energie"),
    ("food", "Food and drink", "Lebensmittel"),
    ("health", "Health", "Gesundheit"),
    ("hospitality", "Hospitality", "Gastgewerbe"),
    ("logistics", "Logistics", "Logistik"),
    ("manufacturing", "Manufacturing", "Fertigung"),
    ("pharma", "Pharma", "Pharma"),
    ("public", "Public sector", "Öffentliche Hand"),
    ("rail", "Rail", "Bahn"),
    ("retail", "Retail", "Handel"),
    ("other", "Other", "Andere"),
];

const REASONS: &[(&str, &str, &str)] = &[
    ("existing_customer", "Already our customer", "Bereits unser Kunde"),
    ("no_budget", "No budget confirmed", "Kein Budget bestätigt"),
    ("not_qualified", "Not qualified yet", "Noch nicht qualifiziert"),
    ("out_of_territory", "Outside the territory", "Außerhalb des Gebiets"),
    ("other", "Other", "Anderer Grund"),
];

const LOSS_REASONS: &[(&str, &str, &str)] = &[
    ("price", "Price", "Preis"),
    ("competitor", "Another vendor", "Anderer Anbieter"),
    ("no_decision", "No decision", "Keine Entscheidung"),
    ("no_budget", "Budget withdrawn", "Budget gestrichen"),
    ("product_fit", "Product does not fit", "Produkt passt nicht"),
    ("other", "Other", "Anderer Grund"),
];

/// Germany's holidays that every state has, where the date is the same each year; and Christmas Eve.
fn holidays() -> BTreeSet<NaiveDate> {
    let days = [(1, 1), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26)];
    let dates = (2025..=2035).flat_map(|year| days.map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day)));
    dates.flatten().collect()
}

/// The contract's stages under the tenant's names.
fn stages(names: &[(&str, &str, &str)]) -> StageRules {
    StageRules::renamed(&names.iter().map(|(stage, en, de)| ((*stage).to_owned(), words(en, de))).collect())
}

fn aurora() -> Settings {
    let mut depots = field("depots", CustomKind::Number, words("Number of depots", "Anzahl der Depots"));
    (depots.min, depots.max) = (Some(1), Some(10_000));
    let mut system = field("system", CustomKind::Choice, words("System in use today", "Heute eingesetztes System"));
    system.options = items(&[
        ("paper", "Paper and phone", "Papier und Telefon"),
        ("spreadsheet", "Spreadsheets", "Tabellen"),
        ("competitor", "Another product", "Ein anderes Produkt"),
        ("own", "Built in-house", "Selbst entwickelt"),
    ]);
    let mut tender =
        field("tender", CustomKind::Checkbox, words("Part of a public tender", "Teil einer Ausschreibung"));
    tender.help = words("Then our bid desk is told at once.", "Dann wird unser Angebotsteam sofort informiert.");
    let portal = PortalSettings {
        name: "Aurora Systems".to_owned(),
        brand: Brand { hue: 268.0, chroma: 0.15 },
        locales: vec!["en".to_owned(), "de".to_owned()],
        terminology: std::collections::BTreeMap::new(),
        features: ["deals", "assets", "learning", "campaigns"].map(str::to_owned).to_vec(),
        time_zone: chrono_tz::Europe::Berlin,
    };
    let hours = BusinessHours { holidays: holidays(), ..BusinessHours::default() };
    let mut stages = stages(&[
        ("prospect", "Prospect", "Interessent"),
        ("qualified", "Qualified", "Qualifiziert"),
        ("proposal", "Proposal", "Angebot"),
        ("committed", "Committed", "Zugesagt"),
        ("won", "Won", "Gewonnen"),
        ("lost", "Lost", "Verloren"),
    ]);
    let (id, name) = ("pilot".to_owned(), words("Pilot running", "Pilot läuft"));
    stages.0.insert(3, StageRule { id, name, stage: Stage::Proposal, category: Category::BestCase, probability: 75 });
    let rules = Rules {
        form: FormRules {
            products: items(&[("fleet", "Fleet", "Fleet"), ("depot", "Depot", "Depot"), ("route", "Route", "Route")]),
            industries: items(INDUSTRIES),
            stages,
            fields: vec![depots, system, tender],
            required: Vec::new(),
            currencies: ["EUR", "CHF", "GBP", "SEK", "USD"].map(str::to_owned).to_vec(),
        },
        registration: RegistrationRules::default(),
        answers: AnswerRules { within_minutes: 16 * 60, hours },
        reasons: ReasonRules { rejection: items(REASONS), loss: items(LOSS_REASONS), templates: desk::templates() },
        routing: desk::routing(),
        approval: desk::approval(),
        incentives: incentives::aurora(),
        house: desk::house(),
    };
    Settings::new(portal, 1, rules)
}

fn halcyon() -> Settings {
    let mut cells = field("cells", CustomKind::Number, words("Robot cells planned", "Geplante Roboterzellen"));
    (cells.min, cells.max) = (Some(1), Some(500));
    let site = field("site", CustomKind::Text, words("Site of the line", "Standort der Linie"));
    let named = |en: &str, de: &str| words(en, de);
    let portal = PortalSettings {
        name: "Halcyon Robotics".to_owned(),
        brand: Brand { hue: 165.0, chroma: 0.11 },
        locales: vec!["en".to_owned(), "de".to_owned()],
        terminology: [
            ("deal", named("project", "Projekt")),
            ("deals", named("projects", "Projekte")),
            ("deals-title", named("Projects", "Projekte")),
        ]
        .map(|(term, words)| (term.to_owned(), words))
        .into(),
        features: ["deals", "assets"].map(str::to_owned).to_vec(),
        time_zone: chrono_tz::America::New_York,
    };
    let rules = Rules {
        form: FormRules {
            products: items(&[
                ("arm", "Arm", "Arm"),
                ("vision", "Vision", "Vision"),
                ("gripper", "Gripper", "Greifer"),
                ("safety", "Safety cell", "Schutzzelle"),
            ]),
            industries: items(INDUSTRIES),
            stages: stages(&[
                ("prospect", "Scoping", "Klärung"),
                ("qualified", "Feasible", "Machbar"),
                ("proposal", "Quoted", "Angeboten"),
                ("committed", "Ordered", "Bestellt"),
                ("won", "Installed", "Installiert"),
                ("lost", "Dropped", "Aufgegeben"),
            ]),
            fields: vec![cells, site],
            required: Vec::new(),
            currencies: ["USD", "CAD", "EUR"].map(str::to_owned).to_vec(),
        },
        registration: RegistrationRules {
            claim_days: 7,
            protection_days: 120,
            extension_days: 45,
            extensions: 2,
            ..RegistrationRules::default()
        },
        answers: AnswerRules { within_minutes: 8 * 60, hours: BusinessHours::default() },
        reasons: ReasonRules { rejection: items(REASONS), loss: items(LOSS_REASONS), ..ReasonRules::default() },
        incentives: incentives::halcyon(),
        ..Rules::default()
    };
    Settings::new(portal, 1, rules)
}
