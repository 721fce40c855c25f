// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/langfuse_attributes.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

#include "base/json_writer.h"
#include "base/names.h"
#include "base/text.h"

namespace spanglass::sync {
namespace {

void add(trace::Attributes& out, const char* key, std::string_view value)
{
    if (!value.empty())
        out.push_back({key, std::string(value)});
}

bool countsUsage(Kind kind)
{
    return kind == Kind::llm || kind == Kind::embedding || kind == Kind::reranker || kind == Kind::span;
}

const trace::Value* find(const trace::Span& span, std::initializer_list<std::string_view> keys)
{
    for (const std::string_view key : keys) {
        for (const trace::Attribute& attribute : span.attributes) {
            if (attribute.key == key)
                return &attribute.value;
        }
    }
    return nullptr;
}

std::string textOf(const trace::Value* value)
{
    if (!value)
        return {};
    if (const auto* text = std::get_if<std::string>(value))
        return *text;
    if (const auto* json = std::get_if<trace::Json>(value))
        return json->text;
    if (const auto* number = std::get_if<std::int64_t>(value))
        return std::to_string(*number);
    return {};
}

std::optional<std::int64_t> cacheWrite(const trace::Span& span)
{
    const trace::Value* value = find(
        span, {"gen_ai.usage.cache_write.input_tokens", "gen_ai.usage.cache_creation.input_tokens",
               "gen_ai.usage.cache_creation_input_tokens", "llm.token_count.prompt_details.cache_write"});
    const auto* number = value ? std::get_if<std::int64_t>(value) : nullptr;
    return number && *number >= 0 ? std::optional(*number) : std::nullopt;
}

/// {input, output, total, input_cached_tokens, input_cache_creation, output_reasoning_tokens}, disjoint as
/// Langfuse adds them up; empty where nothing is known.
std::string usageDetails(const trace::Span& span)
{
    const trace::Tokens& tokens = span.tokens;
    if (!tokens.input && !tokens.output && !tokens.total)
        return {};
    const std::int64_t cached = tokens.cached.value_or(0);
    const std::int64_t written = cacheWrite(span).value_or(0);
    const std::int64_t reasoning = tokens.reasoning.value_or(0);
    JsonWriter json;
    json.beginObject();
    if (tokens.input)
        json.member("input", std::max<std::int64_t>(0, *tokens.input - cached - written));
    if (cached > 0)
        json.member("input_cached_tokens", cached);
    if (written > 0)
        json.member("input_cache_creation", written);
    if (tokens.output)
        json.member("output", std::max<std::int64_t>(0, *tokens.output - reasoning));
    if (reasoning > 0)
        json.member("output_reasoning_tokens", reasoning);
    json.member("total", tokens.total.value_or(tokens.input.value_or(0) + tokens.output.value_or(0)));
    return json.endObject().take();
}

/// Inputs and outputs as Langfuse shows them: JSON where they are JSON, else the text.
std::string content(const trace::Value& value)
{
    struct Visitor
    {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const trace::Json& json) const { return json.text; }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(double number) const { return JsonWriter().value(number).take(); }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(const trace::Bytes& bytes) const
        {
            return "[" + std::to_string(bytes.size()) + " bytes]";
        }
    };
    return std::visit(Visitor{}, value);
}

std::string errorText(const trace::Span& span)
{
    if (!span.statusMessage.empty())
        return span.statusMessage;
    for (const trace::Event& event : span.events) {
        for (const trace::Attribute& attribute : event.attributes) {
            if (event.name == names::exceptionEvent && attribute.key == names::exceptionMessage)
                return textOf(&attribute.value);
        }
    }
    return "error";
}

/// A failed output says so itself: people look there first.
std::string failedOutput(const trace::Span& span)
{
    const std::string text = content(span.output);
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    JsonWriter json;
    if (document.isObject() && text.find_last_of('}') != std::string::npos) {
        if (document.object().contains(QLatin1String("error")))
            return text;
        // Appended to the text, so that its numbers keep their digits.
        const std::string head = text.substr(0, text.find_last_of('}'));
        return head + (document.object().isEmpty() ? "" : ",") +
               "\"error\":" + json.value(errorText(span)).take() + "}";
    }
    json.beginObject();
    if (!text.empty()) {
        json.key("output");
        document.isArray() ? json.raw(text) : json.value(text);
    }
    return json.member("error", errorText(span)).endObject().take();
}

std::string tagsJson(const std::vector<std::string>& tags)
{
    JsonWriter json;
    json.beginArray();
    for (const std::string& tag : tags)
        json.value(tag);
    return json.endArray().take();
}

std::string isoTime(std::int64_t unixNs)
{
    return QDateTime::fromMSecsSinceEpoch(unixNs / 1'000'000, Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

void addTrace(trace::Attributes& out, const trace::TraceRow& row)
{
    add(out, "langfuse.trace.name", row.name);
    add(out, "user.id", row.user);
    add(out, "session.id", row.session);
    if (!row.tags.empty())
        out.push_back({"langfuse.trace.tags", tagsJson(row.tags)});
    if (!row.environment.empty())
        out.push_back({"langfuse.environment", langfuseEnvironment(row.environment)});
    add(out, "langfuse.release", row.release);
    add(out, "langfuse.version", row.version);
}

/// A link needs both, and a version that is a number: anything else would name no prompt there.
void addPrompt(trace::Attributes& out, const trace::Span& span)
{
    const std::string name = textOf(find(span, {"gen_ai.prompt.name", "langfuse.prompt.name"}));
    const std::string version = textOf(find(span, {"gen_ai.prompt.version", "langfuse.prompt.version"}));
    const bool number =
        !version.empty() && version.size() < 10 &&
        std::all_of(version.begin(), version.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (name.empty() || !number)
        return;
    out.push_back({"langfuse.observation.prompt.name", name});
    out.push_back({"langfuse.observation.prompt.version", std::int64_t{std::stoll(version)}});
}

void addMetadata(trace::Attributes& out, const trace::Span& span)
{
    for (const trace::Attribute& attribute : span.attributes) {
        if (attribute.key.starts_with(names::metadataPrefix))
            out.push_back(
                {"langfuse.observation.metadata." + attribute.key.substr(names::metadataPrefix.size()),
                 attribute.value});
    }
}

} // namespace

std::string_view langfuseType(Kind kind)
{
    switch (kind) {
    case Kind::llm:
        return "generation";
    case Kind::reranker:
        return "retriever"; // Langfuse knows no reranker
    default:
        return name(kind);
    }
}

trace::Attributes langfuseTraceMetadata(const trace::Span& root)
{
    trace::Attributes out;
    for (const trace::Attribute& attribute : root.attributes) {
        if (attribute.key.starts_with(names::metadataPrefix))
            out.push_back({"langfuse.trace.metadata." + attribute.key.substr(names::metadataPrefix.size()),
                           attribute.value});
    }
    return out;
}

std::string langfuseEnvironment(std::string_view environment)
{
    std::string out;
    for (const char c : environment) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool good =
            (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '-' || lower == '_';
        out += good ? lower : '-';
    }
    if (out.starts_with("langfuse"))
        out.erase(0, out.size() > 8 && (out[8] == '-' || out[8] == '_') ? 9 : 8);
    if (out.size() > 40)
        out.resize(40);
    return out.empty() ? "default" : out;
}

bool hiddenFromLangfuse(const trace::Span& span, std::string_view key)
{
    if (countsUsage(span.kind))
        return false;
    constexpr std::array<std::string_view, 5> prefixes{"gen_ai.usage.", "llm.token_count.", "llm.usage.",
                                                       "ai.usage.", "llm.cost."};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view p) { return key.starts_with(p); });
}

trace::Attributes langfuseAttributes(const trace::Span& span, const trace::TraceRow* row)
{
    trace::Attributes out;
    out.push_back({"langfuse.observation.type", std::string(langfuseType(span.kind))});
    if (row)
        addTrace(out, *row);
    const bool failed = span.status == Status::error;
    out.push_back({"langfuse.observation.level", std::string(failed ? "ERROR" : name(span.level))});
    if (failed || !span.statusMessage.empty())
        out.push_back({"langfuse.observation.status_message", failed ? errorText(span) : span.statusMessage});
    add(out, "langfuse.observation.model.name", span.model);
    if (countsUsage(span.kind)) {
        add(out, "langfuse.observation.usage_details", usageDetails(span));
        if (span.cost)
            out.push_back({"langfuse.observation.cost_details", "{\"total\":" + span.cost->text() + "}"});
    }
    if (span.timeToFirstTokenNs)
        out.push_back({"langfuse.observation.completion_start_time",
                       isoTime(span.startUnixNs + *span.timeToFirstTokenNs)});
    add(out, "langfuse.observation.input", content(span.input));
    add(out, "langfuse.observation.output", failed ? failedOutput(span) : content(span.output));
    if (span.kind == Kind::llm)
        addPrompt(out, span);
    addMetadata(out, span);
    return out;
}

} // namespace spanglass::sync
