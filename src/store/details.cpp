// SPDX-License-Identifier: GPL-3.0-or-later
// Writing entries, and joining what came in parts. Reading is details_reader.cpp's.
#include "store/details.h"

#include <algorithm>
#include <map>
#include <vector>

#include "store/details_bytes.h"

namespace spanglass::store {

using details::Pen;
using details::Tag;

void appendEntry(std::string& to, const journal::AttributeView& attribute)
{
    Pen(to, Tag::attribute).text(attribute.key).value(attribute.value);
}

void appendEntry(std::string& to, const PayloadReference& reference)
{
    Pen(to, Tag::attribute)
        .text(reference.key)
        .byte(static_cast<std::uint8_t>(static_cast<unsigned>(reference.type) | details::inPayload))
        .number(static_cast<std::uint64_t>(reference.payload));
}

void appendEntry(std::string& to, const journal::EventView& event)
{
    Pen(to, Tag::event)
        .fixed(static_cast<std::uint64_t>(event.timeUnixNs))
        .text(event.name)
        .text(event.attributesJson);
}

void appendEntry(std::string& to, const journal::LinkView& link)
{
    Pen(to, Tag::link)
        .fixed(link.linkedTrace.high)
        .fixed(link.linkedTrace.low)
        .fixed(link.linkedSpan.value)
        .text(link.traceState)
        .text(link.attributesJson);
}

void appendEntry(std::string& to, const journal::StatusView& status)
{
    Pen(to, Tag::status).byte(static_cast<std::uint8_t>(status.status)).text(status.message);
}

void appendEntry(std::string& to, const journal::PayloadPartView& part)
{
    Pen(to, Tag::part)
        .text(part.key)
        .byte(static_cast<std::uint8_t>(part.type))
        .number(part.offset)
        .number(part.totalBytes)
        .text(part.bytes);
}

void appendEntry(std::string& to, const journal::StartView& start)
{
    Pen(to, Tag::start)
        .fixed(start.trace.high)
        .fixed(start.trace.low)
        .fixed(start.span.value)
        .fixed(start.parent.value)
        .byte(static_cast<std::uint8_t>(start.kind))
        .byte(static_cast<std::uint8_t>(start.level))
        .byte(start.flags)
        .number(start.thread)
        .fixed(static_cast<std::uint64_t>(start.startUnixNs))
        .text(start.name);
}

void appendEntry(std::string& to, const journal::EndView& end)
{
    Pen(to, Tag::end)
        .fixed(end.trace.high)
        .fixed(end.trace.low)
        .fixed(end.span.value)
        .byte(static_cast<std::uint8_t>(end.status))
        .byte(end.flags)
        .fixed(static_cast<std::uint64_t>(end.endUnixNs));
}

std::string joinParts(std::string_view bytes)
{
    std::string joined;
    std::map<std::string_view, std::vector<journal::PayloadPartView>> parts;
    readEntries(bytes, [&](const Entry& entry) {
        if (const auto* part = std::get_if<journal::PayloadPartView>(&entry))
            parts[part->key].push_back(*part);
        else
            std::visit([&](const auto& other) { appendEntry(joined, other); }, entry);
    });
    for (auto& [key, pieces] : parts) {
        std::stable_sort(pieces.begin(), pieces.end(),
                         [](const auto& a, const auto& b) { return a.offset < b.offset; });
        std::string whole;
        for (const auto& piece : pieces) {
            if (piece.offset == whole.size())
                whole += piece.bytes;
        }
        appendEntry(joined, journal::AttributeView{{}, {}, key, {pieces.front().type, whole, 0, 0}});
    }
    return joined;
}

} // namespace spanglass::store
