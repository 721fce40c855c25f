// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/proto_cursor.h"

#include <vector>

namespace spanglass::formats {

namespace {

constexpr std::size_t deepestGroup = 100;
constexpr std::uint64_t groupStart = 3;
constexpr std::uint64_t groupEnd = 4;

} // namespace

bool ProtoCursor::readLongVarint(std::uint64_t& number)
{
    number = 0;
    for (unsigned shift = 0; shift < 70 && m_at != m_end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*m_at++);
        if (shift < 64)
            number |= std::uint64_t(byte & 0x7f) << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

bool ProtoCursor::readValue(std::uint64_t wireType)
{
    const auto left = static_cast<std::uint64_t>(m_end - m_at);
    switch (wireType) {
    case 0:
        return readVarint(m_number);
    case 1:
        if (left < 8)
            return false;
        std::memcpy(&m_number, m_at, 8);
        m_at += 8;
        return true;
    case 2: {
        std::uint64_t length = 0;
        if (!readVarint(length) || length > static_cast<std::uint64_t>(m_end - m_at))
            return false;
        m_bytes = {m_at, static_cast<std::size_t>(length)};
        m_at += length;
        return true;
    }
    case groupStart:
        return skipGroup(m_tag >> 3);
    case 5: {
        if (left < 4)
            return false;
        std::uint32_t number = 0;
        std::memcpy(&number, m_at, 4);
        m_number = number;
        m_at += 4;
        return true;
    }
    default:
        return false;
    }
}

bool ProtoCursor::skipGroup(std::uint64_t field)
{
    std::vector<std::uint64_t> open{field};
    while (!open.empty()) {
        std::uint64_t tag = 0;
        if (!readVarint(tag) || tag >> 3 == 0)
            return false;
        if ((tag & 7) == groupEnd) {
            if (open.back() != tag >> 3)
                return false;
            open.pop_back();
        } else if ((tag & 7) == groupStart) {
            if (open.size() == deepestGroup)
                return false;
            open.push_back(tag >> 3);
        } else if (!readValue(tag & 7)) {
            return false;
        }
    }
    return true;
}

} // namespace spanglass::formats
