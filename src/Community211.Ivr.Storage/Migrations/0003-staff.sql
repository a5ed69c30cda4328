-- Tokens of agents and supervisors: only their SHA-256 is kept. Rows stay as the history.
CREATE TABLE tokens (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    hash       TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL CHECK (role IN ('agent', 'supervisor')),
    holder     TEXT NOT NULL,
    made_at    TEXT NOT NULL,
    made_by    TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT,
    revoked_by TEXT
) STRICT;

-- What supervisors were told.
CREATE TABLE alerts (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    region TEXT NOT NULL,
    alert  TEXT NOT NULL
) STRICT;
CREATE INDEX alerts_of_region ON alerts (region, id);

-- Who was shown a caller's number. Append only, also for whoever opens the file.
CREATE TABLE reveals (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    call   TEXT NOT NULL REFERENCES calls (sid),
    reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER reveals_stay BEFORE UPDATE ON reveals BEGIN SELECT RAISE(ABORT, 'reveals are never changed'); END;
CREATE TRIGGER reveals_are_kept BEFORE DELETE ON reveals BEGIN SELECT RAISE(ABORT, 'reveals are never deleted'); END;
