-- The stages of a tenant's own and who has a deal, in the indexes of the lists: what is narrowed and counted by them reads
-- no row that does not fit.
DROP INDEX deal_list_of_firm;
DROP INDEX deal_list_of_tenant;
DROP INDEX deal_stage_of_firm;
DROP INDEX deal_stage_of_tenant;
CREATE INDEX deal_list_of_firm ON deal (organisation_id, tenant_id, updated_at, id, review, stage, owner_id, country,
    value_currency, value_minor, close_date, registered_at, protection_ends, stage_id, handler_id);
CREATE INDEX deal_list_of_tenant ON deal (tenant_id, updated_at, id, review, stage, owner_id, organisation_id, country,
    value_currency, value_minor, close_date, registered_at, protection_ends, stage_id, handler_id);
CREATE INDEX deal_stage_of_firm ON deal (organisation_id, tenant_id, stage, updated_at, id, review, stage_id);
CREATE INDEX deal_stage_of_tenant ON deal (tenant_id, stage, updated_at, id, review, stage_id);

-- The vendor's people, who are looked up with every registration.
CREATE INDEX account_of_role ON account (tenant_id, role, name);
