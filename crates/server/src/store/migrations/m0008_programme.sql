-- The rules of each tenant's programme, every version of them; the newest is in force. Rows are only added.
CREATE TABLE programme (
    tenant_id  TEXT NOT NULL REFERENCES tenant (id),
    version    BIGINT NOT NULL,
    rules      TEXT NOT NULL,
    account_id TEXT REFERENCES account (id),
    note       TEXT,
    at         BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, version)
);

-- Rises with every change of rules, so that each server on the database knows when to read them again.
ALTER TABLE log_head ADD COLUMN programmes BIGINT NOT NULL DEFAULT 0;

-- The version of the form that a registration was made with.
ALTER TABLE deal ADD COLUMN form_version BIGINT NOT NULL DEFAULT 1;
