// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/detail_block.h"

#include <algorithm>
#include <memory>
#include <zstd.h>

namespace spanglass::store {
namespace {

/// A damaged frame must not make us allocate what it says.
constexpr std::uint64_t maxBlockBytes = std::uint64_t{2} << 30;
/// Twice as fast as the levels above, which save hardly a hundredth more.
constexpr int level = 6;

void appendNumber(std::string& to, std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        to.push_back(static_cast<char>(value | 0x80));
    to.push_back(static_cast<char>(value));
}

/// False beyond the end.
bool readNumber(std::string_view bytes, std::size_t& at, std::uint64_t& value)
{
    value = 0;
    for (unsigned shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= std::uint64_t{byte & 0x7fu} << shift;
        if ((byte & 0x80) == 0)
            return true;
    }
    return false;
}

} // namespace

std::string packDetails(const std::vector<DetailEntry>& entries)
{
    std::string bytes;
    std::int64_t before = entries.front().row;
    for (const DetailEntry& entry : entries) {
        appendNumber(bytes, static_cast<std::uint64_t>(entry.row - before));
        appendNumber(bytes, entry.details.size());
        bytes += entry.details;
        before = entry.row;
    }
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    frame.resize(ZSTD_compress2(context.get(), frame.data(), frame.size(), bytes.data(), bytes.size()));
    return frame;
}

std::optional<DetailBlock> DetailBlock::unpack(std::int64_t id, std::string_view frame)
{
    const std::uint64_t size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > maxBlockBytes) // also what stands for "not known" and "no frame"
        return std::nullopt;
    DetailBlock block;
    block.m_bytes.resize(size);
    if (ZSTD_decompress(block.m_bytes.data(), size, frame.data(), frame.size()) != size)
        return std::nullopt;
    std::int64_t row = id;
    for (std::size_t at = 0; at < size;) {
        std::uint64_t distance = 0;
        std::uint64_t length = 0;
        if (!readNumber(block.m_bytes, at, distance) || !readNumber(block.m_bytes, at, length) ||
            length > size - at)
            return std::nullopt;
        row += static_cast<std::int64_t>(distance);
        block.m_places.push_back({row, at, length});
        at += length;
    }
    return block;
}

std::string_view DetailBlock::find(std::int64_t row) const
{
    const auto found =
        std::lower_bound(m_places.begin(), m_places.end(), row,
                         [](const Place& place, std::int64_t wanted) { return place.row < wanted; });
    return found != m_places.end() && found->row == row ? at(*found) : std::string_view();
}

std::vector<DetailEntry> DetailBlock::entries() const
{
    std::vector<DetailEntry> all;
    all.reserve(m_places.size());
    for (const Place& place : m_places)
        all.push_back({place.row, std::string(at(place))});
    return all;
}

} // namespace spanglass::store
