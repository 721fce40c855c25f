// SPDX-License-Identifier: GPL-3.0-or-later
/// Chrome Trace Event format: the list form (its end may be missing), the object form, one event a line; all
/// phases. Spans have no ids there: nesting is by containment on one thread, and the ids made up here are the
/// same each time the same file is opened.
#include <algorithm>

#include "base/saturated.h"
#include "formats/chrome_events.h"
#include "formats/chrome_links.h"
#include "formats/chrome_own.h"
#include "formats/chrome_tracks.h"
#include "formats/json_fault.h"
#include "formats/kind_memo.h"
#include "formats/numbers.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

class Chrome
{
public:
    Chrome(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_shared(std::make_shared<ChromeDetails>())
    {
        m_shared->bytes = bytes;
        const std::string_view head = m_text.substr(0, 1 << 16);
        const std::string_view tail =
            m_text.substr(m_text.size() - std::min<std::size_t>(m_text.size(), 1 << 16));
        m_seed = std::string(head) + std::to_string(m_text.size()) + std::string(tail);
        m_trace = derivedTraceId(m_seed);
        m_seed = m_trace.hex();
        builder.parentsAreRows();
        builder.setDetails(
            [shared = m_shared](std::uint64_t place, std::uint32_t context, trace::Span& span) {
                readChromeDetails(*shared, place, context, span);
            });
    }

    Result<void> read()
    {
        JsonCursor at(m_text);
        if (at.peek() == JsonCursor::Type::array)
            readEvents(at);
        else
            readObjects(at);
        if (at.failed() && !m_builder.cancelled())
            warnOfFault(at);
        finish();
        return {};
    }

private:
    /// {"traceEvents": […], …}, or one event object after another.
    void readObjects(JsonCursor& at)
    {
        while (!at.atEnd() && !at.failed() && !m_builder.cancelled()) {
            JsonCursor whole = at;
            bool envelope = false;
            for (at.enterObject(); at.nextKey();) {
                if (at.key() == "traceEvents") {
                    envelope = true;
                    if (at.peek() == JsonCursor::Type::array) {
                        readEvents(at);
                        continue;
                    }
                } else if (!envelope && at.key() == "ph") {
                    break;
                }
                at.skip();
            }
            if (at.failed() || envelope)
                continue;
            at = whole; // it was an event
            readEvent(at);
        }
    }

    void readEvents(JsonCursor& at)
    {
        for (at.enterArray(); at.nextElement();) {
            if (!m_builder.goOn(at.offset()))
                return;
            readEvent(at);
        }
    }

    /// The list may end where it likes: that is how programs write it that may crash.
    void warnOfFault(const JsonCursor& at)
    {
        if (at.endedEarly()) {
            const std::size_t last = m_text.find_last_not_of(" \n\r\t,");
            const bool whole =
                last != std::string_view::npos && m_text[last] == '}' && m_lastEventEnd == last + 1;
            if (whole)
                return;
            m_builder.lost(m_lastEventEnd, "the file ended early at " + m_builder.placeText(m_text.size()) +
                                               "; the last whole event ends at byte " +
                                               std::to_string(m_lastEventEnd));
            return;
        }
        const Fault fault = findFault(m_text, m_eventBegin).value_or(Fault{at.offset(), at.error(), false});
        m_builder.lost(fault.offset, "broken at " + m_builder.placeText(fault.offset) + ": " + fault.what);
    }

    void readEvent(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            const std::size_t begin = at.offset();
            at.skip();
            if (!at.failed())
                m_builder.reject(begin, "something that is no event at " + m_builder.placeText(begin));
            return;
        }
        m_eventBegin = at.offset();
        m_kinds.begin();
        m_own.begin();
        m_event = ChromeEvent();
        readChromeEvent(at, m_event, [this](std::string_view key, std::string_view value) {
            if (KindMemo::matters(key))
                m_kinds.attribute(key, value);
            else
                m_own.read(key, value);
        });
        if (at.failed())
            return;
        m_lastEventEnd = at.offset();
        take(m_event);
    }

    void take(const ChromeEvent& event)
    {
        switch (event.phase) {
        case 'X':
            complete(event);
            break;
        case 'B':
            begin(m_tracks.ofThread(event), event, true);
            break;
        case 'E':
            end(m_tracks.ofThread(event), event);
            break;
        case 'b':
        case 'S':
            begin(m_tracks.ofOperation(event), event, false);
            break;
        case 'e':
        case 'F':
            end(m_tracks.ofOperation(event), event);
            break;
        case 'n':
        case 'T':
        case 'p':
            instant(m_tracks.ofOperation(event), event);
            break;
        case 'i':
        case 'I':
        case 'R':
            instant(m_tracks.ofThread(event), event);
            break;
        case 's':
        case 't':
        case 'f':
            m_links.addFlow(m_tracks.ofThread(event), event);
            break;
        case 'M':
            m_tracks.takeName(event);
            break;
        default:
            break; // counters, objects, samples, memory dumps, clock marks
        }
    }

    std::uint32_t addRow(std::uint32_t track, const ChromeEvent& event, std::int64_t durationNs)
    {
        Row row;
        row.trace = m_trace;
        row.name = m_builder.strings().intern(event.name);
        row.startUnixNs = event.timeNs;
        row.startKnown = event.timeKnown;
        row.durationNs = durationNs;
        row.kind = m_kinds.kind(m_builder.strings().text(row.name));
        if (m_kinds.failed())
            row.status = Status::error;
        row.place = m_eventBegin;
        row.context = track;
        row.id = derivedSpanId(m_seed, m_builder.table().size());
        if (m_own.whole())
            m_own.takeRow(row, m_builder.table().size(), m_tracks.ofThread(event));
        return m_builder.add(row);
    }

    void complete(const ChromeEvent& event)
    {
        const std::uint32_t track = m_tracks.ofThread(event);
        const std::uint32_t row =
            addRow(track, event, event.durationNs == trace::unfinished ? -2 : event.durationNs);
        m_tracks[track].rows.push_back(row);
        if (!event.bindId.empty() && (event.flowIn || event.flowOut))
            m_links.addBound(row, event);
    }

    void begin(std::uint32_t track, const ChromeEvent& event, bool nestByTime)
    {
        const std::uint32_t row = addRow(track, event, trace::unfinished);
        ChromeTracks::Track& of = m_tracks[track];
        if (nestByTime)
            of.rows.push_back(row);
        else if (!of.open.empty())
            m_builder.table().parent[row] = of.open.back();
        of.open.push_back(row);
    }

    /// Ends the innermost open span of that name, else the innermost one; none is open: ignored, as the
    /// format's own viewer does.
    void end(std::uint32_t track, const ChromeEvent& event)
    {
        ChromeTracks::Track& of = m_tracks[track];
        if (of.open.empty())
            return;
        trace::SpanTable& table = m_builder.table();
        auto which = of.open.end() - 1;
        if (!event.name.empty()) {
            for (auto at = of.open.end(); at != of.open.begin();) {
                if (table.strings.text(table.name[*--at]) == event.name) {
                    which = at;
                    break;
                }
            }
        }
        const std::uint32_t row = *which;
        table.durationNs[row] = std::max<std::int64_t>(saturatedSub(event.timeNs, table.startUnixNs[row]), 0);
        table.state[row] = trace::State::ended;
        if (event.hasArguments)
            m_shared->ends.emplace(m_builder.place(row), m_eventBegin);
        of.open.erase(which);
    }

    void instant(std::uint32_t track, const ChromeEvent& event)
    {
        m_builder.countEvents(1);
        if (m_own.whole())
            m_own.takeInstant(m_eventBegin, m_builder, *m_shared);
        else
            m_links.addInstant(track, event.timeNs, m_eventBegin);
    }

    void finish()
    {
        trace::SpanTable& table = m_builder.table();
        m_tracks.nest(table);
        m_own.link(m_builder, *m_shared);
        const std::vector<std::uint32_t> lanes = m_tracks.name(m_builder, m_shared->tracks);
        m_own.setTracks(lanes, table);
        m_links.resolve(m_tracks, m_builder, table, *m_shared);
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    std::shared_ptr<ChromeDetails> m_shared;
    std::string m_seed;
    TraceId m_trace;
    KindMemo m_kinds;
    ChromeOwn m_own;
    ChromeEvent m_event;
    std::size_t m_eventBegin = 0;
    std::size_t m_lastEventEnd = 0;
    ChromeTracks m_tracks;
    ChromeLinks m_links;
};

bool mine(const Shape& shape, std::string_view)
{
    return shape.has("traceEvents") || shape.has("[].ph") || shape.has("ph");
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    return Chrome(bytes, builder).read();
}

} // namespace

const Reader chromeReader{"chrome", mine, read};

} // namespace spanglass::formats
