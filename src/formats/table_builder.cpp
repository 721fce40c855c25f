// SPDX-License-Identifier: GPL-3.0-or-later
/// Columns grow here and become a document once.
#include "formats/table_builder.h"

#include <algorithm>
#include <unordered_set>

#include "base/saturated.h"
#include "base/text.h"
#include "formats/json_fault.h"
#include "layout/time_order.h"
#include "trace/meaning.h"

namespace spanglass::formats {
namespace {

constexpr std::uint64_t mostPaths = 20;
constexpr std::uint64_t farthestPath = 64 << 20;
constexpr std::uint64_t reportEvery = 4 << 20;

template<class Column> void removeFrom(Column& column, const std::vector<std::uint32_t>& sorted)
{
    std::size_t to = sorted.front();
    std::size_t next = 0;
    for (std::size_t from = to; from < column.size(); ++from) {
        if (next < sorted.size() && sorted[next] == from) {
            ++next;
            continue;
        }
        column[to++] = std::move(column[from]);
    }
    column.resize(to);
}

} // namespace

TableBuilder::TableBuilder(std::string_view text, const OpenOptions& options)
    : m_options(options), m_text(text)
{
}

std::uint32_t TableBuilder::add(const Row& row)
{
    trace::SpanTable& table = m_table;
    const std::uint32_t number = table.size();
    if (!row.startKnown)
        m_rowsWithoutStart.push_back(number);
    table.startUnixNs.push_back(row.startUnixNs);
    if (row.durationNs < 0 && row.durationNs != trace::unfinished) {
        warn(row.place, "the span ends " + durationText(-row.durationNs) + " before it begins");
        table.durationNs.push_back(0);
    } else {
        table.durationNs.push_back(row.durationNs);
    }
    table.parent.push_back(trace::noRow);
    table.name.push_back(row.name);
    table.service.push_back(row.service);
    table.track.push_back(row.track);
    table.kind.push_back(row.kind);
    table.status.push_back(row.status);
    table.state.push_back(row.durationNs == trace::unfinished ? trace::State::running : trace::State::ended);
    table.flags.push_back(row.flags);
    table.trace.push_back(row.trace);
    table.id.push_back(row.id);
    m_places.place.push_back(row.place);
    m_places.context.push_back(row.context);
    m_places.parentIds.push_back(row.parent);
    return number;
}

void TableBuilder::reject(std::uint64_t offset, std::string message)
{
    // Finding the path walks there from the start; who wants more than a few will want the places.
    if (m_document.rejected++ < mostPaths && offset < farthestPath && m_text.find_first_of("{[") == 0) {
        if (const std::string path = pathOf(m_text, offset); !path.empty())
            message += ": " + path;
    }
    warn(offset, std::move(message));
}

void TableBuilder::warn(std::uint64_t offset, std::string message)
{
    if (m_document.warningCount++ < mostWarnings)
        m_document.warnings.push_back({offset, std::move(message)});
}

void TableBuilder::lost(std::uint64_t offset, std::string message)
{
    m_document.incomplete = true;
    warn(offset, message);
    // Behind a thousand faults of single spans this is still the one to know of.
    if (m_document.warningCount > mostWarnings)
        m_document.warnings.back() = {offset, std::move(message)};
    m_document.warnings.back().loss = true;
}

std::string TableBuilder::placeText(std::uint64_t offset)
{
    if (m_document.warnings.size() >= mostWarnings)
        return "byte " + std::to_string(offset);
    if (offset < m_countedTo)
        m_countedTo = m_linesBefore = 0;
    const std::string_view between = m_text.substr(m_countedTo, offset - m_countedTo);
    m_linesBefore += static_cast<std::uint64_t>(std::count(between.begin(), between.end(), '\n'));
    m_countedTo = offset;
    return "byte " + std::to_string(offset) + " (line " + std::to_string(m_linesBefore + 1) + ")";
}

bool TableBuilder::report(std::uint64_t offset)
{
    m_nextReport = offset + reportEvery;
    // A tenth of a file tells how many rows the whole will have; growing by doubling would need twice the
    // memory at its worst.
    if (m_table.size() > 1000 && offset > m_text.size() / 10 &&
        m_table.startUnixNs.capacity() < m_table.size() * 2) {
        const double whole = static_cast<double>(m_text.size()) / static_cast<double>(offset);
        const auto rows =
            static_cast<std::size_t>(static_cast<double>(m_table.size()) * std::min(whole * 1.03, 11.0));
        m_table.reserve(rows);
        m_places.place.reserve(rows);
        m_places.context.reserve(rows);
        m_places.parentIds.reserve(rows);
    }
    if (m_options.partial && m_table.size() >= m_nextPartial)
        showPartial();
    return mayGoOn(offset);
}

bool TableBuilder::mayGoOn(std::uint64_t offset)
{
    if (m_options.progress && !m_cancelled && !m_options.progress({offset, m_text.size(), m_table.size()}))
        m_cancelled = true;
    return !m_cancelled;
}

/// A copy of what there is; each is four times as large as the one before, so all copies together cost a
/// third of the last one.
void TableBuilder::showPartial()
{
    m_nextPartial = std::uint64_t(m_table.size()) * 4;
    trace::SpanTable copy = m_table;
    placeRowsWithoutStart(copy);
    link(copy);
    m_options.partial(std::make_shared<const trace::SpanTable>(std::move(copy)));
}

void TableBuilder::link(trace::SpanTable& table) const
{
    if (m_parentsAreRows)
        table.cutCycles();
    else
        table.linkParents(m_places.parentIds);
}

/// A span without a time stands where the document begins, not in 1970.
void TableBuilder::placeRowsWithoutStart(trace::SpanTable& table) const
{
    if (m_rowsWithoutStart.empty() || m_rowsWithoutStart.size() == table.size())
        return;
    std::int64_t first = INT64_MAX;
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (next < m_rowsWithoutStart.size() && m_rowsWithoutStart[next] == row)
            ++next;
        else
            first = std::min(first, table.startUnixNs[row]);
    }
    for (const std::uint32_t row : m_rowsWithoutStart)
        table.startUnixNs[row] = first;
}

bool TableBuilder::sameSpan(std::uint32_t a, std::uint32_t b) const
{
    const trace::SpanTable& t = m_table;
    if (t.startUnixNs[a] != t.startUnixNs[b] || t.durationNs[a] != t.durationNs[b] ||
        t.name[a] != t.name[b] || t.service[a] != t.service[b] || t.status[a] != t.status[b] ||
        t.kind[a] != t.kind[b] || m_places.parentIds[a] != m_places.parentIds[b])
        return false;
    trace::Span first;
    trace::Span second;
    m_details(m_places.place[a], m_places.context[a], first);
    m_details(m_places.place[b], m_places.context[b], second);
    const auto sameEvents = [](const trace::Event& x, const trace::Event& y) {
        return x.timeUnixNs == y.timeUnixNs && x.name == y.name && x.attributes == y.attributes;
    };
    return first.attributes == second.attributes && first.resource == second.resource &&
           first.statusMessage == second.statusMessage && first.sourceId == second.sourceId &&
           first.links.size() == second.links.size() &&
           std::equal(first.events.begin(), first.events.end(), second.events.begin(), second.events.end(),
                      sameEvents);
}

/// A retried delivery writes the same spans again; two different spans under one id are both kept.
void TableBuilder::mergeRepeats()
{
    std::vector<std::uint32_t> gone;
    {
        const trace::RowIndex index(m_table);
        for (const auto& repeat : index.repeats()) {
            if (sameSpan(repeat.row, repeat.first))
                gone.push_back(repeat.row);
        }
    }
    m_document.merged = gone.size();
    if (!gone.empty())
        removeRows(gone);
}

void TableBuilder::removeRows(const std::vector<std::uint32_t>& sorted)
{
    removeFrom(m_table.startUnixNs, sorted);
    removeFrom(m_table.durationNs, sorted);
    removeFrom(m_table.parent, sorted);
    removeFrom(m_table.name, sorted);
    removeFrom(m_table.service, sorted);
    removeFrom(m_table.track, sorted);
    removeFrom(m_table.kind, sorted);
    removeFrom(m_table.status, sorted);
    removeFrom(m_table.state, sorted);
    removeFrom(m_table.flags, sorted);
    removeFrom(m_table.trace, sorted);
    removeFrom(m_table.id, sorted);
    removeFrom(m_places.place, sorted);
    removeFrom(m_places.context, sorted);
    removeFrom(m_places.parentIds, sorted);
}

std::shared_ptr<const trace::SpanTable> TableBuilder::share(trace::SpanTable table)
{
    auto shared = std::make_shared<trace::SpanTable>(std::move(table));
    const trace::SpanTable* const columns = shared.get(); // lives as long as its own `details`
    shared->details = [columns, details = m_details,
                       places = std::make_shared<const Places>(std::move(m_places))](std::uint32_t row) {
        trace::Span span;
        span.trace = columns->trace[row];
        span.id = columns->id[row];
        span.parent = places->parentIds[row];
        const std::uint32_t parent = columns->parent[row];
        if (!span.parent.valid() && parent != trace::noRow)
            span.parent = columns->id[parent];
        span.name = columns->strings.text(columns->name[row]);
        span.service = columns->strings.text(columns->service[row]);
        span.kind = columns->kind[row];
        span.status = columns->status[row];
        span.state = columns->state[row];
        span.flags = columns->flags[row];
        span.startUnixNs = columns->startUnixNs[row];
        if (columns->durationNs[row] != trace::unfinished)
            span.durationNs = columns->durationNs[row];
        details(places->place[row], places->context[row], span);
        span.startUnixNs = columns->startUnixNs[row]; // one without a start stands where it was placed
        trace::interpret(span);
        return span;
    };
    return shared;
}

void TableBuilder::summarise()
{
    const trace::SpanTable& table = m_table;
    std::unordered_set<TraceId> traces;
    std::vector<std::uint8_t> usesService(table.strings.size());
    std::int64_t first = INT64_MAX;
    TraceId last;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (row == 0 || table.trace[row] != last)
            traces.insert(last = table.trace[row]);
        usesService[table.service[row]] = 1;
        first = std::min(first, table.startUnixNs[row]);
        m_document.orphans += (table.flags[row] & trace::flagOrphan) != 0 ? 1 : 0;
        m_document.errors += table.status[row] == Status::error ? 1 : 0;
        m_document.unfinished += table.durationNs[row] == trace::unfinished ? 1 : 0;
    }
    m_document.traces = traces.size();
    for (std::uint32_t id = 1; id < usesService.size(); ++id) {
        if (usesService[id] != 0)
            m_document.services.emplace_back(table.strings.text(id));
    }
    std::sort(m_document.services.begin(), m_document.services.end());
    if (table.size() > 0) {
        m_document.startUnixNs = first;
        m_document.durationNs = saturatedSub(layout::lastKnownNs(table), first);
    }
}

Document TableBuilder::finish()
{
    // Of many millions of rows each of these takes a good part of a second: one may cancel in between.
    placeRowsWithoutStart(m_table);
    if (!m_parentsAreRows && mayGoOn(m_text.size()))
        mergeRepeats();
    if (mayGoOn(m_text.size()))
        link(m_table);
    if (mayGoOn(m_text.size()))
        summarise();
    if (m_cancelled)
        return {};
    if (m_placesAreText)
        m_document.places = m_places.place;
    m_document.table = share(std::move(m_table));
    return std::move(m_document);
}

} // namespace spanglass::formats
