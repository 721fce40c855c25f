-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema of the store.
--
-- A span's row id is its trace's row id << 26 | its number in the trace. So the spans of a trace lie together,
-- opening a trace is one range scan, and a full-text hit names its trace by arithmetic.

-- What is asked at every refresh, kept by the keeper so that nobody counts millions of rows.
CREATE TABLE totals (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change_counter INTEGER NOT NULL,
    traces INTEGER NOT NULL,
    spans INTEGER NOT NULL,
    next_trace INTEGER NOT NULL      -- row ids of traces are never used twice
);
INSERT INTO totals VALUES (1, 0, 0, 0, 1);

-- One per recorder ever gathered. The cursor is written in the transaction of the rows made from what it passed.
CREATE TABLE journals (
    id INTEGER PRIMARY KEY,
    nonce TEXT NOT NULL UNIQUE,
    cursor BLOB NOT NULL,
    last_ns INTEGER NOT NULL,        -- the latest time any record named: how far an interrupted span reaches
    created INTEGER NOT NULL,        -- the recorder's books
    dropped INTEGER NOT NULL,
    stored INTEGER NOT NULL,         -- spans that came from it, repeats included
    duplicates INTEGER NOT NULL,     -- of these, repeats of what was there
    complete INTEGER NOT NULL        -- its process is dead and all it left is here
);

-- What became of a batch (an import), for the command that waits for it.
CREATE TABLE batches (
    batch TEXT PRIMARY KEY,
    spans INTEGER NOT NULL,          -- repeats included
    duplicates INTEGER NOT NULL,
    note TEXT NOT NULL               -- as the batch's maker gave it
) WITHOUT ROWID;

-- Resource and instrumentation scope, as JSON objects: the same for thousands of spans.
CREATE TABLE contexts (
    id INTEGER PRIMARY KEY,
    resource TEXT NOT NULL,
    scope TEXT NOT NULL,
    service TEXT NOT NULL,
    UNIQUE (resource, scope)
);

-- A trace has its row from its first span's start on; the keeper keeps the sums.
CREATE TABLE traces (
    id INTEGER PRIMARY KEY,
    trace_id BLOB NOT NULL UNIQUE,
    changed INTEGER NOT NULL,        -- the commit that last touched it: store/change_log.h
    name TEXT NOT NULL,
    name_rank INTEGER NOT NULL,      -- where the name is from: 2 a root, 1 another span, 0 nothing yet
    root_status INTEGER NOT NULL,    -- what the root reported (Status)
    start_ns INTEGER NOT NULL,
    end_ns INTEGER NOT NULL,         -- the latest end so far
    status INTEGER NOT NULL,         -- TraceStatus
    spans INTEGER NOT NULL,
    running INTEGER NOT NULL,        -- of these
    interrupted INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    next_number INTEGER NOT NULL,    -- for the next span's row id
    input_tokens INTEGER, cached_tokens INTEGER, output_tokens INTEGER, reasoning_tokens INTEGER,
    total_tokens INTEGER,
    cost TEXT,                       -- exact decimal
    cost_sort REAL,                  -- the same for ordering and filters
    flags INTEGER NOT NULL,          -- SpanFlag of the root
    user TEXT NOT NULL, session TEXT NOT NULL, project TEXT NOT NULL, environment TEXT NOT NULL,
    release TEXT NOT NULL, version TEXT NOT NULL, operation_type TEXT NOT NULL, service TEXT NOT NULL,
    tags TEXT NOT NULL               -- each between line feeds, or empty
);
CREATE INDEX traces_by_start ON traces (start_ns);
CREATE INDEX traces_by_duration ON traces (end_ns - start_ns);
CREATE INDEX traces_by_cost ON traces (coalesce(cost_sort, -1.0));
CREATE INDEX traces_by_tokens ON traces (coalesce(total_tokens, -1));
CREATE INDEX traces_by_session ON traces (session, start_ns) WHERE session <> '';

CREATE TABLE spans (
    id INTEGER PRIMARY KEY,
    span_id INTEGER NOT NULL,        -- the eight bytes as a signed number
    parent_id INTEGER NOT NULL,      -- 0: none
    variant INTEGER NOT NULL,        -- 0, or the number of a different content under the same id
    journal INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    context INTEGER NOT NULL,        -- 0: none
    thread INTEGER NOT NULL,
    start_ns INTEGER NOT NULL,
    duration_ns INTEGER,             -- none while running
    kind INTEGER NOT NULL,
    level INTEGER NOT NULL,
    status INTEGER NOT NULL,
    state INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    name TEXT NOT NULL,
    model TEXT,
    input_tokens INTEGER, cached_tokens INTEGER, output_tokens INTEGER, reasoning_tokens INTEGER,
    total_tokens INTEGER,
    cost TEXT,
    first_token_ns INTEGER,
    details BLOB NOT NULL            -- attributes, events, links: store/details.h
);
CREATE INDEX traces_by_change ON traces (changed);
CREATE INDEX spans_by_change ON spans (changed);
CREATE INDEX spans_by_span_id ON spans (span_id);
CREATE INDEX spans_running ON spans (journal) WHERE state = 1;

-- What came of spans whose row is not whole, one row per span and commit; gone when it is.
CREATE TABLE span_parts (
    journal INTEGER NOT NULL,
    span_id INTEGER NOT NULL,
    number INTEGER NOT NULL,         -- counts in the journal
    trace_id BLOB NOT NULL,          -- empty: not known yet
    details BLOB NOT NULL,
    PRIMARY KEY (journal, span_id, number)
) WITHOUT ROWID;

-- Large values, each content once. `data` is a zstd frame, or the bytes where that saves nothing.
CREATE TABLE payloads (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    uses INTEGER NOT NULL,           -- by how many values of spans
    bytes INTEGER NOT NULL,
    data BLOB NOT NULL
);

CREATE TABLE scores (
    id INTEGER PRIMARY KEY,
    trace_id BLOB NOT NULL,
    span_id INTEGER NOT NULL,        -- 0: of the trace
    name TEXT NOT NULL,
    value NOT NULL,
    comment TEXT NOT NULL,
    time_ns INTEGER NOT NULL
);
CREATE INDEX scores_by_trace ON scores (trace_id);

-- What the words of a span are, by the span's row id. Keeps no copy of the text: deleting names it again.
CREATE VIRTUAL TABLE span_words USING fts5 (words, content = '', columnsize = 0, tokenize = 'spanglass');
