-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where spans are delivered to, how far each destination is, and what it refused. No secrets: those are named in
-- `settings`, and lie in the keychain, a file of their own, or a variable.

CREATE TABLE destinations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice: a lock file has its name
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    settings TEXT NOT NULL,                -- JSON: sync/destination_config.h
    paused INTEGER NOT NULL DEFAULT 0,
    paused_reason TEXT NOT NULL DEFAULT '',
    lanes TEXT NOT NULL DEFAULT '',        -- what of the change log is still to go: sync/lanes.h; empty: all of it
    scores_to INTEGER NOT NULL DEFAULT 0,  -- the last score that is settled
    delivered INTEGER NOT NULL DEFAULT 0,  -- spans and scores acknowledged
    retry_requests INTEGER NOT NULL DEFAULT 0
);

-- What its courier last said, for every process to show.
CREATE TABLE delivery_health (
    destination INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    breaker TEXT NOT NULL,
    sending INTEGER NOT NULL,
    sending_to INTEGER NOT NULL,           -- commit number of the last change in flight
    uncertain INTEGER NOT NULL,
    rate REAL NOT NULL,
    last_success_ns INTEGER NOT NULL,
    last_error_ns INTEGER NOT NULL,
    last_error TEXT NOT NULL,
    next_try_ns INTEGER NOT NULL,
    courier TEXT NOT NULL                  -- who delivers: "pid 1234"
);

CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY,
    destination INTEGER NOT NULL,
    span_row INTEGER NOT NULL,             -- 0: a score
    score INTEGER NOT NULL,                -- 0: a span
    trace_id BLOB NOT NULL,
    span_id INTEGER NOT NULL,
    reason TEXT NOT NULL,
    time_ns INTEGER NOT NULL,
    again INTEGER NOT NULL DEFAULT 0,      -- the user wants it tried again
    UNIQUE (destination, span_row, score)
);
CREATE INDEX quarantine_by_trace ON quarantine (trace_id);
