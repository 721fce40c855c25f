// SPDX-License-Identifier: GPL-3.0-or-later
// Packed spans read as they did and take a fifth of the room, whatever comes late, is deleted or damaged.
#include <QTest>

#include "base/names.h"
#include "records.h"
#include "store/detail_block.h"
#include "store/keeper.h"
#include "store/packer.h"
#include "store/upkeep.h"

using namespace records;

namespace {

/// A turn of a conversation, as agents that resend what was said before.
std::vector<journal::RecordView> turnOf(const TraceId trace, const std::string& said)
{
    return {start(trace.low, 0, "chat", Kind::llm, trace),
            journal::AttributeView{trace, {trace.low}, names::input, {journal::ValueType::text, said}},
            journal::AttributeView{trace, {trace.low}, "turn", {journal::ValueType::integer, {}, 7}},
            end(trace.low, Status::ok, trace)};
}

/// As long as a value may be that is no payload, and another one for every number.
std::string saidIn(std::uint64_t number)
{
    std::string said = "turn " + std::to_string(number) + ": ";
    while (said.size() < 900)
        said += "the passages say " + std::to_string(said.size() * number) + ". ";
    return said;
}

void fill(Bench& bench, std::uint64_t traces)
{
    for (std::uint64_t number = 1; number <= traces; ++number)
        QVERIFY(bench.gather(turnOf({5, number}, saidIn(number))));
}

void pack(Bench& bench)
{
    store::Packer packer(*bench.database);
    for (bool done = false; !done;) {
        const auto step = packer.step();
        QVERIFY2(step, step ? "" : step.error().message.c_str());
        done = *step;
    }
}

std::int64_t count(Bench& bench, const std::string& table)
{
    return bench.database->integer("SELECT count(*) FROM " + table);
}

std::string inputOf(const store::Store& store, std::uint64_t number)
{
    const auto span = store.span({5, number}, {number});
    const auto* text = span ? std::get_if<std::string>(&span->input) : nullptr;
    return text != nullptr ? *text : std::string();
}

/// Everything that the blocks hold, unpacked.
std::string blockText(Bench& bench)
{
    std::string all;
    store::Statement blocks = bench.database->prepare("SELECT id, data FROM detail_blocks");
    while (blocks.next()) {
        const auto block = store::DetailBlock::unpack(blocks.integer(0), blocks.bytes(1));
        for (const auto& entry : block ? block->entries() : std::vector<store::DetailEntry>())
            all += entry.details;
    }
    return all;
}

} // namespace

class tst_packer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void packedSpansReadAsTheyDidAndTakeAFifth()
    {
        Bench bench;
        fill(bench, 700);
        const std::int64_t before = bench.database->integer("SELECT sum(length(data)) FROM span_details");
        pack(bench);
        QCOMPARE(count(bench, "span_details"), std::int64_t{0});
        QVERIFY(count(bench, "detail_blocks") > 1);
        QVERIFY(bench.database->integer("SELECT sum(length(data)) FROM detail_blocks") * 5 < before);
        const auto reader = bench.store();
        for (std::uint64_t number = 1; number <= 700; ++number)
            QCOMPARE(inputOf(reader, number), saidIn(number));
        QCOMPARE(std::get<std::int64_t>(reader.span({5, 3}, {3})->attributes.back().value), std::int64_t{7});
    }

    void blocksAreFilledUpByWhatComesLater()
    {
        Bench bench;
        fill(bench, 20);
        pack(bench);
        QVERIFY(bench.gather(turnOf({5, 21}, saidIn(21))));
        QCOMPARE(count(bench, "span_details"), std::int64_t{1});
        pack(bench);
        QCOMPARE(count(bench, "detail_blocks"), std::int64_t{1});
        QCOMPARE(count(bench, "span_details"), std::int64_t{0});
        QCOMPARE(inputOf(bench.store(), 20), saidIn(20));
        QCOMPARE(inputOf(bench.store(), 21), saidIn(21));
    }

    void whatComesLateIsSeenAlsoByWhoReadTheBlockBefore()
    {
        Bench bench;
        fill(bench, 3);
        pack(bench);
        const auto reader = bench.store();
        QCOMPARE(reader.span({5, 2}, {2})->attributes.size(), std::size_t{2});
        QVERIFY(bench.gather(
            {journal::AttributeView{{5, 2}, {2}, "late", {journal::ValueType::text, "came after all"}}}));
        QCOMPARE(reader.span({5, 2}, {2})->attributes.size(), std::size_t{3});
        pack(bench);
        QCOMPARE(count(bench, "span_details"), std::int64_t{0});
        QCOMPARE(reader.span({5, 2}, {2})->attributes.size(), std::size_t{3});
        QCOMPARE(inputOf(reader, 2), saidIn(2));
        QCOMPARE(inputOf(reader, 3), saidIn(3));
        QCOMPARE(reader.traces({.text = "came after"})->rows.size(), std::size_t{1});
    }

    void aDeletedTraceLeavesItsBlockAndItsNeighboursStay()
    {
        Bench bench;
        fill(bench, 30);
        pack(bench);
        QVERIFY(blockText(bench).find("turn 12: ") != std::string::npos);
        QCOMPARE(store::deleteTraces(bench.path(), {{5, 12}, {5, 1}, {5, 30}}, 0)->deleted.traces,
                 std::int64_t{3});
        for (const char* gone : {"turn 12: ", "turn 1: ", "turn 30: "})
            QVERIFY(blockText(bench).find(gone) == std::string::npos);
        const auto reader = bench.store();
        for (std::uint64_t number = 2; number < 30; ++number)
            QCOMPARE(inputOf(reader, number), number == 12 ? std::string() : saidIn(number));
        std::vector<TraceId> others;
        for (std::uint64_t number = 2; number < 30; ++number)
            others.push_back({5, number});
        QVERIFY(store::deleteTraces(bench.path(), others, 0));
        QCOMPARE(count(bench, "detail_blocks"), std::int64_t{0});
    }

    void spansOfARunningTraceWait()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1, 0, "root", Kind::agent), start(2, 1), text(2, "a", "b"), end(2)}));
        pack(bench);
        QCOMPARE(count(bench, "detail_blocks"), std::int64_t{0});
        QVERIFY(bench.gather({end(1)}));
        pack(bench);
        QCOMPARE(count(bench, "detail_blocks"), std::int64_t{1});
        QCOMPARE(count(bench, "span_details"), std::int64_t{0});
        QCOMPARE(bench.store().span(traceA, {2})->attributes.size(), std::size_t{1});
    }

    void aKeeperPacksWhenItHasNothingElseToDo()
    {
        Bench bench;
        fill(bench, 3);
        bench.gatherer.reset();
        const auto keeper = store::Keeper::start(bench.path());
        QTRY_COMPARE(count(bench, "detail_blocks"), std::int64_t{1});
        QCOMPARE(count(bench, "span_details"), std::int64_t{0});
        QCOMPARE(inputOf(bench.store(), 2), saidIn(2));
    }

    void aDamagedBlockIsReadAsSpansWithoutDetailsAndDeletedWithThem()
    {
        Bench bench;
        fill(bench, 5);
        pack(bench);
        bench.database->execute("UPDATE detail_blocks SET data = x'00', stamp = 1");
        QCOMPARE(inputOf(bench.store(), 2), std::string());
        QCOMPARE(bench.store().span({5, 2}, {2})->name, std::string("chat"));
        QVERIFY(bench.gather(
            {journal::AttributeView{{5, 2}, {2}, "late", {journal::ValueType::text, "came after all"}}}));
        pack(bench); // cannot, and does no harm
        QCOMPARE(bench.store().span({5, 2}, {2})->attributes.size(), std::size_t{1});
        std::vector<TraceId> all;
        for (std::uint64_t number = 1; number <= 5; ++number)
            all.push_back({5, number});
        QCOMPARE(store::deleteTraces(bench.path(), all, 0)->deleted.traces, std::int64_t{5});
        QCOMPARE(count(bench, "detail_blocks"), std::int64_t{0});
        QCOMPARE(count(bench, "span_details"), std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(tst_packer)
#include "tst_packer.moc"
