// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/score_text.h"

#include <QLocale>
#include <QStringList>

namespace spanglass::models {

QString scoreReadable(const trace::Score& score)
{
    QString value;
    if (const auto* text = std::get_if<std::string>(&score.value))
        value = QString::fromStdString(*text);
    else if (const auto* integer = std::get_if<std::int64_t>(&score.value))
        value = QLocale().toString(qlonglong(*integer));
    else if (const auto* number = std::get_if<double>(&score.value))
        value = QLocale().toString(*number, 'g', 4);
    if (score.name == "label")
        return value;
    if (score.name == "note")
        return QString::fromStdString(score.comment);
    return QString::fromStdString(score.name) + QLatin1Char(' ') + value;
}

QString scoresReadable(const std::vector<trace::Score>& scores)
{
    QStringList texts;
    for (const trace::Score& score : scores)
        texts << scoreReadable(score);
    return texts.join(QStringLiteral(", "));
}

} // namespace spanglass::models
