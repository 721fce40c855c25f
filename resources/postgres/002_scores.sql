-- SPDX-License-Identifier: GPL-3.0-or-later
-- Scores say when they were given, and are found by name.
ALTER TABLE spanglass.scores ADD COLUMN time_ns bigint; -- Unix time; null for those logged on a span
CREATE INDEX scores_by_name ON spanglass.scores (left(name, 200), trace_id);

INSERT INTO spanglass.migrations (version) VALUES (2);
