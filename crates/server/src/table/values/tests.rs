//! What an export wrote, an import reads unchanged.

use super::*;
use crate::speech::Speech;
use crate::table::{Table, Writing};
use portico_contract::deal::{Deal, DealContent, DealForm};
use portico_contract::read::Reader;
use proptest::prelude::*;

fn form() -> DealForm {
    serde_json::from_value(json!({
        "products": [{"id": "fleet", "name": "Fleet"}, {"id": "depot", "name": "Depot; large"}, {"id": "route", "name": "fleet"}],
        "industries": [{"id": "food", "name": "Food and drink"}],
        "stages": [], "required": [], "currencies": ["EUR"], "reasons": [], "lossReasons": [],
        "fields": [{"id": "depots", "type": "number", "label": "Depots"}, {"id": "system/now", "type": "choice", "label": "Country",
            "options": [{"id": "paper", "name": "Paper"}]}, {"id": "tender", "type": "checkbox", "label": "Tender"},
            {"id": "go", "type": "date", "label": "Go live"}, {"id": "more", "type": "long_text", "label": "More"}]
    }))
    .unwrap()
}

fn sheets() -> Vec<Sheet> {
    ["de", "en"]
        .map(|language| Sheet::new(&form(), language, &Speech::shared().voice(language, [].into_iter())))
        .to_vec()
}

fn read(body: &Value) -> DealContent {
    let mut reader = Reader::default();
    let content = reader.object(body, "", |o| DealContent::read(o, &form()));
    assert_eq!(reader.into_problems(), [], "{body}");
    content
}

fn deal(content: &DealContent) -> Deal {
    let mut deal = serde_json::to_value(content).unwrap();
    let more = json!({
        "id": "d1", "number": portico_contract::deal::DealNumber::from_random(1), "review": "draft", "disputed": false,
        "owner": {"id": "mira", "name": "=Mira"}, "organisation": {"id": "b", "name": "Bluepeak"}, "editableFields": [],
        "allowedActions": [], "createdAt": "2026-11-23T09:00:00Z", "updatedAt": "2026-11-23T09:00:00Z", "version": 1
    });
    deal.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(deal).unwrap()
}

/// Through an export and an import.
fn there_and_back(content: &DealContent, at: usize) -> DealContent {
    let sheets = sheets();
    let sheet = &sheets[at];
    let mut writing = Writing::new(sheet.separator());
    let mut bytes = writing.mark().to_vec();
    bytes.extend(writing.row(&sheet.columns.iter().map(|column| column.label.as_str()).collect::<Vec<_>>()));
    bytes.extend(writing.row(&sheet.cells(&deal(content))));
    let table = Table::read(&bytes).unwrap();
    let mapping = crate::table::guessed(&sheets, &table, "EUR");
    read(&body(&sheets, &mapping, &table.rows[0].cells))
}

fn text() -> impl Strategy<Value = Option<String>> {
    prop::option::of("[=+@'a-zÄ0-9;,\"-][a-zÄ =+@;|,\"'-]{0,12}[a-z]")
}

prop_compose! {
    fn content()(
        name in text(), website in text(), city in text(), duns in text(), contact in text(), email in text(),
        need in prop::option::of("[=@a-z][a-z\n=;,\"]{0,20}[a-z]"), consent in any::<bool>(), minor in prop::option::of(0_i64..1_000_000_000_000),
        day in prop::option::of(0_u64..20_000), lines in prop::sample::subsequence(vec!["fleet", "depot", "route"], 0..=3),
        amounts in prop::collection::vec(prop::option::of(1_i64..10_000_000), 3), quantity in 1_u32..=1_000_000,
        industry in prop::sample::select(vec![None, Some("food"), Some("Anything")]),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD"]), depots in prop::option::of(0_u32..100_000), note in text(),
        chosen in any::<(bool, bool, bool)>(),
    ) -> DealContent {
        let money = |minor: i64| portico_contract::money::Money::from_minor(minor, portico_contract::money::Currency::parse(code).unwrap()).map(|money| json!(money));
        let mut custom = json!({});
        if let Some(depots) = depots {
            custom["depots"] = depots.into();
        }
        if chosen.0 {
            custom["system/now"] = "paper".into();
        }
        if chosen.1 {
            custom["tender"] = true.into();
        }
        let day = day.map(|day| (chrono::NaiveDate::default() + chrono::Days::new(day)).to_string());
        let value = minor.and_then(money);
        let lines: Vec<Value> = lines.iter().zip(&amounts).map(|(product, amount)| {
            // An amount of a line has its deal's currency, and without a value the file says none.
            let amount = amount.filter(|_| value.is_some()).and_then(money);
            json!({"product": product, "quantity": quantity, "amount": amount})
        }).collect();
        read(&json!({
            "customer": {"name": name, "website": website, "country": chosen.2.then_some("DE"), "city": city, "duns": duns, "industry": industry},
            "contact": {"name": contact, "email": email, "consent": consent, "vendorContact": if chosen.0 { "no" } else { "yes" }},
            "need": need, "value": value, "closeDate": day, "products": lines,
            "dealType": if chosen.1 { "renewal" } else { "net_new" }, "qualification": {"budget": {"answer": "yes", "note": note}},
            "custom": custom
        }))
    }
}

proptest! {
    #[test]
    fn an_export_is_read_back_unchanged(content in content(), german in any::<bool>()) {
        prop_assert_eq!(there_and_back(&content, usize::from(!german)), content);
    }
}

#[test]
fn what_others_write_is_read() {
    let sheets = sheets();
    let table = Table::read("Firma;Produkt;Menge;Umsatz;Abschlussdatum;Einwilligung;Typ\nHarbour;fleet | Depot;3|1;1.234,50 €;31.3.2027;ja;Erweiterung\n".as_bytes()).unwrap();
    let mapping = crate::table::guessed(&sheets, &table, "EUR");
    let content = read(&body(&sheets, &mapping, &table.rows[0].cells[..6]));
    assert_eq!(content.customer.name.as_deref(), Some("Harbour"));
    assert_eq!(content.value.map(portico_contract::money::Money::amount).as_deref(), Some("1234.50"));
    assert_eq!(
        content.products.iter().map(|line| (line.product.as_str(), line.quantity)).collect::<Vec<_>>(),
        [("fleet", 3), ("depot", 1)]
    );
    assert!(content.contact.consent);
    assert_eq!(content.close_date.map(|day| day.to_string()).as_deref(), Some("2027-03-31"));
}
