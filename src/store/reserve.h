// SPDX-License-Identifier: GPL-3.0-or-later
/// Space that the store keeps back on its disk, so that traces can be deleted when the disk is full: SQLite
/// needs some to write down what goes. Twice what the WAL may grow to before it is brought in; on a small
/// disk an eighth of what is free.
#pragma once

#include <cstdint>
#include <filesystem>

namespace spanglass::store {

inline constexpr std::int64_t reserveBytes = std::int64_t{32} << 20;

/// Makes the file `reserve` where it is missing and the disk has room. Cheap where it is there. The keeper's.
void keepReserve(const std::filesystem::path& directory);
/// Gives the space back; false where there is no reserve.
bool releaseReserve(const std::filesystem::path& directory);
/// Free bytes of the disk for this user.
[[nodiscard]] std::int64_t freeBytes(const std::filesystem::path& directory);

} // namespace spanglass::store
