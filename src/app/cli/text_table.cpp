// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>
#include <cassert>

#include "base/text.h"

namespace spanglass::app {

namespace {

constexpr std::size_t widestCell = 48;

bool continuesCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

/// `text` with at most `columns` code points, the last one "…" where something was cut.
std::string cut(const std::string& text, std::size_t columns)
{
    if (columnsOf(text) <= columns)
        return text;
    std::size_t kept = 0;
    std::size_t at = 0;
    while (kept + 1 < columns) {
        ++kept;
        do
            ++at;
        while (at < text.size() && continuesCodePoint(text[at]));
    }
    return text.substr(0, at) + "…";
}

} // namespace

std::size_t columnsOf(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return !continuesCodePoint(c); }));
}

TextTable::TextTable(std::vector<std::string> header)
{
    for (std::string& title : header) {
        m_right.push_back(title.starts_with('>'));
        if (m_right.back())
            title.erase(0, 1);
    }
    m_rows.push_back(std::move(header));
}

void TextTable::add(std::vector<std::string> cells)
{
    assert(cells.size() == m_right.size());
    for (std::string& cell : cells)
        cell = cut(visibleText(cell), widestCell);
    m_rows.push_back(std::move(cells));
}

std::string TextTable::text() const
{
    if (m_rows.size() < 2)
        return {};
    std::vector<std::size_t> widths(m_right.size());
    for (std::size_t column = 0; column < widths.size(); ++column) {
        for (std::size_t row = 1; row < m_rows.size(); ++row)
            widths[column] = std::max(widths[column], columnsOf(m_rows[row][column]));
        if (widths[column] > 0)
            widths[column] = std::max(widths[column], columnsOf(m_rows[0][column]));
    }
    std::string text;
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            if (widths[column] == 0)
                continue;
            const std::string gap(widths[column] - columnsOf(row[column]), ' ');
            line += m_right[column] ? gap + row[column] : row[column] + gap;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace spanglass::app
