-- Cases of imminent risk, step by step. Append only, also for whoever opens the file.
CREATE TABLE risks (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    call    TEXT NOT NULL REFERENCES calls (sid),
    regions TEXT NOT NULL,
    who     TEXT NOT NULL,
    step    TEXT NOT NULL CHECK (step IN ('Opened', 'Confirmed', 'NotReached', 'StoodDown')),
    reason  TEXT NOT NULL
) STRICT;
CREATE INDEX risks_of_call ON risks (call, id);
CREATE TRIGGER risks_stay BEFORE UPDATE ON risks BEGIN SELECT RAISE(ABORT, 'risks are never changed'); END;
CREATE TRIGGER risks_are_kept BEFORE DELETE ON risks BEGIN SELECT RAISE(ABORT, 'risks are never deleted'); END;

-- Who asked for a number to be forgotten, and how many calls that was. The number is not kept.
CREATE TABLE forgotten (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    calls  INTEGER NOT NULL
) STRICT;
CREATE TRIGGER forgotten_stay BEFORE UPDATE ON forgotten BEGIN SELECT RAISE(ABORT, 'what was forgotten is never changed'); END;
CREATE TRIGGER forgotten_are_kept BEFORE DELETE ON forgotten BEGIN SELECT RAISE(ABORT, 'what was forgotten is never deleted'); END;
