// SPDX-License-Identifier: Apache-2.0
/// The chunks of another process, seen from outside while it writes: a consistent copy of what is committed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "journal/drain.h"
#include "journal/file.h"
#include "journal/layout.h"

namespace spanglass::journal {

class ChunkView
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ChunkView>> open(const std::filesystem::path& path,
                                                                 const std::array<std::uint8_t, 16>& nonce);
    ~ChunkView();

    [[nodiscard]] const layout::ChunkFileHeader& header() const { return *m_header; }
    /// Chunks that can be looked at now; grows with the file.
    [[nodiscard]] std::uint32_t chunks();
    /// The commit word of a chunk in use; 0 for one that is free.
    [[nodiscard]] std::uint64_t word(std::uint32_t index) const;
    /// Copies what `word` says is committed, from the chunk's beginning, because what a record is about may
    /// stand before it; false when nothing is there behind `from`, or it was recycled meanwhile.
    [[nodiscard]] bool copy(std::uint32_t index, std::uint32_t from, std::uint64_t word,
                            std::string& bytes) const;
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] Books books();
    [[nodiscard]] std::string resourceJson() const;

private:
    ChunkView() = default;
    [[nodiscard]] const layout::ChunkHeader& chunk(std::uint32_t index) const;

    File m_file;
    const char* m_base = nullptr;
    std::size_t m_mappedBytes = 0;
    const layout::ChunkFileHeader* m_header = nullptr;
};

} // namespace spanglass::journal
