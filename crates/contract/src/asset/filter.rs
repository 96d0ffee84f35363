//! What the library is narrowed to, and in which order: parameters of the address of the page and of `GET /assets`.

use super::{AssetKind, Format, Standing};
use crate::deal::Stage;
use crate::named::named;
use crate::parameters::{BadParameter, Pairs, ids, listed, many, one, said};
use crate::session::Role;

/// The most characters of the words.
pub const MAX_WORDS: usize = 200;

named! {
    /// In which order.
    #[derive(Hash)]
    pub enum AssetSort {
        /// What fits the words best; those of a collection in its order.
        Best = "best",
        /// What was changed last first.
        Newest = "newest",
        /// What was downloaded most first.
        Popular = "popular",
        /// By title.
        Title = "title",
    }
}

/// What the library is narrowed to. What is empty narrows nothing; of several values each will do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssetFilter {
    /// Words that stand in title, description, tags, products or inside of the file.
    pub q: String,
    /// What it is for.
    pub kind: Vec<AssetKind>,
    /// What its file is.
    pub format: Vec<Format>,
    /// Ids of products.
    pub product: Vec<String>,
    /// Ids of industries; what speaks to every industry is among them.
    pub industry: Vec<String>,
    /// Languages (BCP 47).
    pub locale: Vec<String>,
    /// Whose work it helps: roles of the partner's side.
    pub role: Vec<Role>,
    /// Stages of a sale; what helps in every stage is among them.
    pub stage: Vec<Stage>,
    /// The id of a collection.
    pub collection: Option<String>,
    /// The id of a deal: only what helps there, what fits best first.
    pub deal: Option<String>,
    /// Only what the reader downloaded.
    pub used: bool,
    /// Whether they may be used now: the vendor's to ask. What may be, where nothing is asked.
    pub standing: Vec<Standing>,
}

impl AssetFilter {
    /// Takes its parameters out of some; gives back the others. Several values stand in one, with commas. An empty
    /// value narrows nothing.
    pub fn take(pairs: Pairs) -> Result<(Self, Pairs), BadParameter> {
        let (mut filter, mut rest) = (Self::default(), Vec::new());
        for (name, text) in pairs {
            let bad = || BadParameter(name.clone());
            if text.chars().any(char::is_control) {
                return Err(bad());
            }
            let one_id = |text: &str| ids(text).and_then(|ids| <[String; 1]>::try_from(ids).ok()).map(|[id]| id);
            match name.as_str() {
                "q" if text.chars().count() > MAX_WORDS => return Err(bad()),
                "q" => filter.q = text,
                "kind" => filter.kind = many(&text, AssetKind::parse).ok_or_else(bad)?,
                "format" => filter.format = many(&text, Format::parse).ok_or_else(bad)?,
                "product" => filter.product = ids(&text).ok_or_else(bad)?,
                "industry" => filter.industry = ids(&text).ok_or_else(bad)?,
                "locale" => filter.locale = ids(&text).ok_or_else(bad)?,
                "role" => filter.role = many(&text, Role::parse).ok_or_else(bad)?,
                "stage" => filter.stage = many(&text, Stage::parse).ok_or_else(bad)?,
                "collection" => filter.collection = one(&text, one_id, bad)?,
                "deal" => filter.deal = one(&text, one_id, bad)?,
                "used" => filter.used = one(&text, |text| text.parse().ok(), bad)?.unwrap_or_default(),
                "standing" => filter.standing = many(&text, Standing::parse).ok_or_else(bad)?,
                _ => rest.push((name, text)),
            }
        }
        Ok((filter, rest))
    }

    /// The parameters that say it, in one order; those that narrow nothing are left out.
    #[must_use]
    pub fn pairs(&self) -> Pairs {
        said([
            ("q", self.q.clone()),
            ("kind", listed(&self.kind, |kind| kind.name())),
            ("format", listed(&self.format, |format| format.name())),
            ("product", self.product.join(",")),
            ("industry", self.industry.join(",")),
            ("locale", self.locale.join(",")),
            ("role", listed(&self.role, |role| role.name())),
            ("stage", listed(&self.stage, |stage| stage.name())),
            ("collection", self.collection.clone().unwrap_or_default()),
            ("deal", self.deal.clone().unwrap_or_default()),
            ("used", if self.used { "true".to_owned() } else { String::new() }),
            ("standing", listed(&self.standing, |standing| standing.name())),
        ])
    }

    /// Whether it narrows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(of: &[(&str, &str)]) -> Pairs {
        of.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_is_taken_is_what_is_said() {
        let said = pairs(&[
            ("q", "delivery notes"),
            ("kind", "data_sheet,video"),
            ("format", "pdf"),
            ("product", "fleet"),
            ("industry", "food"),
            ("locale", "en,de"),
            ("role", "rep"),
            ("stage", "proposal"),
            ("collection", "c1"),
            ("deal", "d1"),
            ("used", "true"),
            ("standing", "draft,expired"),
        ]);
        let (filter, rest) = AssetFilter::take([said.clone(), pairs(&[("limit", "9")])].concat()).unwrap();
        assert_eq!(filter.pairs(), said);
        assert_eq!(rest, pairs(&[("limit", "9")]));
        assert!(AssetFilter::take(pairs(&[("q", ""), ("kind", ""), ("used", "")])).unwrap().0.is_empty());
    }

    #[test]
    fn a_value_that_there_is_not_is_refused_by_its_name() {
        for (name, text) in
            [("kind", "novel"), ("collection", "a,b"), ("used", "maybe"), ("q", "a\u{7}b"), ("role", "x")]
        {
            assert_eq!(AssetFilter::take(pairs(&[(name, text)])), Err(BadParameter(name.to_owned())));
        }
    }

    proptest! {
        #[test]
        fn no_parameters_are_lost(q in "[^\\p{Cc}]{0,40}", product in "[a-z]{1,9}", used: bool) {
            let filter = AssetFilter { q, product: vec![product], used, ..AssetFilter::default() };
            prop_assert_eq!(AssetFilter::take(filter.pairs()), Ok((filter, Vec::new())));
        }
    }
}
