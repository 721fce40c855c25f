// SPDX-License-Identifier: GPL-3.0-or-later
/// Takes a trace file into the store: all of it, or nothing; of a damaged one what is whole, if that is asked
/// for. Through a journal of its own, for there is one
/// path into the store; the spans count when the whole file is in that journal.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace spanglass::app {

struct ImportCounts
{
    std::uint64_t traces = 0;
    std::uint64_t spans = 0;      ///< in the file
    std::uint64_t duplicates = 0; ///< of these, already in the store
    std::uint64_t rejected = 0;   ///< spans of the file that could not be kept
};

enum class Damaged
{
    refused,
    takenAsFarAsWhole
};

/// Blocks until the store has the spans. Any thread.
[[nodiscard]] Result<ImportCounts> importFile(const std::filesystem::path& store, const std::string& file,
                                              Damaged damaged = Damaged::refused);

} // namespace spanglass::app
