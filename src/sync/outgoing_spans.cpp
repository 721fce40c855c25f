// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outgoing_spans.h"

#include <algorithm>
#include <list>
#include <unordered_map>

#include "formats/otlp_request.h"
#include "postgres/row_preview.h"
#include "sync/langfuse_attributes.h"
#include "sync/postgres_parcel.h"
#include "sync/redaction.h"

namespace spanglass::sync {
namespace {

bool says(const trace::Span& span, std::string_view key)
{
    return std::any_of(span.attributes.begin(), span.attributes.end(),
                       [&](const trace::Attribute& attribute) { return attribute.key == key; });
}

/// What every OTLP backend for LLM traces reads, where the span does not say it itself.
trace::Attributes genericAttributes(const trace::Span& span)
{
    trace::Attributes out;
    if (span.kind != Kind::span && !says(span, "openinference.span.kind")) {
        std::string kind(name(span.kind));
        std::transform(kind.begin(), kind.end(), kind.begin(),
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        out.push_back({"openinference.span.kind", std::move(kind)});
    }
    if (span.level != Level::normal)
        out.push_back({"spanglass.level", std::string(name(span.level))});
    if (span.state == trace::State::interrupted)
        out.push_back({"spanglass.state", std::string("interrupted")});
    return out;
}

/// Spans and attributes made for one body; lists, because pointers to them are kept.
struct Made
{
    std::list<trace::Span> spans;
    std::list<trace::Attributes> extras;
};

/// Langfuse reads numbers as JavaScript does: what it would round goes as text.
bool wouldBeRounded(const trace::Value& value)
{
    constexpr std::int64_t largestWhole = std::int64_t{1} << 53;
    const auto* number = std::get_if<std::int64_t>(&value);
    return number && (*number > largestWhole || *number < -largestWhole);
}

const trace::Span& forLangfuse(const trace::Span& span, Made& made)
{
    const auto hidden = [&](const trace::Attribute& attribute) {
        return hiddenFromLangfuse(span, attribute.key);
    };
    const auto rounded = [](const trace::Attribute& attribute) { return wouldBeRounded(attribute.value); };
    if (std::none_of(span.attributes.begin(), span.attributes.end(),
                     [&](const auto& attribute) { return hidden(attribute) || rounded(attribute); }))
        return span;
    made.spans.push_back(span);
    trace::Attributes& attributes = made.spans.back().attributes;
    std::erase_if(attributes, hidden);
    for (trace::Attribute& attribute : attributes) {
        if (rounded(attribute))
            attribute.value = std::to_string(std::get<std::int64_t>(attribute.value));
    }
    return made.spans.back();
}

/// What the roots say of their traces: in Langfuse's newer model every span carries it.
std::unordered_map<TraceId, trace::Attributes> traceMetadata(const std::vector<formats::OtlpSpan>& spans)
{
    std::unordered_map<TraceId, trace::Attributes> all;
    for (const formats::OtlpSpan& span : spans) {
        if (span.span->parent.valid())
            continue;
        trace::Attributes metadata = langfuseTraceMetadata(*span.span);
        if (!metadata.empty())
            all[span.span->trace] = std::move(metadata);
    }
    return all;
}

void addTraceMetadata(const std::vector<formats::OtlpSpan>& spans, Made& made)
{
    const auto metadata = traceMetadata(spans);
    auto extra = made.extras.begin();
    for (const formats::OtlpSpan& span : spans) {
        if (const auto at = metadata.find(span.span->trace); at != metadata.end())
            extra->insert(extra->end(), at->second.begin(), at->second.end());
        ++extra;
    }
}

} // namespace

Redaction redactionFor(const Parcel& parcel, const DestinationConfig& config)
{
    Redaction redaction = config.redaction;
    if (parcel.capped && (redaction.valueBytes == 0 || redaction.valueBytes > cappedValueBytes))
        redaction.valueBytes = cappedValueBytes;
    return redaction;
}

OutgoingBody outgoingBody(const Parcel& parcel, const DestinationConfig& config)
{
    const bool langfuse = config.kind == DestinationKind::langfuse;
    const Redaction redaction = redactionFor(parcel, config);
    Made made;
    std::vector<formats::OtlpSpan> spans;
    spans.reserve(parcel.spans.size());
    for (const Item& item : parcel.spans) {
        const trace::Span* span = &item.span;
        if (changesAnything(redaction)) {
            made.spans.push_back(redacted(*span, redaction));
            span = &made.spans.back();
        }
        made.extras.push_back(langfuse ? langfuseAttributes(*span, parcel.traceRow(span->trace))
                                       : genericAttributes(*span));
        if (langfuse)
            span = &forLangfuse(*span, made);
        spans.push_back({span, &made.extras.back()});
    }
    if (langfuse)
        addTraceMetadata(spans, made);
    // Langfuse takes ids as the text they are: JSON has them in hex.
    if (config.json || langfuse)
        return {"application/json", formats::otlpJson(spans)};
    return {"application/x-protobuf", formats::otlpProtobuf(spans)};
}

std::string outgoingJson(const Parcel& parcel, const DestinationConfig& config)
{
    if (config.kind != DestinationKind::postgres) {
        DestinationConfig readable = config;
        readable.json = true;
        return outgoingBody(parcel, readable).bytes;
    }
    const PostgresParcel rows(parcel, config);
    auto streams = postgres::encoded(rows.batch());
    return streams ? postgres::rowsJson(*streams) : std::string("null");
}

} // namespace spanglass::sync
