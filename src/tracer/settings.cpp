// SPDX-License-Identifier: Apache-2.0
/// Choosing from what the layers say.
#include "tracer/settings.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include "base/json_writer.h"
#include "base/names.h"
#include "tracer/settings_layers.h"

namespace spanglass::detail {
namespace {

namespace fs = std::filesystem;

std::string defaultStore()
{
    if (const char* const data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != 0)
        return fs::path(data) / "spanglass";
    const char* const home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : "/") / ".local" / "share" / "spanglass";
}

void readModes(const Layers& layers, Settings& settings)
{
    for (const std::string& mode : split(layers.get("mode", {"TRACING_MODE"}), ',')) {
        if (mode == "noop")
            settings.enabled = false;
        else if (mode == "console")
            settings.console = true;
        else if (mode == "langfuse" || mode == "postgres" || mode == "otlp")
            settings.destinations.push_back(mode);
        else if (mode != "local")
            settings.warnings.push_back("TRACING_MODE: unknown mode " + mode);
    }
    if (layers.flag("", {"OTEL_SDK_DISABLED"}, false) || !layers.flag("enabled", {"SPANGLASS_ENABLED"}, true))
        settings.enabled = false;
    if (!layers.flag("langfuse.enabled", {"LANGFUSE_TRACING_ENABLED"}, true))
        std::erase(settings.destinations, "langfuse");
    if (std::find(settings.destinations.begin(), settings.destinations.end(), "langfuse") !=
        settings.destinations.end()) {
        std::string host = layers.get("langfuse.host", {"LANGFUSE_BASE_URL", "LANGFUSE_HOST"});
        while (host.ends_with('/'))
            host.pop_back();
        settings.traceLinks["langfuse"] = (host.empty() ? "https://cloud.langfuse.com" : host) + "/trace/";
    }
}

Sampling readSampling(const Layers& layers, std::vector<std::string>& warnings)
{
    std::string rule = layers.get("sampling.rule", {"OTEL_TRACES_SAMPLER"});
    const std::string argument = layers.get("sampling.argument", {"OTEL_TRACES_SAMPLER_ARG"});
    Sampling sampling;
    if (rule.rfind("parentbased_", 0) == 0)
        rule = rule.substr(12);
    else
        sampling.parentBased = rule.empty() || layers.flag("sampling.parentBased", {}, false);
    if (!argument.empty())
        std::from_chars(argument.data(), argument.data() + argument.size(), sampling.argument);
    if (rule == "always_off" || rule == "never")
        sampling.rule = Sampling::Rule::never;
    else if (rule == "traceidratio" || rule == "ratio")
        sampling.rule = Sampling::Rule::ratio;
    else if (rule == "per_second")
        sampling.rule = Sampling::Rule::perSecond;
    else if (!rule.empty() && rule != "always_on" && rule != "always")
        warnings.push_back("sampling: unknown rule " + rule);
    return sampling;
}

/// Delivery is another program's work: what it goes by, it finds in its environment.
void readDelivery(const Layers& layers, const DeliveryOptions& code, Settings& settings)
{
    struct Number
    {
        std::optional<int> inCode;
        const char* inFile;
        const char* inEnvironment;
        int& value;
    };
    for (const Number& number :
         {Number{code.batchSize, "batch", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", settings.batchSize},
          Number{code.flushIntervalMs, "flushIntervalMs", "OTEL_BSP_SCHEDULE_DELAY",
                 settings.flushIntervalMs},
          Number{code.retries, "retries", "SPANGLASS_RETRIES", settings.retries},
          Number{code.breakerFailures, "breaker.failures", "SPANGLASS_BREAKER_FAILURES",
                 settings.breakerFailures},
          Number{code.breakerSeconds, "breaker.seconds", "SPANGLASS_BREAKER_SECONDS",
                 settings.breakerSeconds}}) {
        number.value =
            number.inCode.value_or(layers.number(number.inFile, {number.inEnvironment}, number.value));
        settings.deliveryEnvironment[number.inEnvironment] = std::to_string(number.value);
    }
    const std::pair<const char*, const char*> texts[] = {
        {"langfuse.publicKey", "LANGFUSE_PUBLIC_KEY"},
        {"langfuse.secretKey", "LANGFUSE_SECRET_KEY"},
        {"langfuse.host", "LANGFUSE_BASE_URL"},
        {"", "LANGFUSE_HOST"},
        {"postgres", "SPANGLASS_POSTGRES"},
        {"", "PGHOST"},
        {"", "PGPORT"},
        {"", "PGDATABASE"},
        {"", "PGUSER"},
        {"", "PGPASSWORD"},
        {"", "PGSERVICE"},
        {"otlp.endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT"},
        {"otlp.tracesEndpoint", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"},
        {"otlp.headers", "OTEL_EXPORTER_OTLP_HEADERS"},
        {"", "OTEL_EXPORTER_OTLP_TRACES_HEADERS"},
        {"otlp.protocol", "OTEL_EXPORTER_OTLP_PROTOCOL"},
    };
    for (const auto& [inFile, inEnvironment] : texts)
        if (const std::string value = layers.get(inFile, {inEnvironment}); !value.empty())
            settings.deliveryEnvironment[inEnvironment] = value;
    std::string modes;
    for (const std::string& destination : settings.destinations)
        modes += (modes.empty() ? "" : ",") + destination;
    settings.deliveryEnvironment["TRACING_MODE"] = modes;
}

std::string resourceJson(const Layers& layers, const Settings& settings)
{
    Values resource;
    for (const std::string& pair : split(layers.get("resource", {"OTEL_RESOURCE_ATTRIBUTES"}), ','))
        if (const std::size_t at = pair.find('='); at != std::string::npos)
            resource[trimmed(pair.substr(0, at))] = trimmed(pair.substr(at + 1));
    if (!settings.serviceName.empty())
        resource[std::string(names::serviceName)] = settings.serviceName;
    if (!resource.contains(std::string(names::serviceName)))
        resource[std::string(names::serviceName)] = program_invocation_short_name;
    if (!settings.project.empty())
        resource[std::string(names::project)] = settings.project;
    if (!settings.environment.empty())
        resource[std::string(names::environment)] = settings.environment;
    JsonWriter json;
    json.beginObject();
    for (const auto& [key, value] : resource)
        json.member(key, std::string_view(value));
    json.member("process.pid", ::getpid()).endObject();
    return json.take();
}

} // namespace

Settings loadSettings(const ServiceOptions& code)
{
    Settings settings;
    const Layers layers(settings.warnings);
    const auto text = [&](const std::string& inCode, const std::string& inFile,
                          std::initializer_list<const char*> inEnvironment) {
        return !inCode.empty() ? inCode : layers.get(inFile, inEnvironment);
    };
    readModes(layers, settings);
    settings.enabled = code.enabled.value_or(settings.enabled);
    settings.journal = code.journal.value_or(true);
    settings.store = text(code.store, "store", {"SPANGLASS_STORE"});
    if (settings.store.empty())
        settings.store = defaultStore();
    settings.project = text(code.project, "project", {"SPANGLASS_PROJECT"});
    settings.environment =
        text(code.environment, "environment", {"SPANGLASS_ENVIRONMENT", "LANGFUSE_TRACING_ENVIRONMENT"});
    settings.serviceName = text(code.serviceName, "service", {"OTEL_SERVICE_NAME"});
    settings.detachedSpans =
        code.detachedSpans.value_or(layers.flag("detachedSpans", {"SPANGLASS_DETACHED_SPANS"}, true));
    settings.sampling = code.sampling ? *code.sampling : readSampling(layers, settings.warnings);
    settings.debugContext = layers.get("debug", {"SPANGLASS_DEBUG"}) == "context";
    settings.durable = layers.flag("durable", {"SPANGLASS_DURABLE"}, false);
    settings.maskedKeys = split(layers.get("mask", {"SPANGLASS_MASK"}), ',');
    settings.poolMegabytes =
        static_cast<std::size_t>(std::max(0, layers.number("poolMb", {"SPANGLASS_POOL_MB"}, 0)));
    const auto bytes = [](int wanted, std::size_t least, std::size_t most) {
        return std::clamp(static_cast<std::size_t>(std::max(wanted, 0)), least, most);
    };
    settings.inlineBytes = std::clamp<std::size_t>(
        code.inlineBytes.value_or(
            bytes(layers.number("inlineBytes", {"SPANGLASS_INLINE_BYTES"}, 4096), 0, SIZE_MAX)),
        512, 24 << 10);
    const std::size_t cut =
        code.cutBytes.value_or(bytes(layers.number("cutBytes", {"SPANGLASS_CUT_BYTES"}, 0), 0, SIZE_MAX));
    settings.cutBytes = cut == 0 ? 0 : std::max<std::size_t>(cut, 1024);
    readDelivery(layers, code.delivery, settings);
    settings.resourceJson = resourceJson(layers, settings);
    return settings;
}

} // namespace spanglass::detail
