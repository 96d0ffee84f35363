-- Files on comments. One that is on its way, or that hangs on no comment yet, has no event; what it is stands here once
-- all of it was looked at. The size of what arrives without its length said is known at the end.
CREATE TABLE attachment (
    id         TEXT PRIMARY KEY,
    deal_id    TEXT NOT NULL REFERENCES deal (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    event_id   BIGINT REFERENCES event (id),
    name       TEXT NOT NULL,
    size       BIGINT,
    received   BIGINT NOT NULL,
    media_type TEXT,
    sha256     TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX attachment_waiting ON attachment (created_at) WHERE event_id IS NULL;

-- The bytes, in pieces that never change; the place of a piece is that of its first byte. SQLite, to which BYTEA is no
-- type of its own, keeps blobs as they are.
CREATE TABLE attachment_chunk (
    attachment_id TEXT NOT NULL REFERENCES attachment (id),
    place         BIGINT NOT NULL,
    bytes         BYTEA NOT NULL,
    PRIMARY KEY (attachment_id, place)
);
