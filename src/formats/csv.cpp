// SPDX-License-Identifier: GPL-3.0-or-later
/// One pass, a field at a time.
#include "formats/csv.h"

#include <algorithm>

namespace spanglass::formats {

/// From behind the opening quote to behind the closing one.
void CsvCursor::quoted(std::string& field)
{
    for (;;) {
        const std::size_t quote = m_text.find('"', m_at);
        if (quote == std::string_view::npos) {
            field += m_text.substr(m_at);
            m_at = m_text.size();
            m_endedEarly = true;
            return;
        }
        field += m_text.substr(m_at, quote - m_at);
        m_at = quote + 1;
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return;
        field.push_back('"');
        ++m_at;
    }
}

bool CsvCursor::next(std::vector<std::string>& fields)
{
    fields.clear();
    if (m_at >= m_text.size())
        return false;
    for (;;) {
        std::string field;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            ++m_at;
            quoted(field);
        }
        const std::size_t end = std::min(m_text.find_first_of(",\n", m_at), m_text.size());
        field += m_text.substr(m_at, end - m_at);
        if (!field.empty() && field.back() == '\r' && (end >= m_text.size() || m_text[end] == '\n'))
            field.pop_back();
        fields.push_back(std::move(field));
        m_at = end + 1;
        if (end >= m_text.size() || m_text[end] == '\n')
            return true;
    }
}

} // namespace spanglass::formats
