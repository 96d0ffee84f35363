//! A row of a file as the body that registers a deal. What a cell cannot be read as stays as it is written, so that
//! whoever judges the body says what is wrong with it.

use super::columns::{Kind, Sheet};
use super::numbers::{date, decimal};
use portico_contract::deal::form::Choice;
use portico_contract::import::ImportMapping;
use serde_json::{Map, Value, json};

/// What stands for yes and for no in any language.
const FLAGS: [(&[&str], bool); 2] = [
    (&["yes", "y", "true", "1", "x", "ja", "j", "wahr", "oui", "si", "sí", "✓"], true),
    (&["no", "n", "false", "0", "nein", "falsch", "non", "-"], false),
];

/// The body that a row stands for. `sheets` are the columns in each language of the tenant: a name is known in any.
pub(crate) fn body(sheets: &[Sheet], mapping: &ImportMapping, cells: &[String]) -> Value {
    let mut row = Row { sheets, mapping, body: Map::new() };
    let mut lists: [Option<Vec<&str>>; 3] = [None, None, None];
    for (target, cell) in mapping.columns.iter().zip(cells) {
        let cell = cell.trim();
        let (Some(id), false) = (target, cell.is_empty()) else { continue };
        match sheets.first().and_then(|sheet| sheet.target(id)).map(|column| &column.kind) {
            Some(Kind::List(part)) => lists[*part as usize] = Some(split(cell)),
            Some(kind) => {
                let value = row.value(id, kind, cell);
                row.set(id, value);
            }
            None => {}
        }
    }
    if mapping.consent && !mapping.columns.iter().flatten().any(|id| id == "/contact/consent") {
        row.set("/contact/consent", true.into());
    }
    let currency = row.currency();
    if row.body.get("value").is_some_and(|value| value.get("amount").is_some()) {
        row.set("/value/currency", currency.clone());
    } else {
        // A currency of nothing.
        row.body.remove("value");
    }
    row.products(lists, &currency);
    Value::Object(row.body)
}

/// The things in one cell.
fn split(cell: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = cell.split([';', '|']).map(str::trim).collect();
    while parts.last().is_some_and(|last| last.is_empty()) {
        parts.pop();
    }
    parts
}

struct Row<'a> {
    sheets: &'a [Sheet],
    mapping: &'a ImportMapping,
    body: Map<String, Value>,
}

impl Row<'_> {
    fn set(&mut self, pointer: &str, value: Value) {
        let mut names = pointer.split('/').skip(1).map(|name| name.replace("~1", "/").replace("~0", "~")).peekable();
        let mut place = &mut self.body;
        while let Some(name) = names.next() {
            if names.peek().is_none() {
                place.insert(name, value);
                return;
            }
            let inner = place.entry(name).or_insert_with(|| json!({}));
            match inner {
                Value::Object(inner) => place = inner,
                _ => return,
            }
        }
    }

    fn value(&self, id: &str, kind: &Kind, cell: &str) -> Value {
        match kind {
            Kind::Told | Kind::Text | Kind::List(_) => cell.into(),
            Kind::Code => cell.to_uppercase().into(),
            Kind::Amount => self.amount(cell),
            Kind::Date => date(cell, self.mapping.dates).map_or_else(|| cell.to_owned(), |day| day.to_string()).into(),
            Kind::Number => match decimal(cell, self.mapping.decimals).and_then(|number| number.parse::<u64>().ok()) {
                Some(number) => number.into(),
                None => cell.into(),
            },
            Kind::Flag => self.flag(cell).map_or_else(|| cell.into(), Value::from),
            Kind::Choice(_) => {
                let lists = self.sheets.iter().filter_map(|sheet| match &sheet.target(id)?.kind {
                    Kind::Choice(choices) => Some(choices.as_slice()),
                    _ => None,
                });
                chosen(lists, cell).unwrap_or(cell).into()
            }
        }
    }

    fn amount(&self, cell: &str) -> Value {
        decimal(cell, self.mapping.decimals).unwrap_or_else(|| cell.to_owned()).into()
    }

    fn flag(&self, cell: &str) -> Option<bool> {
        let cell = cell.to_lowercase();
        let own = self.sheets.iter().flat_map(|sheet| sheet.flags.iter().zip([false, true]));
        let own = own.into_iter().find(|(word, _)| word.to_lowercase() == cell).map(|(_, flag)| flag);
        own.or_else(|| FLAGS.iter().find(|(words, _)| words.contains(&cell.as_str())).map(|(_, flag)| *flag))
    }

    fn currency(&self) -> Value {
        let said = self.body.get("value").and_then(|value| value.get("currency")).cloned();
        said.unwrap_or_else(|| self.mapping.currency.clone().into())
    }

    fn products(&mut self, [products, quantities, amounts]: [Option<Vec<&str>>; 3], currency: &Value) {
        let lists = || self.sheets.iter().map(|sheet| sheet.products.as_slice());
        let (products, quantities, amounts) =
            (products.unwrap_or_default(), quantities.unwrap_or_default(), amounts.unwrap_or_default());
        // A quantity too many is a line whose product is missing, and is said to be.
        let lines = products.len().max(quantities.len()).max(amounts.len());
        let line = |at: usize| {
            let part = |list: &[&str]| list.get(at).copied().filter(|part| !part.is_empty()).map(str::to_owned);
            let mut line = json!({});
            if let Some(product) = part(&products) {
                line["product"] = chosen(lists(), &product).unwrap_or(&product).into();
            }
            if let Some(quantity) = part(&quantities) {
                let number = decimal(&quantity, self.mapping.decimals).and_then(|number| number.parse::<u64>().ok());
                line["quantity"] = number.map_or_else(|| quantity.into(), Value::from);
            }
            if let Some(amount) = part(&amounts) {
                line["amount"] = json!({"amount": self.amount(&amount), "currency": currency});
            }
            line
        };
        if lines > 0 {
            let lines: Vec<Value> = (0..lines).map(line).collect();
            self.body.insert("products".to_owned(), lines.into());
        }
    }
}

/// The id of what a cell names: by its id, or by its name in any language.
fn chosen<'a>(mut lists: impl Iterator<Item = &'a [Choice]> + Clone, cell: &str) -> Option<&'a str> {
    let wanted = cell.to_lowercase();
    let by_id = lists.clone().flatten().find(|choice| choice.id.to_lowercase() == wanted);
    let found =
        by_id.or_else(|| lists.find_map(|list| list.iter().find(|choice| choice.name.trim().to_lowercase() == wanted)));
    found.map(|choice| choice.id.as_str())
}

#[cfg(test)]
mod tests;
