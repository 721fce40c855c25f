// SPDX-License-Identifier: GPL-3.0-or-later
/// The bytes of store/details.h: a pen that writes them, an eye that reads them and never beyond their end.
/// Only for details.cpp and those beside it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "journal/record.h"

namespace spanglass::store::details {

using journal::ValueType;
using journal::ValueView;

enum class Tag : std::uint8_t
{
    attribute = 1,
    event = 2,
    link = 3,
    status = 4,
    part = 5,
    start = 6,
    end = 7,
};
constexpr std::uint8_t inPayload = 0x80;

class Pen
{
public:
    Pen(std::string& to, Tag tag) : m_to(to) { byte(static_cast<std::uint8_t>(tag)); }
    Pen& byte(std::uint8_t value)
    {
        m_to.push_back(static_cast<char>(value));
        return *this;
    }
    Pen& number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_to.push_back(static_cast<char>(value | 0x80));
        m_to.push_back(static_cast<char>(value));
        return *this;
    }
    Pen& fixed(std::uint64_t value)
    {
        m_to.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    Pen& text(std::string_view value)
    {
        number(value.size());
        m_to.append(value);
        return *this;
    }
    Pen& value(const ValueView& value)
    {
        byte(static_cast<std::uint8_t>(value.type));
        switch (value.type) {
        case ValueType::integer:
        case ValueType::boolean:
            return number(static_cast<std::uint64_t>(value.integer));
        case ValueType::real:
            return fixed(std::bit_cast<std::uint64_t>(value.real));
        case ValueType::none:
            return *this;
        default:
            return text(value.bytes);
        }
    }

private:
    std::string& m_to;
};

/// Reads what Pen wrote. After a read beyond the end everything reads as empty and `good()` is false.
class Eye
{
public:
    explicit Eye(std::string_view from) : m_from(from) {}
    [[nodiscard]] bool atEnd() const { return m_from.empty(); }
    [[nodiscard]] bool good() const { return m_good; }
    std::uint8_t byte()
    {
        if (m_from.empty())
            return spoil();
        const auto value = static_cast<std::uint8_t>(m_from.front());
        m_from.remove_prefix(1);
        return value;
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= std::uint64_t{next & 0x7fu} << shift;
            if ((next & 0x80) == 0)
                return value;
        }
        return spoil();
    }
    std::int64_t integer() { return static_cast<std::int64_t>(number()); }
    std::uint64_t fixed()
    {
        std::uint64_t value = 0;
        if (m_from.size() < sizeof value)
            return spoil();
        std::memcpy(&value, m_from.data(), sizeof value);
        m_from.remove_prefix(sizeof value);
        return value;
    }
    std::string_view text()
    {
        const std::uint64_t size = number();
        if (size > m_from.size()) {
            spoil();
            return {};
        }
        const std::string_view value = m_from.substr(0, size);
        m_from.remove_prefix(size);
        return value;
    }
    TraceId trace()
    {
        const std::uint64_t high = fixed();
        return {high, fixed()};
    }
    SpanId span() { return {fixed()}; }

private:
    std::uint8_t spoil()
    {
        m_good = false;
        m_from = {};
        return 0;
    }
    std::string_view m_from;
    bool m_good = true;
};

} // namespace spanglass::store::details
