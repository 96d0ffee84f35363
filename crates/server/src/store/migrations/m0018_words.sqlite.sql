-- What assets are found by: folded words and stems, each once. The text itself is kept elsewhere. Which column a word
-- stands in is known, and not where in it.
CREATE VIRTUAL TABLE asset_search USING fts5 (
    title, about, file, content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61', prefix = '2 3'
);
