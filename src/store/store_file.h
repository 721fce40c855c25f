// SPDX-License-Identifier: GPL-3.0-or-later
/// The store's SQLite file, opened ready for use: place checked, schema in order.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "store/database.h"

namespace spanglass::store {

inline constexpr const char* databaseName = "spanglass.db";

[[nodiscard]] Result<std::unique_ptr<Database>> openDatabase(const std::filesystem::path& directory);

} // namespace spanglass::store
