// SPDX-License-Identifier: Apache-2.0
/// Who writes a journal, and whether it still lives.
///
/// The nonce is the identity. `lock` in the journal's directory says the rest and is locked with an
/// open-file-description lock for as long as its process lives; a child that was forked and outlives its
/// parent still holds that lock, therefore a process is also dead when its pid, in its pid namespace on its
/// boot, is gone or was started at another time.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "journal/file.h"

namespace spanglass::journal {

struct Identity
{
    std::string nonce; ///< 32 hex digits
    std::int64_t pid = 0;
    std::string bootId;
    std::string pidNamespace;
    std::string startTime; ///< of the process, in clock ticks since boot
    std::string program;
    std::string chunks; ///< path of the chunk file; empty: none
    bool batch = false; ///< written by journal::Writer: whole segments, no chunks

    [[nodiscard]] static Identity ofThisProcess();
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static Result<Identity> parse(const std::string& text, const std::string& path);
    [[nodiscard]] std::array<std::uint8_t, 16> nonceBytes() const;
    [[nodiscard]] std::uint32_t nonceTag() const;
};

/// Makes `directory/lock` with the identity, locked: under a temporary name, then renamed.
[[nodiscard]] Result<File> lockIdentity(const std::filesystem::path& directory, const Identity& identity);

struct Liveness
{
    Identity identity;
    bool alive = false;
};
/// Reads and probes `directory/lock`. No side effect on the lock.
[[nodiscard]] Result<Liveness> probe(const std::filesystem::path& directory);

/// Whether the process with this pid, started at that time, runs in our pid namespace; a zombie does not.
[[nodiscard]] bool runs(std::int64_t pid, const std::string& startTime);
[[nodiscard]] const std::string& ownPidNamespace();

/// This boot's id, read once.
[[nodiscard]] const std::string& bootId();

/// Takes an open-file-description lock on all of `file`; false when somebody else holds it.
[[nodiscard]] bool tryLock(const File& file);

} // namespace spanglass::journal
