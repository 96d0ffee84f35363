//! Customers that the vendor sells to itself, and whether partners read who they are.

use super::super::sheet::{Sheet, part};
use super::either;
use crate::parts::country_choices;
use crate::t;
use crate::ui::Field;
use yew::prelude::*;

pub(in super::super) fn fields(sheet: &Sheet<'_>) -> Html {
    let words = sheet.words;
    let countries = country_choices(words);
    let published = Field {
        help: Some(t!(words, "house-published-help").into()),
        ..sheet.field("/house/published", t!(words, "house-published"))
    };
    let accounts = sheet.list(
        "/house/accounts",
        t!(words, "settings-house"),
        (t!(words, "house-add"), "add-house"),
        |place, _| {
            let at = |name: &str| format!("{place}/{name}");
            let website = Field {
                optional: true,
                help: Some(t!(words, "house-known-by").into()),
                ..sheet.field(&at("website"), t!(words, "customer-website"))
            };
            let country = Field { optional: true, ..sheet.field(&at("country"), t!(words, "country")) };
            html! {
                <>
                    { sheet.field(&at("name"), t!(words, "customer-name")).line(words) }
                    <div class="two">{ website.line(words) }{ country.select(words, &countries, true) }</div>
                </>
            }
        },
    );
    let published = published.segmented(&either(t!(words, "house-published-yes"), t!(words, "house-published-no")));
    part(t!(words, "settings-house"), None, html! { <>{ published }{ accounts }</> })
}
