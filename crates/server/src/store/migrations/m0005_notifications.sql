-- Whom an event is told, written with the event, and when they read it. The key is the list of a person, by time.
CREATE TABLE notification (
    account_id TEXT NOT NULL REFERENCES account (id),
    event_id   BIGINT NOT NULL REFERENCES event (id),
    read_at    BIGINT,
    PRIMARY KEY (account_id, event_id)
);
CREATE INDEX notification_unread ON notification (account_id, event_id) WHERE read_at IS NULL;
