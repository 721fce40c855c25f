// SPDX-License-Identifier: Apache-2.0
/// A file descriptor that closes itself, and the few system calls the journal makes, with errors in words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace spanglass::journal {

class File
{
public:
    File() = default;
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    File(File&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    File& operator=(File&& other) noexcept;
    ~File() { close(); }

    /// `open(2)` with O_CLOEXEC and O_NOFOLLOW; made files have mode 0600.
    [[nodiscard]] static Result<File> open(const std::filesystem::path& path, int flags);

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    void close();

    /// All of it, across short writes and interruptions; 0 or an errno.
    [[nodiscard]] int writeAt(const void* data, std::size_t bytes, std::uint64_t offset) const;
    /// As many bytes as there are up to `bytes`; -1 with errno set on failure.
    [[nodiscard]] std::ptrdiff_t readAt(void* data, std::size_t bytes, std::uint64_t offset) const;
    [[nodiscard]] std::uint64_t size() const;
    /// Makes the file at least that long with its blocks allocated; 0 or an errno. Never leaves a hole that
    /// a mapped write could fall into.
    [[nodiscard]] int allocate(std::uint64_t offset, std::uint64_t bytes) const;

private:
    int m_descriptor = -1;
};

/// "WHAT: WHY" for an errno.
[[nodiscard]] std::string errorText(const std::string& what, int error);

/// The directory and its parents, with mode 0700 where they are made. Refuses one that is not ours or that
/// others may write to.
[[nodiscard]] Result<void> makePrivateDirectory(const std::filesystem::path& path);

/// The whole of a small file (at most 1 MB).
[[nodiscard]] Result<std::string> readSmallFile(const std::filesystem::path& path);

} // namespace spanglass::journal
