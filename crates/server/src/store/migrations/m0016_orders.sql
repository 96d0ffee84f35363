-- The lists in other orders than by last change, and what ends first of a firm's: a page is read in the index. A firm has
-- its own of each: in the tenant's its deals stand among all others.
CREATE INDEX deal_by_value_of_firm ON deal (organisation_id, tenant_id, value_minor, id, review, stage);
CREATE INDEX deal_by_value_of_tenant ON deal (tenant_id, value_minor, id, review, stage);
CREATE INDEX deal_by_customer_of_firm ON deal (organisation_id, tenant_id, customer, id, review, stage);
CREATE INDEX deal_by_customer_of_tenant ON deal (tenant_id, customer, id, review, stage);
CREATE INDEX deal_by_close_of_firm ON deal (organisation_id, tenant_id, close_date, id, review, stage);
CREATE INDEX deal_by_close_of_tenant ON deal (tenant_id, close_date, id, review, stage);
CREATE INDEX deal_ending_of_firm ON deal (organisation_id, tenant_id, review, protection_ends, id, stage, owner_id);
