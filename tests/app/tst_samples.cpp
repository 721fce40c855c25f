// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass info` gives the counts of sample files that other programs wrote, where they lie beside the
// checkout
// (../shared/samples; they are not ours to ship). The counts were taken by reading each format directly.
#include <QFileInfo>
#include <QTest>

#include "program.h"

using namespace Qt::StringLiterals;
using namespace spanglass::test;

namespace {
const QString samples = QStringLiteral(SPANGLASS_SOURCE_DIR "/../shared/samples/");
}

class tst_samples : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(samples))
            QSKIP("there are no samples beside this checkout");
    }

    void infoCountsWhatIsThere_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("spans");
        QTest::addColumn<int>("traces"); // 0: the format has none of its own
        const auto row = [](const char* file, const char* format, int spans, int traces) {
            QTest::newRow(file) << QString::fromUtf8(format) << spans << traces;
        };
        row("otlp-json/open-trace.json", "otlp-json", 1, 1);
        row("otlp-json/jaegertracing-otel_traces_01.json", "otlp-json", 4, 2);
        row("otlp-json/jaegertracing-otlp2jaeger-multi-in.jsonl", "otlp-json", 4, 1);
        row("otlp-json/smithclay-trace.json", "otlp-json", 2, 1);
        row("otlp-json/xtergo-all_types_trace.json", "otlp-json", 11, 1);
        row("chrome/jlfwong-simple-object.json", "chrome", 3, 0);
        row("chrome/jlfwong-multiprocess.json", "chrome", 8, 0);
        row("chrome/catapult-nestable_async.json", "chrome", 9, 0);
        row("chrome/catapult-flow_simple.json", "chrome", 5, 0);
        row("chrome/catapult-nanoseconds.json", "chrome", 8, 0);
        row("chrome/catapult-webview.json.gz", "chrome", 8041 + 568 + 5, 0);
        row("malformed/jlfwong-simple-partial-trailing-comma.json", "chrome", 4, 0);
    }
    void infoCountsWhatIsThere()
    {
        QFETCH(QString, format);
        QFETCH(int, spans);
        QFETCH(int, traces);
        const Outcome outcome =
            run({u"info"_s, samples + QString::fromUtf8(QTest::currentDataTag()), u"--json"_s});
        QVERIFY2(outcome.exitCode == 0, outcome.err.constData());
        const QJsonObject info = outcome.json();
        QCOMPARE(info["spans"_L1].toInt(), spans);
        QCOMPARE(info["format"_L1].toString(), format);
        if (traces > 0)
            QCOMPARE(info["traces"_L1].toInt(), traces);
    }

    void whatIsBrokenIsReported()
    {
        const Outcome outcome = run({u"info"_s, samples + u"malformed/smithclay-malformed.json"_s});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.err.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(tst_samples)
#include "tst_samples.moc"
