// SPDX-License-Identifier: GPL-3.0-or-later
/// Jaeger JSON: the answer of /api/traces and the UI's download {"data": […]}, a bare trace, or a list of
/// traces. Times are microseconds; ids may lack leading zeros; processes may stand behind the spans that name
/// them.
#include "formats/reader.h"

#include <unordered_map>

#include "formats/fields.h"
#include "formats/jaeger_parts.h"
#include "formats/json_values.h"
#include "formats/kind_memo.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

/// A process of one trace; spans name it by a key that need not have been seen yet.
struct Process
{
    std::uint64_t place = noPlace;
    std::uint32_t service = 0;
};
using Processes = std::vector<Process>;

class Jaeger
{
public:
    Jaeger(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_processes(std::make_shared<Processes>())
    {
        builder.setDetails(
            [bytes, processes = m_processes](std::uint64_t place, std::uint32_t context, trace::Span& span) {
                readDetails(bytes->text(), place, (*processes)[context].place, span);
            });
    }

    void read()
    {
        eachDocument(m_text, m_builder, [this](JsonCursor& at) {
            eachElement(at, m_builder, [this](JsonCursor& element) { readObject(element, true); });
        });
    }

private:
    static void readDetails(std::string_view text, std::uint64_t place, std::uint64_t process,
                            trace::Span& span)
    {
        JsonCursor at(text, place);
        for (at.enterObject(); at.nextKey();) {
            const std::string_view key = at.key();
            if (key == "tags")
                readJaegerTags(at, span.attributes);
            else if (key == "logs")
                readJaegerLogs(at, span.events);
            else if (key == "references")
                (void)readJaegerReferences(at, span.trace, &span.links);
            else if (key == "process")
                readJaegerProcess(at, span);
            else if (key == "warnings" && at.peek() == JsonCursor::Type::array)
                span.attributes.push_back({"jaeger.warnings", valueOf(at)});
            else if (key == "flags")
                keepNumber(at, span);
            else
                at.skip();
        }
        if (process != noPlace) {
            JsonCursor of(text, process);
            readJaegerProcess(of, span);
        }
        takeOtelOutOfTags(span);
    }

    static void keepNumber(JsonCursor& at, trace::Span& span)
    {
        if (const auto flags = wholeNumber(at.scalar()); flags && *flags > 1)
            span.attributes.push_back({"jaeger.flags", *flags});
    }

    /// An envelope with "data", a trace, or a span as stores of Jaeger keep it.
    void readObject(JsonCursor& at, bool outermost)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        if (outermost && isSpan(at)) {
            m_keys.clear();
            readSpan(at);
            return;
        }
        const std::uint32_t firstRow = m_builder.table().size();
        const std::size_t firstProcess = m_processes->size();
        m_keys.clear();
        for (at.enterObject(); at.nextKey();) {
            if (outermost && at.key() == "data" && at.peek() == JsonCursor::Type::array)
                eachElement(at, m_builder, [this](JsonCursor& trace) { readObject(trace, false); });
            else if (at.key() == "spans" && at.peek() == JsonCursor::Type::array)
                readSpans(at);
            else if (at.key() == "processes" && at.peek() == JsonCursor::Type::object)
                readProcesses(at);
            else if (at.key() == "errors" && at.peek() == JsonCursor::Type::array)
                readErrors(at);
            else
                at.skip();
        }
        trace::SpanTable& table = m_builder.table();
        for (std::uint32_t row = firstRow; row < table.size(); ++row) {
            if (m_builder.contexts()[row] >= firstProcess && table.service[row] == 0)
                table.service[row] = (*m_processes)[m_builder.contexts()[row]].service;
        }
    }

    /// Told by its first names: whatever is large stands behind a trace's id.
    static bool isSpan(JsonCursor at)
    {
        for (at.enterObject(); at.nextKey(); at.skip()) {
            if (at.key() == "spanID" || at.key() == "operationName")
                return true;
            if (at.key() != "traceID" && at.key() != "flags" && at.key() != "references")
                return false;
        }
        return false;
    }

    void readErrors(JsonCursor& at)
    {
        for (at.enterArray(); at.nextElement();) {
            const std::size_t place = at.offset();
            const Fields error(at);
            m_builder.warn(place, "the server said: " + error.text("msg"));
        }
    }

    /// The number of a process of this trace, seen or not yet seen.
    std::uint32_t process(std::string_view key)
    {
        if (!m_keys.empty() && m_lastKey == key)
            return m_lastProcess;
        m_lastKey = key;
        const auto [found, isNew] =
            m_keys.try_emplace(m_lastKey, static_cast<std::uint32_t>(m_processes->size()));
        if (isNew)
            m_processes->emplace_back();
        m_lastProcess = found->second;
        return m_lastProcess;
    }

    void readProcesses(JsonCursor& at)
    {
        for (at.enterObject(); at.nextKey();) {
            Process& of = (*m_processes)[process(at.key())];
            of.place = at.offset();
            trace::Span said;
            readJaegerProcess(at, said);
            of.service = m_builder.strings().intern(said.service);
        }
    }

    void readSpans(JsonCursor& at)
    {
        for (at.enterArray(); at.nextElement();) {
            if (!m_builder.goOn(at.offset()))
                return;
            readSpan(at);
        }
    }

    void readSpan(JsonCursor& at)
    {
        const std::size_t place = at.offset();
        if (at.peek() != JsonCursor::Type::object) {
            m_builder.reject(place, "something that is no span at " + m_builder.placeText(place));
            at.skip();
            return;
        }
        Row row;
        row.place = place;
        SpanId oldParent;
        std::uint64_t references = noPlace;
        bool processKnown = false;
        m_kinds.begin();
        for (at.enterObject(); at.nextKey();) {
            const std::string_view key = at.key();
            if (key == "traceID") {
                readTraceId(at.scalar(), row.trace);
            } else if (key == "spanID") {
                otlpSpanId(at.scalar(), row.id);
            } else if (key == "parentSpanID") {
                otlpSpanId(at.scalar(), oldParent);
            } else if (key == "operationName") {
                row.name = m_builder.strings().intern(at.string());
            } else if (key == "startTime") {
                const auto start = scaled(at.scalar(), 3);
                row.startKnown = start.has_value();
                row.startUnixNs = start.value_or(0);
            } else if (key == "duration") {
                if (const auto duration = scaled(at.scalar(), 3))
                    row.durationNs = *duration == trace::unfinished ? -2 : *duration;
            } else if (key == "references") {
                references = at.offset();
                row.parent = readJaegerReferences(at, row.trace, nullptr);
            } else if (key == "tags") {
                readHints(at, row);
            } else if (key == "logs") {
                m_builder.countEvents(countObjects(at));
            } else if (key == "processID") {
                row.context = process(at.scalar());
                processKnown = true;
            } else if (key == "process") {
                trace::Span said;
                readJaegerProcess(at, said);
                row.service = m_builder.strings().intern(said.service);
            } else {
                at.skip();
            }
        }
        if (at.failed())
            return;
        if (!row.trace.valid() || !row.id.valid()) {
            m_builder.reject(place, "a span without an id at " + m_builder.placeText(place));
            return;
        }
        if (references != noPlace && !row.parent.valid()) { // the trace id may have stood behind them
            JsonCursor again(m_text, references);
            row.parent = readJaegerReferences(again, row.trace, nullptr);
        }
        if (!row.parent.valid())
            row.parent = oldParent;
        if (!processKnown)
            row.context = process("\1none");
        row.kind = m_kinds.kind(m_builder.strings().text(row.name));
        if (row.status == Status::unset && m_kinds.failed())
            row.status = Status::error;
        m_builder.add(row);
    }

    void readTraceId(std::string_view text, TraceId& id)
    {
        if (text == m_lastTraceText) { // runs of spans of one trace
            id = m_lastTrace;
            return;
        }
        otlpTraceId(text, id);
        m_lastTraceText = text;
        m_lastTrace = id;
    }

    void readHints(JsonCursor& at, Row& row)
    {
        eachObject(at, [&](JsonCursor& tag) {
            bool hint = false;
            for (tag.enterObject(); tag.nextKey();) {
                if (tag.key() == "key") {
                    m_key = tag.string();
                    hint = KindMemo::matters(m_key) || m_key == "error" || m_key == "otel.status_code";
                } else if (hint && tag.key() == "value") {
                    useHint(tag.scalar(), row);
                } else {
                    tag.skip();
                }
            }
        });
    }

    void useHint(std::string_view value, Row& row)
    {
        if (m_key == "error") {
            if (value == "true")
                row.status = Status::error;
        } else if (m_key == "otel.status_code") {
            if (value == "ERROR")
                row.status = Status::error;
            else if (value == "OK" && row.status == Status::unset)
                row.status = Status::ok;
        } else {
            m_kinds.attribute(m_key, value);
        }
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    std::shared_ptr<Processes> m_processes;
    std::unordered_map<std::string, std::uint32_t> m_keys; // of the trace at hand
    std::string m_lastKey;
    std::uint32_t m_lastProcess = 0;
    std::string_view m_lastTraceText = "\1";
    TraceId m_lastTrace;
    KindMemo m_kinds;
    std::string m_key;
};

bool mine(const Shape& shape, std::string_view)
{
    for (const std::string prefix : {"", "[].", "data[]."}) {
        if (shape.has(prefix + "spans") &&
            (shape.has(prefix + "processes") || shape.has(prefix + "spans[].spanID") ||
             shape.has(prefix + "traceID")))
            return true;
        if (shape.has(prefix + "traceID") && shape.has(prefix + "spanID") &&
            shape.has(prefix + "operationName"))
            return true;
    }
    return shape.has("data") && shape.has("errors[].msg");
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    Jaeger(bytes, builder).read();
    return {};
}

} // namespace

const Reader jaegerReader{"jaeger", mine, read};

} // namespace spanglass::formats
