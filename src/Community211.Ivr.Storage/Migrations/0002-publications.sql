-- Append only: the highest number is live.
CREATE TABLE publications (
    number   INTEGER PRIMARY KEY,
    revision TEXT NOT NULL REFERENCES revisions (hash),
    at       TEXT NOT NULL,
    who      TEXT NOT NULL,
    note     TEXT NOT NULL,
    git      TEXT,
    replaced TEXT REFERENCES revisions (hash)
) STRICT;

-- The last revision that was not allowed to go live.
CREATE TABLE refusal (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    at       TEXT NOT NULL,
    who      TEXT NOT NULL,
    note     TEXT NOT NULL,
    revision TEXT NOT NULL,
    findings TEXT NOT NULL
) STRICT;

-- Calendars that staff opened. Rows stay as the history; one that is replaced or closed early says when and by whom.
CREATE TABLE openings (
    id        INTEGER PRIMARY KEY,
    calendar  TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    until     TEXT NOT NULL,
    who       TEXT NOT NULL,
    note      TEXT NOT NULL,
    closed_at TEXT,
    closed_by TEXT
) STRICT;
CREATE UNIQUE INDEX openings_one ON openings (calendar) WHERE closed_at IS NULL;
