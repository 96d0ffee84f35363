-- The keys that sign receipts, of all servers on the database. One whose private key is gone signs no more, and still
-- tells what it signed.
CREATE TABLE signing_key (
    kid         TEXT PRIMARY KEY,
    private_key TEXT,
    public_key  TEXT NOT NULL,
    created_at  BIGINT NOT NULL
);

ALTER TABLE registration ADD COLUMN receipt TEXT;
CREATE INDEX registration_unsigned ON registration (tenant_id, position) WHERE receipt IS NULL;
