// SPDX-License-Identifier: GPL-3.0-or-later
/// Jaeger JSON: the answer of /api/traces and the UI's download {"data": […]}, a bare trace, or a list of
/// traces. Times are microseconds; ids may lack leading zeros; processes may stand behind the spans that name
/// them.
#include "formats/reader.h"

#include <unordered_map>

#include "formats/fields.h"
#include "formats/json_fault.h"
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

/// Tags are {key, type, value}; int64 values may be text, binary ones are base64.
void readTags(JsonCursor& at, trace::Attributes& attributes)
{
    if (at.peek() != JsonCursor::Type::array) {
        at.skip();
        return;
    }
    for (at.enterArray(); at.nextElement();) {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            continue;
        }
        trace::Attribute tag;
        std::string type;
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "key")
                tag.key = at.string();
            else if (at.key() == "type")
                type = at.string();
            else if (at.key() == "value")
                tag.value = valueOf(at);
            else
                at.skip();
        }
        if (const auto* text = std::get_if<std::string>(&tag.value)) {
            if (type == "int64") {
                if (const auto number = wholeNumber(*text); number && std::to_string(*number) == *text)
                    tag.value = *number;
            } else if (type == "float64") {
                if (const auto number = realNumber(*text))
                    tag.value = *number;
            } else if (type == "bool") {
                tag.value = *text == "true";
            } else if (type == "binary") {
                if (auto bytes = base64Decoded(*text))
                    tag.value = std::move(*bytes);
            }
        } else if (const auto* number = std::get_if<std::int64_t>(&tag.value);
                   number != nullptr && type == "float64") {
            tag.value = static_cast<double>(*number);
        }
        attributes.push_back(std::move(tag));
    }
    dropRepeatedKeys(attributes);
}

void readLogs(JsonCursor& at, std::vector<trace::Event>& events)
{
    if (at.peek() != JsonCursor::Type::array) {
        at.skip();
        return;
    }
    for (at.enterArray(); at.nextElement();) {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            continue;
        }
        trace::Event event;
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "timestamp")
                event.timeUnixNs = scaled(at.scalar(), 3).value_or(0);
            else if (at.key() == "fields")
                readTags(at, event.attributes);
            else
                at.skip();
        }
        // OpenTelemetry's events come as logs with a field "event".
        for (auto field = event.attributes.begin(); field != event.attributes.end(); ++field) {
            const auto* name = std::get_if<std::string>(&field->value);
            if (field->key != "event" || name == nullptr)
                continue;
            event.name = *name;
            event.attributes.erase(field);
            break;
        }
        events.push_back(std::move(event));
    }
}

struct Reference
{
    bool childOf = false;
    TraceId trace;
    SpanId span;
};

Reference readReference(JsonCursor& at)
{
    Reference reference;
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return reference;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "refType")
            reference.childOf = at.scalar() == "CHILD_OF";
        else if (at.key() == "traceID")
            otlpTraceId(at.scalar(), reference.trace);
        else if (at.key() == "spanID")
            otlpSpanId(at.scalar(), reference.span);
        else
            at.skip();
    }
    return reference;
}

/// The parent is the first CHILD_OF within the trace, else the first FOLLOWS_FROM; the rest are links.
struct References
{
    SpanId childOf;
    SpanId followsFrom;
    [[nodiscard]] SpanId parent() const { return childOf.valid() ? childOf : followsFrom; }
};

References readReferences(JsonCursor& at, TraceId trace, std::vector<trace::Link>* links)
{
    References found;
    if (at.peek() != JsonCursor::Type::array) {
        at.skip();
        return found;
    }
    std::vector<Reference> all;
    for (at.enterArray(); at.nextElement();) {
        const Reference reference = readReference(at);
        SpanId& slot = reference.childOf ? found.childOf : found.followsFrom;
        if (!slot.valid() && reference.trace == trace)
            slot = reference.span;
        if (links != nullptr)
            all.push_back(reference);
    }
    bool parentSeen = false;
    for (const Reference& reference : all) {
        const bool isParent = reference.trace == trace && reference.span == found.parent() &&
                              reference.childOf == found.childOf.valid() && !parentSeen;
        parentSeen = parentSeen || isParent;
        if (!isParent)
            links->push_back(
                {reference.trace,
                 reference.span,
                 {},
                 {{"opentracing.ref_type", std::string(reference.childOf ? "child_of" : "follows_from")}}});
    }
    return found;
}

void readProcess(JsonCursor& at, trace::Span& span)
{
    if (at.peek() != JsonCursor::Type::object) {
        at.skip();
        return;
    }
    for (at.enterObject(); at.nextKey();) {
        if (at.key() == "serviceName")
            span.service = at.string();
        else if (at.key() == "tags")
            readTags(at, span.resource);
        else
            at.skip();
    }
    if (!span.service.empty())
        setAttribute(span.resource, "service.name", span.service);
}

/// What OpenTelemetry put into tags goes back to where it belongs.
void takeOutOtel(trace::Span& span)
{
    trace::Attributes kept;
    for (trace::Attribute& tag : span.attributes) {
        const auto* text = std::get_if<std::string>(&tag.value);
        if (text != nullptr && (tag.key == "otel.scope.name" || tag.key == "otel.library.name"))
            span.scope.name = *text;
        else if (text != nullptr && (tag.key == "otel.scope.version" || tag.key == "otel.library.version"))
            span.scope.version = *text;
        else if (text != nullptr && tag.key == "otel.status_description")
            span.statusMessage = *text;
        else if (tag.key != "otel.status_code")
            kept.push_back(std::move(tag));
    }
    span.attributes = std::move(kept);
}

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
            eachElement(at, m_builder, [this](JsonCursor& element) { readObject(element); });
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
                readTags(at, span.attributes);
            else if (key == "logs")
                readLogs(at, span.events);
            else if (key == "references")
                readReferences(at, span.trace, &span.links);
            else if (key == "process")
                readProcess(at, span);
            else if (key == "warnings" && at.peek() == JsonCursor::Type::array)
                span.attributes.push_back({"jaeger.warnings", valueOf(at)});
            else if (key == "flags")
                keepNumber(at, span);
            else
                at.skip();
        }
        if (process != noPlace) {
            JsonCursor of(text, process);
            readProcess(of, span);
        }
        takeOutOtel(span);
    }

    static void keepNumber(JsonCursor& at, trace::Span& span)
    {
        if (const auto flags = wholeNumber(at.scalar()); flags && *flags > 1)
            span.attributes.push_back({"jaeger.flags", *flags});
    }

    /// An envelope with "data", or a trace.
    void readObject(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        const std::uint32_t firstRow = m_builder.table().size();
        const std::size_t firstProcess = m_processes->size();
        m_keys.clear();
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "data" && at.peek() == JsonCursor::Type::array)
                eachElement(at, m_builder, [this](JsonCursor& trace) { readObject(trace); });
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
            readProcess(at, said);
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
            m_builder.reject(place, "something that is no span at " + placeText(m_text, place));
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
                row.parent = readReferences(at, row.trace, nullptr).parent();
            } else if (key == "tags") {
                readHints(at, row);
            } else if (key == "logs") {
                countLogs(at);
            } else if (key == "processID") {
                row.context = process(at.scalar());
                processKnown = true;
            } else if (key == "process") {
                trace::Span said;
                readProcess(at, said);
                row.service = m_builder.strings().intern(said.service);
            } else {
                at.skip();
            }
        }
        if (at.failed())
            return;
        if (!row.trace.valid() || !row.id.valid()) {
            m_builder.reject(place, "a span without an id at " + placeText(m_text, place));
            return;
        }
        if (references != noPlace && !row.parent.valid()) { // the trace id may have stood behind them
            JsonCursor again(m_text, references);
            row.parent = readReferences(again, row.trace, nullptr).parent();
        }
        if (!row.parent.valid())
            row.parent = oldParent;
        if (!processKnown)
            row.context = process("\1none");
        row.kind = m_kinds.kind(m_builder.strings().text(row.name));
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
        if (at.peek() != JsonCursor::Type::array) {
            at.skip();
            return;
        }
        for (at.enterArray(); at.nextElement();) {
            if (at.peek() != JsonCursor::Type::object) {
                at.skip();
                continue;
            }
            bool hint = false;
            for (at.enterObject(); at.nextKey();) {
                if (at.key() == "key") {
                    m_key = at.string();
                    hint = KindMemo::matters(m_key) || m_key == "error" || m_key == "otel.status_code";
                } else if (hint && at.key() == "value") {
                    useHint(at.scalar(), row);
                } else {
                    at.skip();
                }
            }
        }
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

    void countLogs(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::array) {
            at.skip();
            return;
        }
        std::uint64_t count = 0;
        for (at.enterArray(); at.nextElement(); ++count)
            at.skip();
        m_builder.countEvents(count);
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
    }
    return false;
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    Jaeger(bytes, builder).read();
    return {};
}

} // namespace

const Reader jaegerReader{"jaeger", mine, read};

} // namespace spanglass::formats
