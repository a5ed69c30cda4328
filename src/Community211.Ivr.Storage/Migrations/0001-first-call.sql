-- "ivr1": tells this service's files from other SQLite files.
PRAGMA application_id = 1769370161;

-- One row a call, never deleted: an ended call stays as a tombstone, so that a webhook sent again starts nothing.
CREATE TABLE calls (
    sid        TEXT NOT NULL PRIMARY KEY,
    sequence   INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended      INTEGER NOT NULL,
    snapshot   TEXT NOT NULL,
    summary    TEXT NOT NULL
) STRICT;
CREATE INDEX calls_newest ON calls (started_at);
CREATE INDEX calls_live ON calls (sid) WHERE ended = 0;

CREATE TABLE facts (
    call     TEXT NOT NULL REFERENCES calls (sid),
    sequence INTEGER NOT NULL,
    token    TEXT,
    at       TEXT NOT NULL,
    event    TEXT NOT NULL,
    reply    TEXT,
    PRIMARY KEY (call, sequence)
) STRICT;
CREATE UNIQUE INDEX facts_once ON facts (call, token) WHERE token IS NOT NULL;

-- Private parts, encrypted with the call's key; the key is wrapped by the master key in vault.key.
CREATE TABLE vault (
    call     TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    cipher   BLOB NOT NULL,
    PRIMARY KEY (call, sequence),
    FOREIGN KEY (call, sequence) REFERENCES facts (call, sequence)
) STRICT;
CREATE TABLE vault_keys (
    call    TEXT NOT NULL PRIMARY KEY REFERENCES calls (sid),
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE entries (
    call  TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL
) STRICT;

CREATE TABLE agents (
    id      TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    state   TEXT NOT NULL,
    call    TEXT,
    offer   TEXT
) STRICT;
CREATE UNIQUE INDEX agents_one_offer ON agents (offer) WHERE offer IS NOT NULL;
CREATE INDEX agents_of_call ON agents (call) WHERE call IS NOT NULL;

CREATE TABLE agent_facts (
    id      INTEGER PRIMARY KEY,
    agent   TEXT NOT NULL,
    version INTEGER NOT NULL,
    at      TEXT NOT NULL,
    state   TEXT NOT NULL,
    by_call TEXT,
    UNIQUE (agent, version)
) STRICT;
CREATE INDEX agent_facts_when ON agent_facts (at);

-- created counts up: the order of a lane.
CREATE TABLE commands (
    created INTEGER PRIMARY KEY AUTOINCREMENT,
    key     TEXT NOT NULL UNIQUE,
    call    TEXT NOT NULL,
    request TEXT NOT NULL,
    first   INTEGER NOT NULL,
    at      TEXT NOT NULL,
    done_at TEXT
) STRICT;
CREATE INDEX commands_open ON commands (call, created) WHERE done_at IS NULL;

CREATE TABLE due (
    key   TEXT NOT NULL PRIMARY KEY,
    at    TEXT NOT NULL,
    call  TEXT,
    agent TEXT,
    event TEXT NOT NULL
) STRICT;
CREATE INDEX due_next ON due (at, key);

CREATE TABLE revisions (
    hash  TEXT NOT NULL PRIMARY KEY,
    files TEXT NOT NULL
) STRICT;

-- Written by the health check, to know that the disk still takes writes.
CREATE TABLE pulse (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at TEXT NOT NULL
) STRICT;
