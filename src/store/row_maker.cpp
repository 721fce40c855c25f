// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_maker.h"

#include <algorithm>
#include <limits>

#include "store/details.h"
#include "store/words.h"
#include "trace/facts.h"
#include "trace/labels.h"
#include "trace/meaning.h"

namespace spanglass::store {
namespace {

/// Clocks of other centuries: what does not fit ends where the numbers end.
std::int64_t durationBetween(std::int64_t startNs, std::int64_t endNs)
{
    std::int64_t duration = 0;
    if (__builtin_sub_overflow(endNs, startNs, &duration))
        return endNs > startNs ? std::numeric_limits<std::int64_t>::max() : 0;
    return std::max<std::int64_t>(0, duration);
}

std::int64_t endOf(std::int64_t startNs, std::int64_t durationNs)
{
    std::int64_t end = 0;
    return __builtin_add_overflow(startNs, durationNs, &end) ? std::numeric_limits<std::int64_t>::max() : end;
}

std::uint8_t spanFlags(std::uint8_t recordFlags)
{
    return static_cast<std::uint8_t>(((recordFlags & journal::detached) != 0 ? trace::flagDetached : 0) |
                                     ((recordFlags & journal::endedLate) != 0 ? trace::flagEndedLate : 0));
}

} // namespace

SpanRow RowMaker::rowOf(const JournalState& journal, const PendingSpan& pending, trace::State state)
{
    SpanRow row;
    row.row = pending.row;
    row.journal = journal.id;
    row.context = pending.context;
    row.thread = pending.thread;
    trace::Span& span = row.span;
    span.trace = pending.trace;
    span.id = pending.id;
    span.parent = pending.parent;
    span.kind = pending.kind;
    span.level = pending.level;
    span.status = pending.status;
    span.state = state;
    span.flags = spanFlags(pending.flags);
    span.startUnixNs = pending.startNs;
    if (state != trace::State::running) {
        const std::int64_t endNs = pending.ended ? pending.endNs : journal.lastNs;
        span.durationNs = durationBetween(pending.startNs, endNs);
    }
    return row;
}

std::string RowMaker::detailsOf(PendingSpan& pending)
{
    return pending.hasParts ? joinParts(pending.entries) : std::move(pending.entries);
}

std::string RowMaker::interpret(SpanRow& row, TraceSummary& trace, bool root)
{
    trace::Span& span = row.span;
    span.attributes = std::move(m_attributes);
    decodeDetails(
        row.details, [this](std::int64_t payload) { return fetchPayload(m_database, payload); }, span);
    std::string words = wordsOf(span);
    const trace::Facts facts(span.attributes);
    trace::interpretColumns(span, facts);
    trace::Labels labels = trace::labelsOf(span.attributes, facts);
    labels.merge(m_contexts.at(row.context).labels);
    trace.offerLabels(std::move(labels), root);
    // A plan of thousands of rows keeps no text twice.
    m_attributes = std::move(span.attributes);
    m_attributes.clear();
    span.events.clear();
    span.links.clear();
    return words;
}

std::string RowMaker::wordsInIndex(const SpanRow& row)
{
    trace::Span span = row.span;
    decodeDetails(
        row.details, [this](std::int64_t payload) { return fetchPayload(m_database, payload); }, span);
    return wordsOf(span);
}

void RowMaker::noteTrace(TraceSummary& trace, const SpanRow& row, const PendingSpan& pending)
{
    const bool first = trace.spans == 0;
    const std::int64_t endNs = endOf(row.span.startUnixNs, row.span.durationNs.value_or(0));
    trace.startNs = first ? row.span.startUnixNs : std::min(trace.startNs, row.span.startUnixNs);
    trace.endNs = first ? endNs : std::max(trace.endNs, endNs);
    if (trace.service.empty() || pending.isRoot())
        trace.service = m_contexts.at(row.context).service;
    trace.offerName(row.span.name, pending.isRoot() ? TraceSummary::fromRoot : TraceSummary::fromSpan);
    if (pending.isRoot()) {
        trace.rootStatus = row.span.status;
        trace.flags = row.span.flags;
    }
}

std::string RowMaker::withPayloads(std::string details)
{
    if (details.size() < payloadFromBytes)
        return details;
    std::string smaller;
    readEntries(details, [&](const Entry& entry) {
        const auto* attribute = std::get_if<journal::AttributeView>(&entry);
        if (attribute != nullptr && attribute->value.bytes.size() >= payloadFromBytes)
            appendEntry(smaller, PayloadReference{attribute->key, attribute->value.type,
                                                  m_payloads.keep(attribute->value.bytes)});
        else
            std::visit([&](const auto& other) { appendEntry(smaller, other); }, entry);
    });
    return smaller;
}

void RowMaker::release(std::string_view details)
{
    readEntries(details, [&](const Entry& entry) {
        if (const auto* reference = std::get_if<PayloadReference>(&entry))
            m_payloads.drop(reference->payload);
    });
}

} // namespace spanglass::store
