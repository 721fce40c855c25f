// SPDX-License-Identifier: GPL-3.0-or-later
/// Zipkin v2 JSON: a list of spans, a list of traces, or one of either a line. Client and server of one call
/// may share an id: the server's half becomes a child of the client's, and what the server did becomes the
/// server's.
#include "formats/reader.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "formats/fields.h"
#include "formats/jaeger_parts.h"
#include "formats/json_values.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

constexpr std::string_view known[] = {
    "traceId",        "id",          "parentId", "kind",  "name",  "timestamp", "duration", "localEndpoint",
    "remoteEndpoint", "annotations", "tags",     "debug", "shared"};

void readEndpoint(const Fields& endpoint, std::string_view prefix, trace::Attributes& attributes)
{
    for (const auto& [from, to] : {std::pair("serviceName", "service"), std::pair("ipv4", "ipv4"),
                                   std::pair("ipv6", "ipv6"), std::pair("port", "port")})
        keep(attributes, std::string(prefix) + to, endpoint.find(from));
}

std::string lower(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

void decode(JsonCursor& at, std::uint32_t, trace::Span& span)
{
    const Fields fields(at);
    setIds(span, fields.text("traceId"), fields.text("id"), fields.text("parentId"));
    span.name = fields.text("name");
    const auto start = scaled(fields.text("timestamp"), 3);
    span.startUnixNs = start.value_or(0);
    span.durationNs.reset();
    if (const auto duration = scaled(fields.text("duration"), 3); duration && *duration != 0)
        span.durationNs = *duration;
    span.state = span.durationNs ? trace::State::ended : trace::State::running;
    const Fields local = fields.object("localEndpoint");
    span.service = local.text("serviceName");
    keep(span.resource, "service.name", local.find("serviceName"));
    readEndpoint(local, "net.host.", span.resource);
    readEndpoint(fields.object("remoteEndpoint"), "net.peer.", span.attributes);
    if (const std::string kind = fields.text("kind"); !kind.empty())
        span.attributes.push_back({std::string(otlp::spanKind), lower(kind)});
    for (const trace::Attribute& tag : fields.object("tags").all()) {
        setAttribute(span.attributes, tag.key, tag.value);
        if (tag.key == "otel.status_code" && span.status != Status::error) {
            span.status = tag.value == trace::Value(std::string("ERROR")) ? Status::error : Status::ok;
        } else if (tag.key == "error") {
            span.status = Status::error;
            if (const auto* text = std::get_if<std::string>(&tag.value))
                span.statusMessage = *text;
        }
    }
    for (const std::string& element : fields.list("annotations")) {
        const Fields annotation{std::string_view(element)};
        span.events.push_back(
            {scaled(annotation.text("timestamp"), 3).value_or(0), annotation.text("value"), {}});
    }
    if (const auto* shared = fields.find("shared"); shared != nullptr && *shared == trace::Value(true))
        span.attributes.push_back({"zipkin.shared", true});
    if (const auto* debug = fields.find("debug"); debug != nullptr && *debug == trace::Value(true))
        span.attributes.push_back({"zipkin.debug", true});
    keepOthers(span.attributes, fields, known, "zipkin.");
    takeOtelOutOfTags(span);
}

class Zipkin
{
public:
    Zipkin(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_rows(bytes, builder, decode)
    {
    }

    void read()
    {
        eachDocument(m_text, m_builder, [this](JsonCursor& at) {
            eachElement(at, m_builder, [this](JsonCursor& element) {
                eachElement(element, m_builder, [this](JsonCursor& span) { readSpan(span); });
            });
        });
        joinShortTraceIds();
        splitSharedIds();
    }

private:
    void readSpan(JsonCursor& at)
    {
        JsonCursor look = at;
        const std::uint32_t row = m_builder.table().size();
        m_rows.add(at);
        if (m_builder.table().size() == row || look.peek() != JsonCursor::Type::object)
            return;
        bool shared = false;
        bool server = false;
        bool client = false;
        for (look.enterObject(); look.nextKey();) {
            if (look.key() == "shared") {
                shared = look.scalar() == "true";
            } else if (look.key() == "kind") {
                const std::string_view kind = look.scalar();
                server = kind == "SERVER";
                client = kind == "CLIENT";
            } else {
                look.skip();
            }
        }
        m_half.push_back(shared ? Half::shared : server ? Half::server : client ? Half::client : Half::other);
    }

    /// The upper half of a trace id may be missing in some of its spans.
    void joinShortTraceIds()
    {
        trace::SpanTable& table = m_builder.table();
        std::unordered_map<std::uint64_t, std::uint64_t> high;
        for (const TraceId& id : table.trace) {
            if (id.high != 0)
                high.emplace(id.low, id.high);
        }
        for (TraceId& id : table.trace) {
            const auto found = id.high == 0 ? high.find(id.low) : high.end();
            if (found != high.end())
                id.high = found->second;
        }
    }

    /// A server's half that shares its id gets one of its own, and its service's children follow it.
    void splitSharedIds()
    {
        trace::SpanTable& table = m_builder.table();
        const trace::RowIndex index(table);
        std::map<std::uint32_t, std::vector<std::uint32_t>> sharing; // by the first row of an id
        for (const auto& repeat : index.repeats())
            sharing.try_emplace(repeat.first, 1, repeat.first).first->second.push_back(repeat.row);
        std::vector<std::pair<std::uint32_t, SpanId>> moved;         // row, new id
        std::unordered_map<std::uint64_t, std::uint32_t> serverHalf; // mixed key → row
        for (const auto& [first, rows] : sharing)
            split(rows, moved, serverHalf);
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            const SpanId parent = m_builder.parentId(row);
            const auto found = serverHalf.find(keyOf(table.trace[row], parent));
            if (!parent.valid() || found == serverHalf.end() || found->second == row)
                continue;
            const bool sameService = table.service[row] == table.service[found->second];
            if (sameService && table.id[row] != parent)
                m_builder.setParentId(row, derivedSpanId(parent.hex(), 1));
        }
        for (const auto& [row, id] : moved) {
            m_builder.setParentId(row, table.id[row]);
            table.id[row] = id;
        }
    }

    /// Only where both halves are there; several fragments of one half stay together.
    void split(const std::vector<std::uint32_t>& rows, std::vector<std::pair<std::uint32_t, SpanId>>& moved,
               std::unordered_map<std::uint64_t, std::uint32_t>& serverHalf) const
    {
        const trace::SpanTable& table = m_builder.table();
        const auto isServer = [&](std::uint32_t row) {
            return m_half[row] == Half::shared || m_half[row] == Half::server;
        };
        if (std::all_of(rows.begin(), rows.end(), isServer) ||
            std::none_of(rows.begin(), rows.end(), isServer))
            return;
        for (const std::uint32_t row : rows) {
            if (!isServer(row))
                continue;
            serverHalf.emplace(keyOf(table.trace[row], table.id[row]), row);
            moved.emplace_back(row, derivedSpanId(table.id[row].hex(), 1));
        }
    }

    static std::uint64_t keyOf(TraceId trace, SpanId id)
    {
        return trace.low * 0x9E3779B97F4A7C15U ^ id.value;
    }

    enum class Half : std::uint8_t
    {
        other,
        client,
        server,
        shared
    };

    std::string_view m_text;
    TableBuilder& m_builder;
    DecodedRows m_rows;
    std::vector<Half> m_half;
};

bool mine(const Shape& shape, std::string_view)
{
    for (const std::string prefix : {"[].", "[][].", ""}) {
        const auto has = [&](const char* name) { return shape.has(prefix + name); };
        const auto hasAny = [&](std::initializer_list<const char*> names) {
            return std::any_of(names.begin(), names.end(), has);
        };
        if (has("traceId") && has("id") &&
            !hasAny({"startTime", "spanContext", "projectId", "value", "binaryAnnotations"}) &&
            (has("timestamp") || has("duration") || has("localEndpoint") || has("annotations") ||
             has("kind")))
            return true;
    }
    return false;
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    Zipkin(bytes, builder).read();
    return {};
}

} // namespace

const Reader zipkinReader{"zipkin", mine, read};

} // namespace spanglass::formats
