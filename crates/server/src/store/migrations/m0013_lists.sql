-- Filters that people keep. `query` is JSON.
CREATE TABLE deal_view (
    id         TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    query      TEXT NOT NULL,
    start      BOOLEAN NOT NULL,
    position   INTEGER NOT NULL,
    version    BIGINT NOT NULL,
    UNIQUE (account_id, name_key)
);

-- The lists by last change, with all that narrows them: rows that do not fit are passed over without being read, and the
-- sets and sums are counted in the index alone.
CREATE INDEX deal_list_of_firm ON deal (organisation_id, tenant_id, updated_at, id, review, stage, owner_id, country,
    value_currency, value_minor, close_date, registered_at, protection_ends);
CREATE INDEX deal_list_of_tenant ON deal (tenant_id, updated_at, id, review, stage, owner_id, organisation_id, country,
    value_currency, value_minor, close_date, registered_at, protection_ends);
DROP INDEX deal_of_firm;
DROP INDEX deal_of_tenant;

-- The columns of the board.
CREATE INDEX deal_stage_of_firm ON deal (organisation_id, tenant_id, stage, updated_at, id);
CREATE INDEX deal_stage_of_tenant ON deal (tenant_id, stage, updated_at, id);

-- Whom a filter can name.
CREATE INDEX account_of_firm ON account (tenant_id, organisation_id, name);
