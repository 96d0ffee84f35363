//! Cells that no spreadsheet runs as a formula, and back again.
//!
//! A text that begins as a formula does (the list of OWASP's page on CSV injection) gets an apostrophe in front, which
//! spreadsheets show as text. So does a text that looks as if it had one already, so that taking it away gives back
//! exactly what was written.

/// What begins a formula: `=`, `+`, `-`, `@`, their wide forms, and the breaks behind which some programs look again.
const BEGINS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn would_run(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(BEGINS)
}

/// The text as it may stand in a cell.
#[must_use]
pub fn guarded(text: &str) -> String {
    if would_run(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that a cell stands for.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| would_run(rest)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_formula_becomes_a_text() {
        for text in ["=cmd|' /C calc'!A0", "+49 40 1234", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        assert_eq!(guarded("'=1"), "''=1", "what looks guarded is guarded too");
        for text in ["Harbour", "'t Hooft", "a=b", "", "'"] {
            assert_eq!(guarded(text), text);
        }
        assert_eq!(unguarded("'t Hooft"), "'t Hooft");
        assert_eq!(unguarded("=cmd"), "=cmd", "of a foreign file: a text like any other");
    }

    proptest! {
        #[test]
        fn a_guard_is_taken_away_again(text in "['=+@\\-\t\ra-c ]{0,8}") {
            let cell = guarded(&text);
            prop_assert!(!cell.starts_with(BEGINS));
            prop_assert_eq!(unguarded(&cell), text);
        }
    }
}
