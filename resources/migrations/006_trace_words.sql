-- SPDX-License-Identifier: GPL-3.0-or-later
-- Full text by trace instead of by span: what a search gives are traces, and their spans mostly repeat each other's
-- words. Where a word stands is not kept: store/phrase_check.h reads the spans where that is asked. The program
-- fills the index when it has made the table.

DROP TABLE span_words;
CREATE VIRTUAL TABLE trace_words USING fts5 (words, content = '', columnsize = 0, detail = none,
                                             tokenize = 'spanglass');
