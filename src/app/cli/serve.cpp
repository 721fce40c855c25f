// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass serve`: keeps the store without a window until SIGTERM or SIGINT, or until there is nothing to
// do.
#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTimer>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/signalfd.h>
#include <unistd.h>

#include "app/cli/verbs.h"
#include "app/delivery.h"
#include "app/mask_rules.h"
#include "base/json_writer.h"
#include "receive/server.h"
#include "store/keeper.h"
#include "store/store.h"
#include "sync/destination_factory.h"

namespace spanglass::app {

namespace {

constexpr std::chrono::milliseconds lastFlush(1500); ///< of what is left when it ends: within 2 s in all

/// SIGTERM and SIGINT as events. Made before any thread is started, so that every thread inherits the mask.
class StopSignals
{
public:
    StopSignals()
    {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        sigaddset(&signals, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        m_descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC);
    }
    ~StopSignals() { ::close(m_descriptor); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// Nobody else records, and all that was recorded is in the store.
bool nothingLeft(const std::filesystem::path& directory)
{
    const auto journals = journal::listJournals(directory);
    return journals && std::ranges::none_of(*journals, [](const journal::JournalInfo& journal) {
               return journal.pid != ::getpid() && (journal.alive || journal.bytes > 0);
           });
}

void printReady(const std::filesystem::path& directory, const receive::Server* receiver)
{
    JsonWriter json;
    json.beginObject().key("listening");
    if (receiver && !receiver->listening().isEmpty())
        json.value(receiver->listening().first().toStdString());
    else
        json.null();
    json.member("store", directory.native()).endObject();
    std::puts(json.text().c_str());
    std::fflush(stdout);
}

/// Whether a destination of the store is where a receiver listens unless told otherwise: the port is left to
/// the server that is meant.
bool isForADestination(const std::filesystem::path& directory)
{
    const auto deliveries = store::Deliveries::open(directory);
    const auto rows = deliveries ? deliveries->destinations() : tl::unexpected(deliveries.error());
    return rows && std::ranges::any_of(*rows, [](const store::DestinationRow& row) {
               const auto config = sync::configOf(row);
               return config && sync::isOwnReceiver(
                                    *config, {"127.0.0.1:" + std::to_string(receive::Server::defaultPort)});
           });
}

/// Listens where it was told to, or says why not. Where it was told nothing and the usual port is taken
/// (another window or server runs) or belongs to a destination, it says so and keeps the store without
/// receiving.
Result<std::unique_ptr<receive::Server>> startReceiver(const Options& options,
                                                       const std::filesystem::path& directory)
{
    receive::ServerOptions server;
    server.store = directory;
    server.listen = options.text("listen");
    server.allowedOrigins = options.all("allow-origin");
    server.mask = maskRules();
    if (options.has("token-env")) {
        const std::string variable = options.text("token-env");
        const char* token = std::getenv(variable.c_str());
        if (!token || !*token)
            return fail(ErrorKind::usage, "--token-env: the variable " + variable + " is not set");
        server.token = token;
    }
    if (!options.has("listen") && options.has("sync") && isForADestination(directory)) {
        printError({ErrorKind::unavailable, "port " + std::to_string(receive::Server::defaultPort) +
                                                " is a destination's: nothing is received; --listen "
                                                "ADDR:PORT receives elsewhere"});
        return std::unique_ptr<receive::Server>();
    }
    auto receiver = receive::Server::start(server);
    if (!receiver && !options.has("listen") && receiver.error().kind == ErrorKind::unavailable) {
        printError(receiver.error());
        return std::unique_ptr<receive::Server>();
    }
    return receiver;
}

/// Keeping, receiving and delivering, while it exists; in this order, and ended in the other.
class Service : public QObject
{
public:
    /// `--until-idle`: quits the application when nobody records, everything is stored and nothing that
    /// waits will soon be delivered.
    [[nodiscard]] static Result<std::unique_ptr<Service>> start(const Options& options,
                                                                const std::filesystem::path& directory)
    {
        std::unique_ptr<Service> service(new Service(directory));
        service->m_keeper = store::Keeper::start(directory);
        connect(service->m_keeper.get(), &store::Keeper::troubled, service.get(), [](const QString& message) {
            printError({ErrorKind::io, message.toStdString()});
        });
        if (options.has("sync")) {
            if (auto added = addDestinationsOfEnvironment(directory); !added)
                return tl::unexpected(added.error());
        }
        auto receiver = startReceiver(options, directory);
        if (!receiver)
            return tl::unexpected(receiver.error());
        service->m_receiver = std::move(*receiver);
        if (service->m_receiver)
            connect(service->m_receiver.get(), &receive::Server::said, service.get(),
                    [](const QString& line) {
                        printError({ErrorKind::io, line.toStdString()});
                    });
        if (options.has("sync"))
            service->m_delivery = startDelivery(directory);
        if (options.has("until-idle"))
            service->watchForIdleness();
        return service;
    }
    ~Service() override
    {
        if (m_delivery)
            m_delivery->flush(lastFlush);
    }
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    [[nodiscard]] const receive::Server* receiver() const { return m_receiver.get(); }

private:
    explicit Service(std::filesystem::path directory) : m_directory(std::move(directory)) {}

    void watchForIdleness()
    {
        m_idle.setInterval(500);
        connect(&m_idle, &QTimer::timeout, this, [this] {
            if (!nothingLeft(m_directory)) {
                m_flushing = false;
                return;
            }
            if (m_delivery && !m_flushing) {
                m_delivery->startFlush();
                m_flushing = true;
            } else if (!m_delivery || m_delivery->settled()) {
                QCoreApplication::quit();
            }
        });
        m_idle.start();
    }

    std::filesystem::path m_directory;
    QTimer m_idle;
    bool m_flushing = false;
    std::unique_ptr<store::Keeper> m_keeper;
    std::unique_ptr<receive::Server> m_receiver;
    std::unique_ptr<sync::DeliveryService> m_delivery;
};

Result<int> run(const Options& options)
{
    const auto directory = std::filesystem::absolute(options.store());
    // A store that cannot be written is said at once, not later from a thread.
    if (const auto store = store::Store::open(directory); !store)
        return tl::unexpected(store.error());

    const StopSignals signals;
    int argc = 1;
    char name[] = "spanglass";
    char* argv[] = {name, nullptr};
    QCoreApplication application(argc, argv);
    bool asked = false;
    QSocketNotifier stop(signals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &application, [&asked] {
        asked = true;
        QCoreApplication::quit();
    });
    // An agent that began while this ended saw the store kept and counts on us: then it goes on.
    for (bool first = true; first || (!asked && !nothingLeft(directory)); first = false) {
        const auto service = Service::start(options, directory);
        if (!service)
            return tl::unexpected(service.error());
        if (first)
            printReady(directory, (*service)->receiver());
        QCoreApplication::exec();
    }
    return exitDone;
}

} // namespace

const Verb serveVerb{
    {.verb = "serve",
     .operands = "",
     .summary = "keep the store and receive OTLP without a window, until SIGTERM",
     .options = {{"sync", "", "deliver to the store's destinations too"},
                 {"listen", "ADDR:PORT", "where (default 127.0.0.1:4318 and [::1]:4318)"},
                 {"token-env", "VAR", "senders must bear the token in this variable"},
                 {"allow-origin", "ORIGIN", "let pages of this origin send (may be repeated)"},
                 {"until-idle", "",
                  "end when nobody records, everything is stored and what can be is delivered"}}},
    run};

} // namespace spanglass::app
