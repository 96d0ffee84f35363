//! What is to be expected: a bar for each month with what comes, what may come and what was won; the same as a table and
//! as a file; for the vendor by partner.

use super::figures::{Figures, drawn, standing};
use super::links;
use super::look::Look;
use super::picture::{Bar, Card, Picture, Table, table};
use super::pictures::{most, period_label, period_name};
use super::tally::share;
use crate::api::{Api, Fetch, FigureFilter, forecast_url, use_api, use_remote};
use crate::i18n::{Words, use_words};
use crate::live::use_aftermath;
use crate::t;
use crate::ui::RemoteView;
use portico_contract::money::Currency;
use portico_contract::month::{Month, Period};
use portico_contract::pipeline::{Forecast, Outlook};
use portico_contract::total::Total;
use std::rc::Rc;
use yew::prelude::*;

fn fetch((api, filter): &(Api, FigureFilter)) -> Fetch<Figures<Forecast>> {
    let (forecast, of) = (api.forecast(filter), filter.clone());
    Box::pin(async move { Ok((of, Rc::new(forecast.await?))) })
}

#[derive(Properties, PartialEq)]
pub(super) struct ForecastProps {
    pub look: Look,
    pub code: String,
}

#[component]
pub(super) fn ForecastView(props: &ForecastProps) -> Html {
    let (words, api) = (use_words(), use_api());
    let forecast = use_remote((api, props.look.filter()), fetch);
    use_aftermath(forecast.reload.clone());
    let remote = forecast.get();
    let (fetched, is_old) = standing(&remote, &props.look.filter());
    let bars = use_memo(
        (remote.value().cloned(), props.look.clone(), props.code.clone(), words.clone()),
        |(figures, look, code, words)| {
            figures.as_ref().map(|(of, forecast)| Rc::new(picture(words, forecast, &look.at(of), code)))
        },
    );
    let body = remote.value().zip(bars.as_ref().as_ref()).map(|((of, forecast), bars)| {
        let csv = |by| forecast_url(of, by, words.language());
        let export =
            html! { <a href={csv("month")} class="button plain small" download="">{ t!(words, "export") }</a> };
        let content = html! {
            <>
                <Card id="forecast" picture={bars.clone()} beside={export} />
                { partners(&words, forecast, &props.code, csv("partner")) }
            </>
        };
        drawn(is_old, content)
    });
    html! {
        <RemoteView {fetched} reload={forecast.reload} rows=6>{ body.unwrap_or_default() }</RemoteView>
    }
}

/// The parts of a bar, from its foot on.
fn cut(outlook: &Outlook) -> [(&'static str, &Total); 4] {
    [
        ("good", &outlook.won.sum),
        ("part-5", &outlook.commit),
        ("part-3", &outlook.best_case),
        ("part-1", &outlook.pipeline),
    ]
}

fn height(outlook: &Outlook) -> i128 {
    cut(outlook).iter().map(|(_, total)| total.minor()).sum()
}

fn heads(words: &Words, first: String) -> Vec<String> {
    vec![
        first,
        t!(words, "forecast-won"),
        t!(words, "forecast-commit"),
        t!(words, "forecast-best-case"),
        t!(words, "forecast-pipeline"),
        t!(words, "forecast-weighted"),
        t!(words, "forecast-open"),
    ]
}

fn row(words: &Words, name: String, outlook: Option<&Outlook>) -> Vec<Vec<String>> {
    let Some(one) = outlook else {
        return std::iter::once(vec![name]).chain(std::iter::repeat_n(vec!["–".to_owned()], 6)).collect();
    };
    let sums =
        [&one.won.sum, &one.commit, &one.best_case, &one.pipeline, &one.weighted].map(|sum| vec![words.total(sum)]);
    std::iter::once(vec![name]).chain(sums).chain([vec![one.open.count.to_string()]]).collect()
}

/// A bar for each period; those before the present month have what was won alone.
fn picture(words: &Words, forecast: &Forecast, look: &Look, code: &str) -> Picture {
    let of = |outlooks: &[Outlook]| outlooks.iter().find(|one| one.currency() == code).cloned();
    let now = Month::of(forecast.today);
    let found: Vec<(Period, Option<Outlook>)> = forecast
        .periods
        .iter()
        .map(|one| (one.period, of(&one.outlooks)))
        .filter(|(period, outlook)| matches!(period, Period::Month(_) | Period::Overdue) || outlook.is_some())
        .collect();
    let most = most(found.iter().filter_map(|(_, outlook)| outlook.as_ref()).map(height));
    let bars = found.iter().enumerate().map(|(place, (period, outlook))| {
        let name = period_name(words, *period);
        let (label, year) = period_label(words, *period, place == 0);
        let is_past = matches!(period, Period::Month(month) if *month < now);
        let parts = outlook.iter().flat_map(cut).filter(|(_, total)| total.minor() > 0);
        let whole =
            outlook.as_ref().and_then(|one| Some(Total::of(height(one), Currency::parse(one.currency()).ok()?)));
        let said = match outlook {
            None => t!(words, "forecast-nothing", name = &name),
            Some(one) if is_past => t!(words, "forecast-said-won", name = &name, won = &words.total(&one.won.sum)),
            Some(one) => t!(
                words,
                "forecast-said",
                name = &name,
                commit = &words.total(&one.commit),
                best = &words.total(&one.best_case),
                pipeline = &words.total(&one.pipeline),
                weighted = &words.total(&one.weighted)
            ),
        };
        Bar {
            key: String::from(*period),
            label,
            year,
            parts: parts.map(|(tone, total)| (tone, share(total.minor(), most))).collect(),
            // Where what was won stands below, the mark goes on from there.
            mark: outlook
                .as_ref()
                .filter(|one| one.open.count > 0)
                .map(|one| share(one.won.sum.minor() + one.weighted.minor(), most)),
            value: whole.filter(|whole| whole.minor() > 0).map(|whole| words.short_total(&whole)).unwrap_or_default(),
            said,
            // The list cannot be narrowed to what was won in a month, and what is open is not all of a bar with it.
            href: outlook
                .as_ref()
                .filter(|one| !is_past && one.won.count == 0)
                .and_then(|_| links::expected(look, *period, forecast.today, forecast.months)),
            urgent: *period == Period::Overdue,
        }
    });
    let rows = found.iter().map(|(period, outlook)| row(words, period_name(words, *period), outlook.as_ref()));
    Picture {
        title: t!(words, "forecast-title"),
        text: t!(words, "forecast-text"),
        upright: true,
        legend: vec![
            ("good", t!(words, "forecast-won")),
            ("part-5", t!(words, "forecast-commit")),
            ("part-3", t!(words, "forecast-best-case")),
            ("part-1", t!(words, "forecast-pipeline")),
        ],
        mark: Some(t!(words, "forecast-weighted")),
        bars: bars.collect(),
        table: Table { heads: heads(words, t!(words, "forecast-month")), rows: rows.collect(), foot: None },
        nothing: t!(words, "forecast-none"),
    }
}

/// By partner: a table, since it is names that are looked for.
fn partners(words: &Words, forecast: &Forecast, code: &str, csv: String) -> Html {
    let found: Vec<_> = forecast.partners.iter().filter(|one| one.outlook.currency() == code).collect();
    if found.is_empty() {
        return Html::default();
    }
    let rows = found.iter().map(|one| {
        let others = || t!(words, "forecast-others", count = one.firms);
        row(words, one.organisation.as_ref().map_or_else(others, |firm| firm.name.clone()), Some(&one.outlook))
    });
    let rows = Table { heads: heads(words, t!(words, "column-partner")), rows: rows.collect(), foot: None };
    html! {
        <section class="card stack" aria-labelledby="by-partner">
            <div class="row between wrap head">
                <div class="stack snug">
                    <h2 id="by-partner">{ t!(words, "forecast-by-partner") }</h2>
                    <p class="quiet">{ t!(words, "forecast-by-partner-text") }</p>
                </div>
                <a href={csv} class="button plain small" download="">{ t!(words, "export") }</a>
            </div>
            { table(&rows, "by-partner") }
        </section>
    }
}
