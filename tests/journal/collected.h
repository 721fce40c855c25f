// SPDX-License-Identifier: GPL-3.0-or-later
/// All that the journals of a store say, put together span by span: what tests compare with what was
/// recorded.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "journal/reader.h"

struct CollectedSpan
{
    int starts = 0;
    int ends = 0;
    std::string name;
    spanglass::TraceId trace;
    spanglass::SpanId parent;
    spanglass::Kind kind{};
    spanglass::Status status{};
    std::string statusMessage;
    std::uint8_t flags = 0;
    std::int64_t startUnixNs = 0;
    std::int64_t endUnixNs = 0;
    std::map<std::string, std::string> attributes;
    std::map<std::string, std::size_t> payloadBytes; ///< that came, of a payload in parts
    std::vector<std::string> events;
    std::vector<spanglass::journal::LinkView> links;
};

struct Collected
{
    std::map<std::uint64_t, CollectedSpan> spans; ///< by span id
    std::string resource;
    std::map<std::string, spanglass::journal::BooksView> booksOf; ///< by nonce
    std::uint64_t records = 0;
    std::uint64_t damagedBlocks = 0;
    std::uint64_t commits = 0;
    bool complete = true;

    const CollectedSpan& named(const std::string& name) const
    {
        for (const auto& [id, span] : spans)
            if (span.name == name)
                return span;
        throw std::runtime_error("no span " + name);
    }
    std::uint64_t created() const
    {
        std::uint64_t sum = 0;
        for (const auto& [nonce, books] : booksOf)
            sum += books.created;
        return sum;
    }
    std::uint64_t dropped() const
    {
        std::uint64_t sum = 0;
        for (const auto& [nonce, books] : booksOf)
            sum += books.dropped;
        return sum;
    }

    void add(const std::string& nonce, const spanglass::journal::RecordView& record)
    {
        using namespace spanglass::journal;
        ++records;
        if (const auto* start = std::get_if<StartView>(&record)) {
            CollectedSpan& span = spans[start->span.value];
            ++span.starts;
            span.name = start->name;
            span.trace = start->trace;
            span.parent = start->parent;
            span.kind = start->kind;
            span.flags |= start->flags;
            span.startUnixNs = start->startUnixNs;
        } else if (const auto* end = std::get_if<EndView>(&record)) {
            CollectedSpan& span = spans[end->span.value];
            ++span.ends;
            span.status = end->status;
            span.flags |= end->flags;
            span.endUnixNs = end->endUnixNs;
        } else if (const auto* attribute = std::get_if<AttributeView>(&record)) {
            std::string text(attribute->value.bytes);
            if (attribute->value.type == ValueType::integer || attribute->value.type == ValueType::boolean)
                text = std::to_string(attribute->value.integer);
            else if (attribute->value.type == ValueType::real)
                text = std::to_string(attribute->value.real);
            spans[attribute->span.value].attributes[std::string(attribute->key)] = text;
        } else if (const auto* status = std::get_if<StatusView>(&record)) {
            spans[status->span.value].statusMessage = status->message;
        } else if (const auto* event = std::get_if<EventView>(&record)) {
            spans[event->span.value].events.push_back(std::string(event->name) +
                                                      std::string(event->attributesJson));
        } else if (const auto* link = std::get_if<LinkView>(&record)) {
            spans[link->span.value].links.push_back(
                {link->trace, link->span, link->linkedTrace, link->linkedSpan, {}, {}});
        } else if (const auto* part = std::get_if<PayloadPartView>(&record)) {
            CollectedSpan& span = spans[part->span.value];
            std::string& whole = span.attributes[std::string(part->key)];
            whole.resize(part->totalBytes);
            whole.replace(part->offset, part->bytes.size(), part->bytes);
            span.payloadBytes[std::string(part->key)] += part->bytes.size();
        } else if (const auto* context = std::get_if<ContextView>(&record)) {
            resource = context->resourceJson;
            --records;
        } else if (const auto* books = std::get_if<BooksView>(&record)) {
            booksOf[nonce] = *books;
            --records;
        } else if (std::holds_alternative<CommitView>(record)) {
            ++commits;
        }
    }
};

/// Reads one journal from `cursor` to its present end.
inline void collect(spanglass::journal::Reader& reader, const std::string& nonce,
                    spanglass::journal::Cursor& cursor, Collected& into, std::uint64_t maxBytes = 8u << 20)
{
    for (;;) {
        const auto stats = reader.read(
            cursor, [&](const auto& record) { into.add(nonce, record); }, maxBytes);
        if (!stats)
            throw std::runtime_error(stats.error().message);
        into.damagedBlocks += stats->damagedBlocks;
        if (stats->bytes == 0) {
            into.complete = into.complete && stats->complete;
            return;
        }
    }
}

/// Reads every journal of the store from its beginning.
inline Collected collectStore(const std::filesystem::path& store)
{
    Collected collected;
    const auto journals = spanglass::journal::listJournals(store);
    if (!journals)
        throw std::runtime_error(journals.error().message);
    for (const auto& info : *journals) {
        auto reader = spanglass::journal::Reader::open(info);
        if (!reader)
            throw std::runtime_error(reader.error().message);
        spanglass::journal::Cursor cursor;
        collect(**reader, info.nonce, cursor, collected);
    }
    return collected;
}
