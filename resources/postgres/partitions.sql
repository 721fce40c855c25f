-- SPDX-License-Identifier: GPL-3.0-or-later
-- With partitioning: a default partition takes every day that has none of its own.
CREATE TABLE spanglass.spans_default PARTITION OF spanglass.spans DEFAULT;
CREATE TABLE spanglass.payloads_default PARTITION OF spanglass.payloads DEFAULT;
