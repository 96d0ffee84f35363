//! Whose deals are mine: my own, and those of colleagues whom I stand in for today.

use crate::i18n::today;
use crate::parts::use_colleagues;
use crate::session::use_session;
use crate::tenant::use_can;
use chrono::NaiveDate;
use portico_contract::absence::{Colleague, stand_in};
use portico_contract::capability;
use std::rc::Rc;
use yew::prelude::*;

/// Whose deals the reader sees to, and everybody who decides, as far as that is known.
#[hook]
pub fn use_mine() -> (Rc<[String]>, Rc<[Colleague]>) {
    let wanted = use_can(capability::COLLEAGUES);
    let people = use_colleagues(wanted);
    let me = use_session().session().map(|session| session.user.id.clone()).unwrap_or_default();
    let mine = use_memo((me, people.clone()), |(me, people)| -> Rc<[String]> { mine(me, people, today()).into() });
    ((*mine).clone(), people)
}

/// The people whose deals `me` sees to today. What is open when somebody's absence begins stays theirs, and is shown to
/// whoever covers them as well.
pub fn mine(me: &str, people: &[Colleague], today: NaiveDate) -> Vec<String> {
    let covered = people
        .iter()
        .filter(|one| one.id != me)
        .filter(|one| stand_in(&one.id, people, today).person.is_some_and(|present| present.id == me));
    std::iter::once(me.to_owned()).chain(covered.map(|one| one.id.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::mine;
    use portico_contract::absence::Colleague;
    use serde_json::json;

    #[test]
    fn whoever_covers_sees_what_the_absent_have_open_and_only_while_they_are_away() {
        let people: Vec<Colleague> = serde_json::from_value(json!([
            {"id": "jonas", "name": "Jonas", "role": "channel_manager", "absences": []},
            {"id": "priya", "name": "Priya", "role": "channel_manager",
             "absences": [{"from": "2026-11-20", "until": "2026-12-03", "cover": "jonas"}]},
            {"id": "ines", "name": "Ines", "role": "vendor_admin",
             "absences": [{"from": "2026-11-20", "until": "2026-11-25", "cover": "priya"}]}
        ]))
        .unwrap();
        let on = |day: &str| mine("jonas", &people, day.parse().unwrap());
        assert_eq!(on("2026-11-25"), ["jonas", "priya", "ines"], "through the chain");
        assert_eq!(on("2026-11-26"), ["jonas", "priya"]);
        assert_eq!(on("2026-12-04"), ["jonas"]);
        assert_eq!(mine("priya", &people, "2026-11-26".parse().unwrap()), ["priya"]);
    }
}
