// SPDX-License-Identifier: GPL-3.0-or-later
/// Chrome trace events: X for spans that nest on their thread, b and e for siblings that overlap, B for what
/// has not ended. A process is a service; ids go into the arguments.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/json_writer.h"
#include "base/saturated.h"
#include "formats/chrome_events.h"
#include "formats/exporting.h"

namespace spanglass::formats {
namespace {

void writeValue(JsonWriter& json, const trace::Value& value)
{
    struct Writer
    {
        JsonWriter& to;
        void operator()(std::monostate) const { to.null(); }
        void operator()(const std::string& text) const { to.value(text); }
        void operator()(std::int64_t number) const { to.value(number); }
        void operator()(double number) const { to.value(number); }
        void operator()(bool flag) const { to.value(flag); }
        void operator()(const trace::Json& text) const { to.raw(text.text); }
        void operator()(const trace::Bytes& bytes) const { to.value(plainText(bytes)); }
    };
    std::visit(Writer{json}, value);
}

/// The lane within its process that a span is drawn on; asynchronous ones have none.
struct Place
{
    int pid = 0;
    int tid = 0;
    bool async = false;
    std::string asyncId;
};

class ChromeWriter
{
public:
    explicit ChromeWriter(Exporting& out) : m_out(out), m_table(out.table()) {}

    void run()
    {
        m_places.resize(m_table.size());
        m_childrenEnd.assign(m_table.size(), INT64_MIN);
        for (const std::uint32_t row : m_out.order())
            place(row);
        m_out.put("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n");
        writeNames();
        for (const std::uint32_t row : m_out.order()) {
            write(row);
            if (!m_out.next())
                return;
        }
        m_out.put("\n]}\n");
    }

private:
    [[nodiscard]] std::int64_t endOf(std::uint32_t row) const
    {
        const std::int64_t duration = m_table.durationNs[row];
        return duration == trace::unfinished
                   ? INT64_MAX
                   : saturatedAdd(m_table.startUnixNs[row], std::max<std::int64_t>(duration, 0));
    }

    /// A span goes where its parent is if it lies within the parent and behind its siblings there.
    void place(std::uint32_t row)
    {
        Place& at = m_places[row];
        at.pid = processOf(row);
        const std::uint32_t parent = m_table.parent[row];
        const std::int64_t start = m_table.startUnixNs[row];
        if (parent == trace::noRow || m_places[parent].pid != at.pid) {
            at.tid = threadOf(row, at.pid);
            std::int64_t& reached = m_reached.try_emplace({at.pid, at.tid}, INT64_MIN).first->second;
            at.async = start < reached;
            if (!at.async)
                reached = std::max(reached, endOf(row));
        } else {
            at.tid = m_places[parent].tid;
            at.asyncId = m_places[parent].asyncId;
            const bool fits = start >= m_table.startUnixNs[parent] && endOf(row) <= endOf(parent) &&
                              start >= m_childrenEnd[parent];
            at.async = m_places[parent].async || !fits;
            if (fits)
                m_childrenEnd[parent] = endOf(row);
            else
                at.asyncId.clear();
        }
        if (at.async && at.asyncId.empty())
            at.asyncId = "0x" + m_table.id[row].hex();
    }

    int processOf(std::uint32_t row)
    {
        const std::uint32_t service = m_table.service[row];
        const auto [found, isNew] =
            m_processes.try_emplace(service, static_cast<int>(m_processes.size()) + 1);
        if (isNew && service != 0)
            m_names.push_back({"process_name", found->second, 0, std::string(m_table.strings.text(service))});
        return found->second;
    }

    int threadOf(std::uint32_t row, int pid)
    {
        const std::uint32_t track = m_table.track[row];
        const auto [found, isNew] = m_threads.try_emplace({pid, track}, 0);
        if (isNew) {
            found->second = ++m_lastThread[pid];
            // Lanes that were read from a file of this format are called "process / thread".
            const std::string_view text = track == 0 ? "main" : m_table.strings.text(track);
            const std::size_t slash = text.rfind(" / ");
            m_names.push_back({"thread_name", pid, found->second,
                               std::string(slash == std::string_view::npos ? text : text.substr(slash + 3))});
        }
        return found->second;
    }

    void writeNames()
    {
        for (const Name& name : m_names) {
            JsonWriter json;
            json.beginObject()
                .member("ph", "M")
                .member("pid", name.pid)
                .member("tid", name.tid)
                .member("name", name.what);
            json.key("args").beginObject().member("name", name.text).endObject().endObject();
            putEvent(json.text());
        }
    }

    void putEvent(std::string_view event)
    {
        m_out.put(m_first ? "" : ",\n");
        m_first = false;
        m_out.put(event);
    }

    void begin(JsonWriter& json, std::string_view phase, const Place& at, std::string_view name,
               std::int64_t ns) const
    {
        json.beginObject().member("ph", phase).member("pid", at.pid).member("tid", at.tid);
        json.member("name", name).key("ts").raw(microseconds(ns));
        if (at.async)
            json.member("id", at.asyncId);
    }

    void write(std::uint32_t row)
    {
        const trace::Span span = m_out.span(row);
        const Place& at = m_places[row];
        const bool ended = span.durationNs.has_value();
        if (!span.links.empty())
            m_out.lose("links between spans");
        if (!span.scores.empty())
            m_out.lose("scores");
        if (!span.scope.name.empty())
            m_out.lose("instrumentation scopes");
        JsonWriter json;
        begin(json, at.async ? "b" : ended ? "X" : "B", at, span.name, span.startUnixNs);
        json.member("cat", categoryOf(span));
        if (ended && !at.async)
            json.key("dur").raw(microseconds(std::max<std::int64_t>(*span.durationNs, 0)));
        writeArguments(json, span);
        json.endObject();
        putEvent(json.text());
        for (const trace::Event& event : span.events)
            writeInstant(event, span, at);
        if (at.async && ended) {
            JsonWriter end;
            begin(end, "e", at, span.name,
                  saturatedAdd(span.startUnixNs, std::max<std::int64_t>(*span.durationNs, 0)));
            end.member("cat", categoryOf(span)).endObject();
            putEvent(end.text());
        }
    }

    static std::string categoryOf(const trace::Span& span)
    {
        for (const trace::Attribute& attribute : span.attributes) {
            const auto* text = std::get_if<std::string>(&attribute.value);
            if (attribute.key == "cat" && text != nullptr)
                return *text;
        }
        return std::string(name(span.kind));
    }

    static void writeArguments(JsonWriter& json, const trace::Span& span)
    {
        json.key("args").beginObject();
        for (const trace::Attribute& attribute : span.attributes) {
            if (attribute.key == "cat" || attribute.key == "thread.id" || attribute.key == "thread.name")
                continue; // they have members of their own
            json.key(attribute.key);
            writeValue(json, attribute.value);
        }
        if (span.status != Status::unset)
            json.member(chrome::status, name(span.status));
        if (!span.statusMessage.empty())
            json.member(chrome::statusMessage, span.statusMessage);
        json.member(chrome::traceId, span.trace.hex()).member(chrome::spanId, span.id.hex());
        if (span.parent.valid())
            json.member(chrome::parentSpanId, span.parent.hex());
        json.endObject();
    }

    void writeInstant(const trace::Event& event, const trace::Span& span, const Place& at)
    {
        JsonWriter json;
        begin(json, at.async ? "n" : "i", at, event.name, event.timeUnixNs);
        if (!at.async)
            json.member("s", "t");
        json.member("cat", categoryOf(span));
        json.key("args").beginObject();
        for (const trace::Attribute& attribute : event.attributes) {
            json.key(attribute.key);
            writeValue(json, attribute.value);
        }
        json.member(chrome::traceId, span.trace.hex()).member(chrome::spanId, span.id.hex());
        json.endObject().endObject();
        putEvent(json.text());
    }

    struct Name
    {
        std::string_view what;
        int pid;
        int tid;
        std::string text;
    };

    Exporting& m_out;
    const trace::SpanTable& m_table;
    std::vector<Place> m_places;
    std::vector<std::int64_t> m_childrenEnd;
    std::unordered_map<std::uint32_t, int> m_processes;
    std::map<std::pair<int, std::uint32_t>, int> m_threads;
    std::map<int, int> m_lastThread;
    std::map<std::pair<int, int>, std::int64_t> m_reached;
    std::vector<Name> m_names;
    bool m_first = true;
};

} // namespace

void writeChrome(Exporting& out)
{
    ChromeWriter(out).run();
}

} // namespace spanglass::formats
