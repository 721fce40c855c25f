// SPDX-License-Identifier: GPL-3.0-or-later
/// Where a store may lie: a directory of one's own, that nobody else can write, with files only oneself can
/// read. Prompts are private.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace spanglass::store {

/// Makes `directory` (0700) with what is missing above it, or checks what is there: no symbolic link at its
/// end, one's own, not writable by others.
[[nodiscard]] Result<void> preparePlace(const std::filesystem::path& directory);

/// Makes `file` (0600) where it is missing, refuses it where it is no regular file. SQLite gives its own
/// files (-wal, -shm) the rights of the database.
[[nodiscard]] Result<void> preparePrivateFile(const std::filesystem::path& file);

/// Whether `directory` is on a file system that other machines may write too; SQLite's WAL needs shared
/// memory.
[[nodiscard]] bool onNetworkFileSystem(const std::filesystem::path& directory);
/// By the number that statfs(2) gives.
[[nodiscard]] bool isNetworkFileSystem(std::int64_t type);

/// What tells a directory's file system: statfs, unless a test has another answer (null: statfs again).
using FileSystemType = std::int64_t (*)(const std::filesystem::path& directory);
void setFileSystemType(FileSystemType type);

} // namespace spanglass::store
