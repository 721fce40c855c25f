// SPDX-License-Identifier: GPL-3.0-or-later
/// What tests of deliveries look at: what a server was sent, and which files hold a text.
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "sync/bad_server.h"

namespace spanglass::test {

inline QString url(const BadServer& server)
{
    return QString::fromStdString(server.url());
}

inline QJsonObject bodyOf(const BadServer::Request& request)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
}

/// Every value of an attribute in an OTLP request.
inline QStringList valuesOf(const QJsonObject& body, const QString& key)
{
    QStringList values;
    for (const QJsonValue resource : body[QLatin1String("resourceSpans")].toArray()) {
        for (const QJsonValue scope : resource[QLatin1String("scopeSpans")].toArray()) {
            for (const QJsonValue span : scope[QLatin1String("spans")].toArray()) {
                for (const QJsonValue attribute : span[QLatin1String("attributes")].toArray()) {
                    if (attribute[QLatin1String("key")].toString() == key)
                        values << attribute[QLatin1String("value")][QLatin1String("stringValue")].toString();
                }
            }
        }
    }
    return values;
}

/// Files below `directory` that hold `bytes`.
inline QStringList filesWith(const QString& directory, const QByteArray& bytes)
{
    QStringList found;
    for (QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            found << file.fileName();
    }
    return found;
}

} // namespace spanglass::test
