//! Who there is in the demo data.

use super::{Person, Portal};

/// At Aurora.
const AURORA: &str = "localhost";
/// At Halcyon.
const HALCYON: &str = "halcyon.localhost";

impl Portal {
    /// A person of the demo data, at the door of their portal.
    pub fn person(&self, what: &str, firm: &str) -> Person {
        let host = if matches!(firm, "halcyon" | "vantage") { HALCYON } else { AURORA };
        Person::new(self, host, Some(format!("{what}@{firm}.example")))
    }

    /// Registers deals for a partner.
    pub fn rep(&self, firm: &str) -> Person {
        self.person("rep", firm)
    }

    /// Another rep of the same partner.
    pub fn colleague(&self, firm: &str) -> Person {
        self.person("rep2", firm)
    }

    /// Sees a partner's deals and changes none.
    pub fn marketer(&self, firm: &str) -> Person {
        self.person("marketer", firm)
    }

    /// Runs a partner's side.
    pub fn partner_admin(&self, firm: &str) -> Person {
        self.person("admin", firm)
    }

    /// Decides, for a vendor.
    pub fn manager(&self, vendor: &str) -> Person {
        self.person("manager", vendor)
    }

    /// Decides too, for a vendor.
    pub fn second_manager(&self, vendor: &str) -> Person {
        self.person("manager2", vendor)
    }

    /// Looks on, for a vendor.
    pub fn seller(&self, vendor: &str) -> Person {
        self.person("seller", vendor)
    }

    /// Configures a vendor's portal, and decides too.
    pub fn vendor_admin(&self, vendor: &str) -> Person {
        self.person("admin", vendor)
    }

    /// Somebody who has not signed in.
    pub fn nobody(&self) -> Person {
        Person::new(self, AURORA, None)
    }
}
