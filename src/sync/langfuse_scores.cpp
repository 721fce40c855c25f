// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/langfuse_scores.h"

#include "base/json_writer.h"
#include "sync/outgoing_spans.h"
#include "sync/score_number.h"

namespace spanglass::sync {
namespace {

/// NUMERIC, BOOLEAN or CATEGORICAL, by the value.
void writeScoreValue(JsonWriter& json, const trace::Value& value)
{
    if (const auto* number = std::get_if<double>(&value))
        json.member("value", *number).member("dataType", "NUMERIC");
    else if (const auto* integer = std::get_if<std::int64_t>(&value))
        json.member("value", *integer).member("dataType", "NUMERIC");
    else if (const auto* flag = std::get_if<bool>(&value))
        json.member("value", *flag ? 1 : 0).member("dataType", "BOOLEAN");
    else if (const auto* text = std::get_if<std::string>(&value))
        json.member("value", *text).member("dataType", "CATEGORICAL");
    else if (const auto* other = std::get_if<trace::Json>(&value))
        json.member("value", other->text).member("dataType", "CATEGORICAL");
    else
        json.member("value", 0).member("dataType", "NUMERIC");
}

struct Target
{
    TraceId trace;
    SpanId span; ///< invalid: of the trace
    std::int64_t number = 0;
};

std::string scoreJson(const Target& target, const trace::Score& score, bool withComment)
{
    JsonWriter json;
    std::string id = "spanglass-" + target.trace.hex() + "-";
    if (target.span.valid())
        id += target.span.hex() + "-";
    json.beginObject().member("id", id + std::to_string(target.number));
    json.member("traceId", target.trace.hex());
    if (target.span.valid())
        json.member("observationId", target.span.hex());
    json.member("name", score.name);
    writeScoreValue(json, score.value);
    if (withComment && !score.comment.empty())
        json.member("comment", score.comment);
    return json.endObject().take();
}

} // namespace

std::vector<LangfuseScore> langfuseScores(const Parcel& parcel, const DestinationConfig& config)
{
    const bool comments = !redactionFor(parcel, config).withoutContent;
    std::vector<LangfuseScore> scores;
    for (std::size_t i = 0; i < parcel.spans.size(); ++i) {
        const trace::Span& span = parcel.spans[i].span;
        for (std::size_t k = 0; k < span.scores.size(); ++k) {
            const std::int64_t number = scoreNumber(span.scores[k].name, static_cast<std::int64_t>(k));
            scores.push_back({i, scoreJson({span.trace, span.id, number}, span.scores[k], comments)});
        }
    }
    for (std::size_t i = 0; i < parcel.scores.size(); ++i) {
        const ScoreItem& item = parcel.scores[i];
        const std::int64_t number = scoreNumber(item.score.name, item.timeUnixNs);
        scores.push_back(
            {parcel.spans.size() + i, scoreJson({item.trace, item.span, number}, item.score, comments)});
    }
    return scores;
}

} // namespace spanglass::sync
