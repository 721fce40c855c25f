// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connect_snippets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spanglass::app {

QString Snippet::exports() const
{
    QStringList lines;
    for (const QString& variable : environment)
        lines << QStringLiteral("export ") + variable;
    return lines.join(QLatin1Char('\n'));
}

std::vector<Snippet> parseSnippets(const QByteArray& json)
{
    std::vector<Snippet> snippets;
    const QJsonArray all = QJsonDocument::fromJson(json).object().value(QLatin1String("snippets")).toArray();
    for (const QJsonValue& one : all) {
        const auto text = [&one](const char* key) { return one[QLatin1String(key)].toString(); };
        Snippet snippet{text("id"), text("language"), text("name"),          text("how"), text("install"),
                        {},         text("file"),     text("code").trimmed()};
        for (const QJsonValue& variable : one[QLatin1String("environment")].toArray())
            snippet.environment << variable.toString();
        snippets.push_back(std::move(snippet));
    }
    return snippets;
}

const std::vector<Snippet>& connectSnippets()
{
    static const std::vector<Snippet> snippets = [] {
        QFile file(QStringLiteral(":/spanglass/connect.json"));
        return file.open(QIODevice::ReadOnly) ? parseSnippets(file.readAll()) : std::vector<Snippet>();
    }();
    return snippets;
}

QString filledIn(QString text, const QString& endpoint)
{
    return text.replace(QLatin1String("{endpoint}"), endpoint);
}

QString usualEndpoint()
{
    return QStringLiteral("http://127.0.0.1:4318");
}

} // namespace spanglass::app
