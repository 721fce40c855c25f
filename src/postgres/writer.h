// SPDX-License-Identifier: GPL-3.0-or-later
/// Writes traces, spans and scores into the team's store so that writing them again changes nothing: COPY
/// into a stage of this connection, then INSERT … ON CONFLICT, one transaction per batch.
///
///     Writer writer(*connection);
///     auto written = writer.write({traceRows, spanRows});
///
/// A finished row is never replaced by an unfinished one, whatever order batches arrive in.
#pragma once

#include <string>

#include "postgres/connection.h"
#include "postgres/row_streams.h"

namespace spanglass::postgres {

class Writer
{
public:
    explicit Writer(Connection& connection) : m_connection(connection) {}

    /// All of the batch or nothing. Announces the traces on the channel `spanglass` (at most 200 ids,
    /// separated by blanks; an empty payload means "many").
    [[nodiscard]] Outcome<void> write(const Batch& batch);
    /// The same of what is encoded already, with `last` (statements, each ended by a semicolon) before the
    /// commit.
    [[nodiscard]] Outcome<void> write(const RowStreams& streams, const std::string& last);
    /// The statement that tells listeners which traces a batch is of.
    [[nodiscard]] static std::string announcement(const Batch& batch);

private:
    [[nodiscard]] Outcome<void> makeStages();
    [[nodiscard]] Outcome<void> copy(const RowStreams& streams);
    [[nodiscard]] static std::string mergeSql(const RowStreams& streams);

    Connection& m_connection;
    bool m_staged = false;
};

} // namespace spanglass::postgres
