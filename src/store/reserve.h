// SPDX-License-Identifier: GPL-3.0-or-later
/// Space that the store keeps back on its disk, so that traces can be deleted when the disk is full: SQLite
/// needs some to write down what goes. Twice what the WAL may grow to before it is brought in; on a small
/// disk an eighth of what is free.
#pragma once

#include <cstdint>
#include <filesystem>

#include "store/database.h"

namespace spanglass::store {

inline constexpr std::int64_t reserveBytes = std::int64_t{32} << 20;

/// Makes the file `reserve` where it is missing and the disk has room, and makes it whole again after it was
/// used. Cheap where it is there. The keeper's.
void keepReserve(const std::filesystem::path& directory);
/// Gives half of it back, for the log of a change that will make room. The other half is for whoever brings
/// that log into the file, which grows by it: without, the log would stay for ever, and nothing could change.
void releaseForLog(const std::filesystem::path& directory);
/// Gives all of it back; false where there is none.
bool releaseForFile(const std::filesystem::path& directory);
/// The disk has so little room that the log's is needed too.
[[nodiscard]] bool isTight(const std::filesystem::path& directory);
/// Brings the log into the file on such a disk: with the reserve where the file finds no room to grow, and
/// giving the log's space back. What is free then is halved anew, so that the next change's log can never
/// become larger than what is left to bring it in. The keeper's.
[[nodiscard]] Result<void> bringInLog(Database& database);
/// Free bytes of the disk for this user.
[[nodiscard]] std::int64_t freeBytes(const std::filesystem::path& directory);

} // namespace spanglass::store
