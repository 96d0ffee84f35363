//! A library as full as that of a vendor of many products, to measure with: assets of one file, each found by other words.

use super::DemoError;
use crate::dice::Dice;
use crate::ports::{PortError, TenantId};
use crate::store::{NewVersion, Pen, Store};
use chrono::{DateTime, TimeDelta, Utc};
use portico_contract::asset::{AssetContent, AssetKind, Audience, Standing};
use portico_contract::deal::Stage;

const TENANT: &str = "aurora";
/// Assets of one transaction.
const BATCH: usize = 200;
/// Words inside of each.
const WORDS: usize = 220;
/// Words that there are beside the common ones.
const RARE: usize = 40_000;
/// The languages, in the proportion in which they are used.
const LOCALES: [&str; 8] = ["en", "en", "en", "de", "de", "fr", "es", "en"];
/// Words that many have, in four languages.
const COMMON: [&str; 40] = [
    "delivery",
    "notes",
    "depot",
    "fleet",
    "route",
    "driver",
    "proof",
    "planning",
    "temperature",
    "audit",
    "security",
    "pricing",
    "integration",
    "harbour",
    "logistics",
    "Lieferscheine",
    "Fahrer",
    "Übergabe",
    "Routenplanung",
    "Lager",
    "Nachweis",
    "Preise",
    "Sicherheit",
    "Temperatur",
    "livraison",
    "chauffeur",
    "entrepôt",
    "preuve",
    "tournée",
    "prix",
    "sécurité",
    "entregas",
    "conductor",
    "almacén",
    "prueba",
    "ruta",
    "precios",
    "seguridad",
    "warehouse",
    "customers",
];

/// Gives the first tenant so many more assets.
pub async fn crowd_library(store: &Store, assets: usize, now: DateTime<Utc>) -> Result<(), DemoError> {
    if assets == 0 {
        return Ok(());
    }
    let tenant = TenantId(TENANT.into());
    let settings = store.settings(&tenant)?;
    let dice = Dice::seeded(50_000);
    let file = bytes::Bytes::from_static(b"%PDF-1.7\n% One of many.\n");
    let size = u64::try_from(file.len()).map_err(PortError::internal)?;
    let sha256 = store.objects().keep(TENANT, file).await?;
    for from in (0..assets).step_by(BATCH) {
        store
            .transact(async |tx| {
                for index in from..assets.min(from + BATCH) {
                    let days = i64::try_from(dice.below(900)).unwrap_or_default();
                    let pen = Pen { now: now - TimeDelta::days(days), ..Pen::new(tx, &tenant, &settings) };
                    let version = NewVersion {
                        name: format!("file {index}.pdf"),
                        media_type: "application/pdf".to_owned(),
                        size,
                        sha256: sha256.clone(),
                        changes: String::new(),
                        captions: Vec::new(),
                        by: None,
                    };
                    let id = format!("crowd-{index:05}");
                    pen.shelve(&id, &asset(index, &dice), Standing::Current, &version).await?;
                    pen.found_in(&id, &sentence(&dice, WORDS)).await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}

fn asset(index: usize, dice: &Dice) -> AssetContent {
    let pick = |all: &[&str]| all[dice.below(all.len())].to_owned();
    let kinds = AssetKind::ALL;
    let gold = Audience { tiers: vec!["Gold".to_owned()], ..Audience::default() };
    AssetContent {
        title: format!("{} {index}", sentence(dice, 3)),
        description: sentence(dice, 12),
        kind: kinds[dice.below(kinds.len())],
        locale: pick(&LOCALES),
        tags: vec![pick(&COMMON), pick(&COMMON)],
        products: vec![pick(&["fleet", "depot", "route"])],
        industries: if dice.below(3) == 0 { vec![pick(&["food", "retail", "logistics"])] } else { Vec::new() },
        stages: if dice.below(2) == 0 { vec![Stage::Proposal] } else { Vec::new() },
        audience: if dice.below(20) == 0 { gold } else { Audience::default() },
        starts_on: None,
        expires_on: None,
    }
}

/// Words of which every fourth is common.
fn sentence(dice: &Dice, words: usize) -> String {
    let word = |_| match dice.below(4) {
        0 => COMMON[dice.below(COMMON.len())].to_owned(),
        _ => rare(dice.below(RARE)),
    };
    (0..words).map(word).collect::<Vec<_>>().join(" ")
}

/// A word that can be spoken, another for each number.
fn rare(mut number: usize) -> String {
    let mut word = String::new();
    for _ in 0..3 {
        word.push(char::from(b"bdfgklmnprstvz"[number % 14]));
        number /= 14;
        word.push(char::from(b"aeiou"[number % 5]));
        number /= 5;
    }
    word
}
