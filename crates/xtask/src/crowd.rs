//! The lists of a portal with a million deals, of which one firm has ten thousand: how long the server takes.

use crate::load::Visitor;
use crate::serve;
use crate::shell::{Failure, step, target};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

const ADDRESS: &str = "localhost:8093";
const DEALS: &str = "1000000";
const ASSETS: &str = "50000";
/// The slowest of so many in a hundred do not count: p95.
const OF_HUNDRED: usize = 95;

/// A list by its name, and where it is.
type List = (&'static str, &'static str);
/// Who asks, whose deals they are, how often, and for which lists: all of them in turn, so that none finds its own pages
/// warm.
type Asked = (&'static str, &'static str, usize, &'static [List]);

const ASKED: &[Asked] = &[
    (
        "rep@bluepeak.example",
        "a firm of 10,000 deals",
        60,
        &[
            ("the list", "/deals"),
            ("- open", "/deals?show=open"),
            ("- waiting for the partner", "/deals?show=needs_partner"),
            ("- ending soon", "/deals?show=ending&sort=endsOn"),
            ("- decided", "/deals?show=decided"),
            ("- the own", "/deals?owner=me"),
            ("- of a state", "/deals?review=approved"),
            ("- of a stage", "/deals?stage=proposal"),
            ("- by value", "/deals?sort=-value"),
            ("- by customer", "/deals?sort=customer"),
            ("- by close date", "/deals?sort=closeDate"),
            ("- of a product and a country", "/deals?product=fleet&country=DE"),
            ("- closing in a span", "/deals?closes=2027-01-01..2027-03-31"),
            ("- of a value", "/deals?currency=EUR&value=10000..20000"),
            ("the board", "/deals/board?limit=20"),
            ("the pictures", "/deals/pipeline"),
            ("a word that many have", "/deals?q=logistics"),
            ("two words", "/deals?q=hansa%20brewing"),
            ("a word that nobody has", "/deals?q=qqqq"),
            ("home", "/home"),
        ],
    ),
    (
        "manager@aurora.example",
        "the vendor of 1,000,000",
        10,
        &[
            ("the list", "/deals"),
            ("- open", "/deals?show=open"),
            ("- ending soon", "/deals?show=ending&sort=endsOn"),
            ("- decided", "/deals?show=decided"),
            ("- of a state", "/deals?review=approved"),
            ("- by value", "/deals?sort=-value"),
            ("- by customer", "/deals?sort=customer"),
            ("- by close date", "/deals?sort=closeDate"),
            ("- of a country", "/deals?country=DE"),
            ("the board", "/deals/board?limit=20"),
            ("the pictures", "/deals/pipeline"),
            ("the desk's first page", "/deals?review=submitted,in_review&sort=dueAt&limit=200"),
            ("a word that many have", "/deals?q=logistics"),
            ("a customer", "/deals?q=0712345"),
            ("a word that nobody has", "/deals?q=qqqq"),
            ("home", "/home"),
        ],
    ),
];

/// What is asked of a library of 50,000 assets, beside its search.
const LIBRARY: &[List] = &[
    ("the newest", "/assets?limit=24"),
    ("- by title", "/assets?sort=title&limit=24"),
    ("- of a kind, a product and a language", "/assets?kind=data_sheet&product=fleet&locale=de&limit=24"),
    ("a word that many have", "/assets?q=delivery%20&limit=24"),
    ("a form of it", "/assets?q=deliveries%20&limit=24"),
    ("its first letters", "/assets?q=de&limit=24"),
    ("- one more", "/assets?q=del&limit=24"),
    ("- one more", "/assets?q=deli&limit=24"),
    ("two words that many have", "/assets?q=temperature%20audit%20&limit=24"),
    ("three words", "/assets?q=driver%20proof%20lager%20&limit=24"),
    ("a word that few have", "/assets?q=badabe&limit=24"),
    ("a German form", "/assets?q=Lieferschein%20&limit=24"),
    ("a word that was mistyped", "/assets?q=temperatrue%20&limit=24"),
    ("a word that nobody has", "/assets?q=qqqqqq&limit=24"),
    ("one asset", "/assets/fleet-data-sheet"),
];

/// Fills a library, and measures.
pub(crate) fn library(root: &Path) -> Result<Vec<(String, String)>, Failure> {
    let data = target(root).join("crowd-library-data");
    let filled = data.exists();
    let mut server = step("a portal with 50,000 assets", || {
        let more: &[&str] = if filled { &[] } else { &["--crowd-library", ASSETS] };
        serve::start_with(root, "127.0.0.1:8093", &data, more)
    })?;
    let measured =
        step("how long its search takes", || asked(&("rep@bluepeak.example", "a library of 50,000", 60, LIBRARY)));
    // It may have ended by itself.
    let _ = server.kill();
    let _ = server.wait();
    measured
}

/// Fills a portal, once for a build folder, and measures.
pub(crate) fn measure(root: &Path) -> Result<Vec<(String, String)>, Failure> {
    let data = target(root).join("crowd-data");
    let mut server = step("a portal with a million deals", || {
        if data.exists() {
            fs::remove_dir_all(&data)?;
        }
        serve::start_with(root, "127.0.0.1:8093", &data, &["--crowd", DEALS])
    })?;
    let measured = step("how long its lists take", || ASKED.iter().map(asked).collect::<Result<Vec<_>, _>>());
    // It may have ended by itself.
    let _ = server.kill();
    let _ = server.wait();
    Ok(measured?.into_iter().flatten().collect())
}

fn asked((email, whose, rounds, lists): &Asked) -> Result<Vec<(String, String)>, Failure> {
    let visitor = Visitor::signs_in(ADDRESS, email)?;
    let mut taken = vec![Vec::with_capacity(*rounds); lists.len()];
    // The first round warms what every later one finds warm.
    for round in 0..=*rounds {
        for ((_, path), taken) in lists.iter().zip(&mut taken) {
            let start = Instant::now();
            visitor.reads(path)?;
            if round > 0 {
                taken.push(start.elapsed());
            }
        }
    }
    let figure = |((name, _), taken): (&List, Vec<Duration>)| {
        (format!("{whose}: {name}, p95 ms"), format!("{:.1}", slow(taken).as_secs_f64() * 1_000.0))
    };
    Ok(lists.iter().zip(taken).map(figure).collect())
}

/// What 95 in a hundred do not exceed.
fn slow(mut taken: Vec<Duration>) -> Duration {
    taken.sort();
    taken.get((taken.len() * OF_HUNDRED).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}
