//! Countries by their ISO 3166-1 alpha-2 code. Their names come from the browser (`Intl.DisplayNames`).

use serde::{Deserialize, Serialize};
use std::fmt;

/// A country or territory by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema), schema(value_type = String, example = "DE"))]
pub struct Country([u8; 2]);

/// The text is not an officially assigned code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a country code")]
pub struct UnknownCountry;

/// All officially assigned codes, in alphabetical order.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCV\
CWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJP\
KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPG\
PHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVE\
VGVIVNVUWFWSYEYTZAZMZW";

impl Country {
    /// Parses a code in capital letters.
    pub fn parse(code: &str) -> Result<Self, UnknownCountry> {
        Self::all().find(|country| country.code() == code).ok_or(UnknownCountry)
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }

    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.as_bytes().chunks_exact(2).map(|pair| Self([pair[0], pair[1]]))
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Country {
    type Error = UnknownCountry;
    fn try_from(code: String) -> Result<Self, UnknownCountry> {
        Self::parse(&code)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_that_of_iso_3166() {
        let codes: Vec<String> = Country::all().map(Into::into).collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.is_sorted(), "alphabetical, so no code stands twice");
        assert!(Country::parse("DE").is_ok());
        assert_eq!(Country::parse("UK"), Err(UnknownCountry), "reserved, not assigned: it is GB");
        assert_eq!(Country::parse("de"), Err(UnknownCountry));
        assert_eq!(Country::parse("É"), Err(UnknownCountry));
    }
}
