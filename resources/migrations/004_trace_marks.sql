-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which kinds and models the spans of a trace have, so that asking for them reads a few short rows per trace
-- instead of its spans. The mark of a plain span (kind 0) may be left over from when it ran.

CREATE TABLE trace_marks (
    trace INTEGER NOT NULL,          -- row of the trace
    kind INTEGER NOT NULL,
    model TEXT NOT NULL,             -- empty: none
    PRIMARY KEY (trace, kind, model)
) WITHOUT ROWID;
INSERT OR IGNORE INTO trace_marks SELECT id >> 26, kind, coalesce(model, '') FROM spans;
