//! What deals look like that ended: won and lost by month, and why they were lost or not taken. Their bars lead nowhere:
//! the list cannot be narrowed to a month of decision, or to a reason.

use super::picture::{Bar, Picture, Table};
use super::pictures::{Drawing, most, period_label};
use super::tally::{Tally, share};
use crate::t;
use portico_contract::month::{Month, Period};
use portico_contract::pipeline::Outcome;

impl Drawing<'_> {
    /// What was won and lost in each of the last months.
    pub(super) fn ended(&self) -> Picture {
        let (words, pipeline) = (self.words, self.pipeline);
        let now = Month::of(pipeline.today);
        let months: Vec<Month> = (0..pipeline.months).rev().map(|back| now.minus(back)).collect();
        let of = |month: Month, outcome| self.decided(|one| one.month == month && one.outcome == outcome);
        let tallies: Vec<(Tally, Tally)> =
            months.iter().map(|month| (of(*month, Outcome::Won), of(*month, Outcome::Lost))).collect();
        let most = most(tallies.iter().map(|(won, lost)| won.size(self.measure) + lost.size(self.measure)));
        let bars = months.iter().zip(&tallies).enumerate().map(|(place, (month, (won, lost)))| {
            let (label, year) = period_label(words, Period::Month(*month), place == 0);
            let parts = [("good", won), ("bad", lost)].into_iter().filter(|(_, tally)| tally.count(self.measure) > 0);
            let both = self.decided(|one| one.month == *month && one.outcome != Outcome::Rejected);
            let said = t!(
                words,
                "picture-won-lost",
                month = &words.month(*month, false),
                won = won.count(self.measure),
                lost = lost.count(self.measure)
            );
            Bar {
                key: month.to_string(),
                label,
                year,
                parts: parts.map(|(tone, tally)| (tone, share(tally.size(self.measure), most))).collect(),
                value: both.short(words, self.measure),
                said,
                ..Bar::default()
            }
        });
        let rows = months.iter().zip(&tallies).map(|(month, (won, lost))| {
            let cells = [won, lost]
                .into_iter()
                .flat_map(|tally| [vec![tally.count(self.measure).to_string()], tally.sums(words, self.measure)]);
            std::iter::once(vec![words.month(*month, false)]).chain(cells).collect()
        });
        Picture {
            title: t!(words, "pipeline-ended"),
            text: t!(words, "pipeline-ended-text"),
            upright: true,
            legend: vec![("good", t!(words, "pipeline-won-word")), ("bad", t!(words, "pipeline-lost-word"))],
            bars: bars.collect(),
            table: Table {
                heads: vec![
                    t!(words, "forecast-month"),
                    t!(words, "pipeline-won-word"),
                    t!(words, "pipeline-won-value"),
                    t!(words, "pipeline-lost-word"),
                    t!(words, "pipeline-lost-value"),
                ],
                rows: rows.collect(),
                foot: None,
            },
            nothing: t!(words, "pipeline-no-ended"),
            mark: None,
        }
    }

    /// Why deals were lost, or not taken; the most frequent first.
    pub(super) fn reasons(&self, outcome: Outcome) -> Picture {
        let words = self.words;
        let mut codes: Vec<Option<&str>> = Vec::new();
        for one in self.pipeline.decided.iter().filter(|one| one.outcome == outcome) {
            if !codes.contains(&one.reason_code.as_deref()) {
                codes.push(one.reason_code.as_deref());
            }
        }
        let mut found: Vec<(String, String, Tally)> = codes
            .into_iter()
            .map(|code| {
                let tally = self.decided(|one| one.outcome == outcome && one.reason_code.as_deref() == code);
                let name = match code {
                    None => t!(words, "pipeline-no-reason"),
                    Some(code) if outcome == Outcome::Lost => self.form.loss_reason(code).to_owned(),
                    Some(code) => self.form.reason(code).to_owned(),
                };
                (code.unwrap_or_default().to_owned(), name, tally)
            })
            .filter(|(.., tally)| tally.count(self.measure) > 0)
            .collect();
        found.sort_by_key(|(.., tally)| std::cmp::Reverse(tally.size(self.measure)));
        let most = most(found.iter().map(|(.., tally)| tally.size(self.measure)));
        let (tone, title, nothing) = match outcome {
            Outcome::Lost => ("bad", t!(words, "pipeline-lost-why"), t!(words, "pipeline-no-lost")),
            _ => ("faint", t!(words, "pipeline-rejected-why"), t!(words, "pipeline-no-rejected")),
        };
        let bars = found.iter().map(|(code, name, tally)| self.bar(code, name, tally, (tone, most), None));
        Picture {
            title,
            bars: bars.collect(),
            table: Table {
                heads: self.heads(t!(words, "pipeline-reason")),
                rows: found.iter().map(|(_, name, tally)| self.row(name.clone(), tally)).collect(),
                foot: Some(self.row(t!(words, "pipeline-all"), &self.decided(|one| one.outcome == outcome))),
            },
            nothing,
            ..Picture::default()
        }
    }
}
