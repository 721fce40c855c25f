// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/langfuse_batch.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>
#include <set>

#include "base/json_writer.h"
#include "sync/langfuse_attributes.h"
#include "sync/outgoing_spans.h"
#include "sync/redaction.h"

namespace spanglass::sync {
namespace {

std::string isoTime(std::int64_t unixNs)
{
    return QDateTime::fromMSecsSinceEpoch(unixNs / 1'000'000, Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

void optional(JsonWriter& json, const char* key, const std::string& value)
{
    if (!value.empty())
        json.member(key, value);
}

bool isJson(const std::string& text)
{
    return !QJsonDocument::fromJson(QByteArray::fromStdString(text)).isNull();
}

/// The `langfuse.*` attributes carry everything: here they become the members of an event's body.
std::string attribute(const trace::Attributes& attributes, std::string_view key)
{
    for (const trace::Attribute& attribute : attributes) {
        if (attribute.key == key) {
            const auto* text = std::get_if<std::string>(&attribute.value);
            return text ? *text : std::string();
        }
    }
    return {};
}

void jsonMember(JsonWriter& json, const char* key, const std::string& text)
{
    if (text.empty())
        return;
    json.key(key);
    isJson(text) ? json.raw(text) : json.value(text);
}

void writeTrace(JsonWriter& json, const trace::TraceRow& row)
{
    json.beginObject().member("id", "trace-" + row.id.hex()).member("type", "trace-create");
    json.member("timestamp", isoTime(row.startUnixNs)).key("body").beginObject();
    json.member("id", row.id.hex()).member("timestamp", isoTime(row.startUnixNs));
    optional(json, "name", row.name.substr(0, 1000));
    optional(json, "userId", row.user);
    optional(json, "sessionId", row.session);
    optional(json, "release", row.release);
    optional(json, "version", row.version);
    if (!row.environment.empty())
        json.member("environment", langfuseEnvironment(row.environment));
    if (!row.tags.empty()) {
        json.key("tags").beginArray();
        for (const std::string& tag : row.tags)
            json.value(tag);
        json.endArray();
    }
    json.endObject().endObject();
}

void writeSpan(JsonWriter& json, const trace::Span& span, int variant, const trace::TraceRow* row)
{
    const trace::Attributes facts = langfuseAttributes(span, row);
    const bool generation = span.kind == Kind::llm || span.kind == Kind::embedding;
    json.beginObject().member("id", langfuseEventId(span, variant));
    json.member("type", generation ? "generation-create" : "span-create")
        .member("timestamp", isoTime(span.startUnixNs));
    json.key("body").beginObject().member("id", span.id.hex()).member("traceId", span.trace.hex());
    json.member("name", span.name).member("startTime", isoTime(span.startUnixNs));
    if (span.parent.valid())
        json.member("parentObservationId", span.parent.hex());
    if (span.durationNs)
        json.member("endTime", isoTime(span.startUnixNs + *span.durationNs));
    optional(json, "level", attribute(facts, "langfuse.observation.level"));
    optional(json, "statusMessage", attribute(facts, "langfuse.observation.status_message"));
    jsonMember(json, "input", attribute(facts, "langfuse.observation.input"));
    jsonMember(json, "output", attribute(facts, "langfuse.observation.output"));
    if (generation) {
        optional(json, "model", span.model);
        jsonMember(json, "usageDetails", attribute(facts, "langfuse.observation.usage_details"));
        jsonMember(json, "costDetails", attribute(facts, "langfuse.observation.cost_details"));
        optional(json, "completionStartTime", attribute(facts, "langfuse.observation.completion_start_time"));
    }
    json.endObject().endObject();
}

struct Answers
{
    bool understood = false;
    std::set<std::string> successes;
    std::map<std::string, std::pair<int, std::string>> errors;
};

Answers answersOf(const HttpReply& reply)
{
    Answers answers;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(reply.body));
    if (!document.isObject() || !document.object()[QLatin1String("successes")].isArray())
        return answers;
    answers.understood = true;
    for (const QJsonValue success : document.object()[QLatin1String("successes")].toArray())
        answers.successes.insert(success[QLatin1String("id")].toString().toStdString());
    for (const QJsonValue error : document.object()[QLatin1String("errors")].toArray()) {
        std::string message = error[QLatin1String("message")].toString().toStdString();
        if (error[QLatin1String("error")].isString())
            message += " " + error[QLatin1String("error")].toString().toStdString();
        answers.errors[error[QLatin1String("id")].toString().toStdString()] = {
            error[QLatin1String("status")].toInt(), message};
    }
    return answers;
}

bool wantsEventsOnly(const Answers& answers)
{
    if (!answers.successes.empty() || answers.errors.empty())
        return false;
    const std::string& message = answers.errors.begin()->second.second;
    return message.find("events_only") != std::string::npos ||
           message.find("events only") != std::string::npos || message.find("otel") != std::string::npos ||
           message.find("OTel") != std::string::npos;
}

} // namespace

std::string langfuseEventId(const trace::Span& span, int variant)
{
    return "span-" + span.trace.hex() + "-" + span.id.hex() +
           (variant == 0 ? "" : "-" + std::to_string(variant));
}

std::string langfuseBatch(const Parcel& parcel, const DestinationConfig& config)
{
    const Redaction redaction = redactionFor(parcel, config);
    JsonWriter json;
    json.beginObject().key("batch").beginArray();
    std::set<TraceId> traces;
    for (const Item& item : parcel.spans) {
        const trace::TraceRow* row = parcel.traceRow(item.span.trace);
        if (row && traces.insert(row->id).second)
            writeTrace(json, *row);
        writeSpan(json, changesAnything(redaction) ? redacted(item.span, redaction) : item.span, item.variant,
                  row);
    }
    json.endArray().endObject();
    return json.take();
}

BatchVerdict langfuseBatchVerdict(const HttpReply& reply, const Parcel& parcel, const VerdictContext& context)
{
    if (reply.cancelled || reply.status < 200 || reply.status >= 300 || !reply.error.empty())
        return {verdictOf(reply, context)};
    const Answers answers = answersOf(reply);
    if (!answers.understood)
        return {{Verdict::uncertain, "HTTP 207 with an answer that is no ingestion result", {}, {}}};
    if (wantsEventsOnly(answers))
        return {{Verdict::busy, "this server takes OTLP only", Milliseconds(0), {}}, true};
    Reply out{Verdict::delivered, {}, {}, {}};
    std::size_t silent = 0;
    for (std::size_t i = 0; i < parcel.spans.size(); ++i) {
        const std::string id = langfuseEventId(parcel.spans[i].span, parcel.spans[i].variant);
        if (answers.successes.contains(id))
            continue;
        const auto error = answers.errors.find(id);
        if (error == answers.errors.end()) {
            ++silent;
            continue;
        }
        const auto& [status, message] = error->second;
        if (status == 401)
            return {{Verdict::settings, "HTTP 401: the key is wrong: set the secret again", {}, {}}};
        if (status >= 500)
            return {{Verdict::busy, scrubbed(message, context.secrets), {}, {}}};
        out.rejected.push_back({i, scrubbed(message, context.secrets)});
    }
    if (silent > 0)
        return {{Verdict::bad,
                 "the server did not acknowledge " + std::to_string(silent) + " of " +
                     std::to_string(parcel.size()) + " spans",
                 {},
                 {}}};
    return {out};
}

} // namespace spanglass::sync
