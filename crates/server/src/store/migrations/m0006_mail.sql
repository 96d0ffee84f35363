-- When a notification is to be mailed, where it is and was not yet.
ALTER TABLE notification ADD COLUMN mail_due BIGINT;
CREATE INDEX notification_mail ON notification (mail_due, account_id) WHERE mail_due IS NOT NULL;

-- What somebody chose of mail; who has no row has what is preset. `choices` is JSON: a topic to when.
CREATE TABLE mail_preference (
    account_id TEXT PRIMARY KEY REFERENCES account (id),
    language   TEXT NOT NULL,
    choices    TEXT NOT NULL
);

-- What was written, and how far it has come. An id is a UUID of version 7, so that ids have the order of time.
CREATE TABLE mail (
    id          TEXT PRIMARY KEY,
    tenant_id   TEXT NOT NULL REFERENCES tenant (id),
    account_id  TEXT NOT NULL REFERENCES account (id),
    address     TEXT NOT NULL,
    subject     TEXT NOT NULL,
    thread      TEXT,
    text        TEXT,
    html        TEXT,
    state       TEXT NOT NULL,
    written_at  BIGINT NOT NULL,
    tries       INTEGER NOT NULL,
    next_try_at BIGINT NOT NULL,
    error       TEXT
);
CREATE INDEX mail_list ON mail (tenant_id, id);
CREATE INDEX mail_waiting ON mail (next_try_at) WHERE state = 'waiting';
CREATE INDEX mail_age ON mail (written_at);
