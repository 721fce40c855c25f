-- SPDX-License-Identifier: GPL-3.0-or-later
-- What upkeep needs: the store's own settings, a sign for the keeper that rows it remembers may be gone, and the
-- newest sessions without counting all traces.

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

ALTER TABLE totals ADD COLUMN deletions INTEGER NOT NULL DEFAULT 0;

CREATE INDEX traces_with_session ON traces (start_ns, session) WHERE session <> '';
