//! The columns of a tenant's tables, in the words of each of its languages.

use super::settings::Settings;
use crate::speech::{Speech, Voice};
use crate::table::Sheet;
use portico_contract::import::ImportWhy;
use portico_contract::problem::FieldProblem;

impl Settings {
    /// The languages of the tenant, the first that was asked for in front.
    pub(super) fn languages(&self, asked: &[String]) -> Vec<String> {
        let first = asked.iter().find(|asked| self.locales.contains(asked)).or(self.locales.first());
        let others = self.locales.iter().filter(|known| Some(*known) != first);
        let all: Vec<String> = first.into_iter().chain(others).cloned().collect();
        if all.is_empty() { vec!["en".to_owned()] } else { all }
    }

    /// The columns, in the language that was asked for first and then in each other.
    pub(super) fn sheets(&self, asked: &[String]) -> Vec<Sheet> {
        self.languages(asked).iter().map(|language| self.sheet(language)).collect()
    }

    /// The columns in a language.
    pub(super) fn sheet(&self, language: &str) -> Sheet {
        let form = self.deal_form(&[language.to_owned()]);
        let voice = self.voice(language);
        let sheet = Sheet::new(&form, language, &voice);
        if self.rules.incentives.rules.is_empty() { sheet } else { sheet.with_incentives(&voice) }
    }

    /// The words of a language, with what the vendor calls things.
    pub(super) fn voice(&self, language: &str) -> Voice {
        Speech::shared().voice(language, self.terms(language))
    }

    /// Mistakes in words.
    pub(super) fn whys(&self, asked: &[String], problems: &[Vec<FieldProblem>]) -> Vec<Vec<ImportWhy>> {
        let language = self.languages(asked).swap_remove(0);
        let (sheet, voice) = (self.sheet(&language), self.voice(&language));
        let said = |row: &Vec<FieldProblem>| row.iter().map(|problem| sheet.why(&voice, problem)).collect();
        problems.iter().map(said).collect()
    }

    fn terms<'a>(&'a self, language: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.terminology.iter().filter_map(move |(term, words)| Some((term.as_str(), words.get(language)?.as_str())))
    }
}
