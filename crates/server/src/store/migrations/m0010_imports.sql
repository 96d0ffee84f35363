-- A file of deals, and how far it has come. What was found in the file (`columns`), what its columns hold (`mapping`) and
-- what is chosen at the start is JSON. A file whose rows are still being written is `arriving`, and nobody's to see.
CREATE TABLE import (
    id              TEXT PRIMARY KEY,
    tenant_id       TEXT NOT NULL REFERENCES tenant (id),
    account_id      TEXT NOT NULL REFERENCES account (id),
    name            TEXT NOT NULL,
    state           TEXT NOT NULL,
    separator       TEXT NOT NULL,
    columns         TEXT NOT NULL,
    mapping         TEXT NOT NULL,
    version         BIGINT NOT NULL,
    total           INTEGER NOT NULL,
    good            INTEGER,
    bad             INTEGER,
    doubles         INTEGER,
    take_doubles    BOOLEAN NOT NULL,
    done            INTEGER NOT NULL,
    imported        INTEGER NOT NULL,
    created_at      BIGINT NOT NULL
);
CREATE INDEX import_running ON import (created_at) WHERE state = 'running';
CREATE INDEX import_age ON import (created_at);

-- The rows of the file, in its order. `cells` is JSON.
CREATE TABLE import_row (
    import_id TEXT NOT NULL REFERENCES import (id),
    position  INTEGER NOT NULL,
    line      INTEGER NOT NULL,
    cells     TEXT NOT NULL,
    PRIMARY KEY (import_id, position)
);

-- The rows that are bad or may be duplicates: as the check found them, and after an import those that became no deal.
CREATE TABLE import_finding (
    import_id TEXT NOT NULL REFERENCES import (id),
    position  INTEGER NOT NULL,
    bad       BOOLEAN NOT NULL,
    problems  TEXT NOT NULL,
    deal_id   TEXT,
    PRIMARY KEY (import_id, position)
);

-- What somebody said last of columns with these names.
CREATE TABLE import_mapping (
    account_id TEXT NOT NULL REFERENCES account (id),
    headers    TEXT NOT NULL,
    mapping    TEXT NOT NULL,
    PRIMARY KEY (account_id, headers)
);
