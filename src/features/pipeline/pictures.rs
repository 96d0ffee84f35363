//! What open deals look like: in short, by stage, by month of expected close.

use super::links;
use super::look::{Look, Measure};
use super::picture::{Bar, Picture, Table, Tone};
use super::tally::{Tally, share};
use crate::i18n::Words;
use crate::parts::Form;
use crate::t;
use portico_contract::deal::Stage;
use portico_contract::month::{Month, Period};
use portico_contract::pipeline::{Decided, Open, Outcome, Pipeline};
use portico_contract::programme::Category;

/// The parts of a bar, from what is far off to what is near.
pub(super) const PARTS: [Tone; 5] = ["part-1", "part-2", "part-3", "part-4", "part-5"];

/// What is drawn, of what, counted how.
pub(super) struct Drawing<'a> {
    pub words: &'a Words,
    pub form: &'a Form,
    pub look: &'a Look,
    pub measure: &'a Measure,
    pub pipeline: &'a Pipeline,
}

/// What a period is called.
pub(super) fn period_name(words: &Words, period: Period) -> String {
    match period {
        Period::Overdue => t!(words, "forecast-overdue"),
        Period::Month(month) => words.month(month, false),
        Period::Later => t!(words, "forecast-later"),
        Period::None => t!(words, "forecast-no-day"),
    }
}

/// What stands below its bar: a month without its year, but for the first and each January.
pub(super) fn period_label(words: &Words, period: Period, first: bool) -> (String, Option<String>) {
    match period {
        Period::Month(month) => {
            let said = words.month(month, true);
            let year = month.to_string();
            let is_new = first || year.ends_with("-01");
            (said, is_new.then(|| year.chars().take(4).collect()))
        }
        other => (period_name(words, other), None),
    }
}

/// The largest of sizes, from which all others are drawn.
pub(super) fn most(sizes: impl Iterator<Item = i128>) -> i128 {
    sizes.max().unwrap_or_default()
}

impl Drawing<'_> {
    fn open(&self, of: impl Fn(&Open) -> bool) -> Tally {
        let mut tally = Tally::default();
        self.pipeline.open.iter().filter(|open| of(open)).for_each(|open| tally.add(&open.figures));
        tally
    }

    pub(super) fn decided(&self, of: impl Fn(&Decided) -> bool) -> Tally {
        let mut tally = Tally::default();
        self.pipeline.decided.iter().filter(|one| of(one)).for_each(|one| tally.add(&one.figures));
        tally
    }

    /// The figures in short: what is open, what of it is overdue, what was won and lost.
    pub(super) fn summary(&self) -> Vec<(String, Tally, Option<String>)> {
        let (words, look) = (self.words, self.look);
        let ended = |outcome| self.decided(|one| one.outcome == outcome);
        let overdue = links::expected(look, Period::Overdue, self.pipeline.today, self.pipeline.months);
        vec![
            (t!(words, "pipeline-open"), self.open(|_| true), Some(links::open(look))),
            (t!(words, "forecast-overdue"), self.open(|open| open.period == Period::Overdue), overdue),
            (t!(words, "pipeline-won", count = look.months), ended(Outcome::Won), None),
            (t!(words, "pipeline-lost", count = look.months), ended(Outcome::Lost), None),
        ]
    }

    pub(super) fn heads(&self, first: String) -> Vec<String> {
        vec![first, t!(self.words, "column-deals"), t!(self.words, "column-value")]
    }

    pub(super) fn row(&self, name: String, tally: &Tally) -> Vec<Vec<String>> {
        let count = tally.count(self.measure).to_string();
        vec![vec![name], vec![count], tally.sums(self.words, self.measure)]
    }

    pub(super) fn bar(
        &self,
        key: &str,
        name: &str,
        tally: &Tally,
        (tone, most): (Tone, i128),
        href: Option<String>,
    ) -> Bar {
        Bar {
            key: key.to_owned(),
            label: name.to_owned(),
            parts: if tally.count(self.measure) == 0 {
                Vec::new()
            } else {
                vec![(tone, share(tally.size(self.measure), most))]
            },
            value: tally.short(self.words, self.measure),
            said: tally.said(self.words, self.measure, name),
            href: href.filter(|_| tally.count(self.measure) > 0),
            ..Bar::default()
        }
    }

    /// Open deals by the tenant's stages, in its order; also those with nothing in them.
    pub(super) fn by_stage(&self) -> Picture {
        let words = self.words;
        let found: Vec<(OwnStage, Tally)> = self
            .stages()
            .into_iter()
            .map(|one| {
                let tally = self.open(|open| open.stage_id == one.id);
                (one, tally)
            })
            .collect();
        let most = most(found.iter().map(|(_, tally)| tally.size(self.measure)));
        let bars = found.iter().map(|(one, tally)| {
            self.bar(&one.id, &one.name, tally, ("brand", most), Some(links::stage(self.look, &one.id)))
        });
        Picture {
            title: t!(words, "pipeline-by-stage"),
            text: t!(words, "pipeline-by-stage-text"),
            bars: bars.collect(),
            table: Table {
                heads: self.heads(t!(words, "column-stage")),
                rows: found.iter().map(|(one, tally)| self.row(one.name.clone(), tally)).collect(),
                foot: Some(self.row(t!(words, "pipeline-all"), &self.open(|_| true))),
            },
            nothing: t!(words, "pipeline-no-open"),
            ..Picture::default()
        }
    }

    /// The open stages of the tenant. Those that the PRM knows and the form does not yet come behind.
    fn stages(&self) -> Vec<OwnStage> {
        let form = self.form.0.as_ref().map(|form| form.stages.as_slice()).unwrap_or_default();
        let known = form.iter().filter(|stage| !stage.stage.is_closed());
        let mut stages: Vec<OwnStage> =
            known.map(|stage| OwnStage { id: stage.id().to_owned(), name: stage.name.clone() }).collect();
        for open in &self.pipeline.open {
            if stages.iter().all(|one| one.id != open.stage_id) {
                let name = self.form.stage(open.stage, Some(&open.stage_id)).to_owned();
                stages.push(OwnStage { id: open.stage_id.clone(), name });
            }
        }
        stages
    }

    /// How a month is cut: by what a forecast takes the stages for, or by stage; by the contract's where there are more
    /// than can be told apart. What is nearest to a sale is the first, at the foot.
    fn layers(&self) -> Vec<(Tone, String, Cut)> {
        let words = self.words;
        if !self.look.by_stage {
            return vec![
                ("part-5", t!(words, "forecast-commit"), Cut::Category(Category::Commit)),
                ("part-3", t!(words, "forecast-best-case"), Cut::Category(Category::BestCase)),
                ("part-1", t!(words, "forecast-pipeline"), Cut::Category(Category::Pipeline)),
                ("faint", t!(words, "forecast-omitted"), Cut::Category(Category::Omitted)),
            ];
        }
        let own = self.stages();
        let layers: Vec<(String, Cut)> = if own.len() <= PARTS.len() {
            own.into_iter().map(|one| (one.name, Cut::Own(one.id))).collect()
        } else {
            let open = Stage::ALL.into_iter().filter(|stage| !stage.is_closed());
            open.map(|stage| (self.form.stage(stage, None).to_owned(), Cut::Stage(stage))).collect()
        };
        let spare = PARTS.len() - layers.len();
        let toned = layers.into_iter().zip(&PARTS[spare..]).map(|((name, cut), tone)| (*tone, name, cut));
        toned.rev().collect()
    }

    /// Open deals by when they are expected.
    pub(super) fn by_month(&self) -> Picture {
        let (words, pipeline) = (self.words, self.pipeline);
        let now = Month::of(pipeline.today);
        let ahead = (0..pipeline.months).map(|month| Period::Month(now.plus(month)));
        let there = |period: &Period| self.open(|open| open.period == *period).count(self.measure) > 0;
        let periods: Vec<Period> = [Period::Overdue]
            .into_iter()
            .chain(ahead)
            .chain([Period::Later, Period::None].into_iter().filter(&there))
            .collect();
        let mut layers = self.layers();
        layers.retain(|(.., of)| self.open(|open| of.has(open)).count(self.measure) > 0);
        let tallies: Vec<Tally> = periods.iter().map(|period| self.open(|open| open.period == *period)).collect();
        let most = most(tallies.iter().map(|tally| tally.size(self.measure)));
        let mut rows = Vec::new();
        let bars = periods.iter().zip(&tallies).enumerate().map(|(place, (period, tally))| {
            let name = period_name(words, *period);
            let (label, year) = period_label(words, *period, place == 1);
            let cut =
                layers.iter().map(|(tone, _, of)| (*tone, self.open(|open| open.period == *period && of.has(open))));
            let cut: Vec<(Tone, Tally)> = cut.collect();
            let mut row = self.row(name.clone(), tally);
            row.extend(cut.iter().map(|(_, tally)| tally.sums(words, self.measure)));
            rows.push(row);
            let parts = cut.iter().filter(|(_, tally)| tally.count(self.measure) > 0);
            Bar {
                key: String::from(*period),
                label,
                year,
                parts: parts.map(|(tone, tally)| (*tone, share(tally.size(self.measure), most))).collect(),
                value: tally.short(words, self.measure),
                said: tally.said(words, self.measure, &name),
                href: links::expected(self.look, *period, pipeline.today, pipeline.months).filter(|_| there(period)),
                urgent: *period == Period::Overdue,
                mark: None,
            }
        });
        let bars = bars.collect();
        let mut heads = self.heads(t!(words, "forecast-month"));
        heads.extend(layers.iter().map(|(_, name, _)| name.clone()));
        Picture {
            title: t!(words, "pipeline-by-month"),
            text: t!(words, "pipeline-by-month-text"),
            upright: true,
            legend: layers.iter().map(|(tone, name, _)| (*tone, name.clone())).collect(),
            bars,
            table: Table { heads, rows, foot: None },
            nothing: t!(words, "pipeline-no-open"),
            mark: None,
        }
    }
}

/// A stage of the tenant's.
struct OwnStage {
    id: String,
    name: String,
}

/// What a part of a month is made of.
enum Cut {
    Category(Category),
    Own(String),
    Stage(Stage),
}

impl Cut {
    fn has(&self, open: &Open) -> bool {
        match self {
            Self::Category(category) => open.category == *category,
            Self::Own(id) => open.stage_id == *id,
            Self::Stage(stage) => open.stage == *stage,
        }
    }
}
