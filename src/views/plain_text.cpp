// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile text is data: see plain_text.h.
#include "views/plain_text.h"

#include <QLabel>

#include "base/text.h"

namespace spanglass::views {

namespace {
// A tooltip is read at a glance; what is longer stands in the span's details.
constexpr qsizetype longestToolTip = 2000;
} // namespace

QString literal(std::string_view text)
{
    return QString::fromStdString(visibleText(text));
}

QString literal(const QString& text)
{
    // toUtf8 turns a lone surrogate into a replacement mark, which is visible too.
    const QByteArray utf8 = text.toUtf8();
    return literal(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

QString literalLines(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(QLatin1Char('\n')))
        lines << literal(line);
    return lines.join(QLatin1Char('\n'));
}

QString plainToolTip(const QString& text)
{
    if (text.isEmpty())
        return {};
    QStringList lines;
    for (const QString& line : text.left(longestToolTip).split(QLatin1Char('\n')))
        lines << literal(line).toHtmlEscaped();
    if (text.size() > longestToolTip)
        lines.last() += QChar(u'…');
    // Only escaped text stands between the marks, so nothing in it is read as markup.
    return QStringLiteral("<qt>") + lines.join(QLatin1String("<br>")) + QStringLiteral("</qt>");
}

void setPlainText(QLabel* label, const QString& text)
{
    label->setTextFormat(Qt::PlainText);
    label->setText(literal(text));
}

} // namespace spanglass::views
