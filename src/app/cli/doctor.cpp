// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass doctor`: looks at everything the program stands on and says what to do about what is wrong.
#include <QCoreApplication>
#include <QSqlDatabase>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <sys/statvfs.h>

#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "receive/port_holder.h"
#include "receive/presence.h"
#include "store/keeper.h"
#include "store/store.h"
#include "sync/inspection.h"
#include "trace/prices.h"

namespace spanglass::app {

namespace {

enum class Verdict
{
    ok,
    warning,
    error
};

struct Check
{
    std::string name;
    Verdict verdict = Verdict::ok;
    std::string found;
    std::string advice; ///< what to do; empty when all is well
};

std::string_view word(Verdict verdict)
{
    return verdict == Verdict::ok ? "ok" : verdict == Verdict::warning ? "warning" : "error";
}

Check checkStore(const std::filesystem::path& directory)
{
    const auto store = store::Store::open(directory);
    if (!store)
        return {"store", Verdict::error, store.error().message, "name another folder with --store DIR"};
    const auto counts = store->counts();
    if (!counts)
        return {"store", Verdict::error, counts.error().message, "move the file away, then start again"};
    return {"store",
            Verdict::ok,
            directory.native() + ": " + countText(counts->traces) + " traces, " + countText(counts->spans) +
                " spans",
            {}};
}

Check checkBooks(const std::filesystem::path& directory)
{
    const auto store = store::Store::open(directory);
    const auto counts = store ? store->counts() : tl::unexpected(store.error());
    if (!counts)
        return {"books", Verdict::error, counts.error().message, {}};
    const std::string found = countText(counts->created) + " created, " + countText(counts->stored) +
                              " stored, " + countText(counts->dropped) + " dropped";
    if (counts->dropped > 0)
        return {"books", Verdict::warning, found,
                "agents ran out of room: free disk space, or keep a viewer open"};
    return {"books", Verdict::ok, found, {}};
}

Check checkJournals(const std::filesystem::path& directory)
{
    const auto status = store::storeStatus(directory);
    if (!status)
        return {"journals", Verdict::error, status.error().message, {}};
    std::size_t alive = 0;
    std::uint64_t bytes = 0;
    for (const journal::JournalInfo& journal : status->journals) {
        alive += journal.alive;
        bytes += journal.bytes;
    }
    return {"journals",
            Verdict::ok,
            std::to_string(alive) + " of living agents, " + std::to_string(status->journals.size() - alive) +
                " of ended ones, " + countText(static_cast<std::int64_t>(bytes)) + " bytes; kept by " +
                (status->keeper.empty() ? "nobody" : status->keeper),
            {}};
}

/// Recorders write into shared memory first; in containers it is often 64 MB.
Check checkSharedMemory()
{
    struct statvfs info = {};
    if (::statvfs("/dev/shm", &info) != 0)
        return {"shared memory", Verdict::warning, std::string("/dev/shm: ") + std::strerror(errno),
                "agents record into the store's folder instead and may stall with its disk"};
    const auto megabytes = static_cast<std::int64_t>(info.f_bavail * info.f_frsize >> 20);
    const std::string found = "/dev/shm: " + countText(megabytes) + " MB free";
    if (megabytes < 64)
        return {"shared memory", Verdict::warning, found, "give the container more (--shm-size)"};
    return {"shared memory", Verdict::ok, found, {}};
}

Check checkDisplay()
{
    for (const char* variable : {"WAYLAND_DISPLAY", "DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return {
                "display", Verdict::ok, std::string(variable) + "=" + qgetenv(variable).toStdString(), {}};
    return {"display", Verdict::warning, "none", "the verbs work without one, the window does not"};
}

Check checkDriver(const char* driver, const char* package, const char* purpose)
{
    const std::string name = std::string("driver ") + driver;
    if (QSqlDatabase::isDriverAvailable(QLatin1String(driver)))
        return {name, Verdict::ok, "there", {}};
    return {name, Verdict::warning, std::string("missing: no ") + purpose,
            std::string("apt-get install ") + package};
}

Check checkPort(const std::filesystem::path& directory)
{
    const auto listening = receive::receiverOf(directory);
    if (!listening.empty())
        return {"port 4318", Verdict::ok, "this store's receiver is on " + listening.front(), {}};
    const std::string holder = receive::portHolder(4318);
    if (holder.empty())
        return {"port 4318", Verdict::ok, "free", {}};
    return {"port 4318", Verdict::warning, "taken by " + holder, "spanglass serve --listen 127.0.0.1:4319"};
}

Check checkOf(const std::string& name, sync::Inspection inspection)
{
    using Found = sync::Inspection::Verdict;
    const Verdict verdict = inspection.verdict == Found::ok        ? Verdict::ok
                            : inspection.verdict == Found::warning ? Verdict::warning
                                                                   : Verdict::error;
    return {name, verdict, std::move(inspection.found), std::move(inspection.advice)};
}

/// The keychain, and every destination.
void addDeliveries(std::vector<Check>& checks, const std::filesystem::path& directory)
{
    checks.push_back(checkOf("keychain", sync::inspectKeychain()));
    const auto deliveries = store::Deliveries::open(directory);
    const auto rows = deliveries ? deliveries->destinations() : tl::unexpected(deliveries.error());
    if (!rows)
        return; // the store's own check says it
    for (const store::DestinationRow& row : *rows)
        checks.push_back(checkOf("sync " + row.name, sync::inspect(row)));
}

Check checkPrices()
{
    const auto file = trace::userPriceFile();
    const auto table = trace::PriceTable::withFile(file);
    if (!table)
        return {"prices", Verdict::warning, table.error().message,
                "mend the file; the built-in prices count until then"};
    std::error_code ignored;
    return {"prices",
            Verdict::ok,
            std::filesystem::exists(file, ignored) ? "built in, with " + file.native() + " over them"
                                                   : "built in",
            {}};
}

void printJson(const std::vector<Check>& checks)
{
    JsonWriter json;
    json.beginObject().key("checks").beginArray();
    for (const Check& check : checks)
        json.beginObject()
            .member("name", check.name)
            .member("verdict", word(check.verdict))
            .member("found", check.found)
            .member("advice", check.advice)
            .endObject();
    std::puts(json.endArray().endObject().text().c_str());
}

void printText(const std::vector<Check>& checks)
{
    for (const Check& check : checks) {
        std::printf("%-8s %-15s %s\n", std::string(word(check.verdict)).c_str(), check.name.c_str(),
                    visibleText(check.found).c_str());
        if (!check.advice.empty())
            std::printf("%-24s → %s\n", "", check.advice.c_str());
    }
}

Result<int> run(const Options& options)
{
    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const QCoreApplication application(argc, argv); // finds the drivers' plugins
    const auto directory = options.store();
    std::vector<Check> checks = {
        checkStore(directory), checkBooks(directory), checkJournals(directory),
        checkSharedMemory(),   checkDisplay(),        checkDriver("QSQLITE", "libqt6sql6-sqlite", "store"),
        checkPort(directory),  checkPrices(),
    };
    addDeliveries(checks, directory);
    options.json() ? printJson(checks) : printText(checks);
    const bool sound =
        std::ranges::none_of(checks, [](const Check& c) { return c.verdict == Verdict::error; });
    return sound ? exitDone : exitCouldNot;
}

} // namespace

const Verb doctorVerb{
    {.verb = "doctor", .operands = "", .summary = "check everything the program stands on", .options = {}},
    run};

} // namespace spanglass::app
