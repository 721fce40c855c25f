// SPDX-License-Identifier: GPL-3.0-or-later
/// LangSmith runs: a list, one a line, {"runs": […]}, nested child_runs, and ingest bodies {"post", "patch"},
/// in which a run is put together from both. (langsmith-sdk, schemas.py.)
#include <map>
#include <memory>
#include <vector>

#include "formats/fields.h"
#include "formats/json_values.h"
#include "formats/numbers.h"

namespace spanglass::formats {
namespace {

constexpr int mostDepth = 200;
constexpr std::string_view known[] = {"id",
                                      "trace_id",
                                      "parent_run_id",
                                      "dotted_order",
                                      "name",
                                      "run_type",
                                      "start_time",
                                      "end_time",
                                      "inputs",
                                      "outputs",
                                      "error",
                                      "extra",
                                      "events",
                                      "tags",
                                      "status",
                                      "prompt_tokens",
                                      "completion_tokens",
                                      "total_tokens",
                                      "prompt_token_details",
                                      "completion_token_details",
                                      "first_token_time",
                                      "total_cost",
                                      "session_id",
                                      "child_runs",
                                      "child_run_ids",
                                      "parent_run_ids"};

/// The parts of a dotted order, `20241013T070537170001Z<uuid>.…`: the last UUID is the run's.
std::string lastUuid(std::string_view dotted, std::size_t fromEnd)
{
    for (;; --fromEnd) {
        const std::size_t dot = dotted.rfind('.');
        const std::string_view part = dot == std::string_view::npos ? dotted : dotted.substr(dot + 1);
        if (fromEnd == 0)
            return part.size() >= 36 ? std::string(part.substr(part.size() - 36)) : std::string();
        if (dot == std::string_view::npos)
            return {};
        dotted = dotted.substr(0, dot);
    }
}

std::string runId(const Fields& fields)
{
    std::string id = fields.text("id");
    return id.empty() ? lastUuid(fields.text("dotted_order"), 0) : id;
}

void readUsage(const Fields& fields, trace::Attributes& attributes)
{
    Fields usage = fields.object("outputs").object("usage_metadata");
    keep(attributes, "gen_ai.usage.input_tokens", usage.find("input_tokens"));
    keep(attributes, "gen_ai.usage.output_tokens", usage.find("output_tokens"));
    keep(attributes, "gen_ai.usage.cache_read.input_tokens",
         usage.object("input_token_details").find("cache_read"));
    if (usage.empty()) {
        usage = fields.object("outputs").object("llm_output").object("token_usage");
        keep(attributes, "gen_ai.usage.input_tokens", usage.find("prompt_tokens"));
        keep(attributes, "gen_ai.usage.output_tokens", usage.find("completion_tokens"));
    }
    if (const auto* count = fields.find("prompt_tokens");
        count != nullptr && fields.text("prompt_tokens") != "0")
        keep(attributes, "gen_ai.usage.input_tokens", count);
    if (const auto* count = fields.find("completion_tokens");
        count != nullptr && fields.text("completion_tokens") != "0")
        keep(attributes, "gen_ai.usage.output_tokens", count);
    keep(attributes, "gen_ai.usage.cost", fields.find("total_cost"));
}

void readExtra(const Fields& fields, trace::Attributes& attributes)
{
    const Fields extra = fields.object("extra");
    const Fields metadata = extra.object("metadata");
    keep(attributes, "gen_ai.request.model", metadata.find("ls_model_name"));
    keep(attributes, "gen_ai.provider.name", metadata.find("ls_provider"));
    for (const char* key : {"session_id", "conversation_id", "thread_id"})
        keep(attributes, "session.id", metadata.find(key));
    keep(attributes, "user.id", metadata.find("user_id"));
    for (const trace::Attribute& member : metadata.all())
        keep(attributes, "langsmith.metadata." + member.key, &member.value);
    const Fields invocation = extra.object("invocation_params");
    if (invocation.find("model") != nullptr && !metadata.find("ls_model_name"))
        keep(attributes, "gen_ai.request.model", invocation.find("model"));
    keep(attributes, "langsmith.invocation_params", extra.find("invocation_params"));
}

void decodeFields(const Fields& fields, trace::Span& span)
{
    const std::string dotted = fields.text("dotted_order");
    std::string trace = fields.text("trace_id");
    if (trace.empty() && !dotted.empty())
        trace = lastUuid(dotted.substr(0, dotted.find('.')), 0);
    std::string parent = fields.text("parent_run_id");
    if (parent.empty())
        parent = lastUuid(dotted, 1);
    const std::string id = runId(fields);
    setIds(span, trace.empty() ? id : trace, id, parent);
    span.name = fields.text("name");
    setTimes(span, timeOf(fields.find("start_time")), timeOf(fields.find("end_time")));
    keep(span.attributes, "langsmith.span.kind", fields.find("run_type"));
    keep(span.attributes, "langsmith.project", fields.find("session_id"));
    keep(span.attributes, "input.value", fields.find("inputs"));
    keep(span.attributes, "output.value", fields.find("outputs"));
    keep(span.attributes, "langsmith.span.tags", fields.find("tags"));
    readExtra(fields, span.attributes);
    readUsage(fields, span.attributes);
    keepOthers(span.attributes, fields, known, "langsmith.");
    span.statusMessage = fields.text("error");
    if (!span.statusMessage.empty() || fields.text("status") == "error")
        span.status = Status::error;
    else if (fields.text("status") == "success")
        span.status = Status::ok;
    const auto first = timeOf(fields.find("first_token_time"));
    if (first && *first >= span.startUnixNs && span.startUnixNs != 0)
        span.timeToFirstTokenNs = *first - span.startUnixNs;
    for (const std::string& element : fields.list("events")) {
        const Fields event{std::string_view(element)};
        trace::Event made;
        made.name = event.text("name");
        made.timeUnixNs = timeOf(event.find("time")).value_or(0);
        keep(made.attributes, "kwargs", event.find("kwargs"));
        span.events.push_back(std::move(made));
    }
}

/// The run that another one stands in: nested runs need not name their trace and parent again.
struct Around
{
    std::string trace;
    std::string parent;
};
using Arounds = std::vector<Around>;

void sayWhereMissing(Fields& fields, const char* key, const std::string& value)
{
    if (fields.text(key).empty() && fields.text("dotted_order").empty() && !value.empty())
        setAttribute(fields.all(), key, value);
}

/// `context` is the number of the run around, 0 for none.
void decode(JsonCursor& at, const Arounds& arounds, std::uint32_t context, trace::Span& span)
{
    Fields fields(at);
    sayWhereMissing(fields, "trace_id", arounds[context].trace);
    sayWhereMissing(fields, "parent_run_id", arounds[context].parent);
    decodeFields(fields, span);
}

class LangSmith
{
public:
    LangSmith(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_arounds(std::make_shared<Arounds>(1)),
          m_rows(bytes, builder,
                 [arounds = m_arounds](JsonCursor& at, std::uint32_t context, trace::Span& span) {
                     decode(at, *arounds, context, span);
                 })
    {
    }

    void read()
    {
        eachDocument(m_text, m_builder, [this](JsonCursor& at) {
            eachElement(at, m_builder, [this](JsonCursor& element) { readValue(element); });
        });
        if (!m_ingested.empty())
            addIngested();
    }

private:
    /// A run, or an envelope of runs.
    void readValue(JsonCursor& at)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        JsonCursor whole = at;
        bool envelope = false;
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "runs" && at.peek() == JsonCursor::Type::array) {
                envelope = true;
                eachElement(at, m_builder, [this](JsonCursor& run) { readRun(run, 0, 0); });
            } else if ((at.key() == "post" || at.key() == "patch") && at.peek() == JsonCursor::Type::array) {
                envelope = true;
                eachElement(at, m_builder, [this](JsonCursor& run) { ingest(Fields(run)); });
            } else {
                at.skip();
            }
        }
        if (envelope || at.failed())
            return;
        at = whole;
        readRun(at, 0, 0);
    }

    void readRun(JsonCursor& at, std::uint32_t around, int depth)
    {
        JsonCursor children = at;
        m_rows.add(at, around);
        if (at.failed() || depth > mostDepth || children.peek() != JsonCursor::Type::object)
            return;
        JsonCursor run = children;
        std::uint32_t inside = 0; // the number of this run among those around others
        for (children.enterObject(); children.nextKey();) {
            if (children.key() != "child_runs" || children.peek() != JsonCursor::Type::array) {
                children.skip();
                continue;
            }
            inside = inside == 0 ? aroundOf(run, around) : inside;
            eachElement(children, m_builder,
                        [this, inside, depth](JsonCursor& child) { readRun(child, inside, depth + 1); });
        }
    }

    std::uint32_t aroundOf(JsonCursor run, std::uint32_t around)
    {
        const Fields fields(run);
        const std::string id = runId(fields);
        std::string trace = fields.text("trace_id");
        if (trace.empty())
            trace = (*m_arounds)[around].trace.empty() ? id : (*m_arounds)[around].trace;
        m_arounds->push_back({std::move(trace), id});
        return static_cast<std::uint32_t>(m_arounds->size() - 1);
    }

    /// What a patch says replaces what the post said.
    void ingest(const Fields& fields)
    {
        Fields& run = m_ingested[runId(fields)];
        for (const trace::Attribute& member : fields.all()) {
            if (!std::holds_alternative<std::monostate>(member.value))
                setAttribute(run.all(), member.key, member.value);
        }
    }

    void addIngested()
    {
        std::vector<trace::Span> spans;
        for (const auto& [id, fields] : m_ingested) {
            trace::Span span;
            decodeFields(fields, span);
            if (span.id.valid())
                spans.push_back(std::move(span));
        }
        std::stable_sort(spans.begin(), spans.end(),
                         [](const auto& a, const auto& b) { return a.startUnixNs < b.startUnixNs; });
        addKept(m_builder, std::move(spans));
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    std::shared_ptr<Arounds> m_arounds;
    DecodedRows m_rows;
    std::map<std::string, Fields> m_ingested;
};

bool mine(const Shape& shape, std::string_view)
{
    for (const std::string prefix : {"", "[].", "runs[].", "post[].", "patch[]."}) {
        if (shape.has(prefix + "run_type") || shape.has(prefix + "dotted_order"))
            return true;
    }
    return false;
}

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    LangSmith(bytes, builder).read();
    return {};
}

} // namespace

const Reader langsmithReader{"langsmith", mine, read};

} // namespace spanglass::formats
