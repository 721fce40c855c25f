// SPDX-License-Identifier: GPL-3.0-or-later
// The words of `spanglass sync` that show or do the work: list, status, preview, run.
#include <QByteArray>
#include <algorithm>
#include <csignal>
#include <cstdio>

#include "app/cli/sync_verbs.h"
#include "app/cli/text_table.h"
#include "app/cli/verb.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "store/keeper.h"
#include "sync/delivery_service.h"
#include "sync/destination_factory.h"
#include "sync/environment_destinations.h"
#include "sync/preview.h"
#include "sync/trace_states.h"

namespace spanglass::app::sync_verbs {

namespace {

using namespace std::chrono_literals;

std::string secretText(const sync::SecretPlace& place)
{
    switch (place.kind) {
    case sync::SecretPlace::Kind::environment:
        return "environment:" + place.variable;
    case sync::SecretPlace::Kind::keychain:
        return "keychain";
    case sync::SecretPlace::Kind::file:
        return "file";
    case sync::SecretPlace::Kind::none:
        break;
    }
    return "none";
}

/// Nanoseconds as decimal text; null for never.
void timeMember(JsonWriter& json, const char* key, std::int64_t unixNs)
{
    json.key(key);
    unixNs == 0 ? json.null() : json.value(std::to_string(unixNs));
}

void writeStatus(JsonWriter& json, const sync::DestinationStatus& status)
{
    const store::DeliveryHealth& health = status.row.health;
    json.beginObject().member("name", status.row.name).member("kind", status.row.kind);
    json.member("state", health.state).member("breaker", health.breaker);
    json.member("pending", status.pending).member("sending", health.sending);
    json.member("delivered", status.row.delivered).member("quarantined", status.quarantined);
    json.member("uncertain", health.uncertain).member("paused", status.row.paused);
    json.member("pausedReason", status.row.pausedReason).member("ratePerSecond", health.ratePerSecond);
    timeMember(json, "lastSuccess", health.lastSuccessUnixNs);
    json.key("lastError");
    health.lastError.empty() ? json.null() : json.value(health.lastError);
    timeMember(json, "lastErrorAt", health.lastErrorUnixNs);
    timeMember(json, "nextTry", health.nextTryUnixNs);
    json.member("courier", health.courier);
}

void writeQuarantine(JsonWriter& json, const std::vector<store::QuarantineRow>& rows)
{
    json.key("quarantine").beginArray();
    for (const store::QuarantineRow& row : rows) {
        json.beginObject().member("traceId", row.trace.hex());
        if (row.span.valid())
            json.member("spanId", row.span.hex());
        json.member("what", row.score == 0 ? "span" : "score").member("reason", row.reason);
        json.member("at", std::to_string(row.timeUnixNs)).endObject();
    }
    json.endArray();
}

Result<int> printStatus(const Options& options)
{
    auto states = sync::DeliveryStates::open(storeOf(options));
    if (!states)
        return tl::unexpected(states.error());
    const auto all = states->destinations();
    if (!all)
        return tl::unexpected(all.error());
    const std::string only = options.operands().size() > 1 ? options.operands()[1] : "";
    JsonWriter json;
    json.beginObject().key("destinations").beginArray();
    TextTable table({"NAME", "KIND", "STATE", ">PENDING", ">DELIVERED", ">QUARANTINED", "LAST ERROR"});
    for (const sync::DestinationStatus& status : *all) {
        if (!only.empty() && status.row.name != only)
            continue;
        writeStatus(json, status);
        if (!only.empty()) {
            const auto rows = states->deliveries().quarantine(status.row.id);
            if (!rows)
                return tl::unexpected(rows.error());
            writeQuarantine(json, *rows);
        }
        json.endObject();
        const std::string& why = status.row.paused ? status.row.pausedReason : status.row.health.lastError;
        table.add({status.row.name, status.row.kind, status.row.health.state, countText(status.pending),
                   countText(status.row.delivered), countText(status.quarantined), visibleText(why)});
    }
    json.endArray().endObject();
    if (options.json())
        std::puts(json.text().c_str());
    else
        std::fputs(table.text().c_str(), stdout);
    return exitDone;
}

/// Ends on SIGINT and SIGTERM: they are blocked in every thread and taken here.
void waitForSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    int taken = 0;
    sigwait(&signals, &taken);
}

void blockSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

bool nothingWaits(const Options& options)
{
    auto states = sync::DeliveryStates::open(storeOf(options));
    const auto rows = states ? states->destinations() : Result<std::vector<sync::DestinationStatus>>();
    return states && rows &&
           std::all_of(rows->begin(), rows->end(), [](const auto& one) { return one.pending == 0; });
}

Result<int> runOnce(const Options& options)
{
    if (auto gathered = store::gatherOnce(storeOf(options)); !gathered)
        return tl::unexpected(gathered.error());
    bool all = false;
    {
        sync::DeliveryService service(storeOf(options));
        all = service.flush(std::chrono::hours(24));
    }
    auto printed = printStatus(options);
    if (!printed)
        return printed;
    // What another process delivers meanwhile is as good.
    if (!all && !nothingWaits(options))
        return fail(ErrorKind::unavailable,
                    "not everything could be delivered; `spanglass sync status` says why");
    return exitDone;
}

} // namespace

Result<int> list(const Options& options)
{
    const auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto rows = deliveries->destinations();
    if (!rows)
        return tl::unexpected(rows.error());
    JsonWriter json;
    json.beginObject().key("destinations").beginArray();
    TextTable table({"NAME", "KIND", "URL", "SECRET", "PAUSED"});
    for (const store::DestinationRow& row : *rows) {
        const auto config = sync::configOf(row);
        if (!config)
            return tl::unexpected(config.error());
        json.beginObject().member("name", row.name).member("kind", row.kind).member("url", row.url);
        json.member("publicKey", config->publicKey).member("secret", secretText(config->secret));
        json.key("headers").beginArray();
        for (const sync::Header& header : config->headers)
            json.value(header.name + "=" +
                       (header.environment.empty() ? header.value : "$" + header.environment));
        json.endArray().member("paused", row.paused).endObject();
        table.add(
            {row.name, row.kind, visibleText(row.url), secretText(config->secret), row.paused ? "yes" : ""});
    }
    json.endArray().endObject();
    if (options.json())
        std::puts(json.text().c_str());
    else
        std::fputs(table.text().c_str(), stdout);
    return exitDone;
}

Result<int> status(const Options& options)
{
    return printStatus(options);
}

Result<int> run(const Options& options)
{
    auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    if (auto added = sync::addEnvironmentDestinations(*deliveries); !added)
        return tl::unexpected(added.error());
    if (options.has("once"))
        return runOnce(options);
    blockSignals();
    const auto keeper = store::Keeper::start(storeOf(options));
    sync::DeliveryService service(storeOf(options));
    waitForSignal();
    service.flush(1500ms);
    return exitDone;
}

Result<int> preview(const Options& options)
{
    const auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto row = named(options, *deliveries);
    if (!row)
        return tl::unexpected(row.error());
    const auto preview = sync::previewOf(*deliveries, *row);
    if (!preview)
        return tl::unexpected(preview.error());
    const sync::OutgoingBody& body = preview->body;
    JsonWriter json;
    json.beginObject().member("name", row->name).member("kind", row->kind).member("url", preview->url);
    json.member("contentType", body.contentType)
        .member("spans", preview->spans)
        .member("bytes", body.bytes.size());
    json.key("body");
    if (preview->binary())
        json.value(QByteArray::fromStdString(body.bytes).toBase64().toStdString());
    else
        json.raw(body.bytes);
    std::puts(json.endObject().text().c_str());
    return exitDone;
}

} // namespace spanglass::app::sync_verbs
