// SPDX-License-Identifier: GPL-3.0-or-later
/// Opik's `opik export`: {"trace": {…}, "spans": […]}, one file a trace; files may be joined as lines. The
/// trace itself is the root span, as Opik shows it.
#include "base/saturated.h"
#include "formats/fields.h"

#include "formats/json_values.h"

namespace spanglass::formats {
namespace {

enum Context : std::uint32_t
{
    ofSpan,
    ofTrace
};

constexpr std::string_view known[] = {"id",         "trace_id",   "parent_span_id",  "name",
                                      "type",       "start_time", "end_time",        "input",
                                      "output",     "metadata",   "model",           "provider",
                                      "tags",       "usage",      "error_info",      "total_estimated_cost",
                                      "ttft",       "thread_id",  "feedback_scores", "duration",
                                      "span_count", "project_id", "project_name"};

void decode(JsonCursor& at, std::uint32_t context, trace::Span& span)
{
    const Fields fields(at);
    const std::string id = fields.text("id");
    if (context == ofTrace)
        setIds(span, id, "root of " + id, {});
    else
        setIds(span, fields.text("trace_id"), id,
               fields.text("parent_span_id").empty() ? "root of " + fields.text("trace_id")
                                                     : fields.text("parent_span_id"));
    if (context == ofTrace)
        span.sourceId = id;
    span.name = fields.text("name");
    setTimes(span, timeOf(fields.find("start_time")), timeOf(fields.find("end_time")));
    trace::Attributes& attributes = span.attributes;
    keep(attributes, "opik.span.type", fields.find("type"));
    keep(attributes, "gen_ai.request.model", fields.find("model"));
    keep(attributes, "gen_ai.provider.name", fields.find("provider"));
    keep(attributes, "input.value", fields.find("input"));
    keep(attributes, "output.value", fields.find("output"));
    keep(attributes, "session.id", fields.find("thread_id"));
    keep(attributes, "opik.tags", fields.find("tags"));
    keep(attributes, "openinference.project.name", fields.find("project_name"));
    for (const trace::Attribute& member : fields.object("metadata").all())
        keep(attributes, "opik.metadata." + member.key, &member.value);
    if (context == ofSpan) { // a trace's usage and cost are sums of its spans'
        const Fields usage = fields.object("usage");
        keep(attributes, "gen_ai.usage.input_tokens", usage.find("prompt_tokens"));
        keep(attributes, "gen_ai.usage.output_tokens", usage.find("completion_tokens"));
        keep(attributes, "gen_ai.usage.total_tokens", usage.find("total_tokens"));
        keep(attributes, "gen_ai.usage.cost", fields.find("total_estimated_cost"));
        keep(attributes, "ttft_ms", fields.find("ttft"));
    }
    const Fields error = fields.object("error_info");
    if (!error.empty()) {
        span.status = Status::error;
        span.statusMessage = error.text("message");
        trace::Event exception;
        exception.name = "exception";
        exception.timeUnixNs = saturatedAdd(span.startUnixNs, span.durationNs.value_or(0));
        keep(exception.attributes, "exception.type", error.find("exception_type"));
        keep(exception.attributes, "exception.message", error.find("message"));
        keep(exception.attributes, "exception.stacktrace", error.find("traceback"));
        span.events.push_back(std::move(exception));
    }
    for (const std::string& element : fields.list("feedback_scores")) {
        const Fields score{std::string_view(element)};
        const trace::Value* value = score.find("value");
        span.scores.push_back(
            {score.text("name"), value == nullptr ? trace::Value() : *value, score.text("reason")});
    }
    keepOthers(attributes, fields, known, "opik.");
}

bool mine(const Shape& shape, std::string_view)
{
    return shape.has("trace") && shape.has("spans");
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    DecodedRows rows(bytes, builder, decode);
    eachDocument(bytes->text(), builder, [&](JsonCursor& at) {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "trace" && at.peek() == JsonCursor::Type::object)
                rows.add(at, ofTrace);
            else if (at.key() == "spans" && at.peek() == JsonCursor::Type::array)
                eachElement(at, builder, [&](JsonCursor& span) { rows.add(span, ofSpan); });
            else
                at.skip();
        }
    });
    return {};
}

} // namespace

const Reader opikReader{"opik", mine, read};

} // namespace spanglass::formats
