// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/copy_stream.h"

#include <type_traits>

#include "postgres/stored_text.h"

namespace spanglass::postgres {

/// Network byte order.
template<class Integer> void CopyStream::put(Integer value)
{
    const auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
    char bytes[sizeof bits];
    for (std::size_t i = 0; i < sizeof bits; ++i)
        bytes[i] = static_cast<char>(static_cast<unsigned char>(bits >> (8 * (sizeof bits - 1 - i))));
    m_bytes.append(bytes, sizeof bits);
}

CopyStream::CopyStream()
{
    m_bytes.assign("PGCOPY\n\377\r\n\0", 11);
    put(std::int32_t{0}); // flags
    put(std::int32_t{0}); // header extension
}

CopyStream& CopyStream::row(std::int16_t columns)
{
    put(columns);
    ++m_rows;
    return *this;
}

CopyStream& CopyStream::text(std::string_view value)
{
    put(static_cast<std::int32_t>(value.size()));
    m_bytes += value;
    return *this;
}

CopyStream& CopyStream::anyText(std::string_view value)
{
    std::string room;
    return text(storedText(value, room));
}

CopyStream& CopyStream::jsonb(std::string_view value)
{
    put(static_cast<std::int32_t>(value.size() + 1));
    m_bytes += '\1'; // the version of jsonb's binary form
    m_bytes += value;
    return *this;
}

CopyStream& CopyStream::integer(std::int64_t value)
{
    put(std::int32_t{8});
    put(value);
    return *this;
}

CopyStream& CopyStream::integer(const std::optional<std::int64_t>& value)
{
    return value ? integer(*value) : null();
}

CopyStream& CopyStream::smallInteger(std::int16_t value)
{
    put(std::int32_t{2});
    put(value);
    return *this;
}

CopyStream& CopyStream::int32(std::int32_t value)
{
    put(std::int32_t{4});
    put(value);
    return *this;
}

CopyStream& CopyStream::null()
{
    put(std::int32_t{-1});
    return *this;
}

void CopyStream::finish()
{
    put(std::int16_t{-1});
}

} // namespace spanglass::postgres
