// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/otlp_json_request.h"

#include <optional>
#include <simdjson.h>
#include <vector>

#include "formats/json_fault.h"
#include "formats/numbers.h"
#include "formats/otlp_kept.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {

namespace {

using Type = JsonCursor::Type;

/// Walks ResourceSpans or ResourceLogs: groups, their scopes, their records.
class Walk
{
public:
    Walk(std::string_view text, const OtlpJsonNames& names,
         const std::function<void(const OtlpSurroundings&)>& surroundings, const OnRecord& record)
        : m_text(text), m_names(names), m_surroundings(surroundings), m_record(record)
    {
    }

    Result<void> walk()
    {
        JsonCursor at(m_text);
        if (at.peek() != Type::object)
            return fail(ErrorKind::format, "the body is no JSON object");
        for (at.enterObject(); at.nextKey() && m_fault.empty();) {
            if (at.key() == m_names.groups)
                list(at, std::string(m_names.groups),
                     [this](JsonCursor& group, const std::string& path) { readGroup(group, path); });
            else
                at.skip();
        }
        if (!m_fault.empty())
            return fail(ErrorKind::format, m_fault);
        return {};
    }

private:
    template<class Read> void list(JsonCursor& at, const std::string& path, const Read& read)
    {
        if (at.peek() == Type::null) {
            at.skip();
            return;
        }
        if (at.peek() != Type::array) {
            m_fault = path + " is no list";
            at.skip();
            return;
        }
        std::size_t index = 0;
        for (at.enterArray(); at.nextElement() && m_fault.empty(); ++index)
            read(at, path + '[' + std::to_string(index) + ']');
    }

    /// The member that holds for the others may stand behind them: they are read once it is known.
    struct Members
    {
        std::optional<std::size_t> around;
        std::vector<std::size_t> lists;
    };
    std::optional<Members> membersOf(JsonCursor& at, const std::string& path, std::string_view around,
                                     std::string_view lists)
    {
        if (at.peek() != Type::object) {
            m_fault = path + " is no object";
            at.skip();
            return {};
        }
        Members members;
        for (at.enterObject(); at.nextKey();) {
            (void)at.peek();
            if (at.key() == around)
                members.around = at.offset();
            else if (at.key() == lists)
                members.lists.push_back(at.offset());
            at.skip();
        }
        return members;
    }

    void readGroup(JsonCursor& at, const std::string& path)
    {
        const auto members = membersOf(at, path, "resource", m_names.scopes);
        if (!members)
            return;
        m_around.resource.clear();
        if (members->around) {
            JsonCursor resource(m_text, *members->around);
            readOtlpResource(resource, m_around.resource);
        }
        m_around.service = serviceOf(m_around.resource);
        for (const std::size_t place : members->lists) {
            JsonCursor scopes(m_text, place);
            list(scopes, path + '.' + std::string(m_names.scopes),
                 [this](JsonCursor& scope, const std::string& scopePath) {
                     readScopeGroup(scope, scopePath);
                 });
        }
    }

    void readScopeGroup(JsonCursor& at, const std::string& path)
    {
        const auto members = membersOf(at, path, "scope", m_names.records);
        if (!members)
            return;
        m_around.scope = {};
        if (members->around) {
            JsonCursor scope(m_text, *members->around);
            readOtlpScope(scope, m_around.scope);
        }
        m_surroundings(m_around);
        for (const std::size_t place : members->lists) {
            JsonCursor records(m_text, place);
            list(records, path + '.' + std::string(m_names.records), m_record);
        }
    }

    std::string_view m_text;
    const OtlpJsonNames& m_names;
    const std::function<void(const OtlpSurroundings&)>& m_surroundings;
    const OnRecord& m_record;
    OtlpSurroundings m_around;
    std::string m_fault;
};

/// The light pass over a span: ids, times, and the types that must be right.
class RequestSpan
{
public:
    explicit RequestSpan(trace::Span& span) : m_span(span) {}

    Result<void> read(JsonCursor at, std::string_view text)
    {
        if (at.peek() != Type::object)
            return fail(ErrorKind::format, "it is no object");
        const std::size_t place = at.offset();
        for (at.enterObject(); at.nextKey() && m_fault.empty();)
            member(at);
        if (!m_fault.empty())
            return fail(ErrorKind::format, m_fault);
        if (auto good = checkSpanIds(m_span.trace.valid(), m_traceLength, m_span.id.valid(), m_idLength);
            !good)
            return good;
        readOtlpDetails(text, place, noPlace, noPlace, m_span);
        finishSpan(m_span, {0, static_cast<std::uint64_t>(m_span.status), m_end});
        return {};
    }

private:
    void member(JsonCursor& at)
    {
        switch (otlpSpanKey(at.key())) {
        case OtlpKey::traceId:
            m_span.trace = id(at, m_traceLength, traceId);
            return;
        case OtlpKey::spanId:
            m_span.id = id(at, m_idLength, spanId);
            return;
        case OtlpKey::parentSpanId: {
            std::size_t length = 0;
            m_span.parent = id(at, length, spanId);
            if (length > 0 && !m_span.parent.valid() && m_span.parent.value == 0 && !m_zeroId)
                m_fault = "parentSpanId is not valid (" + std::to_string(length) + " long)";
            return;
        }
        case OtlpKey::name:
            m_span.name = at.string();
            return;
        case OtlpKey::startTime:
            m_span.startUnixNs = otlpTime(at.scalar()).value_or(0);
            return;
        case OtlpKey::endTime:
            m_end = otlpTime(at.scalar()).value_or(0);
            return;
        case OtlpKey::status:
            m_span.status = readOtlpStatus(at, nullptr);
            return;
        case OtlpKey::attributes:
            return mustBeList(at, "attributes");
        case OtlpKey::events:
            return mustBeList(at, "events");
        case OtlpKey::links:
            return mustBeList(at, "links");
        default:
            at.skip();
        }
    }

    static TraceId traceId(std::string_view text)
    {
        return text.size() == 32 || text.size() == 24 ? traceIdOf(text) : TraceId();
    }
    static SpanId spanId(std::string_view text)
    {
        return text.size() == 16 || text.size() == 12 ? spanIdOf(text) : SpanId();
    }
    template<class Id> Id id(JsonCursor& at, std::size_t& length, Id (*fromText)(std::string_view))
    {
        const std::string_view text = at.scalar();
        length = text == "null" ? 0 : text.size();
        m_zeroId = text.find_first_not_of('0') == std::string_view::npos;
        return fromText(text);
    }
    void mustBeList(JsonCursor& at, std::string_view name)
    {
        if (at.peek() != Type::array && at.peek() != Type::null)
            m_fault = std::string(name) + " is no list";
        at.skip();
    }

    trace::Span& m_span;
    std::string m_fault;
    std::size_t m_traceLength = 0;
    std::size_t m_idLength = 0;
    std::int64_t m_end = 0;
    bool m_zeroId = false;
};

} // namespace

Result<void> checkJson(std::string& body)
{
    if (body.starts_with("\xef\xbb\xbf"))
        body.erase(0, 3);
    if (!simdjson::validate_utf8(body.data(), body.size()))
        body = protoText(body);
    body.reserve(body.size() + textPadding + simdjson::SIMDJSON_PADDING);
    // A parser per call: it keeps as much memory as its largest document took.
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const auto error = parser.parse(body.data(), body.size(), false).get(root);
    if (error == simdjson::SUCCESS)
        return {};
    std::string what = simdjson::error_message(error);
    if (const auto fault = findFault(body, 0))
        what = fault->what + " at " + placeText(body, fault->offset);
    return fail(ErrorKind::format, "the body is not JSON: " + what);
}

Result<void> visitOtlpJson(std::string_view text, const OtlpJsonNames& names,
                           const std::function<void(const OtlpSurroundings&)>& surroundings,
                           const OnRecord& record)
{
    return Walk(text, names, surroundings, record).walk();
}

Result<void> readOtlpJsonRequest(std::string& body, OtlpSink& sink)
{
    if (auto valid = checkJson(body); !valid)
        return valid;
    const std::string_view text = body;
    trace::Span span;
    std::string service;
    return visitOtlpJson(
        text, {"resourceSpans", "scopeSpans", "spans"},
        [&](const OtlpSurroundings& around) {
            service = around.service;
            sink.surroundings(around);
        },
        [&](JsonCursor& at, const std::string& path) {
            span = {};
            const auto read = RequestSpan(span).read(at, text);
            const std::string_view source = at.skip();
            if (!read)
                return sink.rejected(path + ": " + read.error().message, source);
            span.service = service;
            sink.span(span, source);
        });
}

} // namespace spanglass::formats
