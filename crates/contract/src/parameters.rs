//! Parameters of a query, as lists are narrowed by them: of several values each will do.

/// The most values that one parameter lists.
pub const MAX_VALUES: usize = 50;
/// The most characters of an id.
const MAX_ID: usize = 100;

/// A parameter whose value is none that it has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} has a value that there is not")]
pub struct BadParameter(pub String);

/// Parameters by their names, in order.
pub type Pairs = Vec<(String, String)>;

/// Nothing where nothing is asked for; `bad` where it is none that there is.
pub(crate) fn one<T, E>(text: &str, parse: impl Fn(&str) -> Option<T>, bad: impl Fn() -> E) -> Result<Option<T>, E> {
    if text.is_empty() { Ok(None) } else { parse(text).map(Some).ok_or_else(bad) }
}

/// Values with commas between; none where one is none that there is, or they are too many.
pub(crate) fn many<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    let values: Vec<T> = text.split(',').map(parse).collect::<Option<_>>()?;
    (values.len() <= MAX_VALUES).then_some(values)
}

/// Values with commas between, as [`many`] reads them.
pub(crate) fn listed<T>(values: &[T], name: fn(&T) -> &str) -> String {
    values.iter().map(name).collect::<Vec<_>>().join(",")
}

/// Ids with commas between.
pub(crate) fn ids(text: &str) -> Option<Vec<String>> {
    many(text, |id| (!id.is_empty() && id.chars().count() <= MAX_ID).then(|| id.to_owned()))
}

/// The parameters that say something, in this order.
pub(crate) fn said<const N: usize>(all: [(&str, String); N]) -> Pairs {
    all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name.to_owned(), text)).collect()
}

/// Takes a filter out of parameters that may be old: one with a value that there is not is passed over. The filter, and
/// the others.
pub fn lenient<F>(mut pairs: Pairs, take: impl Fn(Pairs) -> Result<(F, Pairs), BadParameter>) -> (F, Pairs) {
    loop {
        match take(pairs.clone()) {
            Ok(taken) => return taken,
            Err(bad) => pairs.retain(|(name, _)| *name != bad.0),
        }
    }
}
