// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass status`: who keeps the store, which journals there are, and whether the books balance.
#include <cstdio>

#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "receive/presence.h"
#include "store/keeper.h"
#include "store/store.h"

namespace spanglass::app {

namespace {

void printJson(const std::filesystem::path& directory, const store::StoreStatus& status,
               const store::Counts& counts)
{
    JsonWriter json;
    json.beginObject().key("keeper");
    status.keeper.empty() ? json.null() : json.value(status.keeper);
    json.key("journals").beginArray();
    for (const journal::JournalInfo& journal : status.journals)
        json.beginObject()
            .member("nonce", journal.nonce)
            .member("pid", journal.pid)
            .member("alive", journal.alive)
            .member("bytes", journal.bytes)
            .endObject();
    json.endArray().member("created", counts.created).member("stored", counts.stored);
    json.member("dropped", counts.dropped).key("receiver");
    const auto receiver = receive::receiverOf(directory);
    receiver.empty() ? json.null() : json.value(receiver.front());
    json.endObject();
    std::puts(json.text().c_str());
}

void printText(const std::string& directory, const store::StoreStatus& status, const store::Counts& counts)
{
    std::printf("store     %s\n", visibleText(directory).c_str());
    std::printf("keeper    %s\n", status.keeper.empty() ? "nobody" : visibleText(status.keeper).c_str());
    for (const std::string& address : receive::receiverOf(directory))
        std::printf("receiver  %s\n", address.c_str());
    std::printf("holds     %s traces, %s spans\n", countText(counts.traces).c_str(),
                countText(counts.spans).c_str());
    std::printf("recorded  %s created = %s stored + %s dropped\n", countText(counts.created).c_str(),
                countText(counts.stored).c_str(), countText(counts.dropped).c_str());
    TextTable table({"JOURNAL", ">PID", "PROCESS", ">BYTES"});
    for (const journal::JournalInfo& journal : status.journals)
        table.add({journal.nonce, std::to_string(journal.pid), journal.alive ? "alive" : "gone",
                   countText(static_cast<std::int64_t>(journal.bytes))});
    std::fputs(table.text().c_str(), stdout);
}

Result<int> run(const Options& options)
{
    const auto directory = options.store();
    if (const auto gathered = store::gatherOnce(directory); !gathered)
        return tl::unexpected(gathered.error());
    const auto store = store::Store::open(directory);
    if (!store)
        return tl::unexpected(store.error());
    const auto counts = store->counts();
    if (!counts)
        return tl::unexpected(counts.error());
    const auto status = store::storeStatus(directory);
    if (!status)
        return tl::unexpected(status.error());
    options.json() ? printJson(directory, *status, *counts) : printText(directory, *status, *counts);
    return exitDone;
}

} // namespace

const Verb statusVerb{{.verb = "status",
                       .operands = "",
                       .summary = "who keeps the store, its journals, and its books",
                       .options = {}},
                      run};

} // namespace spanglass::app
