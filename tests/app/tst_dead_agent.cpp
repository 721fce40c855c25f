// SPDX-License-Identifier: GPL-3.0-or-later
// An agent is killed with spans open, while a window looks on: what it left is shown as interrupted, in the
// list and in the trace, soon after its death.
#include <QElapsedTimer>
#include <QTest>

#include "app/file_reader.h"
#include "app/main_window.h"
#include "app/store_session.h"
#include "models/span_tree_model.h"
#include "processes.h"

using namespace spanglass;

namespace {

/// What is promised, 2 s, five times over: machines that run tests are shared.
constexpr int mostMs = 5 * 2'000;

struct Looking
{
    processes::Place place;
    QTemporaryDir folder;
    app::Settings settings{folder.filePath(QStringLiteral("window.conf"))};
    app::StoreSession session{place.path};
    app::MainWindow window{{.source = session.source(),
                            .storeName = QStringLiteral("/tmp/store"),
                            .reader = app::readTraceFile,
                            .rawWriter = {},
                            .settings = &settings}};

    [[nodiscard]] trace::TraceStatus listed() const
    {
        const QModelIndex first = window.traces()->index(0);
        return static_cast<trace::TraceStatus>(first.data(models::TraceListModel::stateRole).toInt());
    }
    /// How many spans of the trace in view are in this state.
    [[nodiscard]] std::ptrdiff_t shown(trace::State state) const
    {
        const auto table = window.currentPage()->model()->table();
        return table ? std::ranges::count(table->state, state) : 0;
    }
};

} // namespace

class tst_dead_agent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itsOpenSpansAreShownAsInterrupted()
    {
        Looking looking;
        looking.settings.setFollow(true);
        looking.window.resize(1200, 700);
        looking.window.show();
        const auto agent = looking.place.agent(0);
        QVERIFY(agent->saysOpen());
        QTRY_COMPARE_WITH_TIMEOUT(looking.window.traces()->rowCount(), 1, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(looking.shown(trace::State::running), std::ptrdiff_t{2}, 30'000);
        QCOMPARE(looking.listed(), trace::TraceStatus::running);

        agent->kill(); // and it is gone when this returns
        QElapsedTimer sinceDeath;
        sinceDeath.start();
        QTRY_COMPARE_WITH_TIMEOUT(looking.listed(), trace::TraceStatus::interrupted, mostMs);
        const qint64 listMs = sinceDeath.elapsed();
        QTRY_COMPARE_WITH_TIMEOUT(looking.shown(trace::State::interrupted), std::ptrdiff_t{2},
                                  mostMs - static_cast<int>(std::min<qint64>(listMs, mostMs - 1)));
        qInfo("from its death to the list %lld ms, to the trace in view %lld ms",
              static_cast<long long>(listMs), static_cast<long long>(sinceDeath.elapsed()));
        QVERIFY2(sinceDeath.elapsed() < mostMs, qPrintable(QString::number(sinceDeath.elapsed())));
    }
};

QTEST_MAIN(tst_dead_agent)
#include "tst_dead_agent.moc"
