// SPDX-License-Identifier: GPL-3.0-or-later
/// Documents from text, and documents as text, for tests that read as specifications.
#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QStringList>
#include <zlib.h>

#include "formats/document.h"
#include "trace/tree.h"

namespace spanglass::formats {

inline Result<Document> opened(const QByteArray& bytes, const OpenOptions& options = {})
{
    return openBytes(Bytes(std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size()))), "file",
                     options);
}

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A span a line, children indented: `name start+duration`, in nanoseconds after the document's start,
/// `start+` when unfinished; then flags, a failed status, and what is told of it in brackets.
inline QString pictureOf(const Document& document)
{
    const trace::SpanTable& table = *document.table;
    const trace::Tree tree(table);
    QStringList lines;
    for (const std::uint32_t row : tree.preorder()) {
        QString line(static_cast<int>(tree.depth(row)), QLatin1Char(' '));
        line += toQString(table.strings.text(table.name[row])) + QLatin1Char(' ') +
                QString::number(table.startUnixNs[row] - document.startUnixNs) + QLatin1Char('+');
        if (table.durationNs[row] != trace::unfinished)
            line += QString::number(table.durationNs[row]);
        if (table.status[row] == Status::error)
            line += QLatin1String(" error");
        if ((table.flags[row] & trace::flagOrphan) != 0)
            line += QLatin1String(" orphan");
        if ((table.flags[row] & trace::flagDuplicate) != 0)
            line += QLatin1String(" duplicate");
        if ((table.flags[row] & trace::flagCycle) != 0)
            line += QLatin1String(" cycle");
        lines << line;
    }
    return lines.join(QLatin1Char('\n'));
}

inline QString textOf(const trace::Value& value)
{
    struct Text
    {
        QString operator()(std::monostate) const { return QStringLiteral("-"); }
        QString operator()(const std::string& text) const
        {
            return QLatin1Char('\'') + toQString(text) + QLatin1Char('\'');
        }
        QString operator()(std::int64_t number) const { return QString::number(number); }
        QString operator()(double number) const { return QString::number(number) + QLatin1Char('d'); }
        QString operator()(bool flag) const
        {
            return flag ? QStringLiteral("true") : QStringLiteral("false");
        }
        QString operator()(const trace::Json& json) const { return toQString(json.text); }
        QString operator()(const trace::Bytes& bytes) const
        {
            return QStringLiteral("%1 bytes").arg(bytes.size());
        }
    };
    return std::visit(Text(), value);
}

/// `key=value key=value`.
inline QString textOf(const trace::Attributes& attributes)
{
    QStringList parts;
    for (const trace::Attribute& attribute : attributes)
        parts << toQString(attribute.key) + QLatin1Char('=') + textOf(attribute.value);
    return parts.join(QLatin1Char(' '));
}

inline QString warningsOf(const Document& document)
{
    QStringList lines;
    for (const Warning& warning : document.warnings)
        lines << toQString(warning.message);
    return lines.join(QLatin1Char('\n'));
}

/// One gzip member.
inline QByteArray gzipped(const QByteArray& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64,
                   '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace spanglass::formats
