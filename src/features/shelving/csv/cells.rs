//! What the cells of a row say, each as its column means it.

use super::{Column, Lookups, Why};
use chrono::NaiveDate;
use portico_contract::asset::reading::language;
use portico_contract::asset::{AssetContent, AssetKind};
use portico_contract::country::Country;
use portico_contract::deal::{Stage, read_date};
use portico_contract::session::{Role, Side};

/// What stands between values in a cell.
pub(super) const BETWEEN: char = '|';

/// What a row says; none where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    title: Option<String>,
    description: Option<String>,
    kind: Option<AssetKind>,
    locale: Option<String>,
    tags: Option<Vec<String>>,
    products: Option<Vec<String>>,
    industries: Option<Vec<String>>,
    stages: Option<Vec<Stage>>,
    tiers: Option<Vec<String>>,
    partner_types: Option<Vec<String>>,
    roles: Option<Vec<Role>>,
    regions: Option<Vec<Country>>,
    starts_on: Option<NaiveDate>,
    expires_on: Option<NaiveDate>,
}

/// Puts what was said in the place of what was there.
fn put<T: Clone>(said: Option<&T>, to: &mut T) {
    if let Some(said) = said {
        to.clone_from(said);
    }
}

impl Said {
    /// Takes what a cell says; what is wrong with it, and nothing taken then: half of a list would be another list.
    pub fn take(&mut self, column: Column, cell: &str, lookups: &Lookups<'_>) -> Option<Why> {
        let taken = match column {
            Column::File => Ok(()),
            // A title is one line, whatever a spreadsheet breaks.
            Column::Title => one(cell, |text| Some(lines(text, " ")), &mut self.title),
            Column::Description => one(cell, |text| Some(lines(text, "\n")), &mut self.description),
            Column::Kind => {
                let kind = |text: &str| AssetKind::parse(&wire(text)).or_else(|| (lookups.kind)(text));
                one(cell, kind, &mut self.kind)
            }
            Column::Locale => {
                let tag = |text: &str| language(&text.replace('_', "-")).or_else(|| (lookups.locale)(text));
                one(cell, tag, &mut self.locale)
            }
            Column::Tags => all(cell, |text| Some(text.to_owned()), &mut self.tags),
            Column::Products => all(cell, lookups.product, &mut self.products),
            Column::Industries => all(cell, lookups.industry, &mut self.industries),
            Column::Stages => {
                let stage = |text: &str| Stage::parse(&wire(text)).or_else(|| (lookups.stage)(text));
                all(cell, stage, &mut self.stages)
            }
            Column::Tiers => all(cell, lookups.tier, &mut self.tiers),
            Column::PartnerTypes => all(cell, lookups.partner_type, &mut self.partner_types),
            Column::Roles => {
                let role = |text: &str| Role::parse(&wire(text)).or_else(|| (lookups.role)(text));
                all(cell, |text| role(text).filter(|role| role.side() == Side::Partner), &mut self.roles)
            }
            Column::Regions => {
                let code = |text: &str| Country::parse(&text.to_ascii_uppercase()).ok();
                all(cell, |text| code(text).or_else(|| (lookups.region)(text)), &mut self.regions)
            }
            Column::StartsOn => day(cell, &mut self.starts_on),
            Column::ExpiresOn => day(cell, &mut self.expires_on),
        };
        taken.err()
    }

    pub fn apply(&self, to: &mut AssetContent) {
        put(self.title.as_ref(), &mut to.title);
        put(self.description.as_ref(), &mut to.description);
        put(self.kind.as_ref(), &mut to.kind);
        put(self.locale.as_ref(), &mut to.locale);
        put(self.tags.as_ref(), &mut to.tags);
        put(self.products.as_ref(), &mut to.products);
        put(self.industries.as_ref(), &mut to.industries);
        put(self.stages.as_ref(), &mut to.stages);
        put(self.tiers.as_ref(), &mut to.audience.tiers);
        put(self.partner_types.as_ref(), &mut to.audience.partner_types);
        put(self.roles.as_ref(), &mut to.audience.roles);
        put(self.regions.as_ref(), &mut to.audience.regions);
        to.starts_on = self.starts_on.or(to.starts_on);
        to.expires_on = self.expires_on.or(to.expires_on);
    }
}

/// As a name on the wire is written: `Data sheet` is `data_sheet`.
fn wire(text: &str) -> String {
    text.to_lowercase().split([' ', '-', '_']).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

/// The lines of a text, trimmed, with something between them.
fn lines(text: &str, between: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join(between)
}

fn one<T>(cell: &str, known: impl Fn(&str) -> Option<T>, to: &mut Option<T>) -> Result<(), Why> {
    *to = Some(known(cell).ok_or_else(|| Why::Unknown(cell.to_owned()))?);
    Ok(())
}

fn day(cell: &str, to: &mut Option<NaiveDate>) -> Result<(), Why> {
    *to = Some(read_date(cell).ok_or_else(|| Why::NoDay(cell.to_owned()))?);
    Ok(())
}

/// Every value of a cell, each once.
fn all<T: PartialEq>(cell: &str, known: impl Fn(&str) -> Option<T>, to: &mut Option<Vec<T>>) -> Result<(), Why> {
    let mut values = Vec::new();
    for text in parts(cell) {
        let value = known(&text).ok_or(Why::Unknown(text))?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    *to = Some(values);
    Ok(())
}

/// The values of a cell. Within one, a `\` stands before the sign between values, and before a `\`.
fn parts(cell: &str) -> Vec<String> {
    let (mut parts, mut letters) = (vec![String::new()], cell.chars().peekable());
    while let Some(letter) = letters.next() {
        let part = parts.len() - 1;
        match letter {
            '\\' if matches!(letters.peek(), Some(&BETWEEN | '\\')) => parts[part].extend(letters.next()),
            BETWEEN => parts.push(String::new()),
            letter => parts[part].push(letter),
        }
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}
