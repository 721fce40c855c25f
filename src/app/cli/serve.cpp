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
#include "base/json_writer.h"
#include "receive/server.h"
#include "store/keeper.h"
#include "store/store.h"

namespace spanglass::app {

namespace {

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

/// Listens where it was told to, or says why not. Where it was told nothing and the usual port is taken
/// (another window or server runs), it says so and keeps the store without receiving.
Result<std::unique_ptr<receive::Server>> startReceiver(const Options& options,
                                                       const std::filesystem::path& directory)
{
    receive::ServerOptions server;
    server.store = directory;
    server.listen = options.text("listen");
    server.allowedOrigins = options.all("allow-origin");
    if (options.has("token-env")) {
        const std::string variable = options.text("token-env");
        const char* token = std::getenv(variable.c_str());
        if (!token || !*token)
            return fail(ErrorKind::usage, "--token-env: the variable " + variable + " is not set");
        server.token = token;
    }
    auto receiver = receive::Server::start(server);
    if (!receiver && !options.has("listen") && receiver.error().kind == ErrorKind::unavailable) {
        printError(receiver.error());
        return std::unique_ptr<receive::Server>();
    }
    return receiver;
}

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
    QSocketNotifier stop(signals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &application, &QCoreApplication::quit);

    const auto keeper = store::Keeper::start(directory);
    QObject::connect(keeper.get(), &store::Keeper::troubled, &application, [](const QString& message) {
        printError({ErrorKind::io, message.toStdString()});
    });

    const auto receiver = startReceiver(options, directory);
    if (!receiver)
        return tl::unexpected(receiver.error());
    if (*receiver)
        QObject::connect(receiver->get(), &receive::Server::said, &application, [](const QString& line) {
            printError({ErrorKind::io, line.toStdString()});
        });

    QTimer idle;
    idle.setInterval(500);
    if (options.has("until-idle")) {
        QObject::connect(&idle, &QTimer::timeout, &application, [&directory] {
            if (nothingLeft(directory))
                QCoreApplication::quit();
        });
        idle.start();
    }
    printReady(directory, receiver->get());
    QCoreApplication::exec();
    return exitDone;
}

} // namespace

const Verb serveVerb{
    {.verb = "serve",
     .operands = "",
     .summary = "keep the store and receive OTLP without a window, until SIGTERM",
     .options = {{"listen", "ADDR:PORT", "where (default 127.0.0.1:4318 and [::1]:4318)"},
                 {"token-env", "VAR", "senders must bear the token in this variable"},
                 {"allow-origin", "ORIGIN", "let pages of this origin send (may be repeated)"},
                 {"until-idle", "", "end when nobody records and everything is stored"}}},
    run};

} // namespace spanglass::app
