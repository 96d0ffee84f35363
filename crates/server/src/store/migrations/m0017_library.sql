-- Where a partner firm is (ISO 3166-1 alpha-2).
ALTER TABLE organisation ADD COLUMN country TEXT;

-- How often the library was changed, in any tenant: what is kept of it in memory follows this number.
CREATE TABLE library_head (
    id       INTEGER PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO library_head (id, revision) VALUES (1, 0);

-- An asset. `place` is its number in the index of words, `revision` that of its last change; tags, products, industries,
-- stages and audience are JSON.
CREATE TABLE asset (
    id          TEXT PRIMARY KEY,
    tenant_id   TEXT NOT NULL REFERENCES tenant (id),
    place       BIGINT NOT NULL UNIQUE,
    revision    BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    kind        TEXT NOT NULL,
    locale      TEXT NOT NULL,
    tags        TEXT NOT NULL,
    products    TEXT NOT NULL,
    industries  TEXT NOT NULL,
    stages      TEXT NOT NULL,
    audience    TEXT NOT NULL,
    state       TEXT NOT NULL,
    starts_on   TEXT,
    expires_on  TEXT,
    current     INTEGER NOT NULL,
    media_type  TEXT NOT NULL,
    downloads   BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    updated_at  BIGINT NOT NULL
);
CREATE INDEX asset_changed ON asset (tenant_id, revision);

-- Its versions. The bytes lie in the store of objects under their SHA-256; what was found in them (`found`) and captions
-- are JSON. One that waits to be looked at is claimed by a server until `claimed_until`.
CREATE TABLE asset_version (
    asset_id      TEXT NOT NULL REFERENCES asset (id),
    n             INTEGER NOT NULL,
    name          TEXT NOT NULL,
    media_type    TEXT NOT NULL,
    size          BIGINT NOT NULL,
    sha256        TEXT NOT NULL,
    changes       TEXT NOT NULL,
    account_id    TEXT REFERENCES account (id),
    created_at    BIGINT NOT NULL,
    withdrawn     BOOLEAN NOT NULL,
    readiness     TEXT NOT NULL,
    found         TEXT NOT NULL,
    captions      TEXT NOT NULL,
    attempts      INTEGER NOT NULL,
    claimed_until BIGINT NOT NULL,
    PRIMARY KEY (asset_id, n)
);
CREATE INDEX asset_version_waiting ON asset_version (claimed_until, created_at) WHERE readiness = 'waiting';
CREATE INDEX asset_version_of_bytes ON asset_version (sha256);

-- The text of the current version, its pages parted by form feeds.
CREATE TABLE asset_text (
    asset_id TEXT PRIMARY KEY REFERENCES asset (id),
    text     TEXT NOT NULL
);

-- The words that stand in a tenant's assets, folded and as they are written: for whoever mistypes one.
CREATE TABLE asset_word (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    word      TEXT NOT NULL,
    written   TEXT NOT NULL,
    revision  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, word)
);
CREATE INDEX asset_word_new ON asset_word (tenant_id, revision);

-- Who downloaded which version, and when last.
CREATE TABLE asset_download (
    account_id TEXT NOT NULL REFERENCES account (id),
    asset_id   TEXT NOT NULL REFERENCES asset (id),
    n          INTEGER NOT NULL,
    times      INTEGER NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (account_id, asset_id, n)
);
CREATE INDEX asset_download_of ON asset_download (asset_id, n);

-- Assets that were put together.
CREATE TABLE collection (
    id          TEXT PRIMARY KEY,
    tenant_id   TEXT NOT NULL REFERENCES tenant (id),
    position    INTEGER NOT NULL,
    title       TEXT NOT NULL,
    description TEXT NOT NULL,
    cover       TEXT REFERENCES asset (id)
);
CREATE INDEX collection_order ON collection (tenant_id, position);
CREATE TABLE collection_asset (
    collection_id TEXT NOT NULL REFERENCES collection (id),
    position      INTEGER NOT NULL,
    asset_id      TEXT NOT NULL REFERENCES asset (id),
    PRIMARY KEY (collection_id, position)
);
CREATE INDEX collection_of ON collection_asset (asset_id);
