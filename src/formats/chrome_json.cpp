// SPDX-License-Identifier: GPL-3.0-or-later
/// Chrome Trace Event format: the list form (its end may be missing), the object form, one event a line; all
/// phases. Spans have no ids there: nesting is by containment on one thread, and the ids made up here are the
/// same each time the same file is opened.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "formats/chrome_events.h"
#include "formats/json_fault.h"
#include "formats/kind_memo.h"
#include "formats/numbers.h"
#include "formats/reader.h"

namespace spanglass::formats {
namespace {

/// A thread, or one asynchronous operation (cat + id): rows on it nest.
struct Track
{
    std::string process;             ///< pid as text
    std::string thread;              ///< tid as text; empty for asynchronous ones
    std::string category;            ///< of asynchronous ones
    std::vector<std::uint32_t> rows; ///< of synchronous ones, to be nested by containment
    std::vector<std::uint32_t> open; ///< rows that have begun and not ended
};

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
            m_builder.warn(m_lastEventEnd, "the file ended early at " + placeText(m_text, m_text.size()) +
                                               "; the last whole event ends at byte " +
                                               std::to_string(m_lastEventEnd));
            return;
        }
        const Fault fault = findFault(m_text, m_eventBegin).value_or(Fault{at.offset(), at.error(), false});
        m_builder.warn(fault.offset, "broken at " + placeText(m_text, fault.offset) + ": " + fault.what);
    }

    void readEvent(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            const std::size_t begin = at.offset();
            at.skip();
            if (!at.failed())
                m_builder.reject(begin, "something that is no event at " + placeText(m_text, begin));
            return;
        }
        m_eventBegin = at.offset();
        m_kinds.begin();
        m_own = {};
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
            begin(threadTrack(event), event, true);
            break;
        case 'E':
            end(threadTrack(event), event);
            break;
        case 'b':
        case 'S':
            begin(asyncTrack(event), event, false);
            break;
        case 'e':
        case 'F':
            end(asyncTrack(event), event);
            break;
        case 'n':
        case 'T':
        case 'p':
            instant(asyncTrack(event), event);
            break;
        case 'i':
        case 'I':
        case 'R':
            instant(threadTrack(event), event);
            break;
        case 's':
        case 't':
        case 'f':
            m_flows.push_back({std::string(event.id), m_builder.table().size(), threadTrack(event),
                               event.timeNs, event.phase, event.enclosing});
            break;
        case 'M':
            metadata(event);
            break;
        default:
            break; // counters, objects, samples, memory dumps, clock marks
        }
        if (event.timeKnown)
            m_last = std::max(m_last, event.timeNs);
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
        row.place = m_eventBegin;
        row.context = track;
        row.id = derivedSpanId(m_seed, m_builder.table().size());
        if (m_own.whole()) {
            row.trace = m_own.trace;
            row.id = m_own.id;
            row.parent = m_own.parent;
            row.status = m_own.status;
            m_ownRows.push_back({m_builder.table().size(), threadTrack(event)});
        }
        return m_builder.add(row);
    }

    void complete(const ChromeEvent& event)
    {
        const std::uint32_t track = threadTrack(event);
        std::int64_t duration = event.durationNs;
        if (duration == trace::unfinished)
            duration = -2;
        m_tracks[track].rows.push_back(addRow(track, event, duration));
    }

    void begin(std::uint32_t track, const ChromeEvent& event, bool nestByTime)
    {
        const std::uint32_t row = addRow(track, event, trace::unfinished);
        Track& of = m_tracks[track];
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
        Track& of = m_tracks[track];
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
        table.durationNs[row] = std::max<std::int64_t>(event.timeNs - table.startUnixNs[row], 0);
        table.state[row] = trace::State::ended;
        if (event.hasArguments)
            m_shared->ends.emplace(m_builder.place(row), m_eventBegin);
        of.open.erase(which);
    }

    void instant(std::uint32_t track, const ChromeEvent& event)
    {
        m_builder.countEvents(1);
        if (m_own.whole())
            m_ownInstants.push_back({m_own.trace, m_own.id, m_eventBegin});
        else
            m_instants.push_back({track, event.timeNs, m_eventBegin});
    }

    void metadata(const ChromeEvent& event)
    {
        if (event.name == "process_name")
            m_processNames[std::string(event.process)] = event.argumentName;
        else if (event.name == "thread_name")
            m_threadNames[{std::string(event.process), std::string(event.thread)}] = event.argumentName;
    }

    std::uint32_t threadTrack(const ChromeEvent& event)
    {
        // Runs of events of one thread are the rule.
        if (!m_tracks.empty() && m_lastTrack < m_tracks.size() &&
            m_tracks[m_lastTrack].process == event.process && m_tracks[m_lastTrack].thread == event.thread &&
            m_tracks[m_lastTrack].category.empty())
            return m_lastTrack;
        std::string key(event.process);
        key.push_back('\0');
        key += event.thread;
        m_lastTrack = trackFor(key, event, false);
        return m_lastTrack;
    }

    std::uint32_t asyncTrack(const ChromeEvent& event)
    {
        std::string key("\1");
        key += event.category;
        key.push_back('\0');
        key += event.scope;
        key.push_back('\0');
        key += event.id;
        if (event.idIsLocal) {
            key.push_back('\0');
            key += event.process;
        }
        return trackFor(key, event, true);
    }

    std::uint32_t trackFor(const std::string& key, const ChromeEvent& event, bool async)
    {
        const auto [found, isNew] = m_trackOf.try_emplace(key, static_cast<std::uint32_t>(m_tracks.size()));
        if (isNew) {
            Track made;
            made.process = event.process;
            if (async)
                made.category = event.category.empty() ? std::string_view("async") : event.category;
            else
                made.thread = event.thread;
            m_tracks.push_back(std::move(made));
        }
        return found->second;
    }

    void finish()
    {
        for (Track& track : m_tracks)
            nest(track);
        linkOwn();
        nameTracks();
        placeInstants();
        linkFlows();
    }

    /// Containment: a span lies in the last one before it that has not ended when it ends.
    void nest(Track& track)
    {
        trace::SpanTable& table = m_builder.table();
        const auto endOf = [&](std::uint32_t row) {
            const std::int64_t duration = table.durationNs[row];
            return duration == trace::unfinished
                       ? INT64_MAX
                       : table.startUnixNs[row] + std::max<std::int64_t>(duration, 0);
        };
        const auto before = [&](std::uint32_t a, std::uint32_t b) {
            if (table.startUnixNs[a] != table.startUnixNs[b])
                return table.startUnixNs[a] < table.startUnixNs[b];
            return endOf(a) > endOf(b);
        };
        if (!std::is_sorted(track.rows.begin(), track.rows.end(), before))
            std::stable_sort(track.rows.begin(), track.rows.end(), before);
        std::vector<std::uint32_t> path;
        for (const std::uint32_t row : track.rows) {
            const std::int64_t end = endOf(row);
            const std::int64_t start = table.startUnixNs[row];
            while (!path.empty() && (endOf(path.back()) < end || endOf(path.back()) < start ||
                                     (endOf(path.back()) == start && end > start)))
                path.pop_back();
            table.parent[row] = path.empty() ? trace::noRow : path.back();
            path.push_back(row);
        }
    }

    /// Spans that bring their ids know their parents better than their places do.
    void linkOwn()
    {
        if (m_ownRows.empty())
            return;
        trace::SpanTable& table = m_builder.table();
        const trace::RowIndex index(table);
        for (const OwnRow& own : m_ownRows) {
            const SpanId parent = m_builder.parentId(own.row);
            table.parent[own.row] = index.find(table.trace[own.row], parent);
            if (parent.valid() && table.parent[own.row] == trace::noRow)
                table.flags[own.row] |= trace::flagOrphan;
        }
        for (const OwnInstant& instant : m_ownInstants) {
            if (const std::uint32_t row = index.find(instant.trace, instant.span); row != trace::noRow)
                m_shared->instants.emplace(m_builder.place(row), instant.place);
        }
    }

    void nameTracks()
    {
        trace::SpanTable& table = m_builder.table();
        std::vector<std::uint32_t> service(m_tracks.size());
        std::vector<std::uint32_t> lane(m_tracks.size());
        for (std::size_t at = 0; at < m_tracks.size(); ++at) {
            const Track& track = m_tracks[at];
            ChromeTrack names;
            names.process = track.process;
            names.thread = track.thread;
            if (const auto name = m_processNames.find(track.process); name != m_processNames.end())
                names.processName = name->second;
            if (const auto name = m_threadNames.find({track.process, track.thread});
                name != m_threadNames.end())
                names.threadName = name->second;
            service[at] = table.strings.intern(names.processName);
            lane[at] = table.strings.intern(laneName(track, names));
            m_shared->tracks.push_back(std::move(names));
        }
        const auto& contexts = m_builder.contexts();
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            table.service[row] = service[contexts[row]];
            table.track[row] = lane[contexts[row]];
        }
        for (const OwnRow& own : m_ownRows)
            table.track[own.row] = lane[own.threadTrack];
    }

    static std::string laneName(const Track& track, const ChromeTrack& names)
    {
        const std::string process = names.processName.empty() ? track.process : names.processName;
        if (track.thread.empty())
            return process + ": " + track.category;
        return process + " / " + (names.threadName.empty() ? track.thread : names.threadName);
    }

    /// An instant belongs to the innermost span that is open on its track; one outside every span is only
    /// counted.
    void placeInstants()
    {
        const trace::SpanTable& table = m_builder.table();
        std::vector<std::vector<std::uint32_t>> rowsOf(m_tracks.size());
        const auto& contexts = m_builder.contexts();
        if (!m_instants.empty()) {
            for (std::uint32_t row = 0; row < table.size(); ++row)
                rowsOf[contexts[row]].push_back(row);
            for (auto& rows : rowsOf)
                std::sort(rows.begin(), rows.end(),
                          [&](auto a, auto b) { return table.startUnixNs[a] < table.startUnixNs[b]; });
        }
        for (const Instant& instant : m_instants) {
            const auto& rows = rowsOf[instant.track];
            auto after =
                std::upper_bound(rows.begin(), rows.end(), instant.timeNs,
                                 [&](std::int64_t time, auto row) { return time < table.startUnixNs[row]; });
            if (after == rows.begin())
                continue;
            std::uint32_t row = *--after;
            const auto ended = [&](std::uint32_t of) {
                return table.durationNs[of] != trace::unfinished &&
                       table.startUnixNs[of] + table.durationNs[of] < instant.timeNs;
            };
            while (row != trace::noRow && ended(row))
                row = table.parent[row];
            if (row != trace::noRow)
                m_shared->instants.emplace(m_builder.place(row), instant.place);
        }
    }

    /// A flow binds its start to the slice that encloses it, its end to the next slice on its thread or, with
    /// bp = "e", to the enclosing one: a link from the later to the earlier.
    void linkFlows()
    {
        const trace::SpanTable& table = m_builder.table();
        std::map<std::string, std::uint32_t> from;
        for (const Flow& flow : m_flows) {
            const std::uint32_t bound =
                flow.phase == 'f' && !flow.enclosing ? sliceAfter(flow) : sliceAround(flow);
            if (bound == trace::noRow)
                continue;
            if (flow.phase != 's') {
                if (const auto start = from.find(flow.id); start != from.end() && start->second != bound)
                    m_shared->links.emplace(m_builder.place(bound), table.id[start->second]);
            }
            from[flow.id] = bound;
        }
    }

    struct Flow
    {
        std::string id;
        std::uint32_t rowsBefore;
        std::uint32_t track;
        std::int64_t timeNs;
        char phase;
        bool enclosing;
    };

    [[nodiscard]] std::uint32_t sliceAround(const Flow& flow) const
    {
        const trace::SpanTable& table = m_builder.table();
        const auto& rows = m_tracks[flow.track].rows; // sorted by start
        auto after =
            std::upper_bound(rows.begin(), rows.end(), flow.timeNs,
                             [&](std::int64_t time, auto row) { return time < table.startUnixNs[row]; });
        if (after == rows.begin())
            return trace::noRow;
        std::uint32_t row = *--after;
        while (row != trace::noRow && table.durationNs[row] != trace::unfinished &&
               table.startUnixNs[row] + table.durationNs[row] < flow.timeNs)
            row = table.parent[row];
        return row;
    }

    [[nodiscard]] std::uint32_t sliceAfter(const Flow& flow) const
    {
        const trace::SpanTable& table = m_builder.table();
        const auto& rows = m_tracks[flow.track].rows;
        const auto at =
            std::lower_bound(rows.begin(), rows.end(), flow.timeNs,
                             [&](auto row, std::int64_t time) { return table.startUnixNs[row] < time; });
        return at == rows.end() ? trace::noRow : *at;
    }

    struct Instant
    {
        std::uint32_t track;
        std::int64_t timeNs;
        std::uint64_t place;
    };

    /// What our own export says of the event at hand.
    struct Own
    {
        TraceId trace;
        SpanId id;
        SpanId parent;
        Status status = Status::unset;

        void read(std::string_view key, std::string_view value)
        {
            if (key == chrome::traceId)
                trace = TraceId::fromHex(value);
            else if (key == chrome::spanId)
                id = SpanId::fromHex(value);
            else if (key == chrome::parentSpanId)
                parent = SpanId::fromHex(value);
            else if (key == chrome::status)
                status = value == "error" ? Status::error : value == "ok" ? Status::ok : Status::unset;
        }
        [[nodiscard]] bool whole() const { return trace.valid() && id.valid(); }
    };
    struct OwnInstant
    {
        TraceId trace;
        SpanId span;
        std::uint64_t place;
    };
    struct OwnRow
    {
        std::uint32_t row;
        std::uint32_t threadTrack;
    };

    std::string_view m_text;
    TableBuilder& m_builder;
    std::shared_ptr<ChromeDetails> m_shared;
    std::string m_seed;
    TraceId m_trace;
    KindMemo m_kinds;
    Own m_own;
    std::vector<OwnRow> m_ownRows;
    std::vector<OwnInstant> m_ownInstants;
    ChromeEvent m_event;
    std::size_t m_eventBegin = 0;
    std::size_t m_lastEventEnd = 0;
    std::int64_t m_last = 0;
    std::vector<Track> m_tracks;
    std::uint32_t m_lastTrack = 0;
    std::unordered_map<std::string, std::uint32_t> m_trackOf;
    std::unordered_map<std::string, std::string> m_processNames;
    std::map<std::pair<std::string, std::string>, std::string> m_threadNames;
    std::vector<Instant> m_instants;
    std::vector<Flow> m_flows;
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
