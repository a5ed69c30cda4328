-- What the matching rule looked at and decided, as compressed JSON. Never changed; dropped when old.
CREATE TABLE decisions (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    at       TEXT NOT NULL,
    decision BLOB NOT NULL
) STRICT;
CREATE INDEX decisions_by_age ON decisions (at);
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
