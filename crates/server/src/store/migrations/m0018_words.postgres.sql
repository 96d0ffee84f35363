-- What assets are found by: folded words and stems, each once. The text itself is kept elsewhere. Words of the title have
-- the weight A, of what is said about it B, of the file D.
CREATE TABLE asset_search (
    place BIGINT PRIMARY KEY,
    words tsvector NOT NULL
);
CREATE INDEX asset_search_words ON asset_search USING gin (words);
