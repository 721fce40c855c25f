// SPDX-License-Identifier: GPL-3.0-or-later
/// Comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line breaks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace spanglass::formats {

class CsvCursor
{
public:
    explicit CsvCursor(std::string_view text, std::size_t offset = 0) : m_text(text), m_at(offset) {}
    /// The fields of the next record; false behind the last one.
    bool next(std::vector<std::string>& fields);
    [[nodiscard]] std::size_t offset() const { return m_at; }
    /// The text ended inside quotes.
    [[nodiscard]] bool endedEarly() const { return m_endedEarly; }

private:
    void quoted(std::string& field);

    std::string_view m_text;
    std::size_t m_at;
    bool m_endedEarly = false;
};

} // namespace spanglass::formats
