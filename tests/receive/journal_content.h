// SPDX-License-Identifier: GPL-3.0-or-later
/// Every span that stands in the journals of a store, read with the journal's own reader.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "journal/reader.h"

namespace spanglass::receive {

struct ReadSpan
{
    std::string name;
    SpanId parent;
    int starts = 0;
    int ends = 0;
    std::int64_t startUnixNs = 0;
    std::int64_t endUnixNs = 0;
    Status status = Status::unset;
    std::map<std::string, std::string> attributes; ///< numbers as text
    std::map<std::string, std::string> events;     ///< attributes as JSON
    std::string resource;
};

using SpanKey = std::pair<TraceId, SpanId>;

struct JournalContent
{
    std::map<SpanKey, ReadSpan> spans;

    void take(const journal::RecordView& record)
    {
        using namespace journal;
        if (const auto* context = std::get_if<ContextView>(&record)) {
            m_resource = context->resourceJson;
        } else if (const auto* start = std::get_if<StartView>(&record)) {
            ReadSpan& span = spans[{start->trace, start->span}];
            ++span.starts;
            span.name = start->name;
            span.parent = start->parent;
            span.startUnixNs = start->startUnixNs;
            span.resource = m_resource;
        } else if (const auto* end = std::get_if<EndView>(&record)) {
            ReadSpan& span = spans[{end->trace, end->span}];
            ++span.ends;
            span.endUnixNs = end->endUnixNs;
            span.status = end->status;
        } else if (const auto* attribute = std::get_if<AttributeView>(&record)) {
            spans[{attribute->trace, attribute->span}].attributes[std::string(attribute->key)] =
                textOf(attribute->value);
        } else if (const auto* event = std::get_if<EventView>(&record)) {
            spans[{event->trace, event->span}].events[std::string(event->name)] = event->attributesJson;
        }
    }

    [[nodiscard]] const ReadSpan* named(std::string_view name) const
    {
        for (const auto& [key, span] : spans) {
            if (span.name == name)
                return &span;
        }
        return nullptr;
    }
    [[nodiscard]] SpanKey keyOf(std::string_view name) const
    {
        for (const auto& [key, span] : spans) {
            if (span.name == name)
                return key;
        }
        return {};
    }

    static JournalContent of(const std::filesystem::path& store)
    {
        JournalContent content;
        const auto journals = journal::listJournals(store);
        for (std::size_t i = 0; journals && i < journals->size(); ++i) {
            auto reader = journal::Reader::open((*journals)[i]);
            journal::Cursor cursor;
            while (reader) {
                const auto read =
                    (*reader)->read(cursor, [&](const journal::RecordView& record) { content.take(record); });
                if (!read || read->bytes == 0)
                    break;
            }
        }
        return content;
    }

private:
    static std::string textOf(const journal::ValueView& value)
    {
        switch (value.type) {
        case journal::ValueType::integer:
            return std::to_string(value.integer);
        case journal::ValueType::boolean:
            return value.integer != 0 ? "true" : "false";
        case journal::ValueType::real:
            return std::to_string(value.real);
        default:
            return std::string(value.bytes);
        }
    }

    std::string m_resource;
};

} // namespace spanglass::receive
