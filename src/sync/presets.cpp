// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/presets.h"

#include <QUrl>
#include <algorithm>

namespace spanglass::sync {
namespace {

const Preset* find(std::string_view name)
{
    const auto at =
        std::find_if(presets.begin(), presets.end(), [&](const Preset& one) { return one.name == name; });
    return at == presets.end() ? nullptr : &*at;
}

} // namespace

Result<DestinationConfig> fromPreset(std::string_view name, const std::string& url)
{
    const Preset* preset = find(name);
    if (!preset) {
        std::string known;
        for (const Preset& one : presets)
            known += (known.empty() ? "" : ", ") + std::string(one.name);
        return fail(ErrorKind::usage, "--preset: there is no " + std::string(name) + "; there are: " + known);
    }
    DestinationConfig config;
    config.kind = DestinationKind::otlp;
    config.json = preset->json;
    config.url = url.empty() ? std::string(preset->url) : url;
    const QString own = QUrl(QString::fromStdString(std::string(preset->url))).path();
    QUrl given(QString::fromStdString(config.url));
    const QString path = given.path() == QLatin1String("/") ? QString() : given.path();
    // The rest of the user's path is the user's word.
    if (!own.isEmpty() && (path.isEmpty() || path + QStringLiteral("/v1/traces") == own)) {
        given.setPath(own);
        config.url = given.toString().toStdString();
    }
    return config;
}

std::string missingFor(std::string_view name, const DestinationConfig& config)
{
    const Preset* preset = find(name);
    if (!preset || preset->needs.empty())
        return {};
    // Any of the headers that the sentence names.
    const bool satisfied =
        std::any_of(config.headers.begin(), config.headers.end(), [&](const Header& header) {
            return preset->needs.find(header.name) != std::string_view::npos;
        });
    return satisfied ? std::string() : std::string(preset->needs);
}

} // namespace spanglass::sync
