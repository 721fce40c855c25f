-- SPDX-License-Identifier: GPL-3.0-or-later
-- The team's store. Runs in one transaction under an advisory lock; by hand: psql -1 -f THIS.
-- Every key holds the trace id (the distribution column on Citus) and no foreign key forbids that a span comes
-- before its trace. @partition_spans@ is empty, or PARTITION BY RANGE (start_day): the keys allow both.
-- Text that Postgres cannot hold is escaped: NUL is ␛00 (see docs/sync.md).

CREATE SCHEMA IF NOT EXISTS spanglass;

CREATE TABLE spanglass.migrations (
    version integer PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE spanglass.traces (
    trace_id text COLLATE "C" NOT NULL PRIMARY KEY,
    project text NOT NULL,
    name text NOT NULL,
    start_ns bigint NOT NULL,                 -- Unix time
    duration_ns bigint,                       -- null while running
    status text NOT NULL,                     -- ok, error, running, interrupted
    spans bigint NOT NULL,
    errors bigint NOT NULL,
    input_tokens bigint,                      -- with the cached ones
    cached_tokens bigint,
    output_tokens bigint,                     -- with reasoning
    reasoning_tokens bigint,
    total_tokens bigint,
    cost numeric,                             -- USD
    user_id text NOT NULL,
    session_id text NOT NULL,
    environment text NOT NULL,
    release text NOT NULL,
    version text NOT NULL,
    operation_type text NOT NULL,
    service text NOT NULL,
    tags jsonb NOT NULL,
    flags smallint NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX traces_by_start ON spanglass.traces (start_ns DESC, trace_id);
CREATE INDEX traces_by_session ON spanglass.traces (left(session_id, 200), start_ns) WHERE session_id <> '';
CREATE INDEX traces_by_name ON spanglass.traces (left(name, 200), start_ns);
CREATE INDEX traces_with_errors ON spanglass.traces (start_ns) WHERE errors > 0;
CREATE INDEX traces_by_project ON spanglass.traces (left(project, 200), start_ns);
CREATE INDEX traces_by_update ON spanglass.traces (updated_at);

CREATE TABLE spanglass.spans (
    trace_id text COLLATE "C" NOT NULL,
    span_id text COLLATE "C" NOT NULL,
    variant integer NOT NULL,                 -- 0; more where different contents came under one id
    start_day date NOT NULL,                  -- of start_ns, which never changes: the partition column
    parent_span_id text COLLATE "C",
    source_id text NOT NULL,                  -- the id it came with, where that was no W3C id
    project text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    service text NOT NULL,
    level text NOT NULL,
    start_ns bigint NOT NULL,
    duration_ns bigint,
    status text NOT NULL,                     -- unset, ok, error
    status_message text NOT NULL,
    state text NOT NULL,                      -- ended, running, interrupted
    flags smallint NOT NULL,
    model text NOT NULL,
    input_tokens bigint,
    cached_tokens bigint,
    output_tokens bigint,
    reasoning_tokens bigint,
    total_tokens bigint,
    cost numeric,
    first_token_ns bigint,
    input_key text NOT NULL,                  -- the attribute that is the input, kept only there
    output_key text NOT NULL,
    input jsonb,                              -- null where it lies in payloads
    output jsonb,
    attributes jsonb NOT NULL,
    events jsonb NOT NULL,
    links jsonb NOT NULL,
    resource jsonb NOT NULL,
    scope jsonb NOT NULL,
    PRIMARY KEY (trace_id, span_id, variant, start_day)
) @partition_spans@;
CREATE INDEX spans_by_start ON spanglass.spans (start_ns);
CREATE INDEX spans_with_errors ON spanglass.spans (start_ns) WHERE status = 'error';

-- Inputs and outputs above 64 KB: JSON as text, because jsonb ends at 255 MB.
CREATE TABLE spanglass.payloads (
    trace_id text COLLATE "C" NOT NULL,
    span_id text COLLATE "C" NOT NULL,
    variant integer NOT NULL,
    start_day date NOT NULL,
    name text NOT NULL,                       -- input, output
    project text NOT NULL,
    bytes bigint NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (trace_id, span_id, variant, start_day, name)
) @partition_spans@;

CREATE TABLE spanglass.scores (
    trace_id text COLLATE "C" NOT NULL,
    span_id text COLLATE "C" NOT NULL,        -- empty: of the trace
    name text NOT NULL,
    number integer NOT NULL,                  -- of several scores of one name
    project text NOT NULL,
    value jsonb NOT NULL,
    comment text NOT NULL,
    PRIMARY KEY (trace_id, span_id, number)
);

-- Who may see and write which project: the owner everything, others what a row here gives them or a role they
-- belong to; project * is every one.
CREATE TABLE spanglass.project_members (
    project text NOT NULL,
    role name NOT NULL,
    PRIMARY KEY (project, role)
);

CREATE FUNCTION spanglass.may_see(wanted text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT pg_has_role(current_user, (SELECT relowner FROM pg_catalog.pg_class
                                      WHERE oid = 'spanglass.project_members'::regclass), 'member')
        OR EXISTS (SELECT 1 FROM spanglass.project_members m
                   WHERE m.project IN (wanted, '*') AND pg_has_role(current_user, m.role, 'member'))
$$;
GRANT SELECT ON spanglass.project_members TO PUBLIC;
ALTER TABLE spanglass.traces ENABLE ROW LEVEL SECURITY;
ALTER TABLE spanglass.spans ENABLE ROW LEVEL SECURITY;
ALTER TABLE spanglass.payloads ENABLE ROW LEVEL SECURITY;
ALTER TABLE spanglass.scores ENABLE ROW LEVEL SECURITY;
CREATE POLICY by_project ON spanglass.traces USING (spanglass.may_see(project));
CREATE POLICY by_project ON spanglass.spans USING (spanglass.may_see(project));
CREATE POLICY by_project ON spanglass.payloads USING (spanglass.may_see(project));
CREATE POLICY by_project ON spanglass.scores USING (spanglass.may_see(project));

CREATE VIEW spanglass.pipeline_traces AS
SELECT t.trace_id, t.name, t.operation_type, t.user_id, t.session_id, t.project, t.environment, t.release,
       t.version, t.service, t.status, to_timestamp(t.start_ns / 1e9) AS started_at,
       to_timestamp((t.start_ns + t.duration_ns) / 1e9) AS ended_at, t.duration_ns / 1e6 AS duration_ms,
       t.spans AS span_count, t.errors AS error_count, t.input_tokens, t.output_tokens, t.total_tokens,
       t.cost AS total_cost, t.tags, t.updated_at
FROM spanglass.traces t
WHERE spanglass.may_see(t.project);

CREATE VIEW spanglass.pipeline_spans AS
SELECT s.trace_id, s.span_id, s.parent_span_id, s.project, s.name, s.kind AS span_type, s.service, s.level,
       s.status, nullif(s.status_message, '') AS error_message, s.state,
       to_timestamp(s.start_ns / 1e9) AS started_at,
       to_timestamp((s.start_ns + s.duration_ns) / 1e9) AS ended_at, s.duration_ns / 1e6 AS duration_ms,
       s.model, s.input_tokens, s.cached_tokens, s.output_tokens, s.reasoning_tokens, s.total_tokens, s.cost,
       s.first_token_ns / 1e6 AS time_to_first_token_ms, s.input, s.output, s.attributes AS metadata, s.events
FROM spanglass.spans s
WHERE spanglass.may_see(s.project);

INSERT INTO spanglass.migrations (version) VALUES (1);
