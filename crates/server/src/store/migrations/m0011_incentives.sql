-- What a partner earns on a deal depends on what its firm is and holds.
ALTER TABLE organisation ADD COLUMN partner_type TEXT;

CREATE TABLE held_certification (
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    certification   TEXT NOT NULL,
    -- The last day on which it is held.
    ends_on         TEXT NOT NULL,
    PRIMARY KEY (organisation_id, certification)
);

-- What a deal earns, every time that it was counted to be something else; the newest stands. Rows are only added.
CREATE TABLE incentive (
    deal_id       TEXT NOT NULL REFERENCES deal (id),
    position      INTEGER NOT NULL,
    at            BIGINT NOT NULL,
    why           TEXT NOT NULL,
    rules_version BIGINT NOT NULL,
    locked_at     BIGINT,
    body          TEXT NOT NULL,
    PRIMARY KEY (deal_id, position)
);
