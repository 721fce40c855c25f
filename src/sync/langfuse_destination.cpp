// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/langfuse_destination.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <map>

#include "sync/langfuse_batch.h"

namespace spanglass::sync {
namespace {

/// More are not worth asking for one by one: delivering again is as right.
constexpr std::size_t mostTracesToVerify = 20;
constexpr int mostPagesToVerify = 20;

/// To the second before, as the questions want it.
std::string isoTime(std::int64_t unixNs)
{
    return QDateTime::fromSecsSinceEpoch(unixNs / 1'000'000'000 - 1, Qt::UTC)
        .toString(Qt::ISODate)
        .toStdString();
}

QJsonObject objectOf(const HttpReply& reply)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object();
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
        return deliverScores(langfuseScores(parcel, config()));
    Reply reply = deliverSpans(parcel);
    if (reply.verdict == Verdict::delivered)
        addScoresOfSpans(parcel, reply);
    return reply;
}

Reply LangfuseDestination::deliverSpans(const Parcel& parcel)
{
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

/// A span is settled with its scores: what fails among them for now has the parcel delivered again, under the
/// same ids; what is refused for good shows in the quarantine.
void LangfuseDestination::addScoresOfSpans(const Parcel& parcel, Reply& reply)
{
    const std::vector<LangfuseScore> scores = langfuseScores(parcel, config());
    Reply sent = deliverScores(scores);
    if (sent.verdict != Verdict::delivered) {
        reply = std::move(sent);
        return;
    }
    for (Rejected& refused : sent.rejected)
        reply.rejected.push_back({refused.index, "the span is there, its score not: " + refused.reason});
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

Reply LangfuseDestination::deliverScores(const std::vector<LangfuseScore>& scores)
{
    Reply out{Verdict::delivered, {}, {}, {}};
    for (const LangfuseScore& score : scores) {
        const HttpReply reply = exchange(request("POST", url("scores"), "application/json", score.json));
        if (reply.status >= 200 && reply.status < 300 && reply.error.empty() && !objectOf(reply).isEmpty())
            continue;
        const Reply verdict = verdictOf(reply, context());
        if (verdict.verdict != Verdict::bad)
            return verdict;
        out.rejected.push_back({score.of, verdict.message});
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

/// The ids of the trace's observations, page by page; false where they cannot be read.
bool LangfuseDestination::readBack(TraceId trace, std::int64_t fromUnixNs, std::vector<std::string>& ids)
{
    std::string cursor;
    for (int page = 1; page <= mostPagesToVerify; ++page) {
        const std::string id = trace.hex();
        std::string question = "observations?traceId=" + id;
        if (m_olderReading)
            question += "&limit=100&page=" + std::to_string(page);
        else
            question = "v2/" + question + "&limit=1000&fields=core&fromStartTime=" + isoTime(fromUnixNs) +
                       (cursor.empty() ? "" : "&cursor=" + cursor);
        const HttpReply reply = exchange(request("GET", url(question), nullptr, {}));
        if (reply.status == 404 && !m_olderReading && page == 1) {
            m_olderReading = true;
            return readBack(trace, fromUnixNs, ids);
        }
        if (reply.status != 200 || !reply.error.empty())
            return false;
        const QJsonObject answer = objectOf(reply);
        for (const QJsonValue observation : answer[QLatin1String("data")].toArray())
            ids.push_back(observation[QLatin1String("id")].toString().toStdString());
        const QJsonObject meta = answer[QLatin1String("meta")].toObject();
        cursor = meta[QLatin1String("cursor")].toString().toUtf8().toPercentEncoding().toStdString();
        if (m_olderReading ? page >= meta[QLatin1String("totalPages")].toInt() : cursor.empty())
            return true;
    }
    return true; // what was not read counts as not there, and is delivered again
}

std::optional<std::vector<std::size_t>> LangfuseDestination::verify(const Parcel& parcel)
{
    std::map<TraceId, std::int64_t> traces; // and the earliest start among their spans
    for (const Item& item : parcel.spans) {
        const auto [at, fresh] = traces.try_emplace(item.span.trace, item.span.startUnixNs);
        at->second = std::min(at->second, item.span.startUnixNs);
        // Whether its scores arrived is not asked: then it goes again as a whole.
        if (!item.span.scores.empty())
            return std::nullopt;
    }
    if (traces.empty() || traces.size() > mostTracesToVerify)
        return std::nullopt;
    std::vector<std::string> ids;
    for (const auto& [trace, fromUnixNs] : traces) {
        if (!readBack(trace, fromUnixNs, ids))
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
    return langfuseTraceLink(config(), trace, m_project);
}

std::string langfuseTraceLink(const DestinationConfig& config, TraceId trace, const std::string& project)
{
    std::string base = config.url;
    while (base.ends_with('/'))
        base.pop_back();
    return project.empty() ? base + "/trace/" + trace.hex()
                           : base + "/project/" + project + "/traces/" + trace.hex();
}

} // namespace spanglass::sync
