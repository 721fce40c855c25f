// SPDX-License-Identifier: GPL-3.0-or-later
/// A SQLite file as pages, with its WAL, read without SQLite: the way into a file that SQLite refuses.
/// Formats: sqlite.org/fileformat2.html, sections 1 (pages) and 4 (WAL).
///
/// Reads only. A frame of the WAL counts when its checksum follows from the frame before it, as that one
/// stands there: so a damaged frame costs itself and not all behind it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"

namespace spanglass::store {

class PageFile
{
public:
    /// Pages are 4096 bytes where the header says nothing that can be.
    [[nodiscard]] static Result<PageFile> open(const std::filesystem::path& file);

    [[nodiscard]] std::uint32_t pages() const { return m_pages; }
    [[nodiscard]] std::uint32_t pageBytes() const { return m_pageBytes; }
    /// Page `number` from 1; a short view where it lies outside. Valid until the next call.
    [[nodiscard]] std::string_view page(std::uint32_t number);
    /// Frames of the WAL whose checksum is wrong.
    [[nodiscard]] std::int64_t damagedFrames() const { return m_damagedFrames; }

private:
    PageFile() = default;
    void readHeader();
    void readWal(const std::filesystem::path& file);

    std::ifstream m_file, m_wal;
    std::uint64_t m_fileBytes = 0;
    std::uint32_t m_pageBytes = 4096;
    std::uint32_t m_pages = 0;
    std::int64_t m_damagedFrames = 0;
    std::unordered_map<std::uint32_t, std::uint64_t> m_newer; ///< page number → where it stands in the WAL
    std::string m_page;
};

/// Big-endian numbers; 0 where they are not whole.
[[nodiscard]] std::uint32_t number16(std::string_view bytes, std::size_t at);
[[nodiscard]] std::uint32_t number32(std::string_view bytes, std::size_t at);

} // namespace spanglass::store
