// SPDX-License-Identifier: GPL-3.0-or-later
// Deliveries as a person meets them: nothing leaves before it is turned on, every button does what it says,
// secrets are never shown, and a team's database is browsed in a window of its own.
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>
#include <sys/stat.h>

#include "app/destination_dialog.h"
#include "app/file_reader.h"
#include "app/languages.h"
#include "app/settings.h"
#include "app/sync_dock.h"
#include "app/team_database_dialog.h"
#include "app/team_window.h"
#include "own_place.h"
#include "postgres/private_postgres.h"
#include "sync/bad_server.h"
#include "sync/delivery_service.h"
#include "sync/filled_store.h"
#include "sync/preview.h"
#include "sync/secret_store.h"
#include "views/long_text_view.h"
#include "views/sync_chips.h"
#include "views/sync_panel.h"
#include "views/trace_list_view.h"
#include "views/value_view.h"

using namespace spanglass;
using namespace std::chrono_literals;

namespace {

constexpr const char* canary = "sk-canary-73f1";

/// Runs `answer` on the modal dialog that comes next.
template<class Dialog> void onNext(std::function<void(Dialog*)> answer)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, answer = std::move(answer)] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer->deleteLater();
        timer->stop();
        answer(dialog);
    });
    timer->start(10);
}

void answerQuestion(bool yes, QString* question = nullptr)
{
    onNext<QMessageBox>([yes, question](QMessageBox* box) {
        if (question)
            *question = box->text() + QLatin1Char('\n') + box->informativeText();
        for (QAbstractButton* button : box->buttons()) {
            if ((box->buttonRole(button) == QMessageBox::AcceptRole) == yes)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
    });
}

BadServer::Answer likeLangfuse(const BadServer::Request& request)
{
    BadServer::Answer answer;
    if (request.path.find("projects") != std::string::npos)
        answer.body = R"({"data":[{"id":"p1","name":"demo"}]})";
    if (request.path.find("health") != std::string::npos)
        answer.body = R"({"status":"OK","version":"3.1.0"})";
    return answer;
}

struct Fixture
{
    QTemporaryDir directory;
    FilledStore store;
    app::Settings settings{directory.filePath(QStringLiteral("window.conf"))};
    std::unique_ptr<QMainWindow> window;
    app::SyncDock* dock = nullptr;

    Fixture()
    {
        app::speak(QStringLiteral("en"));
        views::applyTheme(views::ThemeChoice::light);
    }
    std::int64_t add(const char* name, const char* kind, const std::string& url,
                     const sync::DestinationConfig& config = {})
    {
        return deliveries().add(name, kind, url, config.settingsJson()).value();
    }
    store::Deliveries deliveries() { return store::Deliveries::open(store.path()).value(); }
    store::DestinationRow row(std::int64_t id) { return deliveries().destination(id).value().value(); }
    void open()
    {
        window = std::make_unique<QMainWindow>();
        app::SyncParts parts;
        parts.store = store.path();
        parts.settings = &settings;
        dock = new app::SyncDock(parts, window.get());
        window->addDockWidget(Qt::BottomDockWidgetArea, dock);
        window->resize(1300, 700);
        window->show();
    }
    template<class Thing> Thing* find(const char* name) const
    {
        return dock->findChild<Thing*>(QString::fromLatin1(name));
    }
    void click(const char* button) const { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }
    void choose(const char* entry) const { find<QAction>(entry)->trigger(); }
    QString said() const { return dock->findChild<views::SyncChips*>()->accessibleName(); }
};

} // namespace

class tst_sync_window : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_place.enter();
        QVERIFY(!sync::keychainThere());
    }

    void nothingLeavesBeforeItIsTurnedOnAndWhatThatMeansIsSaid()
    {
        Fixture f;
        BadServer server;
        f.store.add(20);
        f.add("jaeger", "otlp", server.url());
        f.open();
        QTRY_COMPARE(f.said(), QStringLiteral("jaeger: 20 waiting, nobody delivers"));
        QString question;
        answerQuestion(false, &question);
        f.click("deliver");
        QTRY_VERIFY(question.contains(QStringLiteral("jaeger")));
        QVERIFY(question.contains(QString::fromStdString(server.url())));
        QTRY_VERIFY(!f.find<QCheckBox>("deliver")->isChecked());
        QVERIFY(!f.dock->delivering());
        QVERIFY(server.kept().empty());

        answerQuestion(true);
        f.click("deliver");
        QTRY_COMPARE_WITH_TIMEOUT(f.said(), QStringLiteral("jaeger: 20 delivered"), 20'000);
        QCOMPARE(server.kept().size(), std::size_t{20});
        // The next window of this store goes on; one of another store does not.
        QVERIFY(f.settings.delivers(QString::fromStdString(f.store.path().string())));
        QVERIFY(!f.settings.delivers(QStringLiteral("/another/store")));
        f.click("deliver");
        QVERIFY(!f.dock->delivering());
        f.store.add(10);
        QTRY_COMPARE(f.said(), QStringLiteral("jaeger: 10 waiting, nobody delivers"));
    }

    void aClickOrAKeyOnADestinationOpensThePanel()
    {
        Fixture f;
        f.add("a", "otlp", "http://127.0.0.1:1");
        f.add("b", "otlp", "http://127.0.0.1:2");
        f.open();
        auto* chips = f.dock->findChild<views::SyncChips*>();
        QTRY_VERIFY(!chips->chipRect(1).isEmpty());
        QVERIFY(!f.dock->panel()->isVisible());
        QTest::mouseClick(chips, Qt::LeftButton, {}, chips->chipRect(1).center());
        QTRY_VERIFY(f.dock->panel()->isVisible());
        QCOMPARE(f.find<QLabel>("state")->text(), QStringLiteral("up to date"));
        QCOMPARE(f.dock->panel()->current(), f.dock->destinations()->at(1).status.row.id);
        f.click("expandSync");
        QTRY_VERIFY(!f.dock->panel()->isVisible());
        chips->setFocus();
        QTest::keyClick(chips, Qt::Key_Left);
        QTest::keyClick(chips, Qt::Key_Return);
        QTRY_VERIFY(f.dock->panel()->isVisible());
        QCOMPARE(f.dock->panel()->current(), f.dock->destinations()->at(0).status.row.id);
    }

    void everyButtonDoesWhatItSays()
    {
        Fixture f;
        f.store.add(10);
        const std::int64_t id = f.add("team", "otlp", "http://127.0.0.1:1");
        f.open();
        f.dock->setExpanded(true);
        QTRY_COMPARE(f.dock->panel()->current(), qint64(id));
        QTest::mouseClick(f.find<QPushButton>("pause"), Qt::LeftButton);
        QTRY_COMPARE(f.row(id).pausedReason, std::string(sync::pausedByUser));
        QTRY_COMPARE(f.find<QPushButton>("pause")->text(), QStringLiteral("Resume"));
        QTRY_COMPARE(f.said(), QStringLiteral("team: 10 waiting, paused"));
        f.find<QPushButton>("pause")->setFocus();
        QTest::keyClick(f.find<QPushButton>("pause"), Qt::Key_Space);
        QTRY_VERIFY(!f.row(id).paused);
        const std::int64_t before = f.row(id).retryRequests;
        f.click("retry");
        QTRY_VERIFY(f.row(id).retryRequests > before);
        QVERIFY(f.deliveries().settle(id, f.row(id).lanes, "0 0 5 5;", 7, {}));
        answerQuestion(true);
        f.choose("resend");
        QTRY_COMPARE(f.row(id).delivered, 0);
        f.click("test");
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("testResult")->text().startsWith(QStringLiteral("✕")),
                                 20'000);
        answerQuestion(false);
        f.choose("remove");
        QCOMPARE(f.deliveries().destinations()->size(), std::size_t{1});
        answerQuestion(true);
        f.choose("remove");
        QTRY_COMPARE(f.deliveries().destinations()->size(), std::size_t{0});
        QTRY_VERIFY(f.find<QPushButton>("addFirst")->isVisible());
    }

    void whatWasRefusedStandsInAListWithItsReason()
    {
        Fixture f;
        f.store.add(10);
        const std::int64_t id = f.add("team", "otlp", "http://127.0.0.1:1");
        store::QuarantineRow refused;
        refused.spanRow = 3;
        refused.trace = {7, 1};
        refused.span = {3};
        refused.reason = "HTTP 400: <b>too deep</b>";
        QVERIFY(f.deliveries().settle(id, "", "", 0, {refused}));
        f.open();
        f.dock->setExpanded(true);
        auto* list = f.find<QAbstractItemView>("quarantine");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, models::QuarantineModel::reasonColumn).data().toString(),
                 QStringLiteral("HTTP 400: <b>too deep</b>"));
        QTRY_COMPARE(f.find<QTabWidget>("tabs")->tabText(0), QStringLiteral("Refused (1)"));
    }

    void whatWouldLeaveIsShownExactlyWithItsRules()
    {
        Fixture f;
        f.store.add(10, "a private question");
        sync::DestinationConfig config;
        config.redaction.withoutContent = true;
        const std::int64_t id = f.add("team", "otlp", "http://127.0.0.1:1", config);
        f.open();
        f.dock->setExpanded(true);
        QTRY_COMPARE(f.dock->panel()->current(), qint64(id));
        f.find<QTabWidget>("tabs")->setCurrentIndex(1);
        auto* value = f.dock->findChild<views::ValueView*>();
        QTRY_VERIFY(!value->isEmpty());
        QTest::mouseClick(value->findChild<QAbstractButton*>(QStringLiteral("asText")), Qt::LeftButton);
        const QString shown = value->textView()->text();
        const auto preview = sync::previewOf(f.deliveries(), f.row(id));
        QVERIFY(preview);
        QVERIFY(QJsonDocument::fromJson(shown.toUtf8()) ==
                QJsonDocument::fromJson(QByteArray::fromStdString(preview->body.bytes)));
        QVERIFY(shown.contains(QStringLiteral("\"step\"")));
        QVERIFY(!shown.contains(QStringLiteral("private")));
        QVERIFY(f.find<QLabel>("rules")->text().contains(QStringLiteral("stay here")));
    }

    void aDestinationIsAddedWithALiveTryAndItsSecretIsNeverSeenAgain()
    {
        Fixture f;
        BadServer server;
        server.answer = likeLangfuse;
        f.open();
        f.dock->setExpanded(true);
        QString wrong;
        QString tried;
        onNext<app::DestinationDialog>([&](app::DestinationDialog* dialog) {
            const auto line = [dialog](const char* name) {
                return dialog->findChild<QLineEdit*>(QString::fromLatin1(name));
            };
            const auto button = [dialog](const char* name) {
                return dialog->findChild<QPushButton*>(QString::fromLatin1(name));
            };
            const auto* result = dialog->findChild<QLabel*>(QStringLiteral("result"));
            dialog->findChild<QComboBox*>(QStringLiteral("kind"))->setCurrentIndex(1);
            QTest::keyClicks(line("url"), QStringLiteral("https://pk:sk@example.com"));
            QTest::mouseClick(button("test"), Qt::LeftButton);
            wrong = result->text();
            line("url")->setText(QString::fromStdString(server.url()));
            QTest::keyClicks(line("publicKey"), QStringLiteral("pk-lf-1"));
            QTest::keyClicks(line("secret"), QString::fromLatin1(canary));
            QCOMPARE(line("secret")->echoMode(), QLineEdit::Password);
            QTest::mouseClick(button("test"), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(button("test")->isEnabled(), 20'000);
            tried = result->text();
            QTest::mouseClick(button("save"), Qt::LeftButton);
        });
        f.click("addFirst");
        QVERIFY2(wrong.contains(QStringLiteral("secret")), qPrintable(wrong));
        QCOMPARE(tried, QStringLiteral("✓ It works: Langfuse 3.1.0, project demo"));
        QTRY_COMPARE(f.dock->destinations()->rowCount(), 1);
        const store::DestinationRow row = f.dock->destinations()->at(0).status.row;
        QCOMPARE(row.kind, std::string("langfuse"));
        QVERIFY(row.settings.find(canary) == std::string::npos);
        sync::DestinationConfig config;
        config.name = row.name;
        config.url = row.url;
        struct stat file = {};
        QCOMPARE(::stat(sync::secretFile(config).c_str(), &file), 0);
        QCOMPARE(int(file.st_mode & 0777), 0600);

        QStringList everything;
        onNext<app::DestinationDialog>([&](app::DestinationDialog* dialog) {
            for (const auto* edit : dialog->findChildren<QLineEdit*>())
                everything << edit->text();
            for (const auto* label : dialog->findChildren<QLabel*>())
                everything << label->text() << label->toolTip();
            dialog->reject();
        });
        f.choose("edit");
        QVERIFY(everything.contains(QStringLiteral("pk-lf-1")));
        QVERIFY(!everything.join(QLatin1Char('\n')).contains(QString::fromLatin1(canary)));
    }

    void aNewAddressForWhatWaitsIsAskedFor()
    {
        Fixture f;
        f.store.add(10);
        const std::int64_t id = f.add("team", "otlp", "http://127.0.0.1:1");
        f.open();
        f.dock->setExpanded(true);
        QTRY_COMPARE(f.said(), QStringLiteral("team: 10 waiting, nobody delivers"));
        QString question;
        const auto change = [&](bool yes) {
            onNext<app::DestinationDialog>([&question, yes](app::DestinationDialog* dialog) {
                dialog->findChild<QLineEdit*>(QStringLiteral("url"))
                    ->setText(QStringLiteral("http://127.0.0.1:2"));
                answerQuestion(yes, &question);
                QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
                if (!yes)
                    dialog->reject();
            });
            f.choose("edit");
        };
        change(false);
        QVERIFY(question.contains(QStringLiteral("10 spans wait for the old address")));
        QCOMPARE(f.row(id).url, std::string("http://127.0.0.1:1"));
        change(true);
        QTRY_COMPARE(f.row(id).url, std::string("http://127.0.0.1:2"));
    }

    void aTeamsDatabaseIsBrowsedInAWindowOfItsOwn()
    {
        if (!QFile::exists(QStringLiteral("/usr/lib/postgresql/15/bin/initdb")))
            QSKIP("PostgreSQL 15 is not installed");
        PrivatePostgres server;
        QVERIFY2(server.start(), server.problem());
        Fixture f;
        f.store.add(30, "needle");
        f.add("team", "postgres", server.conninfo());
        QVERIFY(sync::DeliveryService(f.store.path()).flush(30s));

        // The dialog offers what this store delivers to, and ends when the connection stands.
        f.open();
        app::TeamDatabaseDialog dialog(f.dock->deliveries());
        dialog.show();
        auto* conninfo = dialog.findChild<QLineEdit*>(QStringLiteral("conninfo"));
        QTRY_COMPARE(conninfo->text(), QString::fromStdString(server.conninfo()));
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("open")), Qt::LeftButton);
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(dialog.place().startsWith(QStringLiteral("spanglass on ")));

        app::WindowParts parts;
        parts.reader = app::readTraceFile;
        parts.settings = &f.settings;
        app::TeamWindow window(dialog.takeSource(), dialog.place(), parts);
        window.show();
        QTRY_COMPARE(window.traces()->rowCount(), 3);
        QTRY_VERIFY(window.currentPage()->model()->rowCount() > 0);
        auto* query = window.findChild<QToolBar*>(QStringLiteral("queryBar"))->findChild<QLineEdit*>();
        QTest::keyClicks(query, QStringLiteral("nothing-of-this-kind"));
        QTRY_COMPARE(window.traces()->rowCount(), 0);
        query->setText(QStringLiteral("needle"));
        QTRY_COMPARE(window.traces()->rowCount(), 3);
        for (const char* name : {"actionRunAgents", "actionConnectAgent"}) {
            const auto* action = window.findChild<QAction*>(QString::fromLatin1(name));
            QVERIFY(!action->isEnabled());
            QVERIFY(action->toolTip().contains(QStringLiteral("their own machine")));
        }
        const auto* annotate = window.findChild<QAction*>(QStringLiteral("actionAnnotate"));
        QVERIFY(!annotate->isEnabled());
        QVERIFY(annotate->toolTip().contains(QStringLiteral("only read here")));
        // Live: what is delivered meanwhile comes by itself.
        f.store.add(10, "needle");
        QVERIFY(sync::DeliveryService(f.store.path()).flush(30s));
        QTRY_COMPARE(window.traces()->rowCount(), 4);
    }

    void aPasswordInAConnectionIsRefused()
    {
        app::TeamDatabaseDialog dialog(nullptr);
        dialog.show();
        dialog.findChild<QLineEdit*>(QStringLiteral("conninfo"))
            ->setText(QStringLiteral("postgresql://ada:%1@db/traces").arg(QString::fromLatin1(canary)));
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("open")), Qt::LeftButton);
        const QString said = dialog.findChild<QLabel*>(QStringLiteral("result"))->text();
        QVERIFY(said.contains(QStringLiteral("password")));
        QVERIFY(!said.contains(QString::fromLatin1(canary)));
    }

private:
    test::OwnPlace m_place;
};

QTEST_MAIN(tst_sync_window)
#include "tst_sync_window.moc"
