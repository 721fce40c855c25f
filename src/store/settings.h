// SPDX-License-Identifier: GPL-3.0-or-later
/// The store's own settings, by name. They belong to the store, not to a user: whoever keeps it obeys them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/database.h"

namespace spanglass::store {

[[nodiscard]] std::optional<std::string> readSetting(Database& database, std::string_view name);
/// Inside the caller's transaction, or by itself.
void writeSetting(Database& database, std::string_view name, std::string_view value);
void removeSetting(Database& database, std::string_view name);

/// How long traces are kept: a trace goes when any of the limits says so. A trace that runs stays.
struct RetentionPolicy
{
    std::optional<std::int64_t> days = {};   ///< since the trace's last span ended
    std::optional<std::int64_t> bytes = {};  ///< of the store's file that are in use
    std::optional<std::int64_t> traces = {}; ///< the newest so many stay
    bool undelivered = false;                ///< also what a destination has not got yet

    [[nodiscard]] bool any() const { return days || bytes || traces; }
    friend bool operator==(const RetentionPolicy&, const RetentionPolicy&) = default;
};

[[nodiscard]] RetentionPolicy readRetention(Database& database);
void writeRetention(Database& database, const RetentionPolicy& policy);

} // namespace spanglass::store
