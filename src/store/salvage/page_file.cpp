// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/salvage/page_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <vector>

namespace spanglass::store {
namespace {

constexpr std::size_t walHeaderBytes = 32;
constexpr std::size_t frameHeaderBytes = 24;
constexpr std::uint32_t walMagic = 0x377f0682; ///< with the lowest bit: checksums over big-endian words

bool isPageSize(std::uint32_t bytes)
{
    return bytes >= 512 && bytes <= 65536 && std::has_single_bit(bytes);
}

std::string readAt(std::ifstream& file, std::uint64_t at, std::size_t bytes)
{
    std::string read(bytes, '\0');
    file.clear();
    file.seekg(static_cast<std::streamoff>(at));
    file.read(read.data(), static_cast<std::streamsize>(bytes));
    read.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return read;
}

/// Two sums over pairs of words, as the WAL has them.
struct Checksum
{
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(std::string_view bytes, bool bigEndian)
    {
        for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes, at, bigEndian) + second;
            second += word(bytes, at + 4, bigEndian) + first;
        }
    }
    static std::uint32_t word(std::string_view bytes, std::size_t at, bool bigEndian)
    {
        const std::uint32_t value = number32(bytes, at);
        return bigEndian ? value : __builtin_bswap32(value);
    }
    static Checksum at(std::string_view bytes, std::size_t at)
    {
        return {number32(bytes, at), number32(bytes, at + 4)};
    }
    friend bool operator==(const Checksum&, const Checksum&) = default;
};

} // namespace

std::uint32_t number16(std::string_view bytes, std::size_t at)
{
    if (at + 2 > bytes.size())
        return 0;
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])) << 8 |
           static_cast<unsigned char>(bytes[at + 1]);
}

std::uint32_t number32(std::string_view bytes, std::size_t at)
{
    return at + 4 > bytes.size() ? 0 : number16(bytes, at) << 16 | number16(bytes, at + 2);
}

Result<PageFile> PageFile::open(const std::filesystem::path& file)
{
    PageFile opened;
    std::error_code error;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error)))
        return fail(ErrorKind::unavailable, file.string() + ": there is no store");
    opened.m_file.open(file, std::ios::binary);
    if (!opened.m_file)
        return fail(ErrorKind::io, file.string() + ": cannot be read");
    opened.m_fileBytes = std::filesystem::file_size(file, error);
    opened.readHeader();
    opened.m_pages = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(opened.m_fileBytes / opened.m_pageBytes, 0xfffffffe));
    opened.readWal(file.string() + "-wal");
    return opened;
}

void PageFile::readHeader()
{
    const std::string header = readAt(m_file, 0, 100);
    std::uint32_t bytes = number16(header, 16);
    bytes = bytes == 1 ? 65536 : bytes;
    // The file is whole pages: what does not divide it is a flipped bit.
    if (isPageSize(bytes) && m_fileBytes % bytes == 0)
        m_pageBytes = bytes;
}

void PageFile::readWal(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error)))
        return;
    m_wal.open(file, std::ios::binary);
    const std::uint64_t bytes = std::filesystem::file_size(file, error);
    const std::string header = readAt(m_wal, 0, walHeaderBytes);
    if (header.size() < walHeaderBytes || bytes < walHeaderBytes + frameHeaderBytes + m_pageBytes)
        return;
    const bool bigEndian = number32(header, 0) == (walMagic | 1);
    std::string_view salt = std::string_view(header).substr(16, 8);
    const std::string firstFrame = readAt(m_wal, walHeaderBytes, frameHeaderBytes);
    Checksum headerSum;
    headerSum.add(std::string_view(header).substr(0, 24), bigEndian);
    // A damaged header: its frames know the salt too, and each other.
    if (headerSum != Checksum::at(header, 24))
        salt = std::string_view(firstFrame).substr(8, 8);

    std::vector<std::pair<std::uint32_t, std::uint64_t>> uncommitted;
    Checksum sum = Checksum::at(header, 24);
    std::int64_t damaged = 0;
    for (std::uint64_t at = walHeaderBytes; at + frameHeaderBytes + m_pageBytes <= bytes;
         at += frameHeaderBytes + m_pageBytes) {
        const std::string frame = readAt(m_wal, at, frameHeaderBytes + m_pageBytes);
        if (frame.size() < frameHeaderBytes + m_pageBytes)
            break;
        const std::string_view view(frame);
        sum.add(view.substr(0, 8), bigEndian);
        sum.add(view.substr(frameHeaderBytes), bigEndian);
        const bool sameLog = view.substr(8, 8) == salt;
        const bool whole = sameLog && sum == Checksum::at(frame, 16);
        sum = Checksum::at(frame, 16);
        if (!whole) {
            damaged += sameLog ? 1 : 0;
            continue; // of an older log, or damaged
        }
        uncommitted.emplace_back(number32(frame, 0), at + frameHeaderBytes);
        if (number32(frame, 4) == 0)
            continue;
        for (const auto& [page, place] : uncommitted) {
            m_newer[page] = place;
            m_pages = std::max(m_pages, page);
        }
        m_damagedFrames += std::exchange(damaged, 0);
        uncommitted.clear();
    }
}

std::string_view PageFile::page(std::uint32_t number)
{
    if (number == 0 || number > m_pages)
        return {};
    const auto newer = m_newer.find(number);
    m_page = newer != m_newer.end()
                 ? readAt(m_wal, newer->second, m_pageBytes)
                 : readAt(m_file, static_cast<std::uint64_t>(number - 1) * m_pageBytes, m_pageBytes);
    return m_page;
}

} // namespace spanglass::store
