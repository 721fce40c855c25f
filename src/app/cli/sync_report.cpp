// SPDX-License-Identifier: GPL-3.0-or-later
// The words of `spanglass sync` that show or do the work: list, status, preview, run.
#include <csignal>
#include <cstdio>
#include <unistd.h>

#include "app/cli/sync_verbs.h"
#include "app/cli/text_table.h"
#include "app/cli/verb.h"
#include "app/delivery.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "store/keeper.h"
#include "sync/destination_factory.h"
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

std::string thisProcess()
{
    return "pid " + std::to_string(::getpid());
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
    json.key("courier");
    health.courier.empty() ? json.null() : json.value(health.courier);
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

/// An error that was overcome is history: JSON has it, the table shows what is wrong now.
const std::string& currentError(const sync::DestinationStatus& status)
{
    static const std::string none;
    const store::DeliveryHealth& health = status.row.health;
    return health.lastErrorUnixNs > health.lastSuccessUnixNs ? health.lastError : none;
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
        const std::string& why = status.row.paused ? status.row.pausedReason : currentError(status);
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

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Of every destination for which something still waits, why; empty: nothing waits anywhere.
Result<std::string> whatWaits(const Options& options)
{
    auto states = sync::DeliveryStates::open(storeOf(options));
    if (!states)
        return tl::unexpected(states.error());
    const auto all = states->destinations();
    if (!all)
        return tl::unexpected(all.error());
    std::string text;
    for (const sync::DestinationStatus& status : *all) {
        if (status.pending == 0)
            continue;
        const store::DestinationRow& row = status.row;
        const std::string why = row.paused ? "paused: " + row.pausedReason
                                : status.attended && row.health.courier != thisProcess()
                                    ? row.health.courier + " delivers to it"
                                    : row.health.lastError;
        text += (text.empty() ? "" : "; ") + row.name + ": " + countText(status.pending) + " wait" +
                (why.empty() ? "" : " (" + why + ")");
    }
    return text;
}

Result<int> runOnce(const Options& options)
{
    if (auto gathered = store::gatherOnce(storeOf(options)); !gathered)
        return tl::unexpected(gathered.error());
    app::startDelivery(storeOf(options))->flush(std::chrono::hours(24));
    auto printed = printStatus(options);
    if (!printed)
        return printed;
    const auto waiting = whatWaits(options);
    if (!waiting)
        return tl::unexpected(waiting.error());
    if (!waiting->empty())
        return fail(ErrorKind::unavailable, "sync run: " + *waiting);
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
        json.endArray().key("mask").beginArray();
        for (const std::string& rule : config->redaction.mask)
            json.value(rule);
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
    if (auto added = app::addDestinationsOfEnvironment(storeOf(options)); !added)
        return tl::unexpected(added.error());
    if (options.has("once"))
        return runOnce(options);
    // Blocked in every thread and taken here.
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const auto keeper = store::Keeper::start(storeOf(options));
    const auto service = app::startDelivery(storeOf(options));
    std::fprintf(stderr, "delivering from %s; Ctrl+C ends\n", visibleText(storeOf(options).native()).c_str());
    int taken = 0;
    sigwait(&signals, &taken);
    service->flush(1500ms);
    return exitDone;
}

Result<int> preview(const Options& options)
{
    if (auto brought = app::bringProjectRules(storeOf(options)); !brought)
        return tl::unexpected(brought.error());
    const auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto row = named(options, *deliveries);
    if (!row)
        return tl::unexpected(row.error());
    const auto preview = sync::previewOf(*deliveries, *row);
    if (!preview)
        return tl::unexpected(preview.error());
    JsonWriter json;
    json.beginObject().member("name", row->name).member("kind", row->kind).member("url", preview->url);
    json.member("contentType", preview->body.contentType).member("waiting", preview->waiting);
    json.member("spans", preview->spans).member("bytes", preview->body.bytes.size());
    json.key("body").raw(preview->readable).key("scores").beginArray();
    for (const std::string& score : preview->scores)
        json.raw(score);
    std::puts(json.endArray().endObject().text().c_str());
    return exitDone;
}

} // namespace spanglass::app::sync_verbs
