// SPDX-License-Identifier: GPL-3.0-or-later
// A lexer of three states; what a string is, a key or a value, is decided by the colon after it.
#include "views/json_colours.h"

#include "models/json_document.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

/// How far behind a string's visible part its end is looked for.
constexpr int farthestEnd = 2'000;

/// Behind the closing quote, or `text.size()`.
int endOfString(const QString& text, int at, int limit)
{
    while (at < limit) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'"')
            return at + 1;
        ++at;
    }
    return limit;
}

bool colonFollows(const QString& text, int at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at < text.size() && text[at] == u':';
}

} // namespace

QList<QTextLayout::FormatRange> jsonColours(const QString& text, int start, int length, bool inString)
{
    const Theme& t = theme();
    QList<QTextLayout::FormatRange> ranges;
    const int end = start + length;
    const int limit = static_cast<int>(std::min<qsizetype>(text.size(), end + farthestEnd));
    const auto colour = [&](int from, int to, const QColor& ink) {
        QTextLayout::FormatRange range;
        range.start = from - start;
        range.length = std::min(to, end) - from;
        range.format.setForeground(ink);
        ranges << range;
    };
    int at = start;
    while (at < end) {
        const QChar c = text[at];
        if (inString || c == u'"') {
            const int stringEnd = endOfString(text, inString ? at : at + 1, limit);
            colour(at, stringEnd, colonFollows(text, stringEnd) ? t.accent : t.ok);
            at = stringEnd;
            inString = false;
        } else if (c.isLetterOrNumber() || c == u'-') {
            const int from = at;
            while (at < end &&
                   (text[at].isLetterOrNumber() || text[at] == u'-' || text[at] == u'+' || text[at] == u'.'))
                ++at;
            colour(from, at, t.warning);
        } else {
            if (!c.isSpace())
                colour(at, at + 1, t.secondary);
            ++at;
        }
    }
    return ranges;
}

QColor jsonValueColour(int type)
{
    using Type = models::JsonDocument::Type;
    switch (static_cast<Type>(type)) {
    case Type::string:
        return theme().text;
    case Type::array:
    case Type::object:
        return theme().secondary;
    default:
        return theme().warning;
    }
}

} // namespace spanglass::views
