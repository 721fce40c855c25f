// SPDX-License-Identifier: GPL-3.0-or-later
/// Jaeger JSON as its UI downloads it. Times are microseconds there.
#include <algorithm>
#include <map>

#include "base/json_writer.h"
#include "formats/exporting.h"
#include "formats/numbers.h"
#include "formats/otlp_values.h"

namespace spanglass::formats {
namespace {

void writeTag(JsonWriter& json, std::string_view key, const trace::Value& value)
{
    struct Writer
    {
        JsonWriter& to;
        void operator()(std::monostate) const { to.member("type", "string").member("value", ""); }
        void operator()(const std::string& text) const { to.member("type", "string").member("value", text); }
        void operator()(std::int64_t number) const { to.member("type", "int64").member("value", number); }
        void operator()(double number) const { to.member("type", "float64").member("value", number); }
        void operator()(bool flag) const { to.member("type", "bool").member("value", flag); }
        void operator()(const trace::Json& json) const
        {
            to.member("type", "string").member("value", json.text);
        }
        void operator()(const trace::Bytes& bytes) const
        {
            to.member("type", "binary").member("value", base64Encoded(bytes));
        }
    };
    json.beginObject().member("key", key);
    std::visit(Writer{json}, value);
    json.endObject();
}

class JaegerWriter
{
public:
    explicit JaegerWriter(Exporting& out) : m_out(out) {}

    void run()
    {
        std::map<TraceId, std::size_t> seen;
        std::vector<std::vector<std::uint32_t>> traces;
        for (const std::uint32_t row : m_out.order()) {
            const auto [found, isNew] = seen.try_emplace(m_out.table().trace[row], traces.size());
            if (isNew)
                traces.emplace_back();
            traces[found->second].push_back(row);
        }
        m_out.put("{\"data\":[");
        for (std::size_t at = 0; at < traces.size(); ++at) {
            m_out.put(at == 0 ? "\n" : ",\n");
            if (!writeTrace(traces[at]))
                return;
        }
        m_out.put("],\"total\":0,\"limit\":0,\"offset\":0,\"errors\":null}\n");
    }

private:
    bool writeTrace(const std::vector<std::uint32_t>& rows)
    {
        m_processes.clear();
        m_out.put("{\"traceID\":\"" + m_out.table().trace[rows.front()].hex() + "\",\"spans\":[\n");
        bool first = true;
        for (const std::uint32_t row : rows) {
            m_out.put(first ? "" : ",\n");
            first = false;
            writeSpan(m_out.span(row));
            if (!m_out.next())
                return false;
        }
        JsonWriter json;
        json.beginObject();
        for (std::size_t at = 0; at < m_processes.size(); ++at) {
            json.key("p" + std::to_string(at + 1))
                .beginObject()
                .member("serviceName", m_processes[at].service);
            json.key("tags").beginArray();
            for (const trace::Attribute& tag : m_processes[at].tags) {
                if (tag.key != "service.name")
                    writeTag(json, tag.key, tag.value);
            }
            json.endArray().endObject();
        }
        m_out.put("],\"processes\":" + json.endObject().text() + ",\"warnings\":null}");
        return true;
    }

    std::string processOf(const trace::Span& span)
    {
        const auto same = [&](const Process& process) {
            return process.service == span.service && process.tags == span.resource;
        };
        auto found = std::find_if(m_processes.begin(), m_processes.end(), same);
        if (found == m_processes.end())
            found = m_processes.insert(m_processes.end(), {span.service, span.resource});
        return "p" + std::to_string(found - m_processes.begin() + 1);
    }

    void note(const trace::Span& span)
    {
        if (span.startUnixNs % 1000 != 0 || span.durationNs.value_or(0) % 1000 != 0)
            m_out.lose("parts of a microsecond");
        if (!span.durationNs)
            m_out.lose("that a span has not ended (it gets no duration)");
        if (!span.scores.empty())
            m_out.lose("scores");
        for (const trace::Link& link : span.links) {
            if (isRootLink(span, link))
                m_out.lose("links of a root within its trace");
            if (link.attributes.size() > 1 || !link.traceState.empty())
                m_out.lose("attributes of links");
        }
    }

    /// Without a parent a reference within the trace would be read as one.
    static bool isRootLink(const trace::Span& span, const trace::Link& link)
    {
        return !span.parent.valid() && link.trace == span.trace;
    }

    static void writeReferences(JsonWriter& json, const trace::Span& span)
    {
        const auto reference = [&](std::string_view type, TraceId trace, SpanId id) {
            json.beginObject()
                .member("refType", type)
                .member("traceID", trace.hex())
                .member("spanID", id.hex())
                .endObject();
        };
        json.key("references").beginArray();
        if (span.parent.valid())
            reference("CHILD_OF", span.trace, span.parent);
        for (const trace::Link& link : span.links) {
            const bool childOf =
                std::any_of(link.attributes.begin(), link.attributes.end(), [](const auto& attribute) {
                    return attribute.key == "opentracing.ref_type" &&
                           attribute.value == trace::Value(std::string("child_of"));
                });
            if (isRootLink(span, link))
                continue;
            reference(childOf ? "CHILD_OF" : "FOLLOWS_FROM", link.trace, link.span);
        }
        json.endArray();
    }

    static void writeTags(JsonWriter& json, const trace::Span& span)
    {
        json.key("tags").beginArray();
        for (const trace::Attribute& attribute : span.attributes) {
            const bool saysError = attribute.key == "error" && span.status == Status::error;
            if (!saysError && attribute.key != "jaeger.warnings" && attribute.key != "jaeger.flags")
                writeTag(json, attribute.key, attribute.value);
        }
        if (!span.scope.name.empty())
            writeTag(json, "otel.scope.name", span.scope.name);
        if (!span.scope.version.empty())
            writeTag(json, "otel.scope.version", span.scope.version);
        if (span.status == Status::error)
            writeTag(json, "error", true);
        if (span.status != Status::unset)
            writeTag(json, "otel.status_code", std::string(span.status == Status::ok ? "OK" : "ERROR"));
        if (!span.statusMessage.empty())
            writeTag(json, "otel.status_description", span.statusMessage);
        json.endArray();
    }

    void writeSpan(const trace::Span& span)
    {
        note(span);
        JsonWriter json;
        json.beginObject().member("traceID", span.trace.hex()).member("spanID", span.id.hex());
        json.member("operationName", span.name);
        writeReferences(json, span);
        json.member("startTime", span.startUnixNs / 1000);
        if (span.durationNs)
            json.member("duration", *span.durationNs / 1000);
        writeTags(json, span);
        json.key("logs").beginArray();
        for (const trace::Event& event : span.events) {
            json.beginObject().member("timestamp", event.timeUnixNs / 1000).key("fields").beginArray();
            if (!event.name.empty())
                writeTag(json, "event", event.name);
            for (const trace::Attribute& attribute : event.attributes)
                writeTag(json, attribute.key, attribute.value);
            json.endArray().endObject();
        }
        json.endArray().member("processID", processOf(span)).key("warnings");
        const auto warnings =
            std::find_if(span.attributes.begin(), span.attributes.end(),
                         [](const auto& attribute) { return attribute.key == "jaeger.warnings"; });
        const auto* list =
            warnings == span.attributes.end() ? nullptr : std::get_if<trace::Json>(&warnings->value);
        if (list != nullptr)
            json.raw(list->text);
        else
            json.null();
        m_out.put(json.endObject().text());
    }

    struct Process
    {
        std::string service;
        trace::Attributes tags;
    };

    Exporting& m_out;
    std::vector<Process> m_processes; // of the trace at hand
};

} // namespace

void writeJaeger(Exporting& out)
{
    JaegerWriter(out).run();
}

} // namespace spanglass::formats
