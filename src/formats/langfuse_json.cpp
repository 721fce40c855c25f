// SPDX-License-Identifier: GPL-3.0-or-later
/// Langfuse's JSON: the download of a trace, exports and API answers (a list, one a line, {"data": […]}), and
/// batches as its SDKs send them, in which updates may precede what they update.
#include <algorithm>
#include <map>

#include "formats/json_values.h"
#include "formats/langfuse.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

/// The observation at hand; the roots of a downloaded trace say what the trace says, too.
class Rows
{
public:
    Rows(const SharedBytes& bytes, TableBuilder& builder)
        : m_traces(std::make_shared<std::vector<std::uint64_t>>()),
          m_rows(bytes, builder,
                 [text = bytes->text(), traces = m_traces](JsonCursor& at, std::uint32_t context,
                                                           trace::Span& span) {
                     decode(text, *traces, at, context, span);
                 })
    {
    }

    void add(JsonCursor& at, std::uint32_t context) { m_rows.add(at, context); }
    /// The number by which observations name the trace that stands at `place`; 0 is no trace.
    std::uint32_t beginTrace(std::uint64_t place)
    {
        m_traces->push_back(place);
        return static_cast<std::uint32_t>(m_traces->size());
    }
    void placeTrace(std::uint32_t context, std::uint64_t place) { (*m_traces)[context - 1] = place; }

private:
    static void decode(std::string_view text, const std::vector<std::uint64_t>& traces, JsonCursor& at,
                       std::uint32_t context, trace::Span& span)
    {
        const Fields fields(at);
        const bool aTrace = fields.find("startTime") == nullptr && fields.find("timestamp") != nullptr;
        if (aTrace)
            decodeTraceAlone(fields, span);
        else
            decodeObservation(fields, span);
        if (context == 0 || context > traces.size() || traces[context - 1] == noPlace)
            return;
        JsonCursor of(text, traces[context - 1]);
        const Fields trace(of);
        const bool root = !span.parent.valid();
        if (root && !aTrace)
            decodeTraceOn(trace, span);
        for (const std::string& element : trace.list("scores")) {
            const Fields score{std::string_view(element)};
            const std::string target = score.text("observationId");
            if (target.empty() ? root : target == fields.text("id"))
                span.scores.push_back(scoreOf(score));
        }
    }

    std::shared_ptr<std::vector<std::uint64_t>> m_traces;
    DecodedRows m_rows;
};

/// A batch puts spans together from creates and updates; later ones win, in the order of their timestamps.
class Batch
{
public:
    void add(const Fields& event)
    {
        m_events.push_back(
            {timeOf(event.find("timestamp")).value_or(0), event.text("type"), event.object("body")});
    }

    [[nodiscard]] bool empty() const { return m_events.empty(); }

    std::vector<trace::Span> spans()
    {
        std::stable_sort(m_events.begin(), m_events.end(), [](const auto& a, const auto& b) {
            return a.timeNs != b.timeNs ? a.timeNs < b.timeNs : a.isCreate() > b.isCreate();
        });
        for (const Event& event : m_events)
            merge(event);
        std::vector<trace::Span> result;
        for (const std::string& id : m_order)
            result.push_back(spanOf(id));
        for (const auto& [id, trace] : m_traces) {
            if (m_tracesWithSpans.count(id) != 0)
                continue;
            trace::Span alone;
            decodeTraceAlone(trace, alone);
            result.push_back(std::move(alone));
        }
        return result;
    }

private:
    struct Event
    {
        std::int64_t timeNs;
        std::string type;
        Fields body;
        [[nodiscard]] bool isCreate() const { return type.ends_with("-create"); }
    };

    void merge(const Event& event)
    {
        const std::string id = event.body.text("id");
        if (event.type == "trace-create") {
            mergeInto(m_traces[id], event.body);
        } else if (event.type == "score-create") {
            m_scores.push_back(event.body);
        } else if (event.type.ends_with("-create") || event.type.ends_with("-update")) {
            const auto [found, isNew] = m_observations.try_emplace(id);
            if (isNew)
                m_order.push_back(id);
            const std::string type = event.type.substr(0, event.type.rfind('-'));
            if (type != "observation")
                setAttribute(found->second.all(), "type", type);
            mergeInto(found->second, event.body);
            m_tracesWithSpans[event.body.text("traceId")] = true;
        }
    }

    static void mergeInto(Fields& fields, const Fields& more)
    {
        for (const trace::Attribute& member : more.all()) {
            if (!std::holds_alternative<std::monostate>(member.value))
                setAttribute(fields.all(), member.key, member.value);
        }
    }

    trace::Span spanOf(const std::string& id)
    {
        const Fields& fields = m_observations[id];
        trace::Span span;
        decodeObservation(fields, span);
        const std::string trace = fields.text("traceId");
        const bool root = !span.parent.valid();
        if (const auto found = m_traces.find(trace); root && found != m_traces.end())
            decodeTraceOn(found->second, span);
        for (const Fields& score : m_scores) {
            const std::string target = score.text("observationId");
            if (target.empty() ? root && score.text("traceId") == trace : target == id)
                span.scores.push_back(scoreOf(score));
        }
        return span;
    }

    std::vector<Event> m_events;
    std::map<std::string, Fields> m_traces;
    std::map<std::string, Fields> m_observations;
    std::map<std::string, bool> m_tracesWithSpans;
    std::vector<std::string> m_order;
    std::vector<Fields> m_scores;
};

class LangfuseJson
{
public:
    LangfuseJson(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_rows(bytes, builder)
    {
    }

    void read()
    {
        eachDocument(m_text, m_builder, [this](JsonCursor& at) {
            eachElement(at, m_builder, [this](JsonCursor& element) { readObject(element); });
        });
        if (!m_batch.empty())
            addKept(m_builder, m_batch.spans());
    }

private:
    void readObject(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        JsonCursor whole = at;
        bool envelope = false;
        std::uint32_t context = 0;
        std::uint32_t rowsBefore = m_builder.table().size();
        std::size_t traceAt = 0;
        for (at.enterObject(); at.nextKey();) {
            const bool list = at.peek() == JsonCursor::Type::array;
            if (at.key() == "trace" && at.peek() == JsonCursor::Type::object) {
                if (context == 0)
                    context = m_rows.beginTrace(at.offset());
                else
                    m_rows.placeTrace(context, at.offset());
                traceAt = at.offset();
                envelope = true;
                at.skip();
            } else if (at.key() == "observations" && list && isObjectList(at)) {
                envelope = true;
                if (context == 0) // the trace stands behind, or around: {"id": …, "observations": […]}
                    context = m_rows.beginTrace(isTrace(whole) ? whole.offset() : noPlace);
                eachElement(at, m_builder, [this, context](JsonCursor& row) { m_rows.add(row, context); });
            } else if ((at.key() == "data" || at.key() == "traces") && list) { // a page, or a session
                envelope = true;
                eachElement(at, m_builder, [this](JsonCursor& row) { m_rows.add(row, 0); });
            } else if (at.key() == "batch" && list) {
                envelope = true;
                eachElement(at, m_builder, [this](JsonCursor& event) { m_batch.add(Fields(event)); });
            } else {
                at.skip();
            }
        }
        if (at.failed())
            return;
        if (!envelope) {
            at = whole;
            m_rows.add(at, 0);
        } else if (traceAt != 0 && m_builder.table().size() == rowsBefore) {
            JsonCursor trace(m_text, traceAt); // a trace without observations is shown as one span
            m_rows.add(trace, context);
        }
    }

    /// Lists of ids occur under the same name.
    static bool isObjectList(JsonCursor at)
    {
        at.enterArray();
        return at.nextElement() && at.peek() == JsonCursor::Type::object;
    }

    static bool isTrace(JsonCursor at)
    {
        for (at.enterObject(); at.nextKey(); at.skip()) {
            if (at.key() == "timestamp" || at.key() == "sessionId" || at.key() == "userId")
                return true;
        }
        return false;
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    Rows m_rows;
    Batch m_batch;
};

bool mine(const Shape& shape, std::string_view)
{
    if ((shape.has("trace") && shape.has("observations")) ||
        (shape.has("batch[].type") && shape.has("batch[].body")) ||
        (shape.has("traces[].timestamp") && shape.has("traces[].id")))
        return true;
    for (const std::string prefix : {"", "[].", "data[]."}) {
        const auto has = [&](const char* name) { return shape.has(prefix + name); };
        if (has("parentObservationId") || has("htmlPath") || has("observationCount") || has("bookmarked") ||
            (has("traceId") && has("startTime") && has("type") && has("id") && !has("spanContext")))
            return true;
        if (has("trace") && has("observations"))
            return true;
    }
    return false;
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    LangfuseJson(bytes, builder).read();
    return {};
}

} // namespace

const Reader langfuseReader{"langfuse", mine, read};

} // namespace spanglass::formats
