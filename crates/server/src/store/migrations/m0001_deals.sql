-- One dialect for SQLite and Postgres: TEXT, BIGINT, INTEGER, BOOLEAN and nothing else.

CREATE TABLE tenant (
    id       TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    settings TEXT NOT NULL
);

CREATE TABLE tenant_host (
    host      TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant (id)
);

CREATE TABLE organisation (
    id        TEXT PRIMARY KEY,
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    tier      TEXT
);

CREATE TABLE account (
    id              TEXT PRIMARY KEY,
    tenant_id       TEXT NOT NULL REFERENCES tenant (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    email           TEXT NOT NULL,
    name            TEXT NOT NULL,
    role            TEXT NOT NULL,
    password_hash   TEXT NOT NULL,
    UNIQUE (tenant_id, email)
);

CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE deal (
    id                TEXT PRIMARY KEY,
    tenant_id         TEXT NOT NULL REFERENCES tenant (id),
    organisation_id   TEXT NOT NULL REFERENCES organisation (id),
    owner_id          TEXT NOT NULL REFERENCES account (id),
    number            TEXT NOT NULL,
    review            TEXT NOT NULL,
    stage             TEXT,
    version           BIGINT NOT NULL,
    content           TEXT NOT NULL,
    customer          TEXT NOT NULL,
    search            TEXT NOT NULL,
    products          TEXT NOT NULL,
    country           TEXT,
    website           TEXT,
    duns              TEXT,
    name_key          TEXT,
    value_minor       BIGINT NOT NULL,
    value_currency    TEXT,
    close_date        TEXT NOT NULL,
    registered_at     BIGINT NOT NULL,
    protection_starts TEXT NOT NULL,
    protection_ends   TEXT NOT NULL,
    sla_due_at        BIGINT NOT NULL,
    sla_left          BIGINT,
    reason            TEXT,
    disputed          BOOLEAN NOT NULL,
    duplicate_of      TEXT,
    created_at        BIGINT NOT NULL,
    updated_at        BIGINT NOT NULL,
    UNIQUE (tenant_id, number)
);
-- The lists: a firm's own and the vendor's, by last change; the desk, by due time.
CREATE INDEX deal_of_firm ON deal (organisation_id, updated_at, id);
CREATE INDEX deal_of_firm_review ON deal (organisation_id, review, updated_at);
CREATE INDEX deal_of_tenant ON deal (tenant_id, updated_at, id);
CREATE INDEX deal_of_desk ON deal (tenant_id, review, sla_due_at);
-- Who is first: the three ways to recognise a customer.
CREATE INDEX deal_by_website ON deal (tenant_id, website);
CREATE INDEX deal_by_duns ON deal (tenant_id, duns);
CREATE INDEX deal_by_name ON deal (tenant_id, name_key);

CREATE TABLE registration (
    tenant_id       TEXT NOT NULL REFERENCES tenant (id),
    position        BIGINT NOT NULL,
    deal_id         TEXT NOT NULL UNIQUE REFERENCES deal (id),
    number          TEXT NOT NULL,
    organisation_id TEXT NOT NULL,
    salt            TEXT NOT NULL,
    fingerprint     TEXT NOT NULL,
    registered_at   BIGINT NOT NULL,
    previous        TEXT NOT NULL,
    hash            TEXT NOT NULL,
    PRIMARY KEY (tenant_id, position)
);

CREATE TABLE log_head (
    id       INTEGER PRIMARY KEY,
    position BIGINT NOT NULL
);
INSERT INTO log_head (id, position) VALUES (1, 0);

CREATE TABLE event (
    id              BIGINT PRIMARY KEY,
    tenant_id       TEXT NOT NULL REFERENCES tenant (id),
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    deal_id         TEXT NOT NULL REFERENCES deal (id),
    audience        TEXT NOT NULL,
    kind            TEXT NOT NULL,
    at              BIGINT NOT NULL,
    data            TEXT NOT NULL
);
CREATE INDEX event_of_deal ON event (deal_id, id);
CREATE INDEX event_of_firm ON event (organisation_id, audience, id);
CREATE INDEX event_of_tenant ON event (tenant_id, audience, id);

CREATE TABLE answer (
    account_id  TEXT NOT NULL REFERENCES account (id),
    key         TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body        TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (account_id, key)
);
