// SPDX-License-Identifier: GPL-3.0-or-later
/// Tables made for showing: what moves, what is hung elsewhere, and that what is stored stays.
#include <QTest>

#include "trace/detail_columns.h"
#include "trace/display_table.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

using Table = std::shared_ptr<const SpanTable>;

/// Rows with details that tell what was stored.
Table tableOf(const std::vector<Span>& spans)
{
    auto table = std::make_shared<SpanTable>();
    std::vector<SpanId> parents;
    for (const Span& span : spans) {
        table->append(span);
        parents.push_back(span.parent);
    }
    table->linkParents(parents);
    table->details = [spans](std::uint32_t row) { return spans[row]; };
    return table;
}

Span span(std::uint64_t id, std::uint64_t parent, const char* service, std::int64_t start,
          std::int64_t length)
{
    Span made;
    made.trace = {1, 1};
    made.id.value = id;
    made.parent.value = parent;
    made.name = "s" + std::to_string(id);
    made.service = service;
    made.startUnixNs = start;
    made.durationNs = length;
    return made;
}

} // namespace

class tst_display_table : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherClockMovesTheBarAndNotWhatIsStored()
    {
        const Table stored = tableOf({span(1, 0, "web", 1000, 100), span(2, 1, "db", 0, 40)});
        const DisplayTable shown = displayTable(stored, {});
        QCOMPARE(shown.table->startUnixNs[1], 1030);
        QCOMPARE(shown.shiftNs, (std::vector<std::int64_t>{0, 1030}));
        QCOMPARE(shown.table->details(1).startUnixNs, 0);
        QCOMPARE(stored->startUnixNs[1], 0);
        QVERIFY(displayTable(stored, {.correctClocks = false}).table == stored);
    }

    void whatNeedsNoChangeIsHandedThrough()
    {
        const Table stored = tableOf({span(1, 0, "web", 0, 100), span(2, 1, "db", 20, 40)});
        const DisplayTable shown = displayTable(stored, {.correctClocks = true, .reattachOrphans = true});
        QVERIFY(shown.table == stored);
        QVERIFY(shown.shiftNs.empty() && shown.orphans.empty());
    }

    void orphansAreFoundAndHungWhereTheyFitOnlyWhenAsked()
    {
        const Table stored =
            tableOf({span(1, 0, "web", 0, 100), span(2, 1, "web", 10, 50), span(3, 77, "web", 20, 10)});
        const DisplayTable found = displayTable(stored, {});
        QCOMPARE(found.orphans.size(), 1u);
        QCOMPARE(found.orphans[0].row, 2u);
        QCOMPARE(found.orphans[0].missingParent.value, 77u);
        QCOMPARE(found.table->parent[2], noRow);
        const DisplayTable mended = displayTable(stored, {.correctClocks = true, .reattachOrphans = true});
        QCOMPARE(mended.table->parent[2], 1u);
        QVERIFY(mended.table->flags[2] & flagOrphan);
        QCOMPARE(stored->parent[2], noRow);
    }

    void joinedTablesKeepParentsNamesAndDetails()
    {
        const Table first = tableOf({span(1, 0, "a", 0, 10), span(2, 1, "a", 1, 2)});
        const Table none = tableOf({});
        const Table second = tableOf({span(9, 0, "b", 5, 10), span(8, 9, "b", 6, 2)});
        const Table all = joined({first, none, second});
        QCOMPARE(all->size(), 4u);
        QCOMPARE(all->parent, (std::vector<std::uint32_t>{noRow, 0, noRow, 2}));
        QCOMPARE(std::string(all->strings.text(all->name[3])), std::string("s8"));
        QCOMPARE(std::string(all->strings.text(all->service[2])), std::string("b"));
        for (std::uint32_t row = 0; row < 4; ++row)
            QCOMPARE(all->details(row).id, all->id[row]);
    }

    void figuresThatParentsRepeatCountOnce()
    {
        Span agent = span(1, 0, "a", 0, 10);
        Span plain = span(2, 1, "a", 1, 9);
        Span call = span(3, 2, "a", 2, 5);
        agent.tokens.total = call.tokens.total = 100;
        agent.cost = call.cost = Decimal::parse("0.002");
        call.model = "m";
        call.attributes = {{"user", std::string("ada")}, {"n", std::int64_t(3)}};
        plain.resource = {{"user", std::string("bob")}};
        const DetailColumns columns = readDetailColumns(*tableOf({agent, plain, call}), "user", {});
        QCOMPARE(columns.tokens, (std::vector<std::int64_t>{0, 0, 100}));
        QCOMPARE(columns.costNanoUsd, (std::vector<std::int64_t>{0, 0, 2'000'000}));
        QCOMPARE(std::string(columns.texts.text(columns.model[2])), std::string("m"));
        QCOMPARE(columns.attribute[0], 0u);
        QCOMPARE(std::string(columns.texts.text(columns.attribute[1])), std::string("bob"));
        QCOMPARE(std::string(columns.texts.text(columns.attribute[2])), std::string("ada"));
    }

    void readingDetailsCanBeStopped()
    {
        std::vector<Span> spans;
        for (std::uint64_t id = 1; id <= 2'500; ++id) {
            spans.push_back(span(id, 0, "a", 0, 1));
            spans.back().tokens.total = 1;
        }
        const DetailColumns columns =
            readDetailColumns(*tableOf(spans), {}, [](std::uint32_t rows) { return rows < 1'000; });
        QCOMPARE(columns.tokens[999], 1);
        QCOMPARE(columns.tokens[1'000], 0);
        QCOMPARE(columns.tokens.size(), spans.size());
    }

    void attributeKeysComeByTheirFrequency()
    {
        Span first = span(1, 0, "a", 0, 1);
        first.attributes = {{"rare", std::int64_t(1)}, {"often", std::int64_t(1)}};
        Span second = span(2, 0, "a", 0, 1);
        second.attributes = {{"often", std::int64_t(2)}};
        QCOMPARE(attributeKeys(*tableOf({first, second}), 10, 5),
                 (std::vector<std::string>{"often", "rare"}));
        QCOMPARE(attributeKeys(*tableOf({first, second}), 10, 1), (std::vector<std::string>{"often"}));
    }
};

QTEST_APPLESS_MAIN(tst_display_table)
#include "tst_display_table.moc"
