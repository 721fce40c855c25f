// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connect_snippets.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace spanglass::app {

QString Snippet::explanation() const
{
    // The resource's sentences, where a translator's tool finds them.
    static const char* const sentences[] = {
        QT_TRANSLATE_NOOP("Snippet", "Plain OpenTelemetry with the GenAI attributes."),
        QT_TRANSLATE_NOOP(
            "Snippet", "Instruments the OpenAI client; the other OpenInference instrumentors work the same."),
        QT_TRANSLATE_NOOP("Snippet", "Instruments every library it knows."),
        QT_TRANSLATE_NOOP("Snippet", "Through the Logfire SDK, which sends nothing to Logfire here."),
        QT_TRANSLATE_NOOP("Snippet", "The SDK works unchanged; any keys will do."),
        QT_TRANSLATE_NOOP("Snippet", "Its own telemetry: spans, and its events as a timeline."),
        QT_TRANSLATE_NOOP("Snippet",
                          "Version 7. Before it, pass experimental_telemetry: { isEnabled: true } to "
                          "each call instead of registering."),
        QT_TRANSLATE_NOOP("Snippet", "The tracer itself: no receiver between, and nothing lost in a crash."),
    };
    for (const char* sentence : sentences) {
        if (how == QLatin1String(sentence))
            return QCoreApplication::translate("Snippet", sentence);
    }
    return how;
}

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
