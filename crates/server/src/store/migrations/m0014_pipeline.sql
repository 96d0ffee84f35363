-- The tenant's own stage of a deal; none where it stands in the one that the contract's name stands for.
ALTER TABLE deal ADD COLUMN stage_id TEXT;
-- When it was won, lost or rejected, and for which of the tenant's reasons; 0 while it was not.
ALTER TABLE deal ADD COLUMN decided_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE deal ADD COLUMN reason_code TEXT;

UPDATE deal SET decided_at = COALESCE(
    (SELECT MAX(event.at) FROM event WHERE event.deal_id = deal.id AND event.kind IN ('deal.won', 'deal.lost', 'deal.rejected')),
    updated_at)
WHERE review = 'rejected' OR stage IN ('won', 'lost');
-- The code is the first member of the reason, of small letters, digits and underscores alone.
UPDATE deal SET reason_code = substr(reason, 16, length(substr(reason, 16)) - length(ltrim(substr(reason, 16), 'abcdefghijklmnopqrstuvwxyz0123456789_')))
WHERE decided_at > 0 AND reason LIKE '{"reasonCode":"%';

-- Figures are added up from these alone, without a look at the deals themselves.
CREATE INDEX deal_open_of_firm ON deal (organisation_id, tenant_id, review, stage, stage_id, value_currency, close_date, value_minor, owner_id);
CREATE INDEX deal_open_of_tenant ON deal (tenant_id, review, stage, stage_id, value_currency, close_date, value_minor, organisation_id, owner_id);
CREATE INDEX deal_decided_of_firm ON deal (organisation_id, tenant_id, decided_at, review, stage, reason_code, value_currency, value_minor, owner_id);
CREATE INDEX deal_decided_of_tenant ON deal (tenant_id, decided_at, review, stage, reason_code, value_currency, value_minor, organisation_id, owner_id);
