// SPDX-License-Identifier: GPL-3.0-or-later
/// Brings a store's file to the schema of this program: the numbered SQL files of resources/migrations, each
/// in the transaction that also writes its number (PRAGMA user_version).
#pragma once

#include "base/result.h"
#include "store/database.h"

namespace spanglass::store {

/// The newest schema this program knows.
inline constexpr int schemaVersion = 6;

/// Makes the schema in an empty file or upgrades an older one, whose copy is then FILE.schema-N, N being what
/// it was. Refuses a newer one, and a file of another program, untouched. Safe against another process doing
/// the same at the same time.
[[nodiscard]] Result<void> migrate(Database& database);

} // namespace spanglass::store
