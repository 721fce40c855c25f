// SPDX-License-Identifier: GPL-3.0-or-later
/// Who has the right to write to a SQLite file, for the message of whoever waits.
#pragma once

#include <filesystem>
#include <string>

namespace spanglass::store {

/// "pid 1234 (sqlite3)", by the kernel's list of locks; empty where nobody is found. SQLite locks byte 120 of
/// the -shm file for it. We must not ask with fcntl: closing the file would drop our own locks on it.
[[nodiscard]] std::string writeLockHolder(const std::filesystem::path& file);

} // namespace spanglass::store
