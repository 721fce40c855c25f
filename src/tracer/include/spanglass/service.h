// SPDX-License-Identifier: Apache-2.0
/// The tracing of a process as one object: its providers, its settings, its beginning and its end. Programs
/// that only trace need none of this: the first span starts the service from the environment.
///
///     spanglass::TracingService service({.store = "/tmp/traces", .providers = {recording}});   // for a test
///     { auto trace = spanglass::trace("answer"); }
///     QCOMPARE(recording->named("answer")->status(), …);
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <spanglass/provider.h>
#include <spanglass/tracer.h>

namespace spanglass {

/// Which traces are recorded; the decision is one per trace, and its spans inherit it.
struct Sampling
{
    enum class Rule : std::uint8_t
    {
        always,
        never,
        ratio,     ///< by trace id: every program of a trace decides alike
        perSecond, ///< at most so many traces a second
    };
    Rule rule = Rule::always;
    double argument = 1;
    bool parentBased = true; ///< a remote parent's decision holds
};

/// How destinations are served (spanglass serve does it). What is not set comes from the file, the
/// environment, or the default.
struct DeliveryOptions
{
    std::optional<int> batchSize;       ///< spans that trigger a delivery; 100
    std::optional<int> flushIntervalMs; ///< or this much time; 5,000
    std::optional<int> retries;         ///< at once, with backoff and jitter; 3
    std::optional<int> breakerFailures; ///< in a row, until a destination is left alone; 5
    std::optional<int> breakerSeconds;  ///< until it is tried again; 60
};

/// Order everywhere: these options, `spanglass.json` (nearest upwards, then XDG), the environment, `.env` in
/// the working directory, the default.
struct ServiceOptions
{
    std::optional<bool> enabled;
    std::optional<bool> journal; ///< false: providers only
    std::string store;
    std::string project;
    std::string environment;
    std::string serviceName;
    std::vector<std::shared_ptr<Provider>> providers;
    std::optional<Sampling> sampling;
    /// Runs over every name and value before anything is stored or handed to a provider.
    std::function<std::string(std::string_view key, std::string_view text)> mask;
    std::optional<bool> detachedSpans; ///< false: a span outside any trace records nothing
    std::size_t queueLength = 4096;    ///< per provider; beyond it, calls are dropped and counted
    DeliveryOptions delivery;
    /// Text up to this size lies inside its span's record, longer text whole beside it. 512 to 24,576 bytes.
    std::optional<std::size_t> inlineBytes;
    /// Longer text is cut to this size and says how much was cut; 0, the default: nothing is. At least 1,024.
    std::optional<std::size_t> cutBytes;
};

/// In the order they are to be read in.
class LogFields
{
public:
    using Field = std::pair<std::string, std::string>;
    LogFields() = default;
    LogFields(std::initializer_list<Field> fields) : m_fields(fields) {}
    /// Empty where there is no such field.
    [[nodiscard]] std::string at(std::string_view key) const
    {
        for (const auto& [name, value] : m_fields)
            if (name == key)
                return value;
        return {};
    }
    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }

private:
    std::vector<Field> m_fields;
};
/// What the service has to say. Never called twice in a second for one event of one provider.
using Logger = std::function<void(Level level, std::string_view event, const LogFields& fields)>;

struct TraceMetadata
{
    std::string name;
    TraceId trace;
    SpanId span;
    std::string project;
    std::map<std::string, std::string> links; ///< by provider
};

/// What a person or an error reporter needs of the trace that is current on this thread; without one its ids
/// are invalid. For the journal, the link is the command that shows the trace.
[[nodiscard]] TraceMetadata traceMetadata();

class TracingService
{
public:
    /// The process's own, from files and environment; made by whoever asks first.
    static TracingService& instance();
    /// Takes the process's place until it is destroyed.
    explicit TracingService(ServiceOptions options);
    ~TracingService();
    TracingService(const TracingService&) = delete;
    TracingService& operator=(const TracingService&) = delete;

    /// Both may be called again and again.
    void init();
    bool shutdown(std::chrono::milliseconds timeout = std::chrono::seconds(2));
    [[nodiscard]] bool activated() const;
    /// Names of the providers that take part.
    [[nodiscard]] std::vector<std::string> providers() const;
    [[nodiscard]] std::vector<TraceMetadata> activeTraces() const;
    /// Calls that a provider's full queue did not take.
    [[nodiscard]] std::uint64_t backlogDropped() const;

    static void setLogger(Logger logger);
    /// Called at each trace's start, for an error reporter's context.
    static void onTraceStart(std::function<void(const TraceMetadata&)> hook);

private:
    struct Hidden
    {
    };
    explicit TracingService(Hidden);
    ServiceOptions m_options;
    bool m_fromEnvironment = false;
};

} // namespace spanglass
