-- Who at the vendor sees to a deal and by which rule, and who has to approve it: JSON, as the rules of its version said.
ALTER TABLE deal ADD COLUMN handler_id TEXT;
ALTER TABLE deal ADD COLUMN assignment TEXT;
ALTER TABLE deal ADD COLUMN approval TEXT;
CREATE INDEX deal_of_handler ON deal (tenant_id, handler_id, review);

-- When the vendor's people are away. Both days belong to it.
CREATE TABLE absence (
    account_id TEXT NOT NULL REFERENCES account (id),
    position   INTEGER NOT NULL,
    tenant_id  TEXT NOT NULL REFERENCES tenant (id),
    starts     TEXT NOT NULL,
    ends       TEXT NOT NULL,
    cover_id   TEXT REFERENCES account (id),
    PRIMARY KEY (account_id, position)
);
CREATE INDEX absence_of_tenant ON absence (tenant_id, ends);
