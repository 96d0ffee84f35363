//! Customers that could exist, and don't: every host name ends in `.example`.

use crate::dice::Dice;
use portico_contract::country::Country;
use portico_contract::deal::content::{Contact, Customer, VendorContact};

/// A place: country, city, what its firms are called, who works there.
type Place = (&'static str, &'static [&'static str], &'static [&'static str], &'static [&'static str]);

const PLACES: &[Place] = &[
    (
        "DE",
        &["Hamburg", "Köln", "Leipzig", "Bremen"],
        &["Nordsee", "Vektor", "Falkenried", "Elbtal", "Weserland", "Hansa", "Brockmann", "Steinhagen"],
        &["Anke Petersen", "Jörg Lindner", "Svenja Holm", "Matthias Rehm", "Birgit Stahl"],
    ),
    (
        "FR",
        &["Brest", "Lyon", "Lille", "Nantes"],
        &["Armor", "Beaulieu", "Corvaisier", "Garonne", "Montclair", "Vauban"],
        &["Élodie Martin", "Yann Le Goff", "Camille Roux", "Hugo Perrin"],
    ),
    (
        "SE",
        &["Göteborg", "Malmö", "Västerås"],
        &["Lindqvist", "Norrland", "Ekström", "Vättern", "Sjöberg"],
        &["Karin Ekdahl", "Oskar Nyström", "Elin Hedlund"],
    ),
    (
        "GB",
        &["Leeds", "Bristol", "Glasgow"],
        &["Saltmarsh", "Harrow", "Pennine", "Calder", "Wexford", "Thornbury"],
        &["Imogen Clarke", "Rhys Pritchard", "Fiona McAllister", "Owen Hart"],
    ),
    (
        "ES",
        &["Bilbao", "Valencia", "Sevilla"],
        &["Castellan", "Miramar", "Ebro", "Alcázar"],
        &["Lucía Romero", "Iker Etxeberria", "Marta Soler"],
    ),
    (
        "RO",
        &["Cluj-Napoca", "Iași", "Timișoara"],
        &["Orsova", "Carpatia", "Dunărea"],
        &["Andreea Popescu", "Mihai Ionescu"],
    ),
    (
        "CH",
        &["Basel", "Winterthur", "Bern"],
        &["Rigi", "Aareland", "Säntis", "Gotthard"],
        &["Reto Ammann", "Nadine Frei", "Luca Bernasconi"],
    ),
    (
        "NL",
        &["Rotterdam", "Eindhoven"],
        &["Maasdijk", "Van Houten", "Zeeland", "Polder"],
        &["Femke de Vries", "Bram Jansen"],
    ),
    ("IT", &["Torino", "Bologna"], &["Valtellina", "Ferrante", "Lombarda"], &["Giulia Conti", "Paolo Marchetti"]),
    (
        "US",
        &["Columbus", "Pittsburgh", "Tacoma"],
        &["Granite", "Blue Ridge", "Cascade", "Lakeshore", "Ironwood"],
        &["Dana Whitfield", "Marcus Boyd", "Elena Vargas"],
    ),
];

/// What a firm does: its second name, and its industry.
const TRADES: &[(&str, &str)] = &[
    ("Logistics", "logistics"),
    ("Foods", "food"),
    ("Pharma", "pharma"),
    ("Rail", "rail"),
    ("Hotels", "hospitality"),
    ("Brewing", "food"),
    ("Parcel", "logistics"),
    ("Clinics", "health"),
    ("Energy", "energy"),
    ("Build", "construction"),
    ("Retail", "retail"),
    ("Components", "manufacturing"),
    ("Motors", "automotive"),
];

const TITLES: &[&str] =
    &["Head of Operations", "CIO", "Head of Purchasing", "Plant Manager", "IT Director", "Supply Chain Lead"];

/// The `index`th customer of a tenant: every index is another firm.
pub(super) fn customer(index: usize, only: Option<&str>, dice: &Dice) -> (Customer, Contact) {
    let places: Vec<&Place> = PLACES.iter().filter(|place| only.is_none_or(|code| code == place.0)).collect();
    let firms: Vec<(&Place, &str)> =
        places.iter().flat_map(|place| place.2.iter().map(|name| (*place, *name))).collect();
    // The two counts share no divisor, so that every pair is met before one is met again.
    let (place, first) = firms[index % firms.len()];
    let (second, industry) = TRADES[(index + index / firms.len()) % TRADES.len()];
    let name = format!("{first} {second}");
    let host = format!("{}.example", slug(&name));
    let person = place.3[dice.below(place.3.len())];
    let customer = Customer {
        name: Some(name),
        website: Some(host.clone()),
        country: Country::parse(place.0).ok(),
        duns: (dice.below(3) == 0).then(|| format!("{:09}", dice.below(1_000_000_000))),
        city: Some(place.1[dice.below(place.1.len())].to_owned()),
        industry: Some(industry.to_owned()),
    };
    let contact = Contact {
        name: Some(person.to_owned()),
        email: Some(format!("{}@{host}", slug(person).replace('-', "."))),
        phone: (dice.below(2) == 0).then(|| format!("+4930{:07}", dice.below(10_000_000))),
        title: Some(TITLES[dice.below(TITLES.len())].to_owned()),
        consent: true,
        vendor_contact: *VendorContact::ALL.get(dice.below(3)).unwrap_or(&VendorContact::AskFirst),
    };
    (customer, contact)
}

/// Letters without accents, in lower case, with hyphens between words.
fn slug(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = text.nfkd().filter(|c| c.is_ascii_alphanumeric() || *c == ' ').collect();
    plain.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_customer_is_another_one() {
        let dice = Dice::seeded(1);
        let names: std::collections::HashSet<String> =
            (0..300).filter_map(|index| customer(index, None, &dice).0.website).collect();
        assert_eq!(names.len(), 300);
    }
}
