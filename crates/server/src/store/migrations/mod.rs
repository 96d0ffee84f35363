//! The steps by which a database reaches the present tables. A step that has run anywhere is never changed.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{DatabaseConnection, DbBackend};

struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(Step::of("m0001_deals", include_str!("m0001_deals.sql"))),
            Box::new(Step::of("m0002_life", include_str!("m0002_life.sql"))),
            Box::new(Step::of("m0003_receipts", include_str!("m0003_receipts.sql"))),
            Box::new(Step::of("m0004_warnings", include_str!("m0004_warnings.sql"))),
            Box::new(Step::of("m0005_notifications", include_str!("m0005_notifications.sql"))),
            Box::new(Step::of("m0006_mail", include_str!("m0006_mail.sql"))),
            Box::new(Step::of("m0007_attachments", include_str!("m0007_attachments.sql"))),
            Box::new(Step::of("m0008_programme", include_str!("m0008_programme.sql"))),
            Box::new(Step::of("m0010_imports", include_str!("m0010_imports.sql"))),
            Box::new(Step::of("m0011_incentives", include_str!("m0011_incentives.sql"))),
            Box::new(Step::of("m0012_desk", include_str!("m0012_desk.sql"))),
            Box::new(Step::of("m0013_lists", include_str!("m0013_lists.sql"))),
            Box::new(Step::of("m0014_pipeline", include_str!("m0014_pipeline.sql"))),
            Box::new(Step::of("m0015_figures_and_handlers", include_str!("m0015_figures_and_handlers.sql"))),
            Box::new(Step::of("m0016_orders", include_str!("m0016_orders.sql"))),
            Box::new(Step::of("m0017_library", include_str!("m0017_library.sql"))),
            Box::new(Step {
                name: "m0018_words",
                sqlite: include_str!("m0018_words.sqlite.sql"),
                postgres: include_str!("m0018_words.postgres.sql"),
            }),
            Box::new(Step::of("m0019_vendor", include_str!("m0019_vendor.sql"))),
        ]
    }
}

/// Takes the steps that are missing.
pub(super) async fn up(db: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::up(db, None).await
}

/// A step that is a script, of a database's own where the two have no dialect in common: what makes words found.
struct Step {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

impl Step {
    /// The same script for both.
    fn of(name: &'static str, sql: &'static str) -> Self {
        Self { name, sqlite: sql, postgres: sql }
    }
}

impl MigrationName for Step {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Step {
    /// Whole or not at all, in SQLite too: a start that is cut off is made good by the next.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sql = match manager.get_database_backend() {
            DbBackend::Sqlite => self.sqlite,
            _ => self.postgres,
        };
        manager.get_connection().execute_unprepared(sql).await.map(|_| ())
    }
}
