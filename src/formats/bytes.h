// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of a file in memory, read once, never mapped: a file that shrinks while it is read is a short
/// read here, and SIGBUS with a mapping.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace spanglass::formats {

/// Bytes with room behind them that a JsonCursor may read. Grows like a vector, moves big blocks without
/// copying them through the cache twice (realloc).
class Bytes
{
public:
    Bytes() = default;
    explicit Bytes(std::string_view content);
    Bytes(Bytes&& other) noexcept;
    Bytes& operator=(Bytes&& other) noexcept;
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    ~Bytes();

    [[nodiscard]] std::string_view text() const { return {m_data, m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] char* data() { return m_data; }
    /// At least `capacity` bytes can be written; false where there is no memory.
    [[nodiscard]] bool reserve(std::size_t capacity);
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }
    /// What was written into the reserved room now counts.
    void setSize(std::size_t size) { m_size = size; }
    [[nodiscard]] bool append(std::string_view more);
    /// Gives back what is not used.
    void shrink();

private:
    char* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

struct Progress
{
    std::uint64_t bytesDone = 0;
    std::uint64_t bytesTotal = 0; ///< 0: not known
    std::uint64_t spans = 0;
};
/// Called at least every few megabytes, from the thread that works; false cancels.
using OnProgress = std::function<bool(const Progress&)>;

/// What programs may still take without others having to go (MemAvailable of /proc/meminfo); the largest
/// number there is where the system does not say.
[[nodiscard]] std::uint64_t availableMemory();

struct FileRead
{
    Bytes bytes;
    bool changed = false; ///< it grew or shrank while it was read
};

/// Reads a regular file, or stdin for "-". Anything else (a device, a directory, a FIFO, a socket) is
/// refused. At most `limit` bytes.
[[nodiscard]] Result<FileRead> readFile(const std::filesystem::path& path, std::uint64_t limit,
                                        const OnProgress& progress);

} // namespace spanglass::formats
