// SPDX-License-Identifier: Apache-2.0
/// What providers are handed, and the double that keeps all of it.
#include <spanglass/provider.h>

#include <algorithm>

#include "base/json_writer.h"
#include "tracer/random.h"

namespace spanglass {

StoredValue::StoredValue(const Value& value)
    : type(value.type()), text(value.text()), integer(value.integer()), real(value.real())
{
}

std::string StoredValue::json() const
{
    JsonWriter json;
    switch (type) {
    case Value::Type::text:
        json.value(std::string_view(text));
        break;
    case Value::Type::integer:
        json.value(integer);
        break;
    case Value::Type::real:
        json.value(real);
        break;
    case Value::Type::boolean:
        json.value(integer != 0);
        break;
    case Value::Type::json:
        json.raw(text);
        break;
    }
    return json.take();
}

std::string StoredValue::display() const
{
    return type == Value::Type::text ? text : json();
}

namespace {

void merge(TraceContext::Values& values, std::string_view key, const Value& value)
{
    const auto same =
        std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == key; });
    if (same != values.end())
        same->second = StoredValue(value);
    else
        values.emplace_back(key, StoredValue(value));
}

} // namespace

void TraceContext::setOutputs(Fields outputs)
{
    const std::lock_guard lock(m_mutex);
    for (const Field& field : outputs)
        merge(m_outputs, field.key, field.value);
}

TraceContext::Values TraceContext::outputs() const
{
    const std::lock_guard lock(m_mutex);
    return m_outputs;
}

void TraceContext::set(std::string_view key, const Value& value)
{
    const std::lock_guard lock(m_mutex);
    merge(m_attributes, key, value);
}

TraceContext::Values TraceContext::attributes() const
{
    const std::lock_guard lock(m_mutex);
    return m_attributes;
}

std::string TraceContext::attribute(std::string_view key) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [its, value] : m_attributes)
        if (its == key)
            return value.display();
    return {};
}

void TraceContext::addEvent(std::string eventName, std::string attributesJson)
{
    const std::lock_guard lock(m_mutex);
    m_events.push_back({std::move(eventName), std::move(attributesJson)});
}

std::vector<TraceContext::Event> TraceContext::events() const
{
    const std::lock_guard lock(m_mutex);
    return m_events;
}

void TraceContext::setStatus(Status status, std::string message)
{
    const std::lock_guard lock(m_mutex);
    m_status = status;
    m_statusMessage = std::move(message);
}

Status TraceContext::status() const
{
    const std::lock_guard lock(m_mutex);
    return m_status;
}

std::string TraceContext::statusMessage() const
{
    const std::lock_guard lock(m_mutex);
    return m_statusMessage;
}

void TraceContext::setEnd(std::int64_t durationNs)
{
    const std::lock_guard lock(m_mutex);
    m_durationNs = durationNs;
}

std::int64_t TraceContext::durationNs() const
{
    const std::lock_guard lock(m_mutex);
    return m_durationNs;
}

std::shared_ptr<TraceContext> TraceContext::childContext(std::string childName) const
{
    auto child = std::make_shared<TraceContext>();
    detail::Random random;
    random.seed();
    child->trace = trace;
    child->span = random.spanId();
    child->parent = span;
    child->name = std::move(childName);
    for (auto member :
         {&TraceContext::operationType, &TraceContext::user, &TraceContext::session,
          &TraceContext::knowledgeBase, &TraceContext::project, &TraceContext::environment,
          &TraceContext::release, &TraceContext::version, &TraceContext::team, &TraceContext::experiment,
          &TraceContext::experimentVersion, &TraceContext::participant, &TraceContext::sessionState})
        (*child).*member = this->*member;
    return child;
}

struct RecordingProvider::Log
{
    mutable std::mutex mutex;
    std::vector<Entry> entries;

    void add(const char* action, std::shared_ptr<TraceContext> context)
    {
        const std::lock_guard lock(mutex);
        entries.push_back({action, std::move(context)});
    }
};

RecordingProvider::RecordingProvider() : m_log(std::make_shared<Log>()) {}

Provider::ScopePtr RecordingProvider::enter(const char* action, ContextPtr context)
{
    struct Scope : ProviderScope
    {
        Scope(std::shared_ptr<Log> to, ContextPtr of) : log(std::move(to)), context(std::move(of)) {}
        ~Scope() override { log->add("end", context); }
        std::shared_ptr<Log> log;
        ContextPtr context;
    };
    m_log->add(action, context);
    return std::make_unique<Scope>(m_log, std::move(context));
}

Provider::ScopePtr RecordingProvider::trace(ContextPtr context)
{
    return enter("trace", std::move(context));
}

Provider::ScopePtr RecordingProvider::span(ContextPtr context)
{
    return enter("span", std::move(context));
}

std::vector<RecordingProvider::Entry> RecordingProvider::entries() const
{
    const std::lock_guard lock(m_log->mutex);
    return m_log->entries;
}

std::shared_ptr<TraceContext> RecordingProvider::named(std::string_view name) const
{
    for (const Entry& entry : entries())
        if (entry.context->name == name)
            return entry.context;
    return nullptr;
}

} // namespace spanglass
