// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/destination_factory.h"

#include <algorithm>
#include <cstdlib>

#include "sync/langfuse_destination.h"
#include "sync/postgres_destination.h"

namespace spanglass::sync {

Result<DestinationConfig> configOf(const store::DestinationRow& row)
{
    DestinationConfig config;
    config.id = row.id;
    config.name = row.name;
    config.url = row.url;
    const auto kind = std::find(destinationKindNames.begin(), destinationKindNames.end(), row.kind);
    if (kind == destinationKindNames.end())
        return fail(ErrorKind::format,
                    "destination " + row.name + ": this program knows no kind " + row.kind);
    config.kind = static_cast<DestinationKind>(kind - destinationKindNames.begin());
    if (auto read = DestinationConfig::readSettings(row.settings, config); !read)
        return tl::unexpected(read.error());
    return config;
}

std::string resolvedUrl(const DestinationConfig& config)
{
    if (!config.url.starts_with("env:"))
        return config.url;
    const char* conninfo = std::getenv(config.url.c_str() + 4);
    return conninfo ? conninfo : "";
}

std::unique_ptr<Destination> makeDestination(const DestinationConfig& config, Credentials credentials,
                                             const std::filesystem::path& store, const Clock& clock)
{
    switch (config.kind) {
    case DestinationKind::postgres: {
        DestinationConfig resolved = config;
        resolved.url = resolvedUrl(config);
        return std::make_unique<PostgresDestination>(resolved, std::move(credentials),
                                                     store / (config.name + "-schema.sql"));
    }
    case DestinationKind::langfuse:
        return std::make_unique<LangfuseDestination>(config, std::move(credentials), clock);
    case DestinationKind::otlp:
        break;
    }
    return std::make_unique<OtlpDestination>(config, std::move(credentials), clock);
}

} // namespace spanglass::sync
