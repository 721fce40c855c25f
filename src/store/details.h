// SPDX-License-Identifier: GPL-3.0-or-later
/// How the rest of a span lies in one blob: a sequence of entries, one per attribute, event, link, status and
/// part of a large value, in the order they came.
///
/// Two blobs appended to each other are a blob, so what comes of a running span is kept piece by piece and
/// joined when it ends. Of two attributes with one key the later counts. An entry is its type, then its
/// fields; numbers are varints (seven bits a byte, lowest first), texts have their length before them:
///
///     attribute   key, value                         value: type, then number, eight bytes, or text;
///     event       time, name, attributes as JSON              type | 0x80: the number of a payload
///     link        trace, span, trace state, attributes as JSON
///     status      status, message
///     part        key, type, offset, total bytes, text
///     start, end  what StartView and EndView say: only in the parts of spans that have no row yet
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "journal/record.h"
#include "trace/span.h"

namespace spanglass::store {

void appendEntry(std::string& to, const journal::AttributeView& attribute);
void appendEntry(std::string& to, const journal::EventView& event);
void appendEntry(std::string& to, const journal::LinkView& link);
void appendEntry(std::string& to, const journal::StatusView& status);
void appendEntry(std::string& to, const journal::PayloadPartView& part);
void appendEntry(std::string& to, const journal::StartView& start);
void appendEntry(std::string& to, const journal::EndView& end);

/// An attribute whose value stands in the table of payloads.
struct PayloadReference
{
    std::string_view key;
    journal::ValueType type = journal::ValueType::text;
    std::int64_t payload = 0;
};
void appendEntry(std::string& to, const PayloadReference& reference);

using Entry = std::variant<journal::AttributeView, journal::EventView, journal::LinkView, journal::StatusView,
                           journal::PayloadPartView, journal::StartView, journal::EndView, PayloadReference>;

/// Hands out the entries in order; texts point into `details`. False where the bytes are damaged: what stood
/// before was handed out.
bool readEntries(std::string_view details, const std::function<void(const Entry&)>& visit);

/// `details` with the parts of large values joined into attributes. A value whose end never came is kept as
/// far as it is without a gap.
[[nodiscard]] std::string joinParts(std::string_view details);

/// The bytes of a payload; empty where it is gone.
using PayloadFetch = std::function<std::string(std::int64_t payload)>;

/// Adds attributes, events, links, source id and status message to `span`; what they mean is
/// trace/meaning.h's.
void decodeDetails(std::string_view details, const PayloadFetch& fetch, trace::Span& span);

} // namespace spanglass::store
