// SPDX-License-Identifier: GPL-3.0-or-later
/// MLflow traces: {"info": {…}, "data": {"spans": […]}}, a list of them, one a line, or an answer's "traces".
/// Values of attributes are JSON in text.
#include "formats/fields.h"

#include "formats/json_values.h"

namespace spanglass::formats {
namespace {

std::string firstText(const Fields& fields, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        if (std::string text = fields.text(key); !text.empty())
            return text;
    }
    return {};
}

/// Every mlflow.* value is encoded as JSON: `"\"LLM\""` means LLM.
trace::Value decoded(const trace::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr || text->empty())
        return value;
    const Bytes padded(*text);
    JsonCursor at(padded.text());
    if (at.peek() == JsonCursor::Type::none)
        return value;
    trace::Value inner = valueOf(at);
    return at.failed() || !at.atEnd() ? value : inner;
}

void readStatus(const Fields& fields, trace::Span& span)
{
    const Fields status = fields.object("status");
    const std::string code = status.empty() ? firstText(fields, {"status_code", "status"})
                                            : firstText(status, {"code", "status_code"});
    if (code.find("ERROR") != std::string::npos || code == "2")
        span.status = Status::error;
    else if (code.find("OK") != std::string::npos || code == "1")
        span.status = Status::ok;
    span.statusMessage =
        status.empty() ? fields.text("status_message") : firstText(status, {"message", "description"});
}

void decode(JsonCursor& at, std::uint32_t, trace::Span& span)
{
    const Fields fields(at);
    const Fields context = fields.object("context");
    std::string trace = firstText(fields, {"trace_id", "traceId"});
    std::string id = firstText(fields, {"span_id", "spanId"});
    if (trace.empty())
        trace = context.text("trace_id");
    if (id.empty())
        id = context.text("span_id");
    if (trace.starts_with("tr-"))
        trace.erase(0, 3);
    setIds(span, trace, id, firstText(fields, {"parent_span_id", "parent_id", "parentSpanId"}));
    span.name = fields.text("name");
    const auto time = [&](std::initializer_list<std::string_view> keys) {
        for (const std::string_view key : keys) {
            if (const auto found = timeOf(fields.find(key)))
                return found;
        }
        return std::optional<std::int64_t>();
    };
    setTimes(span, time({"start_time_unix_nano", "start_time_ns", "start_time"}),
             time({"end_time_unix_nano", "end_time_ns", "end_time"}));
    readStatus(fields, span);
    for (const trace::Attribute& member : fields.object("attributes").all())
        span.attributes.push_back({member.key, decoded(member.value)});
    for (const std::string& element : fields.list("events")) {
        const Fields event{std::string_view(element)};
        trace::Event made;
        made.name = event.text("name");
        for (const char* key : {"time_unix_nano", "timestamp"})
            made.timeUnixNs = timeOf(event.find(key)).value_or(made.timeUnixNs);
        made.attributes = event.object("attributes").all();
        span.events.push_back(std::move(made));
    }
}

bool mine(const Shape& shape, std::string_view)
{
    for (const std::string prefix : {"", "[].", "traces[]."}) {
        if (shape.has(prefix + "info") && shape.has(prefix + "data.spans"))
            return true;
    }
    return false;
}

class Mlflow
{
public:
    Mlflow(const SharedBytes& bytes, TableBuilder& builder)
        : m_text(bytes->text()), m_builder(builder), m_rows(bytes, builder, decode)
    {
    }

    void read()
    {
        eachDocument(m_text, m_builder, [this](JsonCursor& at) {
            eachElement(at, m_builder, [this](JsonCursor& element) { readTrace(element, true); });
        });
    }

private:
    /// A trace, or where it is `outermost` an answer that holds a list of them.
    void readTrace(JsonCursor& at, bool outermost)
    {
        if (at.peek() != JsonCursor::Type::object) {
            at.skip();
            return;
        }
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "data" && at.peek() == JsonCursor::Type::object)
                readData(at);
            else if (outermost && at.key() == "traces" && at.peek() == JsonCursor::Type::array)
                eachElement(at, m_builder, [this](JsonCursor& trace) { readTrace(trace, false); });
            else
                at.skip();
        }
    }

    void readData(JsonCursor& at)
    {
        for (at.enterObject(); at.nextKey();) {
            if (at.key() == "spans" && at.peek() == JsonCursor::Type::array)
                eachElement(at, m_builder, [this](JsonCursor& span) { m_rows.add(span); });
            else
                at.skip();
        }
    }

    std::string_view m_text;
    TableBuilder& m_builder;
    DecodedRows m_rows;
};

Result<void> read(const SharedBytes& bytes, TableBuilder& builder)
{
    Mlflow(bytes, builder).read();
    return {};
}

} // namespace

const Reader mlflowReader{"mlflow", mine, read};

} // namespace spanglass::formats
