// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/destination_config.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

namespace spanglass::sync {
namespace {

constexpr std::array<const char*, 4> secretPlaceNames{"none", "keychain", "environment", "file"};

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

bool soundsSecret(QString name)
{
    name = name.toLower();
    constexpr std::array words{"authorization", "api-key",  "apikey", "api_key", "token",
                               "secret",        "password", "passwd", "cookie",  "x-key"};
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return name.contains(QLatin1String(word)); });
}

Error secretRefused(const std::string& where, const char* option)
{
    return {ErrorKind::refused,
            where + " holds a secret, which would stand in settings and lists: use " + option};
}

Result<void> checkConninfo(const std::string& url)
{
    if (url.starts_with("postgres://") || url.starts_with("postgresql://")) {
        const QUrl parsed(text(url));
        if (!parsed.password().isEmpty() || QUrlQuery(parsed).hasQueryItem(QStringLiteral("password")))
            return tl::unexpected(
                secretRefused("the URL", "--secret-env or --secret-stdin for the password"));
        return {};
    }
    if (url.find("password=") != std::string::npos || url.find("password =") != std::string::npos)
        return tl::unexpected(
            secretRefused("the connection string", "--secret-env or --secret-stdin for the password"));
    return {};
}

} // namespace

std::string DestinationConfig::secretKey() const
{
    // With the address, so that two stores with a destination of one name do not share a key by accident.
    return name + "@" + url;
}

std::string DestinationConfig::settingsJson() const
{
    QJsonArray headerList;
    for (const Header& header : headers)
        headerList.append(QJsonObject{{QStringLiteral("name"), text(header.name)},
                                      {QStringLiteral("value"), text(header.value)},
                                      {QStringLiteral("environment"), text(header.environment)}});
    QJsonArray removed;
    for (const std::string& key : redaction.removedKeys)
        removed.append(text(key));
    QJsonArray mask;
    for (const std::string& rule : redaction.mask)
        mask.append(text(rule));
    const QJsonObject object{
        {QStringLiteral("publicKey"), text(publicKey)},
        {QStringLiteral("secret"), QLatin1String(secretPlaceNames[static_cast<std::size_t>(secret.kind)])},
        {QStringLiteral("secretVariable"), text(secret.variable)},
        {QStringLiteral("headers"), headerList},
        {QStringLiteral("json"), json},
        {QStringLiteral("gzip"), gzip},
        {QStringLiteral("removedKeys"), removed},
        {QStringLiteral("withoutContent"), redaction.withoutContent},
        {QStringLiteral("valueBytes"), static_cast<qint64>(redaction.valueBytes)},
        {QStringLiteral("mask"), mask},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

Result<void> DestinationConfig::readSettings(std::string_view settings, DestinationConfig& config)
{
    const auto document =
        QJsonDocument::fromJson(QByteArray(settings.data(), static_cast<qsizetype>(settings.size())));
    if (!document.isObject())
        return fail(ErrorKind::format, "destination " + config.name + ": its settings are no JSON object");
    const QJsonObject object = document.object();
    const auto string = [](const QJsonValue& value) { return value.toString().toStdString(); };
    config.publicKey = string(object[QLatin1String("publicKey")]);
    const std::string place = string(object[QLatin1String("secret")]);
    const auto at = std::find(secretPlaceNames.begin(), secretPlaceNames.end(), place);
    if (at != secretPlaceNames.end())
        config.secret.kind = static_cast<SecretPlace::Kind>(at - secretPlaceNames.begin());
    config.secret.variable = string(object[QLatin1String("secretVariable")]);
    for (const QJsonValue header : object[QLatin1String("headers")].toArray())
        config.headers.push_back({string(header[QLatin1String("name")]),
                                  string(header[QLatin1String("value")]),
                                  string(header[QLatin1String("environment")])});
    config.json = object[QLatin1String("json")].toBool(true);
    config.gzip = object[QLatin1String("gzip")].toBool(true);
    for (const QJsonValue key : object[QLatin1String("removedKeys")].toArray())
        config.redaction.removedKeys.push_back(string(key));
    config.redaction.withoutContent = object[QLatin1String("withoutContent")].toBool();
    config.redaction.valueBytes = static_cast<std::size_t>(object[QLatin1String("valueBytes")].toInteger());
    for (const QJsonValue rule : object[QLatin1String("mask")].toArray())
        config.redaction.mask.push_back(string(rule));
    return {};
}

Result<void> checkName(std::string_view name)
{
    const bool good = !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
    if (!good)
        return fail(ErrorKind::usage,
                    "a destination's name has letters, digits, '-', '_' and '.', at most 64");
    return {};
}

Result<void> checkUrl(const DestinationConfig& config)
{
    if (config.kind == DestinationKind::postgres)
        return checkConninfo(config.url);
    const QUrl url(text(config.url), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https")) ||
        url.host().isEmpty())
        return fail(ErrorKind::usage, "the URL must be http://HOST… or https://HOST…");
    if (!url.password().isEmpty() || !url.userName().isEmpty())
        return tl::unexpected(secretRefused("the URL", "--public-key with --secret-env or --secret-stdin"));
    for (const auto& [key, value] : QUrlQuery(url).queryItems()) {
        if (soundsSecret(key))
            return tl::unexpected(secretRefused("the URL", "--header-env NAME=VAR"));
    }
    return {};
}

Result<void> checkHeader(const Header& header)
{
    if (header.name.empty() || header.name.find_first_of(" \r\n:") != std::string::npos ||
        header.value.find_first_of("\r\n") != std::string::npos)
        return fail(ErrorKind::usage, "a header is NAME=VALUE on one line");
    if (!header.value.empty() && soundsSecret(text(header.name)))
        return tl::unexpected(secretRefused("the header " + header.name, "--header-env NAME=VAR"));
    return {};
}

std::string tracesUrl(const DestinationConfig& config)
{
    QUrl url(text(config.url));
    const QString path = url.path();
    const QString wanted = config.kind == DestinationKind::langfuse
                               ? QStringLiteral("/api/public/otel/v1/traces")
                               : QStringLiteral("/v1/traces");
    if (config.kind == DestinationKind::langfuse || path.isEmpty() || path == QLatin1String("/"))
        url.setPath((path.endsWith(QLatin1Char('/')) ? path.chopped(1) : path) + wanted);
    return url.toString().toStdString();
}

} // namespace spanglass::sync
