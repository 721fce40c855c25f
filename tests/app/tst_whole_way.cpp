// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way of a span with the real programs: agents record, the verbs gather, read back and draw.
#include <QElapsedTimer>
#include <QMap>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

QJsonArray tracesOf(const QString& store)
{
    return run({u"traces"_s, u"--json"_s, u"--store"_s, store}).json()["traces"_L1].toArray();
}

QJsonArray spansOf(const QString& store, const QString& traceId)
{
    return run({u"spans"_s, traceId, u"--json"_s, u"--store"_s, store}).json()["spans"_L1].toArray();
}

/// A trace as indented lines "name kind status", children in start order: two runs of one seed give the same.
QStringList treeOf(const QJsonArray& spans)
{
    QMultiMap<QString, QJsonObject> children; // by parent; insertion order is start order, newest first
    for (qsizetype i = spans.size(); i-- > 0;) {
        const QJsonObject span = spans[i].toObject();
        children.insert(span["parentSpanId"_L1].toString(), span);
    }
    QStringList lines;
    QList<std::pair<QString, int>> open{{QString(), 0}};
    const std::function<void(const QString&, int)> walk = [&](const QString& parent, int depth) {
        QList<QJsonObject> list = children.values(parent);
        for (const QJsonObject& span : list) {
            lines << QString(depth, u' ') + span["name"_L1].toString() + u' ' + span["kind"_L1].toString() +
                         u' ' + span["status"_L1].toString();
            walk(span["spanId"_L1].toString(), depth + 1);
        }
    };
    walk({}, 0);
    return lines;
}

void runAgents(const QString& store, const QString& seed)
{
    const Outcome outcome = run({u"agents"_s, u"rag"_s, u"tools"_s, u"--runs"_s, u"3"_s, u"--seed"_s, seed,
                                 u"--speed"_s, u"0"_s, u"--store"_s, store});
    QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
}

} // namespace

class tst_whole_way : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        runAgents(m_store, u"7"_s);
    }

    void sixRunsAreSixTraces()
    {
        const QJsonArray traces = tracesOf(m_store);
        QCOMPARE(traces.size(), 6);
        for (const QJsonValue& trace : traces) {
            QVERIFY(trace["status"_L1].toString() != u"running"_s);
            QVERIFY(trace["tokens"_L1]["total"_L1].toInt() > 0);
            QVERIFY(trace["spans"_L1].toInt() > 3);
            QVERIFY(trace["durationNano"_L1].toString().toLongLong() > 0);
        }
    }

    void everySpanHangsUnderOneRoot()
    {
        for (const QJsonValue& trace : tracesOf(m_store)) {
            const QJsonArray spans = spansOf(m_store, trace["traceId"_L1].toString());
            QCOMPARE(spans.size(), trace["spans"_L1].toInt());
            QSet<QString> ids;
            for (const QJsonValue& span : spans)
                ids.insert(span["spanId"_L1].toString());
            QCOMPARE(ids.size(), spans.size());
            int roots = 0;
            for (const QJsonValue& span : spans) {
                roots += span["parentSpanId"_L1].isNull();
                QVERIFY(span["parentSpanId"_L1].isNull() || ids.contains(span["parentSpanId"_L1].toString()));
                QCOMPARE(span["state"_L1].toString(), u"ended"_s);
                QCOMPARE(span["traceId"_L1], trace["traceId"_L1]);
            }
            QCOMPARE(roots, 1);
        }
    }

    void theKindsOfWorkAreNamed()
    {
        QMap<QString, QSet<QString>> kinds; // by service or name of the trace
        for (const QJsonValue& trace : tracesOf(m_store))
            for (const QJsonValue& span : spansOf(m_store, trace["traceId"_L1].toString()))
                kinds[u"all"_s].insert(span["kind"_L1].toString());
        for (const char* kind : {"agent", "llm", "tool", "retriever", "embedding", "reranker"})
            QVERIFY2(kinds[u"all"_s].contains(QLatin1String(kind)), kind);
    }

    void theTokensOfATraceAreThoseOfItsCalls()
    {
        for (const QJsonValue& trace : tracesOf(m_store)) {
            qint64 sum = 0;
            for (const QJsonValue& span : spansOf(m_store, trace["traceId"_L1].toString()))
                if (span["kind"_L1].toString() == u"llm"_s)
                    sum += span["tokens"_L1]["total"_L1].toInteger();
            QVERIFY(sum > 0);
            QVERIFY(trace["tokens"_L1]["total"_L1].toInteger() >= sum);
        }
    }

    void aToolCallFailsAndItsRetrySucceeds()
    {
        int toolRuns = 0;
        for (const QJsonValue& trace : tracesOf(m_store)) {
            const QJsonArray spans = spansOf(m_store, trace["traceId"_L1].toString());
            QStringList failed;
            QString afterwards;
            bool retried = false;
            for (const QJsonValue& span : spans) {
                if (span["kind"_L1].toString() != u"tool"_s)
                    continue;
                if (span["status"_L1].toString() == u"error"_s) {
                    QVERIFY(!span["statusMessage"_L1].toString().isEmpty());
                    failed << span["name"_L1].toString();
                } else if (!failed.isEmpty() && span["name"_L1].toString() == failed.first()) {
                    retried = true;
                }
            }
            if (failed.isEmpty())
                continue; // a rag run
            ++toolRuns;
            QCOMPARE(failed.size(), 1);
            QVERIFY(retried);
        }
        QCOMPARE(toolRuns, 3);
    }

    void theSameSeedGivesTheSameTrees()
    {
        QTemporaryDir second;
        runAgents(second.path(), u"7"_s);
        QStringList one, other;
        for (const QJsonValue& trace : tracesOf(m_store))
            one << treeOf(spansOf(m_store, trace["traceId"_L1].toString()));
        for (const QJsonValue& trace : tracesOf(second.path()))
            other << treeOf(spansOf(second.path(), trace["traceId"_L1].toString()));
        QVERIFY(one.size() > 20);
        QCOMPARE(other, one);
    }

    void theBooksBalance()
    {
        const QJsonObject status = run({u"status"_s, u"--json"_s, u"--store"_s, m_store}).json();
        QVERIFY(status["created"_L1].toInteger() > 0);
        QCOMPARE(status["created"_L1].toInteger(),
                 status["stored"_L1].toInteger() + status["dropped"_L1].toInteger());
        QCOMPARE(status["dropped"_L1].toInteger(), 0);
        QVERIFY(status["journals"_L1].isArray());
    }

    void pagesOfTheListJoinWithoutGapOrOverlap()
    {
        QStringList ids;
        QString after;
        for (int page = 0; page < 10; ++page) {
            QStringList words{u"traces"_s, u"--json"_s, u"--store"_s, m_store, u"--limit"_s, u"4"_s};
            if (!after.isEmpty())
                words << u"--after"_s << after;
            const QJsonObject list = run(words).json();
            for (const QJsonValue& trace : list["traces"_L1].toArray())
                ids << trace["traceId"_L1].toString();
            after = list["next"_L1].toString();
            if (after.isEmpty())
                break;
        }
        QCOMPARE(ids.size(), 6);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), 6);
    }

    void aTraceIsDrawnWithoutADisplay_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("as pixels") << "t.png" << QByteArray("\x89PNG");
        QTest::newRow("as SVG") << "t.svg" << QByteArray("<?xml");
        QTest::newRow("as PDF") << "t.pdf" << QByteArray("%PDF");
    }
    void aTraceIsDrawnWithoutADisplay()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begin);
        QTemporaryDir out;
        const QString trace = tracesOf(m_store).first()["traceId"_L1].toString();
        const Outcome outcome = run({u"render"_s, trace, u"--store"_s, m_store, u"-o"_s, out.filePath(name),
                                     u"--size"_s, u"800x400"_s},
                                    {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        QFile file(out.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(8).startsWith(begin));
        QVERIFY(file.size() > 1000);
    }

    void whatAKilledAgentDidIsThere()
    {
        QTemporaryDir store;
        QProcess agent;
        setUp(agent, {u"SPANGLASS_STORE="_s + store.path()});
        agent.start(program(u"spanglass-agents"_s), {u"rag"_s, u"--runs"_s, u"50"_s, u"--seed"_s, u"1"_s});
        QVERIFY(agent.waitForStarted());
        // In the middle of a run: something has ended and something is open.
        const auto running = [&] {
            const QJsonArray traces = tracesOf(store.path());
            return !traces.isEmpty() && traces.first()["status"_L1].toString() == u"running"_s &&
                   traces.first()["spans"_L1].toInt() > 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(running(), 30'000);
        ::kill(static_cast<pid_t>(agent.processId()), SIGKILL);
        QVERIFY(agent.waitForFinished());

        const QJsonObject trace = tracesOf(store.path()).first().toObject();
        QCOMPARE(trace["status"_L1].toString(), u"interrupted"_s);
        int interrupted = 0;
        for (const QJsonValue& span : spansOf(store.path(), trace["traceId"_L1].toString())) {
            QVERIFY(span["state"_L1].toString() != u"running"_s);
            QVERIFY(!span["durationNano"_L1].isNull());
            interrupted += span["state"_L1].toString() == u"interrupted"_s;
        }
        QVERIFY(interrupted >= 1); // at least the root
    }

private:
    QTemporaryDir m_directory;
    QString m_store = m_directory.path();
};

QTEST_GUILESS_MAIN(tst_whole_way)
#include "tst_whole_way.moc"
