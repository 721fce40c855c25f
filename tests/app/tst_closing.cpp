// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is closed, killed or logged out of while it reads and delivers ends, and what was stored or
// waited is there afterwards.
#include <QCloseEvent>
#include <QProcess>
#include <csignal>
#include <thread>

#include "app/file_reader.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "app/sync_dock.h"
#include "interface_scenes.h"
#include "own_place.h"
#include "program.h"
#include "sync/bad_server.h"
#include "sync/delivery_service.h"
#include "sync/filled_store.h"

using namespace spanglass;
using namespace spanglass::app;
using namespace std::chrono_literals;

namespace {

constexpr int spans = 40;
/// FAULTS UI2 promises it; a server's timeout would take longer.
constexpr int mostMs = 2'000;

struct Stage
{
    QTemporaryDir home;
    FilledStore store;
    std::atomic<bool> hangs = true;
    BadServer server;
    std::int64_t destination = 0;

    Stage()
    {
        server.answer = [this](const BadServer::Request&) {
            BadServer::Answer said;
            if (hangs)
                said.manner = BadServer::Manner::hang;
            return said;
        };
        store.add(spans);
        destination =
            deliveries().add("slow", "otlp", server.url(), sync::DestinationConfig().settingsJson()).value();
    }
    [[nodiscard]] store::Deliveries deliveries() const
    {
        return store::Deliveries::open(store.path()).value();
    }
    /// A server that is well again gets every span, once.
    void restGoesOut()
    {
        hangs = false;
        QVERIFY(sync::DeliveryService(store.path()).flush(30s));
        QCOMPARE(server.kept().size(), std::size_t{spans});
    }
    QStringList environment() const
    {
        return {QStringLiteral("HOME=") + home.path(),
                QStringLiteral("XDG_CONFIG_HOME=") + home.path(),
                QStringLiteral("XDG_DATA_HOME=") + home.path(),
                QStringLiteral("XDG_RUNTIME_DIR=") + home.path(),
                QStringLiteral("SPANGLASS_STORE=") + QString::fromStdString(store.path().string()),
                QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                QStringLiteral("QT_QPA_PLATFORM=offscreen")};
    }
};

} // namespace

class tst_closing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_place.enter();
        speak(QStringLiteral("en"));
        views::applyTheme(views::ThemeChoice::light);
    }

    /// Closing waits for nobody: the reader is told to stop, and a server that never answers is left.
    void aWindowThatReadsAndDeliversIsClosed()
    {
        Stage stage;
        Settings settings(stage.home.filePath(QStringLiteral("window.conf")));
        std::atomic<bool> reading = false, stopped = false;
        const FileReader endless = [&](const QString&, const FileProgress& progress,
                                       const FilePartial&) -> Result<FileContent> {
            reading = true;
            while (progress(1, 100, 1))
                std::this_thread::sleep_for(1ms);
            stopped = true;
            return fail(ErrorKind::cancelled, "cancelled");
        };
        QElapsedTimer closing;
        {
            models::StoreSource source(stage.store.path());
            MainWindow window({.source = &source,
                               .storeName = QStringLiteral("/tmp/store"),
                               .reader = endless,
                               .rawWriter = {},
                               .settings = &settings});
            SyncParts parts;
            parts.store = stage.store.path();
            parts.settings = &settings;
            parts.deliver = true;
            SyncDock dock(parts, &window);
            window.addBottomDock(&dock);
            window.show();
            window.openFiles({stage.home.filePath(QStringLiteral("any.json"))});
            QTRY_VERIFY(reading && !stage.server.requests().empty());
            window.close();
            closing.start();
        }
        QVERIFY(stopped);
        QVERIFY2(closing.elapsed() < mostMs, qPrintable(QString::number(closing.elapsed())));
        QCOMPARE(stage.deliveries().destination(stage.destination)->value().delivered, 0);
        stage.restGoesOut();
    }

    void aProgramThatIsEndedLosesNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("killed") << SIGKILL;
        QTest::newRow("asked to end") << SIGTERM;
        QTest::newRow("its terminal is gone") << SIGHUP;
    }
    void aProgramThatIsEndedLosesNothing()
    {
        QFETCH(int, signal);
        Stage stage;
        const QString file = stage.home.filePath(QStringLiteral("rich.json"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write(richTrace()) > 0);
        written.close();
        QProcess program;
        test::setUp(program, stage.environment());
        program.start(test::program(), {QStringLiteral("--deliver"), file});
        QTRY_VERIFY_WITH_TIMEOUT(!stage.server.requests().empty(), 30'000);
        QCOMPARE(::kill(static_cast<pid_t>(program.processId()), signal), 0);
        QVERIFY(program.waitForFinished(mostMs));
        const auto counted = store::Store::open(stage.store.path())->counts();
        QVERIFY(counted);
        QCOMPARE(counted->spans, spans);
        stage.restGoesOut();
        QVERIFY(QFile::exists(file));
    }

    /// A desktop that ends the session asks every window to close, and nothing stands in its way.
    void loggingOutIsNotHeldUp()
    {
        Stage stage;
        Settings settings(stage.home.filePath(QStringLiteral("window.conf")));
        models::StoreSource source(stage.store.path());
        MainWindow window({.source = &source,
                           .storeName = QStringLiteral("/tmp/store"),
                           .reader = readTraceFile,
                           .rawWriter = {},
                           .settings = &settings});
        window.show();
        QCloseEvent asked;
        QCoreApplication::sendEvent(&window, &asked);
        QVERIFY(asked.isAccepted());
        QVERIFY(!settings.layout().isEmpty());
    }

private:
    test::OwnPlace m_place;
};

QTEST_MAIN(tst_closing)
#include "tst_closing.moc"
