//! Figures beside whose they are: those of the look before stay until those of the present one are there, and say so.

use crate::api::{FigureFilter, Remote};
use crate::ui::Fetched;
use std::rc::Rc;
use yew::prelude::*;

/// What was asked for, and the figures that came of it.
pub(super) type Figures<T> = (FigureFilter, Rc<T>);

/// How figures stand, and whether those in view are of another filter than the present one. Where those of the present
/// one did not come, others are not shown in their place.
pub(super) fn standing<T>(remote: &Remote<Figures<T>>, now: &FigureFilter) -> (Fetched, bool) {
    match remote {
        Remote::Loaded { value: (of, _), failed: Some(error), .. } if of != now => {
            (Fetched::Failed(error.clone()), true)
        }
        _ => (Fetched::from(remote), remote.value().is_some_and(|(of, _)| of != now)),
    }
}

/// What is drawn, marked while it is old.
pub(super) fn drawn(is_old: bool, content: Html) -> Html {
    html! {
        <div class={classes!("stack", is_old.then_some("old"))} aria-busy={is_old.then_some("true")}>{ content }</div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ApiError;
    use chrono::DateTime;

    #[test]
    fn figures_of_another_filter_are_old_and_do_not_stand_in_for_what_failed() {
        let filter = |months| FigureFilter { months, ..FigureFilter::default() };
        let loaded = |failed| Remote::Loaded { value: (filter(12), Rc::new(())), as_of: DateTime::UNIX_EPOCH, failed };
        let fresh = Fetched::Loaded { as_of: DateTime::UNIX_EPOCH, failed: false };
        assert_eq!(standing(&loaded(None), &filter(12)), (fresh.clone(), false));
        assert_eq!(standing(&loaded(None), &filter(24)), (fresh, true));
        let (stands, is_old) = standing(&loaded(Some(ApiError::Offline)), &filter(24));
        assert_eq!((stands, is_old), (Fetched::Failed(ApiError::Offline), true));
        let stale = Fetched::Loaded { as_of: DateTime::UNIX_EPOCH, failed: true };
        assert_eq!(standing(&loaded(Some(ApiError::Offline)), &filter(12)), (stale, false), "its own stay in view");
    }
}
