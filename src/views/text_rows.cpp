// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text_rows.h"

namespace spanglass::views {
namespace {

/// A row of nothing but combining marks has no cells; it ends here all the same.
constexpr int longestRow = 2'000;

/// How many columns a character takes in a terminal's way of counting.
int cellsOf(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x300)
        return u == u'\t' ? 4 : 1;
    if (c.isMark())
        return 0;
    if (c.isHighSurrogate())
        return 2;
    if (c.isLowSurrogate())
        return 0;
    const bool wide = (u >= 0x1100 && u <= 0x115F) || (u >= 0x2E80 && u <= 0xA4CF) ||
                      (u >= 0xAC00 && u <= 0xD7A3) || (u >= 0xF900 && u <= 0xFAFF) ||
                      (u >= 0xFE30 && u <= 0xFE6F) || (u >= 0xFF00 && u <= 0xFF60);
    return wide ? 2 : 1;
}

} // namespace

std::vector<TextRow> wrapText(const QString& whole, int columns, bool json)
{
    std::vector<TextRow> rows;
    TextRow row;
    int cells = 0;
    int lastBreak = -1; // behind the latest space of this row
    bool inString = false;
    bool inStringAtBreak = false;
    bool escaped = false;
    const int size = static_cast<int>(whole.size());
    const QChar* text = whole.constData();
    const auto finishRow = [&](int end, int nextStart, bool nextInString) {
        row.length = end - row.start;
        rows.push_back(row);
        row = TextRow{nextStart, 0, nextInString};
        lastBreak = -1;
    };
    for (int i = 0; i < size; ++i) {
        const QChar c = text[i];
        if (c == u'\n') {
            finishRow(i, i + 1, false);
            inString = false; // a JSON string holds no line break
            cells = 0;
            continue;
        }
        cells += cellsOf(c);
        if (cells > columns || i - row.start >= longestRow) {
            // Break behind a space where one is near; inside a long word where none is.
            const bool atSpace = lastBreak > row.start && i - lastBreak < columns / 2;
            int breakAt = atSpace ? lastBreak : i;
            if (!atSpace && c.isLowSurrogate())
                --breakAt;
            finishRow(breakAt, breakAt, atSpace ? inStringAtBreak : inString);
            cells = 0;
            for (int j = breakAt; j <= i; ++j)
                cells += cellsOf(text[j]);
        }
        if (json && escaped)
            escaped = false;
        else if (json && inString && c == u'\\')
            escaped = true;
        else if (json && c == u'"')
            inString = !inString;
        if (c == u' ' || c == u'\t') {
            lastBreak = i + 1;
            inStringAtBreak = inString;
        }
    }
    finishRow(size, size, false);
    return rows;
}

QString shownText(QStringView text)
{
    QString result = text.toString();
    for (QChar& c : result) {
        const char16_t u = c.unicode();
        if (u < 0x20 && u != u'\t')
            c = QChar(static_cast<char16_t>(0x2400 + u));
        else if (u == 0x7F)
            c = QChar(u'\u2421');
        else if ((u >= 0x80 && u < 0xA0) || (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) ||
                 u == 0x200E || u == 0x200F || u == 0x061C || u == 0x2028 || u == 0x2029)
            c = QChar(QChar::ReplacementCharacter);
    }
    return result;
}

} // namespace spanglass::views
