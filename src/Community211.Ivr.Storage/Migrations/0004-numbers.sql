-- By which number a call is found: its hash under a key that only vault.key gives. Removed with the call's vault key.
CREATE TABLE numbers (
    hash TEXT NOT NULL,
    call TEXT NOT NULL REFERENCES calls (sid),
    at   TEXT NOT NULL,
    PRIMARY KEY (hash, call)
) STRICT;
CREATE INDEX numbers_of_call ON numbers (call);
