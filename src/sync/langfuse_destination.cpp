// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/langfuse_destination.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <set>

#include "base/json_writer.h"
#include "sync/langfuse_batch.h"

namespace spanglass::sync {
namespace {

/// More are not worth asking for one by one: delivering again is as right.
constexpr std::size_t mostTracesToVerify = 20;

QJsonObject objectOf(const HttpReply& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
}

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

std::string scoreJson(const ScoreItem& item)
{
    JsonWriter json;
    json.beginObject().member("id", "spanglass-" + item.trace.hex() + "-" + std::to_string(item.id));
    json.member("traceId", item.trace.hex());
    if (item.span.valid())
        json.member("observationId", item.span.hex());
    json.member("name", item.score.name);
    writeScoreValue(json, item.score.value);
    if (!item.score.comment.empty())
        json.member("comment", item.score.comment);
    return json.endObject().take();
}

} // namespace

std::string LangfuseDestination::url(const std::string& path) const
{
    std::string base = config().url;
    while (base.ends_with('/'))
        base.pop_back();
    return base + "/api/public/" + path;
}

Reply LangfuseDestination::deliver(const Parcel& parcel)
{
    if (!parcel.scores.empty())
        return deliverScores(parcel);
    if (m_older)
        return deliverBatch(parcel);
    Reply reply = sendSpans(parcel);
    if (reply.verdict != Verdict::settings || !reply.message.starts_with("HTTP 404"))
        return reply;
    // No OTLP endpoint: before 3.22 there was only the batch API.
    Reply older = deliverBatch(parcel);
    m_older = older.verdict != Verdict::settings;
    return m_older ? older : reply;
}

Reply LangfuseDestination::deliverBatch(const Parcel& parcel)
{
    const HttpReply reply =
        exchange(request("POST", url("ingestion"), "application/json", langfuseBatch(parcel, config())));
    BatchVerdict verdict = langfuseBatchVerdict(reply, parcel, context(parcel.size()));
    if (verdict.eventsOnly)
        m_older = false;
    return verdict.reply;
}

Reply LangfuseDestination::deliverScores(const Parcel& parcel)
{
    Reply out{Verdict::delivered, {}, {}, {}};
    for (std::size_t i = 0; i < parcel.scores.size(); ++i) {
        const HttpReply reply =
            exchange(request("POST", url("scores"), "application/json", scoreJson(parcel.scores[i])));
        if (reply.status >= 200 && reply.status < 300 && reply.error.empty() && !objectOf(reply).isEmpty())
            continue;
        const Reply verdict = verdictOf(reply, context());
        if (verdict.verdict != Verdict::bad)
            return verdict;
        out.rejected.push_back({i, verdict.message});
    }
    return out;
}

Reply LangfuseDestination::check()
{
    const HttpReply health = exchange(request("GET", url("health"), nullptr, {}));
    if (health.status != 200)
        return verdictOf(health, context());
    const HttpReply projects = exchange(request("GET", url("projects"), nullptr, {}));
    if (projects.status != 200)
        return verdictOf(projects, context());
    const QJsonArray data = objectOf(projects)[QLatin1String("data")].toArray();
    if (data.isEmpty())
        return {Verdict::settings, "these keys belong to no project", {}, {}};
    m_project = data[0][QLatin1String("id")].toString().toStdString();
    return {Verdict::delivered,
            "Langfuse " + objectOf(health)[QLatin1String("version")].toString().toStdString() + ", project " +
                data[0][QLatin1String("name")].toString().toStdString(),
            {},
            {}};
}

bool LangfuseDestination::readBack(TraceId trace, std::vector<std::string>& ids)
{
    const std::string question = "observations?limit=1000&fields=core&traceId=" + trace.hex();
    HttpReply reply = exchange(request("GET", url("v2/" + question), nullptr, {}));
    if (reply.status == 404)
        reply = exchange(request("GET", url("observations?limit=100&traceId=" + trace.hex()), nullptr, {}));
    if (reply.status != 200 || !reply.error.empty())
        return false;
    for (const QJsonValue observation : objectOf(reply)[QLatin1String("data")].toArray())
        ids.push_back(observation[QLatin1String("id")].toString().toStdString());
    return true;
}

std::optional<std::vector<std::size_t>> LangfuseDestination::verify(const Parcel& parcel)
{
    std::set<TraceId> traces;
    for (const Item& item : parcel.spans)
        traces.insert(item.span.trace);
    if (traces.empty() || traces.size() > mostTracesToVerify)
        return std::nullopt;
    std::vector<std::string> ids;
    for (const TraceId& trace : traces) {
        if (!readBack(trace, ids))
            return std::nullopt;
    }
    std::sort(ids.begin(), ids.end());
    std::vector<std::size_t> there;
    for (std::size_t i = 0; i < parcel.spans.size(); ++i) {
        if (std::binary_search(ids.begin(), ids.end(), parcel.spans[i].span.id.hex()))
            there.push_back(i);
    }
    return there;
}

std::string LangfuseDestination::traceLink(TraceId trace) const
{
    std::string base = config().url;
    while (base.ends_with('/'))
        base.pop_back();
    return m_project.empty() ? base + "/trace/" + trace.hex()
                             : base + "/project/" + m_project + "/traces/" + trace.hex();
}

} // namespace spanglass::sync
