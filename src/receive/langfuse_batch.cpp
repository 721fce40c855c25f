// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/langfuse_batch.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/names.h"
#include "formats/numbers.h"
#include "formats/otlp_json_request.h"
#include "receive/span_records.h"

namespace spanglass::receive {

using formats::JsonCursor;
using What = LangfuseEvent::What;

namespace {

/// Traces whose root is remembered; a client speaks of few at a time.
constexpr std::size_t mostTraces = 20'000;

int rank(What what)
{
    return what == What::update ? 1 : what == What::score ? 2 : 0;
}

Result<std::vector<LangfuseEvent>> readEvents(std::string_view text)
{
    std::vector<LangfuseEvent> events;
    bool found = false;
    JsonCursor at(text);
    if (at.peek() == JsonCursor::Type::object) {
        for (at.enterObject(); at.nextKey();) {
            if (at.key() != "batch" || at.peek() != JsonCursor::Type::array) {
                at.skip();
                continue;
            }
            found = true;
            for (at.enterArray(); at.nextElement();)
                events.push_back(readLangfuseEvent(at, text));
        }
    }
    if (!found)
        return fail(ErrorKind::format, "\"batch\" is missing, or no list");
    return events;
}

std::string answerTo(const std::vector<LangfuseEvent>& events)
{
    JsonWriter json;
    json.beginObject().key("successes").beginArray();
    for (const LangfuseEvent& event : events) {
        if (event.error.empty() && event.what != What::log)
            json.beginObject().member("id", event.id).member("status", 201).endObject();
    }
    json.endArray().key("errors").beginArray();
    for (const LangfuseEvent& event : events) {
        if (event.error.empty())
            continue;
        json.beginObject()
            .member("id", event.id.empty() ? std::string("unknown") : event.id)
            .member("status", 400);
        json.member("message", "Invalid request data").member("error", event.error).endObject();
    }
    return json.endArray().endObject().take();
}

} // namespace

TraceId langfuseTraceId(std::string_view id)
{
    const TraceId known = formats::traceIdOf(id);
    return known.valid() ? known : formats::derivedTraceId(id);
}

SpanId langfuseSpanId(std::string_view id)
{
    const SpanId known = SpanId::fromHex(id);
    return known.valid() ? known : formats::derivedSpanId(id);
}

Result<LangfuseBatches::Taken> LangfuseBatches::take(std::string& body, SpanSink& sink)
{
    if (auto valid = formats::checkJson(body); !valid)
        return tl::unexpected(valid.error());
    auto events = readEvents(body);
    if (!events)
        return tl::unexpected(events.error());
    Taken taken;
    taken.answer = answerTo(*events);
    std::stable_sort(events->begin(), events->end(), [](const LangfuseEvent& a, const LangfuseEvent& b) {
        return std::pair(rank(a.what), a.timeUnixNs) < std::pair(rank(b.what), b.timeUnixNs);
    });
    m_before.clear();
    sink.beginContext({}, R"({"name":"langfuse-sdk"})");
    for (const LangfuseEvent& event : *events) {
        taken.refused += event.error.empty() ? 0 : 1;
        taken.spans += event.error.empty() && event.what == What::observation ? 1 : 0;
        if (event.error.empty() && event.what != What::log)
            takeEvent(event, sink);
    }
    for (const TraceId trace : m_touched)
        settle(trace, sink);
    m_touched.clear();
    return taken;
}

void LangfuseBatches::undo()
{
    for (const auto& [trace, before] : m_before) {
        stateOf(trace) = before;
        if (!before.waiting.empty() &&
            std::find(m_rootless.begin(), m_rootless.end(), trace) == m_rootless.end())
            m_rootless.push_back(trace);
    }
    m_before.clear();
}

LangfuseBatches::TraceState& LangfuseBatches::stateOf(TraceId trace)
{
    const auto [at, isNew] = m_traces.try_emplace(trace);
    if (!isNew)
        return at->second;
    m_age.push_back(trace);
    // Those of this batch stay until it is settled.
    while (m_age.size() > mostTraces &&
           std::find(m_touched.begin(), m_touched.end(), m_age.front()) == m_touched.end()) {
        m_traces.erase(m_age.front());
        m_age.pop_front();
    }
    return m_traces[trace];
}

void LangfuseBatches::takeEvent(const LangfuseEvent& event, SpanSink& sink)
{
    const TraceId trace = langfuseTraceId(event.traceId);
    if (std::find(m_touched.begin(), m_touched.end(), trace) == m_touched.end()) {
        m_touched.push_back(trace);
        m_before.emplace_back(trace, stateOf(trace));
    }
    if (event.what == What::trace || (event.what == What::score && event.observationId.empty()))
        stateOf(trace).waiting.push_back(event);
    else if (event.what == What::score)
        placeOnRoot(event, trace, langfuseSpanId(event.observationId), sink);
    else
        takeObservation(event, trace, sink);
}

void LangfuseBatches::takeObservation(const LangfuseEvent& event, TraceId trace, SpanSink& sink)
{
    const SpanId id = langfuseSpanId(event.bodyId);
    if (event.what == What::observation) {
        TraceState& state = stateOf(trace);
        SpanId parent = event.parentId.empty() ? SpanId() : langfuseSpanId(event.parentId);
        if (!parent.valid() && state.ownRoot)
            parent = state.root;
        else if (!parent.valid() && !state.root.valid())
            state.root = id;
        sink.start({trace, id, parent, event.kind, event.level, 0, 0,
                    event.startUnixNs.value_or(event.timeUnixNs), event.name});
        if (!SpanId::fromHex(event.bodyId).valid())
            writeAttribute(sink, trace, id, names::sourceId, event.bodyId);
    }
    for (const trace::Attribute& attribute : event.attributes)
        writeAttribute(sink, trace, id, attribute.key, attribute.value);
    const bool isPoint =
        std::any_of(event.attributes.begin(), event.attributes.end(), [](const auto& attribute) {
            return attribute.key == "langfuse.observation.type" &&
                   attribute.value == trace::Value(std::string("event"));
        });
    auto end = event.endUnixNs;
    if (!end && isPoint && event.what == What::observation)
        end = event.startUnixNs.value_or(event.timeUnixNs);
    const Status status = event.level == Level::error ? Status::error : Status::unset;
    if (status != Status::unset)
        sink.status({trace, id, status, {}});
    if (end)
        sink.end({trace, id, status, 0, *end});
}

/// What a trace or a score says, on the span that stands for it.
void LangfuseBatches::placeOnRoot(const LangfuseEvent& event, TraceId trace, SpanId root,
                                  SpanSink& sink) const
{
    if (event.what == What::score) {
        trace::Event score{
            event.timeUnixNs, std::string(names::scoreEvent), {{"name", event.name}, {"value", event.value}}};
        if (!event.comment.empty())
            score.attributes.push_back({"comment", event.comment});
        return writeEvent(sink, trace, root, score);
    }
    for (const trace::Attribute& attribute : event.attributes)
        writeAttribute(sink, trace, root, attribute.key, attribute.value);
}

/// While no root is known, what waits for it stands in the journal too, under the id that the trace's own
/// root would have.
void LangfuseBatches::settle(TraceId trace, SpanSink& sink)
{
    TraceState& state = stateOf(trace);
    if (state.waiting.empty())
        return;
    std::stable_sort(
        state.waiting.begin(), state.waiting.end(),
        [](const LangfuseEvent& a, const LangfuseEvent& b) { return a.timeUnixNs < b.timeUnixNs; });
    const SpanId root = state.root.valid() ? state.root : formats::derivedSpanId(trace.hex());
    for (const LangfuseEvent& event : state.waiting)
        placeOnRoot(event, trace, root, sink);
    if (state.root.valid()) {
        state.waiting.clear();
    } else if (std::find(m_rootless.begin(), m_rootless.end(), trace) == m_rootless.end()) {
        m_rootless.push_back(trace);
        state.waitsSince = std::chrono::steady_clock::now();
    }
}

bool LangfuseBatches::makeRoots(std::chrono::milliseconds waited, SpanSink& sink)
{
    m_before.clear();
    const auto latest = std::chrono::steady_clock::now() - waited;
    std::erase_if(m_rootless, [&](TraceId trace) {
        const auto known = m_traces.find(trace);
        if (known == m_traces.end() || known->second.waiting.empty())
            return true;
        if (known->second.waitsSince > latest)
            return false;
        m_before.emplace_back(trace, known->second);
        makeRoot(trace, known->second, sink);
        return true;
    });
    return !m_before.empty();
}

void LangfuseBatches::makeRoot(TraceId trace, TraceState& state, SpanSink& sink)
{
    const LangfuseEvent& first = state.waiting.front();
    const std::int64_t time = first.startUnixNs.value_or(first.timeUnixNs);
    std::string name = "trace";
    for (const LangfuseEvent& event : state.waiting) {
        for (const trace::Attribute& attribute : event.attributes) {
            const auto* text = std::get_if<std::string>(&attribute.value);
            if (attribute.key == "langfuse.trace.name" && text != nullptr)
                name = *text;
        }
    }
    state.root = formats::derivedSpanId(trace.hex());
    state.ownRoot = true;
    state.waiting.clear();
    sink.beginContext({}, R"({"name":"langfuse-sdk"})");
    sink.start({trace, state.root, {}, Kind::chain, Level::normal, 0, 0, time, name});
    sink.end({trace, state.root, Status::unset, 0, time});
}

} // namespace spanglass::receive
