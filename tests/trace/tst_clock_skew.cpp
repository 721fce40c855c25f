// SPDX-License-Identifier: GPL-3.0-or-later
/// Spans as `service start-end` lines indented by depth in, the same with shifted times out.
#include <QTest>

#include "drawn_spans.h"
#include "trace/clock_skew.h"

using namespace spanglass;
using namespace spanglass::trace;

class tst_clock_skew : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void childrenAreShownInsideTheirParents_data()
    {
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<QString>("shown");
        QTest::newRow("what fits stays") << "web 0-100\n db 20-40"
                                         << "web 0-100\n db 20-40";
        QTest::newRow("a clock that is behind: centred") << "web 1000-1100\n db 0-40"
                                                         << "web 1000-1100\n db 1030-1070";
        QTest::newRow("a clock that is ahead") << "web 0-100\n db 5000-5040"
                                               << "web 0-100\n db 30-70";
        QTest::newRow("everything below in that service moves with it")
            << "web 1000-1100\n db 0-40\n  db 10-20"
            << "web 1000-1100\n db 1030-1070\n  db 1040-1050";
        QTest::newRow("through a third service whose clock agrees with the second")
            << "web 1000-1100\n db 0-40\n  disk 10-20"
            << "web 1000-1100\n db 1030-1070\n  disk 1045-1055";
        QTest::newRow("a child longer than its parent begins with it") << "web 100-150\n db 0-90"
                                                                       << "web 100-150\n db 100-190";
        QTest::newRow("work that goes on after the answer is no clock") << "web 0-50\n db 20-90"
                                                                        << "web 0-50\n db 20-90";
        QTest::newRow("one service has one clock") << "web 100-150\n web 0-40"
                                                   << "web 100-150\n web 0-40";
        QTest::newRow("no service, no evidence") << "web 100-150\n - 0-40"
                                                 << "web 100-150\n - 0-40";
        QTest::newRow("an unfinished span is no evidence") << "web 100-150\n db 0-..."
                                                           << "web 100-150\n db 0-...";
    }
    void childrenAreShownInsideTheirParents()
    {
        QFETCH(QString, recorded);
        QFETCH(QString, shown);
        const QStringList lines = recorded.split(QLatin1Char('\n'));
        const SpanTable table =
            drawnTable(recorded, QLatin1Char(' '), [](Span& span, const QStringList& words) {
                span.service = words[0] == QLatin1String("-") ? std::string() : words[0].toStdString();
                setTimes(span, words[1]);
            });
        const auto shift = clockOffsets(table, Tree(table));
        QStringList out;
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            const QString& line = lines[static_cast<qsizetype>(row)];
            const qsizetype depth = line.size() - line.trimmed().size();
            const std::int64_t start = table.startUnixNs[row] + shift[row];
            const bool ended = table.durationNs[row] != unfinished;
            out << QString(depth, QLatin1Char(' ')) + line.trimmed().section(QLatin1Char(' '), 0, 0) +
                       QStringLiteral(" %1-%2").arg(start).arg(
                           ended ? QString::number(start + table.durationNs[row]) : QStringLiteral("..."));
        }
        QCOMPARE(out.join(QLatin1Char('\n')), shown);
    }

    void onlyWhatIsShownIsShiftedAndIsMarked()
    {
        auto table = std::make_shared<SpanTable>();
        std::vector<Span> stored;
        const auto add = [&](std::uint64_t id, std::uint64_t parent, const char* service,
                             std::int64_t start) {
            Span span;
            span.trace = {1, 1};
            span.id = {id};
            span.parent = {parent};
            span.service = service;
            span.startUnixNs = start;
            span.durationNs = 40;
            table->append(span);
            stored.push_back(span);
        };
        add(1, 0, "web", 1000);
        add(2, 1, "db", 5);
        table->linkParents({{0}, {1}});
        table->details = [stored](std::uint32_t row) { return stored[row]; };
        const auto shown = withClocksAligned(table);
        QCOMPARE(shown->startUnixNs, (std::vector<std::int64_t>{1000, 1000}));
        QCOMPARE(shown->flags[0] & flagClockShifted, 0);
        QVERIFY((shown->flags[1] & flagClockShifted) != 0);
        QCOMPARE(shown->details(1).startUnixNs, std::int64_t(5));
        QCOMPARE(table->startUnixNs[1], std::int64_t(5));
        QCOMPARE(table->flags[1] & flagClockShifted, 0);

        table->startUnixNs[1] = 1000;
        const std::shared_ptr<const SpanTable> agreeing = table;
        QCOMPARE(withClocksAligned(agreeing), agreeing);
    }
};

QTEST_APPLESS_MAIN(tst_clock_skew)
#include "tst_clock_skew.moc"
