// SPDX-License-Identifier: Apache-2.0
/// Where traces go besides the journal: a Provider is handed every trace and every span as it opens, and
/// gives back a scope whose destructor is its end.
///
///     class Printer : public spanglass::Provider
///     {
///         std::string_view name() const noexcept override { return "printer"; }
///         ScopePtr trace(ContextPtr context) override { return span(std::move(context)); }
///         ScopePtr span(ContextPtr context) override { return
///         std::make_unique<PrintAtEnd>(std::move(context)); }
///     };
///
/// A provider may be slow, block, or throw anything: it runs behind a bounded queue on a thread of its own,
/// its failures are logged and concern no other provider, and its backlog is counted when it overflows. Calls
/// come in order, from one thread. A trace that it could not start brings it no spans.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <spanglass/tracer.h>

namespace spanglass {

/// A Value that owns its text.
struct StoredValue
{
    Value::Type type = Value::Type::text;
    std::string text;
    std::int64_t integer = 0;
    double real = 0;

    StoredValue() = default;
    explicit StoredValue(const Value& value);
    [[nodiscard]] std::string json() const;    ///< as JSON text
    [[nodiscard]] std::string display() const; ///< as a person reads it
};

/// What is known of one trace or span. The same object reaches every provider; what changes while it is open
/// is read and written under a lock, from any thread.
class TraceContext
{
public:
    TraceId trace;
    SpanId span;
    SpanId parent;
    std::string name;
    Kind kind = Kind::span;
    Level level = Level::normal;
    bool isTrace = false;
    bool detached = false;
    std::int64_t startUnixNs = 0;
    std::string operationType, user, session, knowledgeBase, project, environment, release, version;
    std::string team, experiment, experimentVersion, participant, sessionState;

    using Values = std::vector<std::pair<std::string, StoredValue>>;
    struct Event
    {
        std::string name;
        std::string attributesJson;
    };

    /// Merges; nothing to merge is fine.
    void setOutputs(Fields outputs);
    [[nodiscard]] Values outputs() const;
    void set(std::string_view key, const Value& value);
    [[nodiscard]] Values attributes() const;
    /// Empty where it was never set.
    [[nodiscard]] std::string attribute(std::string_view key) const;
    void addEvent(std::string name, std::string attributesJson);
    [[nodiscard]] std::vector<Event> events() const;
    void setStatus(Status status, std::string message);
    [[nodiscard]] Status status() const;
    [[nodiscard]] std::string statusMessage() const;
    void setEnd(std::int64_t durationNs);
    /// -1 while it is open.
    [[nodiscard]] std::int64_t durationNs() const;

    /// The same trace, a span id of its own, this span as its parent.
    [[nodiscard]] std::shared_ptr<TraceContext> childContext(std::string name) const;

private:
    mutable std::mutex m_mutex;
    Values m_attributes;
    Values m_outputs;
    std::vector<Event> m_events;
    Status m_status = Status::unset;
    std::string m_statusMessage;
    std::int64_t m_durationNs = -1;
};

/// Its destructor is the end of what was opened. It may throw.
class ProviderScope
{
public:
    virtual ~ProviderScope() noexcept(false) = default;
};

class Provider
{
public:
    using ContextPtr = std::shared_ptr<TraceContext>;
    using ScopePtr = std::unique_ptr<ProviderScope>;

    virtual ~Provider() = default;
    [[nodiscard]] virtual std::string_view name() const noexcept = 0;
    /// Before the first trace. False or an exception: the provider stays out.
    virtual bool init() { return true; }
    [[nodiscard]] virtual bool ready() const { return true; }
    [[nodiscard]] virtual ScopePtr trace(ContextPtr context) = 0;
    [[nodiscard]] virtual ScopePtr span(ContextPtr context) = 0;
    /// Where a person finds the trace; empty: nowhere.
    [[nodiscard]] virtual std::string link(const TraceContext& trace) const
    {
        static_cast<void>(trace);
        return {};
    }
    /// Runs on the caller's thread, without a queue: for test doubles that never block.
    [[nodiscard]] virtual bool isInline() const noexcept { return false; }
};

/// Keeps everything it is handed: the test double.
class RecordingProvider : public Provider
{
public:
    struct Entry
    {
        std::string action; ///< trace, span, end
        std::shared_ptr<TraceContext> context;
    };
    RecordingProvider();
    [[nodiscard]] std::string_view name() const noexcept override { return "recording"; }
    [[nodiscard]] ScopePtr trace(ContextPtr context) override;
    [[nodiscard]] ScopePtr span(ContextPtr context) override;
    [[nodiscard]] bool isInline() const noexcept override { return true; }

    /// What happened, in order. Any thread.
    [[nodiscard]] std::vector<Entry> entries() const;
    [[nodiscard]] std::shared_ptr<TraceContext> named(std::string_view name) const;

private:
    ScopePtr enter(const char* action, ContextPtr context);
    struct Log;
    std::shared_ptr<Log> m_log;
};

/// Takes part and does nothing.
class NoopProvider : public Provider
{
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "noop"; }
    [[nodiscard]] ScopePtr trace(ContextPtr) override { return std::make_unique<ProviderScope>(); }
    [[nodiscard]] ScopePtr span(ContextPtr) override { return std::make_unique<ProviderScope>(); }
    [[nodiscard]] bool isInline() const noexcept override { return true; }
};

/// Prints each trace as a tree when it ends: times, tokens, errors; in colours on a terminal.
class ConsoleProvider : public Provider
{
public:
    using Print = std::function<void(const std::string& text)>;
    explicit ConsoleProvider(Print print = {},
                             bool colours = false); ///< without `print`: stderr, colours as it likes
    [[nodiscard]] std::string_view name() const noexcept override { return "console"; }
    [[nodiscard]] ScopePtr trace(ContextPtr context) override;
    [[nodiscard]] ScopePtr span(ContextPtr context) override;

private:
    struct Trees;
    std::shared_ptr<Trees> m_trees;
};

} // namespace spanglass
