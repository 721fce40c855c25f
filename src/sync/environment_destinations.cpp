// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/environment_destinations.h"

#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "sync/destination_factory.h"
#include "sync/project_rules.h"

namespace spanglass::sync {
namespace {

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The variable as a number of at least `least`; `otherwise` for what is none.
template<class Number> Number number(const char* name, Number least, Number otherwise)
{
    const std::string text = variable(name);
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= least ? value : otherwise;
}

bool modeSays(std::string_view wanted)
{
    const std::string modes = variable("TRACING_MODE");
    std::string_view rest = modes;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        std::string_view mode = rest.substr(0, comma);
        while (mode.starts_with(' '))
            mode.remove_prefix(1);
        while (mode.ends_with(' '))
            mode.remove_suffix(1);
        if (mode == wanted)
            return true;
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    }
    return false;
}

bool isFalse(const std::string& value)
{
    return value == "false" || value == "False" || value == "0" || value == "FALSE";
}

std::optional<DestinationConfig> langfuse()
{
    if (!modeSays("langfuse") || isFalse(variable("LANGFUSE_TRACING_ENABLED")) ||
        variable("LANGFUSE_PUBLIC_KEY").empty() || variable("LANGFUSE_SECRET_KEY").empty())
        return std::nullopt;
    DestinationConfig config;
    config.name = "env-langfuse";
    config.kind = DestinationKind::langfuse;
    config.url = variable("LANGFUSE_BASE_URL");
    if (config.url.empty())
        config.url = variable("LANGFUSE_HOST");
    if (config.url.empty())
        config.url = "https://cloud.langfuse.com";
    config.publicKey = variable("LANGFUSE_PUBLIC_KEY");
    config.secret = {SecretPlace::Kind::environment, "LANGFUSE_SECRET_KEY"};
    return config;
}

std::optional<DestinationConfig> postgres()
{
    const bool named = !variable("SPANGLASS_POSTGRES").empty();
    if (!modeSays("postgres") || (!named && variable("PGHOST").empty() && variable("PGSERVICE").empty()))
        return std::nullopt;
    DestinationConfig config;
    config.name = "env-postgres";
    config.kind = DestinationKind::postgres;
    // Not its value, which may hold a password; empty leaves all to libpq and PG*.
    config.url = named ? "env:SPANGLASS_POSTGRES" : "";
    return config;
}

std::optional<DestinationConfig> otlp()
{
    const std::string whole = variable("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");
    const std::string base = variable("OTEL_EXPORTER_OTLP_ENDPOINT");
    if (!modeSays("otlp") || (whole.empty() && base.empty()))
        return std::nullopt;
    DestinationConfig config;
    config.name = "env-otlp";
    config.kind = DestinationKind::otlp;
    // The first is used as it is, to the second the path is added.
    config.url = !whole.empty() ? whole : base.ends_with('/') ? base + "v1/traces" : base + "/v1/traces";
    config.json = variable("OTEL_EXPORTER_OTLP_PROTOCOL") == "http/json";
    for (const char* name : {"OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS"}) {
        if (!variable(name).empty()) {
            config.headers.push_back({"*", "", name});
            break;
        }
    }
    return config;
}

} // namespace

std::vector<DestinationConfig> environmentDestinations()
{
    std::vector<DestinationConfig> all;
    for (auto& config : {langfuse(), postgres(), otlp()}) {
        if (config)
            all.push_back(*config);
    }
    return all;
}

Result<void> addEnvironmentDestinations(store::Deliveries& deliveries, const std::vector<std::string>& mask)
{
    for (DestinationConfig config : environmentDestinations()) {
        const auto there = deliveries.destination(config.name);
        if (!there)
            return tl::unexpected(there.error());
        const auto before = *there ? configOf(**there) : config;
        config.redaction.mask =
            withProjectRules(before ? before->redaction.mask : config.redaction.mask, mask);
        const std::string settings = config.settingsJson();
        if (!*there) {
            if (auto added =
                    deliveries.add(config.name, std::string(name(config.kind)), config.url, settings);
                !added)
                return tl::unexpected(added.error());
        } else if ((*there)->url != config.url || (*there)->settings != settings) {
            if (auto updated = deliveries.update((*there)->id, config.url, settings); !updated)
                return updated;
        }
    }
    return {};
}

CourierSettings deliverySettings()
{
    CourierSettings settings;
    settings.batchSpans = number<std::size_t>("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 1, settings.batchSpans);
    settings.batchDelay =
        Milliseconds(number<std::int64_t>("OTEL_BSP_SCHEDULE_DELAY", 0, settings.batchDelay.count()));
    settings.immediateRetries = number<int>("SPANGLASS_RETRIES", 0, settings.immediateRetries);
    settings.breakerFailures = number<int>("SPANGLASS_BREAKER_FAILURES", 1, settings.breakerFailures);
    settings.breakerRest = std::chrono::seconds(
        number<std::int64_t>("SPANGLASS_BREAKER_SECONDS", 0,
                             std::chrono::duration_cast<std::chrono::seconds>(settings.breakerRest).count()));
    return settings;
}

} // namespace spanglass::sync
