-- Why the reader of files refused a version; none where it did not.
ALTER TABLE asset_version ADD COLUMN refused TEXT;

-- Whether partners were told that it is published: of one that is scheduled they are when its first day comes.
ALTER TABLE asset ADD COLUMN announced BOOLEAN NOT NULL DEFAULT TRUE;

-- Whether its downloader was told that this version is not current any more: once is enough.
ALTER TABLE asset_download ADD COLUMN told BOOLEAN NOT NULL DEFAULT FALSE;

-- A file on its way into a library. Its bytes lie in the store of objects, in pieces until it is whole.
CREATE TABLE asset_upload (
    id         TEXT PRIMARY KEY,
    tenant_id  TEXT NOT NULL REFERENCES tenant (id),
    account_id TEXT NOT NULL REFERENCES account (id),
    name       TEXT NOT NULL,
    size       BIGINT NOT NULL,
    received   BIGINT NOT NULL,
    media_type TEXT,
    sha256     TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX asset_upload_old ON asset_upload (created_at);

-- The pieces that came, each from which byte on and in which object.
CREATE TABLE asset_upload_piece (
    upload_id TEXT NOT NULL REFERENCES asset_upload (id),
    place     BIGINT NOT NULL,
    size      BIGINT NOT NULL,
    object    TEXT NOT NULL,
    PRIMARY KEY (upload_id, place)
);

-- On which days a partner's person opened the page of an asset.
CREATE TABLE asset_view (
    account_id TEXT NOT NULL REFERENCES account (id),
    asset_id   TEXT NOT NULL REFERENCES asset (id),
    day        TEXT NOT NULL,
    PRIMARY KEY (asset_id, day, account_id)
);

-- An event is about a deal or about an asset. One about an asset is of the vendor's firm, its audience is `readers`, and
-- the column of that name says who they are, as JSON.
ALTER TABLE event ADD COLUMN about_deal TEXT REFERENCES deal (id);
UPDATE event SET about_deal = deal_id;
DROP INDEX event_of_deal;
ALTER TABLE event DROP COLUMN deal_id;
ALTER TABLE event RENAME COLUMN about_deal TO deal_id;
CREATE INDEX event_of_deal ON event (deal_id, id);
ALTER TABLE event ADD COLUMN asset_id TEXT REFERENCES asset (id);
ALTER TABLE event ADD COLUMN readers TEXT;
