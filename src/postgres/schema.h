// SPDX-License-Identifier: GPL-3.0-or-later
/// Makes and upgrades the tables of the team's store: the numbered files of resources/postgres, all that are
/// missing in one transaction under an advisory lock, so that any number of programs may try at once.
#pragma once

#include <string>

#include "postgres/connection.h"

namespace spanglass::postgres {

/// The newest schema this program knows.
inline constexpr int schemaVersion = 2;

struct SchemaOptions
{
    bool partitionSpans = false; ///< spans and payloads by day (only when the schema is made)
};

/// The version in the database; 0 where there is none.
[[nodiscard]] Outcome<int> installedVersion(Connection& connection);

/// Brings the schema to this program's version. A newer one is `schema`, a role that may not is `settings`.
[[nodiscard]] Outcome<void> prepareSchema(Connection& connection, const SchemaOptions& options = {});

/// What `prepareSchema` would run from `version` on, for whoever has the right to; `last` ends before the
/// newest.
[[nodiscard]] std::string migrationSql(int version, const SchemaOptions& options = {},
                                       int last = schemaVersion);

} // namespace spanglass::postgres
