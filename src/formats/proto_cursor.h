// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads protobuf's wire format field by field, in place, without exceptions.
///
///     for (ProtoCursor at(message); at.next();) {
///         switch (at.tag()) {
///         case ProtoCursor::bytesTag(5): name = at.bytes(); break;       // anything else is skipped already
///         }
///     }
///
/// Why not protozero here: foreign messages may hold groups (wire types 3 and 4), at which it gives up, and a
/// field of an unexpected wire type must be passed over like an unknown one. Groups are skipped without
/// recursion.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace spanglass::formats {

class ProtoCursor
{
public:
    explicit ProtoCursor(std::string_view message)
        : m_begin(message.data()), m_at(message.data()), m_end(message.data() + message.size())
    {
    }

    static constexpr std::uint64_t varintTag(std::uint32_t field) { return std::uint64_t(field) << 3; }
    static constexpr std::uint64_t fixed64Tag(std::uint32_t field) { return std::uint64_t(field) << 3 | 1; }
    static constexpr std::uint64_t bytesTag(std::uint32_t field) { return std::uint64_t(field) << 3 | 2; }
    static constexpr std::uint64_t fixed32Tag(std::uint32_t field) { return std::uint64_t(field) << 3 | 5; }

    /// Reads the next field with its value; false at the end, and where the message is broken.
    [[nodiscard]] bool next();
    /// Field number and wire type as they stand in the message.
    [[nodiscard]] std::uint64_t tag() const { return m_tag; }
    /// Of a varint, fixed64 or fixed32.
    [[nodiscard]] std::uint64_t number() const { return m_number; }
    [[nodiscard]] double real() const { return std::bit_cast<double>(m_number); }
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// The field as it stands, with its tag.
    [[nodiscard]] std::string_view raw() const { return {m_field, static_cast<std::size_t>(m_at - m_field)}; }

    [[nodiscard]] bool failed() const { return m_failed; }
    /// Where reading stands; of a failure, where the broken field begins.
    [[nodiscard]] std::size_t offset() const
    {
        return static_cast<std::size_t>((m_failed ? m_field : m_at) - m_begin);
    }

private:
    bool readVarint(std::uint64_t& number);
    bool readLongVarint(std::uint64_t& number);
    bool readValue(std::uint64_t wireType);
    bool skipGroup(std::uint64_t field);

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    const char* m_field = nullptr;
    std::uint64_t m_tag = 0;
    std::uint64_t m_number = 0;
    std::string_view m_bytes;
    bool m_failed = false;
};

inline bool ProtoCursor::readVarint(std::uint64_t& number)
{
    if (m_at != m_end && static_cast<unsigned char>(*m_at) < 0x80) {
        number = static_cast<unsigned char>(*m_at++);
        return true;
    }
    return readLongVarint(number);
}

inline bool ProtoCursor::next()
{
    if (m_at == m_end || m_failed)
        return false;
    m_field = m_at;
    m_failed = !readVarint(m_tag) || m_tag >> 3 == 0 || m_tag >> 32 != 0 || !readValue(m_tag & 7);
    return !m_failed;
}

} // namespace spanglass::formats
