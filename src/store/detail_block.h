// SPDX-License-Identifier: GPL-3.0-or-later
/// The details of some hundreds of spans as one zstd frame: what neighbours repeat, in a chat the whole
/// history so far, is stored once.
///
/// Unpacked, a block is a sequence of entries in the order of their span rows: the distance from the row
/// before (of the first: from the block's own id) and the length as varints, then the details
/// (store/details.h). The frame carries a checksum.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spanglass::store {

/// About as much as is unpacked in half a millisecond, and as a conversation has.
inline constexpr std::size_t blockBytes = std::size_t{256} << 10;

struct DetailEntry
{
    std::int64_t row = 0;
    std::string details;
};

/// `entries` in the order of their rows, not empty; the block's id is the first one's row.
[[nodiscard]] std::string packDetails(const std::vector<DetailEntry>& entries);

class DetailBlock
{
public:
    /// Nothing where the frame is damaged.
    [[nodiscard]] static std::optional<DetailBlock> unpack(std::int64_t id, std::string_view frame);

    /// Empty where the block does not have the row. Lives as long as the block.
    [[nodiscard]] std::string_view find(std::int64_t row) const;
    [[nodiscard]] std::vector<DetailEntry> entries() const;

private:
    struct Place
    {
        std::int64_t row;
        std::size_t at;
        std::size_t size;
    };
    [[nodiscard]] std::string_view at(const Place& place) const
    {
        return std::string_view(m_bytes).substr(place.at, place.size);
    }
    std::string m_bytes;
    std::vector<Place> m_places;
};

} // namespace spanglass::store
