// SPDX-License-Identifier: GPL-3.0-or-later
/// The byte stream of COPY … FROM STDIN (FORMAT binary): https://www.postgresql.org/docs/15/sql-copy.html
///
///     CopyStream stream;
///     stream.row(2).text("a").integer(7);
///     connection.copyIn("COPY t FROM STDIN (FORMAT binary)", stream.finish());
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace spanglass::postgres {

class CopyStream
{
public:
    CopyStream();
    CopyStream& row(std::int16_t columns);
    CopyStream& text(std::string_view value); ///< text; as it is: storedText is the caller's
    CopyStream& jsonb(std::string_view value);
    CopyStream& integer(std::int64_t value); ///< bigint
    CopyStream& integer(const std::optional<std::int64_t>& value);
    CopyStream& smallInteger(std::int16_t value);
    CopyStream& int32(std::int32_t value); ///< integer, and date as days since 2000-01-01
    CopyStream& null();

    [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    /// The whole stream, its end included; no row after it.
    [[nodiscard]] const std::string& finish();

private:
    template<class Integer> void put(Integer value);
    std::string m_bytes;
    std::size_t m_rows = 0;
    bool m_finished = false;
};

} // namespace spanglass::postgres
