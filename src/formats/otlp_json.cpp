// SPDX-License-Identifier: GPL-3.0-or-later
/// OTLP/JSON: one request, requests as lines, Tempo's batches, Jaeger's v3 answers; camelCase and snake_case;
/// ids as hex or base64; enums as numbers or names. (opentelemetry-proto 1.x, the file exporter's lines, and
/// what occurs in practice.)
#include "formats/otlp_values.h"

#include <charconv>

#include "formats/fields.h"
#include "formats/json_values.h"
#include "formats/kind_memo.h"
#include "formats/numbers.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

/// What spans have in common; their texts are decoded with each span that is looked at.
struct Context
{
    std::uint64_t resource = noPlace;
    std::uint64_t scope = noPlace;
};
using Contexts = std::vector<Context>;

bool isAny(std::string_view key, std::string_view camel, std::string_view snake)
{
    return key == camel || key == snake;
}

class OtlpJson
{
public:
    OtlpJson(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_contexts(std::make_shared<Contexts>())
    {
        builder.setDetails(
            [bytes, contexts = m_contexts](std::uint64_t place, std::uint32_t context, trace::Span& span) {
                const Context& around = (*contexts)[context];
                readOtlpDetails(bytes->text(), place, around.resource, around.scope, span);
            });
    }

    Result<void> read()
    {
        eachDocument(m_text, m_builder, [this](JsonCursor& at) { readDocument(at); });
        if (m_builder.table().size() == 0 && m_otherSignals > 0)
            m_builder.warn(0, "it holds logs or metrics, no spans");
        else if (m_otherSignals > 0)
            m_builder.warn(0, std::to_string(m_otherSignals) + " groups of logs or metrics were left out");
        return {};
    }

private:
    /// A request, a list of them, or an envelope around one.
    void readDocument(JsonCursor& at)
    {
        if (at.peek() == JsonCursor::Type::array) {
            for (at.enterArray(); at.nextElement();)
                readRequest(at, 0);
        } else if (at.peek() == JsonCursor::Type::object) {
            readRequest(at, 0);
        } else {
            const std::size_t begin = at.offset();
            at.skip();
            if (!at.failed())
                m_builder.warn(begin, "something that is no OTLP request at " + m_builder.placeText(begin));
        }
    }

    void readRequest(JsonCursor& at, int depth)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        for (at.enterObject(); at.nextKey();) {
            const std::string_view key = at.key();
            if (isAny(key, "resourceSpans", "resource_spans") || key == "batches")
                readList(at, [this](JsonCursor& element) { readResourceSpans(element); });
            else if ((key == "data" || key == "result" || key == "trace") && depth < 3)
                readEnvelope(at, depth);
            else {
                if (isAny(key, "resourceLogs", "resource_logs") ||
                    isAny(key, "resourceMetrics", "resource_metrics"))
                    ++m_otherSignals;
                at.skip();
            }
        }
    }

    void readEnvelope(JsonCursor& at, int depth)
    {
        if (at.peek() == JsonCursor::Type::array)
            readList(at, [this, depth](JsonCursor& element) { readRequest(element, depth + 1); });
        else
            readRequest(at, depth + 1);
    }

    template<class ReadElement> void readList(JsonCursor& at, const ReadElement& readElement)
    {
        if (at.peek() != JsonCursor::Type::array) {
            const std::size_t begin = at.offset();
            if (at.peek() != JsonCursor::Type::null)
                m_builder.warn(begin, "not a list at " + m_builder.placeText(begin));
            at.skip();
            return;
        }
        for (at.enterArray(); at.nextElement() && !m_builder.cancelled();)
            readElement(at);
    }

    void readResourceSpans(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        const std::uint32_t firstRow = m_builder.table().size();
        const std::size_t firstContext = m_contexts->size();
        m_resource = noPlace;
        m_service = 0;
        for (at.enterObject(); at.nextKey();) {
            const std::string_view key = at.key();
            if (key == "resource")
                readResource(at);
            else if (isAny(key, "scopeSpans", "scope_spans") ||
                     isAny(key, "instrumentationLibrarySpans", "instrumentation_library_spans") ||
                     key == "deprecatedScopeSpans")
                readList(at, [this](JsonCursor& element) { readScopeSpans(element); });
            else
                at.skip();
        }
        // The resource may stand behind its spans.
        for (std::size_t context = firstContext; context < m_contexts->size(); ++context)
            (*m_contexts)[context].resource = m_resource;
        auto& services = m_builder.table().service;
        std::fill(services.begin() + firstRow, services.end(), m_service);
    }

    void readResource(JsonCursor& at)
    {
        m_resource = at.offset();
        trace::Attributes attributes;
        readOtlpResource(at, attributes);
        for (const trace::Attribute& attribute : attributes) {
            if (attribute.key != "service.name")
                continue;
            if (const auto* name = std::get_if<std::string>(&attribute.value))
                m_service = m_builder.strings().intern(*name);
        }
    }

    void readScopeSpans(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        const auto context = static_cast<std::uint32_t>(m_contexts->size());
        m_contexts->emplace_back();
        for (at.enterObject(); at.nextKey();) {
            const std::string_view key = at.key();
            if (key == "scope" || isAny(key, "instrumentationLibrary", "instrumentation_library")) {
                (*m_contexts)[context].scope = at.offset();
                at.skip();
            } else if (key == "spans") {
                readList(at, [this, context](JsonCursor& element) { readSpan(element, context); });
            } else {
                at.skip();
            }
        }
    }

    void readSpan(JsonCursor& at, std::uint32_t context)
    {
        const std::size_t place = at.offset();
        if (!m_builder.goOn(place) || at.peek() != JsonCursor::Type::object) {
            if (at.peek() != JsonCursor::Type::object)
                m_builder.reject(place, "something that is no span at " + m_builder.placeText(place));
            at.skip();
            return;
        }
        Row row;
        row.place = place;
        row.context = context;
        std::optional<std::int64_t> start;
        std::optional<std::int64_t> end;
        bool idGiven = false;
        bool traceGiven = false;
        m_kinds.begin();
        for (at.enterObject(); at.nextKey();) {
            switch (otlpSpanKey(at.key())) {
            case OtlpKey::traceId:
                traceGiven = otlpTraceId(at.scalar(), row.trace);
                break;
            case OtlpKey::spanId:
                idGiven = otlpSpanId(at.scalar(), row.id);
                break;
            case OtlpKey::parentSpanId:
                otlpSpanId(at.scalar(), row.parent);
                break;
            case OtlpKey::name:
                row.name = m_builder.strings().intern(at.string());
                break;
            case OtlpKey::startTime:
                start = readTime(at);
                break;
            case OtlpKey::endTime:
                end = readTime(at);
                break;
            case OtlpKey::status:
                row.status = readOtlpStatus(at, nullptr);
                break;
            case OtlpKey::attributes:
                readKindHints(at);
                break;
            case OtlpKey::events:
                m_builder.countEvents(countObjects(at));
                break;
            default:
                at.skip();
            }
        }
        if (at.failed())
            return;
        if (!traceGiven || !idGiven) {
            m_builder.reject(
                place, std::string(traceGiven ? "a span without a span id" : "a span without a trace id") +
                           " at " + m_builder.placeText(place));
            return;
        }
        row.startKnown = otlpStartKnown(start.value_or(0), end.value_or(0)) || end.value_or(0) != 0;
        row.startUnixNs =
            otlpStartKnown(start.value_or(0), end.value_or(0)) ? start.value_or(0) : end.value_or(0);
        if (end && *end != 0)
            row.durationNs = otlpDuration(row.startUnixNs, *end);
        row.kind = m_kinds.kind(m_builder.strings().text(row.name));
        if (row.status == Status::unset && m_kinds.failed())
            row.status = Status::error;
        m_builder.add(row);
    }

    std::optional<std::int64_t> readTime(JsonCursor& at)
    {
        const std::size_t place = at.offset();
        const std::string_view text = at.scalar();
        const auto time = otlpTime(text);
        if (!time && !text.empty() && text != "null")
            m_builder.warn(place, "a time that cannot be read at " + m_builder.placeText(place));
        return time;
    }

    void readKindHints(JsonCursor& at)
    {
        if (at.peek() == JsonCursor::Type::object) { // hand-made exporters
            for (at.enterObject(); at.nextKey();) {
                if (!KindMemo::matters(at.key())) {
                    at.skip();
                    continue;
                }
                m_key = at.key();
                m_kinds.attribute(m_key, at.peek() == JsonCursor::Type::string ? at.string() : at.scalar());
            }
            return;
        }
        eachObject(at, [this](JsonCursor& pair) {
            bool matters = false;
            for (pair.enterObject(); pair.nextKey();) {
                if (pair.key() == "key") {
                    const std::string_view key = pair.string();
                    matters = KindMemo::matters(key);
                    if (matters)
                        m_key = key;
                } else if (matters && pair.key() == "value") {
                    readHintValue(pair);
                } else {
                    pair.skip();
                }
            }
        });
    }

    void readHintValue(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        for (at.enterObject(); at.nextKey();) {
            if (isAny(at.key(), "stringValue", "string_value"))
                m_kinds.attribute(m_key, at.string());
            else
                m_kinds.attribute(m_key, at.scalar()); // digits; nothing of a list
        }
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    std::shared_ptr<Contexts> m_contexts;
    KindMemo m_kinds;
    std::string m_key;
    std::uint64_t m_resource = noPlace; // of the ResourceSpans at hand
    std::uint32_t m_service = 0;
    std::uint64_t m_otherSignals = 0;
};

bool mine(const Shape& shape, std::string_view)
{
    for (const std::string prefix : {"", "[].", "data.", "data[].", "result.", "trace."}) {
        for (const char* name : {"resourceSpans", "resource_spans", "batches", "resourceLogs",
                                 "resource_logs", "resourceMetrics", "resource_metrics"}) {
            if (shape.has(prefix + name))
                return true;
        }
    }
    return false;
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    return OtlpJson(bytes, builder).read();
}

} // namespace

const Reader otlpJsonReader{"otlp-json", mine, read};

} // namespace spanglass::formats
