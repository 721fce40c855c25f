-- SPDX-License-Identifier: GPL-3.0-or-later
-- The details of spans leave the rows of `spans`: they are written beside them, and packed when the keeper has
-- time. store/detail_blocks.h is the door to both.

CREATE TABLE span_details (
    id INTEGER PRIMARY KEY,          -- of the span
    form INTEGER NOT NULL,           -- 0: as store/details.h says
    data BLOB NOT NULL
);

-- The details of spans that lie beside each other, as one zstd frame: store/detail_block.h.
CREATE TABLE detail_blocks (
    id INTEGER PRIMARY KEY,          -- of the first span in it
    last INTEGER NOT NULL,           -- of the last one; blocks do not overlap
    stamp INTEGER NOT NULL,          -- another one whenever the block is written anew
    data BLOB NOT NULL
);

INSERT INTO span_details SELECT id, 0, details FROM spans WHERE length(details) > 0;

CREATE TABLE narrow_spans (
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
    first_token_ns INTEGER
);
INSERT INTO narrow_spans SELECT id, span_id, parent_id, variant, journal, changed, context, thread, start_ns,
    duration_ns, kind, level, status, state, flags, name, model, input_tokens, cached_tokens, output_tokens,
    reasoning_tokens, total_tokens, cost, first_token_ns FROM spans;
DROP TABLE spans;
ALTER TABLE narrow_spans RENAME TO spans;
CREATE INDEX spans_by_change ON spans (changed);
CREATE INDEX spans_by_span_id ON spans (span_id);
CREATE INDEX spans_running ON spans (journal) WHERE state = 1;
