//! The vendor's people who decide, and when they are away.

use super::{Actor, PortError};
use async_trait::async_trait;
use portico_contract::absence::{Absence, Colleague};

/// What a PRM must be able to do with the vendor's people.
#[async_trait]
pub trait Colleagues: Send + Sync {
    /// Everybody who decides, by name, with absences of today and later.
    async fn colleagues(&self, who: &Actor) -> Result<Vec<Colleague>, PortError>;

    /// Says when somebody is away, in place of what was said before.
    async fn set_absences(&self, who: &Actor, person: &str, absences: Vec<Absence>) -> Result<Colleague, PortError>;
}
