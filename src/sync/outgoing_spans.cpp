// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/outgoing_spans.h"

#include <algorithm>
#include <list>

#include "formats/otlp_request.h"
#include "sync/langfuse_attributes.h"
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

const trace::Span& withoutHidden(const trace::Span& span, Made& made)
{
    const auto hidden = [&](const trace::Attribute& attribute) {
        return hiddenFromLangfuse(span, attribute.key);
    };
    if (std::none_of(span.attributes.begin(), span.attributes.end(), hidden))
        return span;
    made.spans.push_back(span);
    std::erase_if(made.spans.back().attributes, hidden);
    return made.spans.back();
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
            span = &withoutHidden(*span, made);
        spans.push_back({span, &made.extras.back()});
    }
    // Langfuse takes ids as the text they are: JSON has them in hex.
    if (config.json || langfuse)
        return {"application/json", formats::otlpJson(spans)};
    return {"application/x-protobuf", formats::otlpProtobuf(spans)};
}

} // namespace spanglass::sync
