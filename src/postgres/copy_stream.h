// SPDX-License-Identifier: GPL-3.0-or-later
/// The byte stream of COPY … FROM STDIN (FORMAT binary): https://www.postgresql.org/docs/15/sql-copy.html
///
///     CopyStream stream;
///     stream.row(2).text("a").integer(7);
///     stream.finish();
///     connection.copyIn("COPY t FROM STDIN (FORMAT binary)", stream.bytesOfAll());
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
    CopyStream& text(std::string_view value);    ///< as it is: of our own making
    CopyStream& anyText(std::string_view value); ///< in the form that Postgres can hold (stored_text.h)
    CopyStream& jsonb(std::string_view value);
    CopyStream& integer(std::int64_t value); ///< bigint
    CopyStream& integer(const std::optional<std::int64_t>& value);
    CopyStream& smallInteger(std::int16_t value);
    CopyStream& int32(std::int32_t value); ///< integer, and date as days since 2000-01-01
    CopyStream& null();

    [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }
    [[nodiscard]] std::size_t rows() const { return m_rows; }
    /// No row after it.
    void finish();
    /// The whole stream, its end included, once it is finished.
    [[nodiscard]] const std::string& bytesOfAll() const { return m_bytes; }

private:
    template<class Integer> void put(Integer value);
    std::string m_bytes;
    std::size_t m_rows = 0;
};

} // namespace spanglass::postgres
