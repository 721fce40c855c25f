// SPDX-License-Identifier: Apache-2.0
/// What a dead process left in its chunks moves into its journal, and its chunks go: else crash loops would
/// fill /dev/shm.
#pragma once

#include "journal/reader.h"

namespace spanglass::journal {

/// Copies the rest into blocks, syncs, removes the chunk file, and cuts preallocated room off. Idempotent;
/// does nothing for a living process, or while another process does it.
Result<void> adopt(const JournalInfo& journal);

/// All dead journals of the store.
Result<void> adoptAll(const std::filesystem::path& store);

/// Removes chunk files in `directory` whose process and whose journal are both gone, as after a deleted
/// store.
void sweepChunks(const std::filesystem::path& directory);

} // namespace spanglass::journal
