//! What a table says is what its cells say, whatever spreadsheet wrote it.

use super::*;
use portico_contract::asset::Audience;

/// Knows a few names.
fn read_with(text: &str) -> Result<Sheet, SheetProblem> {
    fn among(names: &[&str], text: &str) -> Option<String> {
        names.contains(&text).then(|| names[0].to_owned())
    }
    read(
        text,
        &Lookups {
            kind: &|text| (text == "Datenblatt").then_some(AssetKind::DataSheet),
            locale: &|text| (text == "Deutsch").then(|| "de".to_owned()),
            product: &|text| among(&["fleet", "Fleet", "Flotte"], text),
            industry: &|text| among(&["food", "Food, beverages"], text),
            stage: &|text| (text == "Angebot").then_some(Stage::Proposal),
            tier: &|text| among(&["Gold"], text),
            partner_type: &|text| among(&["reseller", "Händler"], text),
            role: &|text| (text == "Vertrieb").then_some(Role::Rep),
            region: &|text| if text == "Schweiz" { Country::parse("CH").ok() } else { None },
        },
    )
}

fn sheet(text: &str) -> Sheet {
    read_with(text).unwrap()
}

fn content() -> AssetContent {
    AssetContent {
        title: "fleet-2026.pdf".to_owned(),
        description: String::new(),
        kind: AssetKind::Brochure,
        locale: "en".to_owned(),
        tags: vec!["old".to_owned()],
        products: Vec::new(),
        industries: Vec::new(),
        stages: Vec::new(),
        audience: Audience::default(),
        starts_on: "2026-12-01".parse().ok(),
        expires_on: None,
    }
}

fn applied(row: &SheetRow) -> AssetContent {
    let mut said = content();
    row.apply(&mut said);
    said
}

#[test]
fn a_row_says_what_its_cells_say_and_leaves_the_rest() {
    let sheet = sheet(
        "File;Title;KIND;starts on;Tiers;expiresOn;partner_types;regions;roles;stages;products;locale;tags\r\n\
         a.pdf;\"Fleet; \"\"2026\"\"\";Datenblatt;;Gold;2027-01-31;Händler;Schweiz|at;Vertrieb|marketer;Angebot;Flotte|fleet;de_AT;x | y\\|z\r\n",
    );
    let row = &sheet.rows[0];
    assert_eq!((row.line, row.file.as_str(), row.problems.as_slice()), (2, "a.pdf", [].as_slice()));
    let country = |code| Country::parse(code).unwrap();
    let expected = AssetContent {
        title: "Fleet; \"2026\"".to_owned(),
        kind: AssetKind::DataSheet,
        locale: "de-AT".to_owned(),
        tags: vec!["x".to_owned(), "y|z".to_owned()],
        products: vec!["fleet".to_owned()],
        stages: vec![Stage::Proposal],
        audience: Audience {
            tiers: vec!["Gold".to_owned()],
            partner_types: vec!["reseller".to_owned()],
            roles: vec![Role::Rep, Role::Marketer],
            regions: vec![country("CH"), country("AT")],
        },
        expires_on: "2027-01-31".parse().ok(),
        ..content()
    };
    assert_eq!(applied(row), expected);
}

#[test]
fn every_spreadsheets_file_is_the_same_table() {
    let expected = sheet("file,title\na.pdf,\"x,y;z\"\n").rows;
    for text in [
        "\u{feff}file,title\r\na.pdf,\"x,y;z\"\r\n",
        "title;FILE\n\"x,y;z\";a.pdf\n",
        "\"file\"\t\"title\"\n\"a.pdf\"\t\"x,y;z\"\n",
        "file;title;;\na.pdf;x,y\\;z;;\n".replace("x,y\\;z", "\"x,y;z\"").as_str(),
    ] {
        assert_eq!(sheet(text).rows, expected, "{text:?}");
    }
    let named = sheet("sep=;\nfile;title\na.pdf;\"x,y;z\"\n").rows;
    assert_eq!((named[0].line, &named[0].file), (3, &expected[0].file));
    let lines = sheet("file,description\n\n\"a\",\"one\r\ntwo\"\n,,\nb,x\n");
    assert_eq!(lines.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 6]);
    assert_eq!(applied(&lines.rows[0]).description, "one\ntwo");
}

#[test]
fn what_cannot_be_read_is_named_and_says_nothing() {
    let sheet = sheet(
        "file,kind,locale,products,roles,startsOn,colour,industries,regions\n\
         a.pdf,novel,english!,fleet|boat,seller,31.01.2027,red,\"Food, beverages\",XX\n\
         ,guide,,,,,,,\n\
         a.pdf,guide,,,,,,,,more\n",
    );
    assert_eq!(sheet.unknown, ["colour"]);
    let unknown = |text: &str| Why::Unknown(text.to_owned());
    assert_eq!(
        sheet.rows[0].problems,
        [
            (Column::Kind, unknown("novel")),
            (Column::Locale, unknown("english!")),
            (Column::Products, unknown("boat")),
            (Column::Roles, unknown("seller")),
            (Column::StartsOn, Why::NoDay("31.01.2027".to_owned())),
            (Column::Regions, unknown("XX")),
        ]
    );
    assert_eq!(applied(&sheet.rows[0]), AssetContent { industries: vec!["food".to_owned()], ..content() });
    assert_eq!(sheet.rows[1].problems, [(Column::File, Why::Missing)]);
    assert_eq!(sheet.rows[2].problems, [(Column::File, Why::Twice { line: 2 }), (Column::File, Why::Beyond)]);
}

#[test]
fn what_is_no_such_table_says_why() {
    for (text, why) in [
        ("", SheetProblem::Empty),
        ("file,title\n,\n", SheetProblem::Empty),
        ("title,kind\nx,guide\n", SheetProblem::NoFile),
        ("file,title,Title\na,b,c\n", SheetProblem::Twice(Column::Title)),
        ("PK\u{3}\u{4}rest", SheetProblem::NotText),
        ("file,title\na,Gr\u{fffd}n\n", SheetProblem::NotText),
    ] {
        assert_eq!(read_with(text), Err(why), "{text:?}");
    }
}

#[test]
fn a_file_is_found_by_its_name_whatever_its_capitals() {
    let sheet = sheet("file,title\nA.PDF,one\na.pdf,two\nÖl.pdf,three\n");
    let line = |file| sheet.row(file).map(|row| row.line);
    assert_eq!([line("a.pdf"), line("A.pdf"), line("öl.PDF"), line("b.pdf")], [Some(3), Some(2), Some(4), None]);
}

#[test]
fn what_is_written_is_read_again() {
    let full = AssetContent {
        title: "=SUM(A1)".to_owned(),
        description: "One; \"two\",\nthree".to_owned(),
        kind: AssetKind::CaseStudy,
        locale: "zh-Hant".to_owned(),
        tags: vec!["a|b".to_owned(), "c\\".to_owned(), "d".to_owned()],
        products: vec!["fleet".to_owned()],
        industries: vec!["food".to_owned()],
        stages: vec![Stage::Proposal, Stage::Won],
        audience: Audience {
            tiers: vec!["Gold".to_owned()],
            partner_types: vec!["reseller".to_owned()],
            roles: vec![Role::Marketer, Role::PartnerAdmin],
            regions: vec![Country::parse("DE").unwrap()],
        },
        starts_on: "2026-12-01".parse().ok(),
        expires_on: "2027-12-01".parse().ok(),
    };
    for separator in [',', ';'] {
        let text = written(&[("-a.pdf".to_owned(), full.clone()), ("b, c.pdf".to_owned(), content())], separator);
        let names = Column::ALL.map(|(column, _)| format!("\"{}\"", column.name())).join(&separator.to_string());
        assert!(text.starts_with(&format!("\u{feff}{names}\r\n")), "{text}");
        assert!(text.contains("\"'=SUM(A1)\"") && text.contains("\"'-a.pdf\""), "no formula: {text}");
        let sheet = sheet(&text);
        assert_eq!(sheet.rows.iter().map(|row| row.file.as_str()).collect::<Vec<_>>(), ["-a.pdf", "b, c.pdf"]);
        assert_eq!(applied(&sheet.rows[0]), full);
        assert_eq!(applied(&sheet.rows[1]), content());
        assert!(sheet.rows.iter().all(|row| row.problems.is_empty()) && sheet.unknown.is_empty());
    }
}
