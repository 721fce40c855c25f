// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that care for a store, as a shell runs them: delete, retain, salvage, sessions, score, reprice.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {

constexpr auto first = "000000000000000000000000000000a1";
constexpr auto second = "000000000000000000000000000000a2";

/// A run with one model call; the second's producer names what the call cost.
QByteArray runOf(const char* trace, int startS, const char* cost)
{
    const QByteArray start = QByteArray::number(1'760'000'000 + startS);
    const auto attribute = [](const char* key, const char* kind, const char* value) {
        return QByteArray(R"({"key":")") + key + R"(","value":{")" + kind + R"(":")" + value + R"("}})";
    };
    QByteArray attributes = attribute("gen_ai.request.model", "stringValue", "gpt-5-mini") + ',' +
                            attribute("gen_ai.usage.input_tokens", "intValue", "1000000") + ',' +
                            attribute("gen_ai.usage.output_tokens", "intValue", "0") + ',' +
                            attribute("session.id", "stringValue", "talk");
    if (*cost)
        attributes += ',' + attribute("gen_ai.usage.cost", "stringValue", cost);
    return QByteArray(R"({"traceId":")") + trace + R"(","spanId":"00000000000000b1","name":"answer",)" +
           R"("startTimeUnixNano":")" + start + R"(000000000","endTimeUnixNano":")" + start +
           R"(500000000","attributes":[)" + attributes + "]}";
}

} // namespace

class tst_store_verbs : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_directory;

    [[nodiscard]] QString path(const QString& name) const { return m_directory->filePath(name); }

    QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return file.fileName();
    }

    /// On the store of the test, without what the user's own home says.
    [[nodiscard]] Outcome ask(QStringList words) const
    {
        words << u"--store"_s << path(u"store"_s);
        return run(words, {u"XDG_CONFIG_HOME="_s + m_directory->path()});
    }
    [[nodiscard]] QJsonObject answer(QStringList words) const { return ask(words << u"--json"_s).json(); }

    [[nodiscard]] QString costOf(const char* trace) const
    {
        const QJsonArray traces =
            answer({u"traces"_s, u"--query"_s, u"trace:"_s + QLatin1String(trace)})[u"traces"].toArray();
        return traces.at(0).toObject()[u"cost"].toString();
    }

    void refuses(const QStringList& words, int exitCode, const char* place, const char* cause) const
    {
        const Outcome outcome = ask(words);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY2(outcome.err.startsWith("spanglass: ") && outcome.err.count('\n') <= 2,
                 outcome.err.constData());
        QVERIFY2(outcome.err.contains(place) && outcome.err.contains(cause), outcome.err.constData());
        if (exitCode == 2)
            QCOMPARE(outcome.out, QByteArray());
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        const QByteArray spans = runOf(first, 0, "") + ',' + runOf(second, 60, "0.5");
        const QString file =
            written(u"runs.json"_s, R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + spans + "]}]}]}");
        QCOMPARE(ask({u"import"_s, file}).exitCode, 0);
    }

    void deletingSaysWhatWentAndNamesWhatIsNotThere()
    {
        const QJsonObject report = answer({u"delete"_s, QLatin1String(first)});
        QCOMPARE(report[u"traces"].toInt(), 1);
        QCOMPARE(report[u"spans"].toInt(), 1);
        QCOMPARE(report[u"unknown"].toInt(), 0);
        QCOMPARE(answer({u"traces"_s})[u"traces"].toArray().size(), 1);
        refuses({u"delete"_s, QLatin1String(first)}, 1, "delete", "no such trace");
        refuses({u"delete"_s, u"xyz"_s}, 2, "xyz", "no trace id");
    }

    void retainingLetsTheOldestGoAndRemembersItsLimits()
    {
        const QJsonObject would = answer({u"retain"_s, u"--max-traces"_s, u"1"_s, u"--dry-run"_s});
        QCOMPARE(would[u"traces"].toInt(), 1);
        QCOMPARE(answer({u"traces"_s})[u"traces"].toArray().size(), 2);
        const QJsonObject report = answer({u"retain"_s, u"--max-traces"_s, u"1"_s, u"--set"_s});
        QCOMPARE(report[u"traces"].toInt(), 1);
        QCOMPARE(report[u"policy"][u"maxTraces"].toInt(), 1);
        const QJsonArray left = answer({u"traces"_s})[u"traces"].toArray();
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.at(0)[u"traceId"].toString(), QLatin1String(second));
        QCOMPARE(answer({u"retain"_s})[u"policy"][u"maxTraces"].toInt(), 1);
        refuses({u"retain"_s, u"--days"_s, u"soon"_s}, 2, "--days", "soon");
    }

    void salvagingMakesANewStoreAndLeavesTheOldOne()
    {
        const QString copy = path(u"copy"_s);
        const Outcome outcome = run({u"salvage"_s, path(u"store"_s), copy, u"--json"_s});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.json()[u"spans"].toInt(), 2);
        QCOMPARE(outcome.json()[u"lostSpans"].toInt(), 0);
        QCOMPARE(run({u"traces"_s, u"--store"_s, copy, u"--json"_s}).json()[u"traces"].toArray().size(), 2);
        QCOMPARE(answer({u"traces"_s})[u"traces"].toArray().size(), 2);
        refuses({u"salvage"_s, path(u"store"_s), copy}, 1, "copy", "");
        refuses({u"salvage"_s, path(u"nowhere"_s), path(u"other"_s)}, 1, "nowhere", "");
        refuses({u"salvage"_s, path(u"store"_s)}, 2, "salvage", "OUT");
    }

    void sessionsAreListedWithTheirTraces()
    {
        const QJsonArray sessions = answer({u"sessions"_s})[u"sessions"].toArray();
        QCOMPARE(sessions.size(), 1);
        QCOMPARE(sessions.at(0)[u"session"].toString(), u"talk"_s);
        QCOMPARE(sessions.at(0)[u"traces"].toInt(), 2);
        const QJsonArray traces = answer({u"sessions"_s, u"talk"_s})[u"traces"].toArray();
        QCOMPARE(traces.size(), 2);
        QCOMPARE(traces.at(0)[u"traceId"].toString(), QLatin1String(first)); // in their order
        refuses({u"sessions"_s, u"silence"_s}, 1, "silence", "no such session");
        refuses({u"sessions"_s, u"--limit"_s, u"0"_s}, 2, "--limit", "0");
    }

    void aScoreIsGivenListedAndTakenBack()
    {
        const QString trace = QLatin1String(first);
        const QJsonObject added =
            answer({u"score"_s, trace, u"helpful"_s, u"0.9"_s, u"--comment"_s, u"short"_s});
        QCOMPARE(added[u"added"].toInt(), 1);
        const QString number = QString::number(added[u"score"].toInt());
        const QJsonArray scores = answer({u"score"_s, trace})[u"scores"].toArray();
        QCOMPARE(scores.size(), 1);
        QCOMPARE(scores.at(0)[u"score"].toInt(), number.toInt());
        QCOMPARE(scores.at(0)[u"value"].toDouble(), 0.9);
        QCOMPARE(scores.at(0)[u"comment"].toString(), u"short"_s);
        // Another trace's number is no slip of the finger away.
        refuses({u"score"_s, QLatin1String(second), u"--remove"_s, number}, 1, second, "has no score");
        QCOMPARE(answer({u"score"_s, trace, u"--remove"_s, number})[u"scores"].toInt(-1), 0);
        refuses({u"score"_s, trace, u"--remove"_s, number}, 1, first, "has no score");
        refuses({u"score"_s, u"xyz"_s, u"helpful"_s, u"1"_s}, 2, "xyz", "no trace id");
        refuses({u"score"_s, trace, u"helpful"_s}, 2, "score", "NAME VALUE");
    }

    void costsAreComputedAnewButNotTheProducers()
    {
        QCOMPARE(costOf(first), u"0.25"_s); // by the built-in table
        const QString prices = written(
            u"prices.json"_s,
            R"({"models":[{"names":["gpt-5-mini"],"prices":[{"from":"2020-01-01","input":"3","output":"4"}]}]})");
        const QJsonObject report = answer({u"reprice"_s, u"--prices"_s, prices});
        QCOMPARE(report[u"traces"].toInt(), 1);
        QCOMPARE(report[u"spans"].toInt(), 1);
        QCOMPARE(report[u"kept"].toInt(), 1);
        QCOMPARE(report[u"unpriced"].toInt(), 0);
        QCOMPARE(costOf(first), u"3"_s);
        QCOMPARE(costOf(second), u"0.5"_s);
        QCOMPARE(answer({u"reprice"_s, u"--prices"_s, prices})[u"spans"].toInt(), 0); // nothing left to do
        QCOMPARE(answer({u"reprice"_s, u"name:other"_s})[u"spans"].toInt(), 0);
        QCOMPARE(costOf(first), u"3"_s);
        QCOMPARE(answer({u"reprice"_s, u"name:answer"_s})[u"spans"].toInt(), 1);
        QCOMPARE(costOf(first), u"0.25"_s);
        refuses({u"reprice"_s, u"--prices"_s, path(u"none.json"_s)}, 1, "none.json", "no such file");
        refuses({u"reprice"_s, u"--prices"_s, path(u"runs.json"_s)}, 1, "runs.json", "not a price table");
        refuses({u"reprice"_s, u"duration>soon"_s}, 2, "duration>soon", "");
    }

    void aBenchOfQueriesRefusesWhatIsNoList()
    {
        const QString good = written(u"queries.txt"_s, "# two\nname:answer\n\ntokens>10\n");
        const QJsonObject figures = answer({u"bench"_s, u"queries"_s, good});
        QCOMPARE(figures[u"queries"].toInt(), 2);
        QVERIFY(figures[u"listQueryMs"].toDouble() >= figures[u"medianQueryMs"].toDouble());
        refuses({u"bench"_s, u"queries"_s, path(u"runs.json"_s)}, 1, "line 1", "");
        refuses({u"bench"_s, u"queries"_s, written(u"bad.txt"_s, "name:answer\nduration>soon\n")}, 1,
                "bad.txt: is no list of queries: line 2: duration>soon", "");
        refuses({u"bench"_s, u"queries"_s, written(u"empty.txt"_s, "# nothing\n")}, 1, "empty.txt",
                "no query");
    }

    void aStoreThatCannotBeIsNamedByEveryVerb_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString trace = QLatin1String(first);
        QTest::newRow("delete") << QStringList{u"delete"_s, trace};
        QTest::newRow("retain") << QStringList{u"retain"_s, u"--days"_s, u"1"_s};
        QTest::newRow("sessions") << QStringList{u"sessions"_s};
        QTest::newRow("score") << QStringList{u"score"_s, trace};
        QTest::newRow("reprice") << QStringList{u"reprice"_s};
    }
    void aStoreThatCannotBeIsNamedByEveryVerb()
    {
        QFETCH(QStringList, words);
        const QString file = path(u"runs.json"_s);
        const Outcome outcome = run(words << u"--store"_s << file);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
        QVERIFY2(outcome.err.startsWith("spanglass: ") && outcome.err.contains(file.toUtf8()),
                 outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(tst_store_verbs)
#include "tst_store_verbs.moc"
