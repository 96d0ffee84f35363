//! Who there is: tenants, people and sessions.

use super::entity::{account, organisation, session};
use super::{Store, now};
use crate::password;
use crate::ports::{Actor, Directory, PortError, TenantId};
use async_trait::async_trait;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use portico_contract::session::{Credentials, Organisation, Role, Side, User};
use portico_contract::tenant::Tenant;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};

/// How long a session lasts, in milliseconds: 30 days.
pub(crate) const SESSION_LASTS: i64 = 30 * 24 * 60 * 60 * 1000;

fn hash(token: &str) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}

impl Store {
    /// The person of an account, in their firm.
    pub(crate) async fn actor(&self, account: account::Model) -> Result<Actor, PortError> {
        let firm = organisation::Entity::find_by_id(&account.organisation_id).one(&self.db).await?;
        let firm = firm.ok_or(PortError::NotFound)?;
        Ok(Actor {
            tenant: TenantId(account.tenant_id.into()),
            user: User { id: account.id, name: account.name, email: account.email },
            organisation: Organisation {
                id: firm.id,
                name: firm.name,
                kind: if firm.kind == Side::Vendor.name() { Side::Vendor } else { Side::Partner },
                tier: firm.tier,
            },
            role: Role::parse(&account.role).ok_or(PortError::NotFound)?,
        })
    }
}

#[async_trait]
impl Directory for Store {
    async fn tenant_at(&self, host: &str) -> Result<Option<TenantId>, PortError> {
        let tenants = self.tenants.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(tenant) = tenants.by_host.get(host) {
            return Ok(Some(tenant.clone()));
        }
        let address = host.trim_start_matches('[').trim_end_matches(']').parse::<std::net::IpAddr>();
        let loopback = host == "localhost" || address.is_ok_and(|address| address.is_loopback());
        Ok(tenants.first.clone().filter(|_| loopback))
    }

    async fn tenant(&self, tenant: &TenantId) -> Result<Tenant, PortError> {
        Ok(self.settings(tenant)?.tenant())
    }

    async fn sign_in(&self, tenant: &TenantId, credentials: Credentials) -> Result<Option<(Actor, String)>, PortError> {
        let account = account::Entity::find()
            .filter(account::Column::TenantId.eq(tenant.0.as_ref()))
            .filter(account::Column::Email.eq(credentials.email.trim().to_lowercase()))
            .one(&self.db)
            .await?;
        let kept = account.as_ref().map(|account| account.password_hash.clone());
        if !password::verify(credentials.password, kept).await {
            return Ok(None);
        }
        let Some(account) = account else { return Ok(None) };
        let token = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
        let now = now().timestamp_millis();
        let begun = session::ActiveModel {
            token_hash: Set(hash(&token)),
            account_id: Set(account.id.clone()),
            created_at: Set(now),
            expires_at: Set(now + SESSION_LASTS),
        };
        self.transact(async |tx| {
            session::Entity::delete_many().filter(session::Column::ExpiresAt.lte(now)).exec(tx).await?;
            session::Entity::insert(begun.clone()).exec_without_returning(tx).await?;
            Ok(())
        })
        .await?;
        Ok(Some((self.actor(account).await?, token)))
    }

    async fn session(&self, tenant: &TenantId, token: &str) -> Result<Option<Actor>, PortError> {
        let found = session::Entity::find_by_id(hash(token))
            .filter(session::Column::ExpiresAt.gt(now().timestamp_millis()))
            .find_also_related(account::Entity)
            .one(&self.db)
            .await?;
        match found.and_then(|(_, account)| account).filter(|account| account.tenant_id == *tenant.0) {
            Some(account) => Ok(Some(self.actor(account).await?)),
            None => Ok(None),
        }
    }

    async fn sign_out(&self, token: &str) -> Result<(), PortError> {
        self.transact(async |tx| {
            session::Entity::delete_by_id(hash(token)).exec(tx).await?;
            Ok(())
        })
        .await
    }
}
