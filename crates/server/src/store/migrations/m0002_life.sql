-- The whole life of a deal: claims, extensions, what a won deal is called at the customer.

ALTER TABLE deal ADD COLUMN complete_by TEXT NOT NULL DEFAULT '';
ALTER TABLE deal ADD COLUMN extension_state TEXT;
ALTER TABLE deal ADD COLUMN extension_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deal ADD COLUMN extensions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deal ADD COLUMN reference TEXT;
ALTER TABLE deal ADD COLUMN competition TEXT;
-- What time looks for, and what waits for the vendor beside registrations.
CREATE INDEX deal_protected ON deal (tenant_id, review, protection_ends);
CREATE INDEX deal_claimed ON deal (tenant_id, review, complete_by);
CREATE INDEX deal_extending ON deal (tenant_id, extension_state) WHERE extension_state IS NOT NULL;

-- How often somebody asked on a day whether a customer is registered.
CREATE TABLE conflict_asked (
    account_id TEXT NOT NULL REFERENCES account (id),
    day        TEXT NOT NULL,
    asked      INTEGER NOT NULL,
    PRIMARY KEY (account_id, day)
);
