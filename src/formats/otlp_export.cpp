// SPDX-License-Identifier: GPL-3.0-or-later
/// OTLP files: requests of a thousand spans, as lines, joined to one JSON document, or one after another
/// (which protobuf reads as one).
#include <algorithm>

#include "base/names.h"
#include "formats/exporting.h"
#include "formats/otlp_request.h"

namespace spanglass::formats {
namespace {

constexpr std::size_t batchSpans = 1000;

/// Calls `each` with every batch, in the order of the table.
template<class Each> void eachBatch(Exporting& out, const Each& each)
{
    std::vector<trace::Span> spans;
    std::vector<trace::Attributes> extras;
    const auto flush = [&] {
        std::vector<OtlpSpan> batch;
        for (std::size_t at = 0; at < spans.size(); ++at)
            batch.push_back({&spans[at], extras[at].empty() ? nullptr : &extras[at]});
        if (!batch.empty())
            each(batch);
        spans.clear();
        extras.clear();
    };
    for (std::uint32_t row = 0; row < out.table().size(); ++row) {
        trace::Span span = out.span(row);
        if (!span.scores.empty())
            out.lose("scores");
        trace::Attributes extra;
        if (!span.sourceId.empty())
            extra.push_back({std::string(names::sourceId), span.sourceId});
        spans.push_back(std::move(span));
        extras.push_back(std::move(extra));
        if (spans.size() == batchSpans)
            flush();
        if (!out.next())
            return;
    }
    flush();
}

} // namespace

void writeOtlpJson(Exporting& out)
{
    constexpr std::string_view head = R"({"resourceSpans":[)";
    constexpr std::string_view tail = "]}";
    out.put(head);
    bool first = true;
    eachBatch(out, [&](const std::vector<OtlpSpan>& batch) {
        const std::string request = otlpJson(batch);
        out.put(first ? "" : ",");
        out.put(std::string_view(request).substr(head.size(), request.size() - head.size() - tail.size()));
        first = false;
    });
    out.put(tail);
    out.put("\n");
}

void writeOtlpJsonl(Exporting& out)
{
    eachBatch(out, [&](const std::vector<OtlpSpan>& batch) {
        out.put(otlpJson(batch));
        out.put("\n");
    });
}

void writeOtlpProto(Exporting& out)
{
    eachBatch(out, [&](const std::vector<OtlpSpan>& batch) {
        if (std::any_of(batch.begin(), batch.end(),
                        [](const OtlpSpan& of) { return of.span->startUnixNs < 0; }))
            out.lose("times before 1970");
        out.put(otlpProtobuf(batch));
    });
}

} // namespace spanglass::formats
