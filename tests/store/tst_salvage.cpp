// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCryptographicHash>
#include <QTest>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "base/names.h"
#include "journal/writer.h"
#include "records.h"
#include "store/keeper.h"
#include "store/packer.h"
#include "store/salvage.h"
#include "store/salvage/row_saver.h"
#include "store/salvage/row_scan.h"

using namespace records;

namespace {

using Path = std::filesystem::path;

std::string bytesOf(const Path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeBytes(const Path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// 120 traces of five spans with short and long values, half of it in the file and half in the WAL.
void fill(Bench& bench)
{
    std::mt19937 random(3);
    std::uint64_t span = 0;
    for (std::uint64_t number = 1; number <= 120; ++number) {
        const TraceId trace{9, number};
        std::vector<journal::RecordView> views;
        std::vector<std::string> texts;
        texts.reserve(5);
        const std::uint64_t root = span + 1;
        for (int at = 0; at < 5; ++at) {
            ++span;
            std::string text;
            const std::size_t words = at == 4 ? 400 : 20;
            for (std::size_t word = 0; word < words; ++word)
                text += "w" + std::to_string(random() % 100'000) + ' ';
            texts.push_back(std::move(text));
            views.push_back(start(span, at == 0 ? 0 : root, "step", Kind::llm, trace));
            views.push_back(journal::AttributeView{
                trace, {span}, names::input, {journal::ValueType::text, texts.back()}});
            views.push_back(journal::AttributeView{
                trace, {span}, names::inputTokens, {journal::ValueType::integer, {}, 3}});
            views.push_back(end(span, Status::ok, trace));
        }
        QVERIFY(
            bench.gather(views, true, QByteArray::number(int(number)).rightJustified(32, '0').toStdString()));
        if (number == 60)
            QVERIFY(bench.database->checkpoint(true));
    }
}

/// What a reader sees of each span, by row.
std::map<std::int64_t, std::string> spansOf(const Path& store)
{
    std::map<std::int64_t, std::string> spans;
    const auto opened = store::openDatabase(store);
    if (!opened)
        return spans;
    store::Statement select = (*opened)->prepare(
        "SELECT s.id, hex(t.trace_id) || s.span_id || ' ' || s.parent_id || s.name || s.start_ns || ' ' ||"
        " s.duration_ns || hex(details_of(s.id)) FROM spans s JOIN traces t ON t.id = s.id >> 26");
    while (select.next())
        spans[select.integer(0)] = select.text(1);
    return spans;
}

/// The leaves that each span stands on: its row and its details.
std::map<std::int64_t, std::set<std::uint32_t>> leavesOf(const Path& store)
{
    std::map<std::int64_t, std::set<std::uint32_t>> leaves;
    auto pages = store::PageFile::open(store / "spanglass.db");
    store::RowScan scan(*pages);
    scan.orphans([&](const store::FoundRow& row) {
        const std::string table = store::RowSaver::tableOf(row);
        if (table == "spans" || table == "span_details")
            leaves[row.rowId].insert(row.page);
    });
    return leaves;
}

void packAll(store::Database& database)
{
    store::Packer packer(database);
    for (bool done = false; !done;) {
        const auto step = packer.step();
        QVERIFY2(step, step ? "" : step.error().message.c_str());
        done = *step;
    }
}

void copyStore(const Path& from, const Path& to)
{
    std::filesystem::remove_all(to);
    std::filesystem::create_directories(to);
    std::filesystem::permissions(to, std::filesystem::perms::owner_all);
    for (const char* name : {"spanglass.db", "spanglass.db-wal"}) {
        if (std::filesystem::exists(from / name))
            std::filesystem::copy_file(from / name, to / name);
    }
}

int roundsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("SPANGLASS_FLIPS");
    return wanted > 0 ? wanted : 24;
}

} // namespace

class tst_salvage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofAnIntactStoreEverythingComesBack()
    {
        Bench bench;
        fill(bench);
        const auto before = spansOf(bench.path());
        QCOMPARE(before.size(), std::size_t{600});
        const Path out = bench.path().parent_path() / "out";
        const auto report = store::salvage(bench.path(), out);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->spans, std::int64_t{600});
        QCOMPARE(report->traces, std::int64_t{120});
        QCOMPARE(report->payloads, std::int64_t{120});
        QCOMPARE(report->lostSpans + report->lostPayloads + report->rebuiltTraces, std::int64_t{0});
        QVERIFY2(report->losses.empty(), report->losses.empty() ? "" : report->losses.front().c_str());
        QVERIFY(spansOf(out) == before);
        const auto saved = store::Store::open(out);
        QCOMPARE(saved->counts()->spans, std::int64_t{600});
        const auto old = bench.store().traces({.limit = 1000});
        const auto page = saved->traces({.limit = 1000});
        QCOMPARE(page->rows.size(), old->rows.size());
        for (std::size_t at = 0; at < page->rows.size(); ++at) {
            QVERIFY(page->rows[at].id == old->rows[at].id);
            QCOMPARE(page->rows[at].name, old->rows[at].name);
            QCOMPARE(page->rows[at].spans, old->rows[at].spans);
            QCOMPARE(*page->rows[at].tokens.input, *old->rows[at].tokens.input);
        }
        const auto span = bench.store().span({9, 7}, {35});
        QVERIFY(saved->span({9, 7}, {35})->input == span->input);
        const std::string text = std::get<std::string>(span->input);
        const std::string word = text.substr(0, text.find(' '));
        QCOMPARE(saved->traces({.text = word})->rows.size(),
                 bench.store().traces({.text = word})->rows.size());
    }

    void oneFlippedByteCostsAtMostItsOwnPage()
    {
        Bench bench;
        fill(bench);
        bench.gatherer.reset();
        bench.database.reset();
        const auto before = spansOf(bench.path());
        const auto leaves = leavesOf(bench.path());
        QCOMPARE(leaves.size(), before.size());
        const Path damaged = bench.path().parent_path() / "damaged";
        const Path out = bench.path().parent_path() / "out";
        std::mt19937 random(static_cast<unsigned>(roundsWanted()));
        std::size_t expected = 0;
        std::size_t saved = 0;
        for (int round = 0; round < roundsWanted(); ++round) {
            copyStore(bench.path(), damaged);
            const bool inWal = round % 2 == 1;
            const Path file = damaged / (inWal ? "spanglass.db-wal" : "spanglass.db");
            std::string bytes = bytesOf(file);
            const std::size_t at = random() % bytes.size();
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            writeBytes(file, bytes);
            std::uint32_t page = static_cast<std::uint32_t>(at / 4096 + 1);
            if (inWal)
                page = at < 32 ? 0
                               : store::number32(bytesOf(bench.path() / "spanglass.db-wal"),
                                                 32 + (at - 32) / 4120 * 4120);

            std::filesystem::remove_all(out);
            const auto report = store::salvage(damaged, out);
            QVERIFY2(report, report ? "" : report.error().message.c_str());
            QVERIFY(bytesOf(file) == bytes); // the damaged one is kept
            const auto after = spansOf(out);
            for (const auto& [row, content] : before) {
                if (leaves.at(row).contains(page))
                    continue;
                ++expected;
                const auto found = after.find(row);
                saved += found != after.end() && found->second == content ? 1 : 0;
            }
            readEverything(damaged); // nor does reading it as it is crash
        }
        qInfo("%zu of %zu rows on intact pages saved", saved, expected);
        QVERIFY2(saved * 100 >= expected * 99,
                 qPrintable(QStringLiteral("%1 of %2").arg(saved).arg(expected)));
    }

    void aDamagedBlockCostsTheDetailsOfItsSpansAndNothingElse()
    {
        Bench bench;
        fill(bench);
        packAll(*bench.database);
        const auto before = spansOf(bench.path());
        std::string middle;
        {
            store::Statement block = bench.database->prepare("SELECT data FROM detail_blocks");
            QVERIFY(block.next());
            middle = block.text(0).substr(1000, 32);
        }
        QVERIFY(bench.database->emptyWal());
        bench.gatherer.reset();
        bench.database.reset();
        const Path file = bench.path() / "spanglass.db";
        std::string bytes = bytesOf(file);
        const std::size_t at = bytes.find(middle);
        QVERIFY(at != std::string::npos);
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        writeBytes(file, bytes);

        QCOMPARE(bench.store().span({9, 7}, {31})->name, std::string("step")); // read as it is
        const Path out = bench.path().parent_path() / "out";
        const auto report = store::salvage(bench.path(), out);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->spans, std::int64_t{600});
        QCOMPARE(report->lostSpans, std::int64_t{0});
        QCOMPARE(report->losses.size(), std::size_t{1});
        QVERIFY(report->losses.front().starts_with("block "));
        QCOMPARE(spansOf(out).size(), before.size());
    }

    void packedSpansComeBackFromAnIntactStore()
    {
        Bench bench;
        fill(bench);
        const auto before = spansOf(bench.path());
        packAll(*bench.database);
        QVERIFY(spansOf(bench.path()) == before);
        const Path out = bench.path().parent_path() / "out";
        const auto report = store::salvage(bench.path(), out);
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY2(report->losses.empty(), report->losses.empty() ? "" : report->losses.front().c_str());
        QVERIFY(spansOf(out) == before);
    }

    void aFlippedByteInAJournalCostsItsBlock()
    {
        QTemporaryDir directory;
        const Path store = directory.path().toStdString() + "/store";
        {
            auto writer = journal::Writer::open({store, {}});
            for (std::uint64_t number = 1; number <= 100; ++number) {
                const TraceId trace{7, number};
                writer->start(
                    {trace, {number}, {}, Kind::agent, Level::normal, journal::rootOfTrace, 1, 1'000, "x"});
                writer->end({trace, {number}, Status::ok, 0, 5'000});
                QVERIFY(writer->write());
            }
        }
        {
            const auto made = store::openDatabase(store);
        }
        Path segment;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(store / "journals")) {
            if (entry.path().filename().string().starts_with("seg-"))
                segment = entry.path();
        }
        const std::string whole = bytesOf(segment);
        std::mt19937 random(2);
        for (int round = 0; round < roundsWanted(); ++round) {
            std::string bytes = whole;
            bytes[random() % 12'000] ^= 0x10;
            writeBytes(segment, bytes);
            const Path out = store.parent_path() / ("out" + std::to_string(round));
            const auto report = store::salvage(store, out);
            QVERIFY2(report, report ? "" : report.error().message.c_str());
            QCOMPARE(report->journals, std::int64_t{1});
            QVERIFY(store::gatherOnce(out));
            QVERIFY(store::Store::open(out)->counts()->spans >= 98);
            QVERIFY(bytesOf(segment) == bytes);
            std::filesystem::remove_all(out);
        }
    }

    void whatIsNoStoreIsRefusedAndStaysAsItIs_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("message");
        QTest::newRow("another program's database") << "foreign"
                                                    << "is no store of Spanglass";
        QTest::newRow("random bytes") << "noise"
                                      << "is no store of Spanglass";
        QTest::newRow("nothing") << "missing"
                                 << "there is no store";
    }
    void whatIsNoStoreIsRefusedAndStaysAsItIs()
    {
        QFETCH(QString, what);
        QFETCH(QString, message);
        QTemporaryDir directory;
        const Path store = directory.path().toStdString() + "/store";
        const Path file = store / "spanglass.db";
        std::filesystem::create_directory(store);
        if (what == u"foreign") {
            auto database = store::Database::open(file);
            (*database)->execute("PRAGMA journal_mode = DELETE; CREATE TABLE recipes (id, text);"
                                 "INSERT INTO recipes VALUES (1, 'cake')");
        } else if (what == u"noise") {
            std::mt19937 random(1);
            std::string bytes(40'960, ' ');
            for (char& byte : bytes)
                byte = static_cast<char>(random());
            writeBytes(file, bytes);
        }
        const std::string before = bytesOf(file);
        const Path out = store.parent_path() / "out";
        const auto report = store::salvage(store, out);
        QVERIFY(!report);
        QVERIFY2(report.error().message.find(message.toStdString()) != std::string::npos,
                 report.error().message.c_str());
        QVERIFY(bytesOf(file) == before);
        QVERIFY(!std::filesystem::exists(out));
    }

    void anEmptyFileGivesAnEmptyStore()
    {
        QTemporaryDir directory;
        const Path store = directory.path().toStdString() + "/store";
        std::filesystem::create_directory(store);
        writeBytes(store / "spanglass.db", "");
        const auto report = store::salvage(store, store.parent_path() / "out");
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QCOMPARE(report->spans, std::int64_t{0});
        QVERIFY(store::Store::open(store.parent_path() / "out")->traces({})->rows.empty());
    }

    void aStoreThatIsKeptIsNamedWithItsKeeper()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1), end(1)}));
        const auto keeper = store::Keeper::start(bench.path());
        QTRY_VERIFY(keeper->keeping());
        const auto report = store::salvage(bench.path(), bench.path().parent_path() / "out");
        QVERIFY(!report && report.error().kind == ErrorKind::unavailable);
        QVERIFY(report.error().message.find("is kept by pid ") != std::string::npos);
    }

    void whatRanAndWillNeverEndIsInterrupted()
    {
        Bench bench;
        QVERIFY(bench.gather({start(1), text(1, "known", "until now"), start(2, 1), end(2)}, false,
                             std::string(32, 'a')));
        const Path out = bench.path().parent_path() / "out";
        QVERIFY(store::salvage(bench.path(), out));
        const auto span = store::Store::open(out)->span(traceA, {1});
        QCOMPARE(span->state, trace::State::interrupted);
        QCOMPARE(*span->durationNs, 6 * second);
        QVERIFY(span->attributes == (trace::Attributes{{"known", std::string("until now")}}));
    }

private:
    static void readEverything(const Path& path)
    {
        const auto store = store::Store::open(path);
        if (!store)
            return;
        const auto page = store->traces({.limit = 1000});
        (void)store->traces({.text = "w1*"});
        (void)store->sessions();
        (void)store->counts();
        for (std::size_t at = 0; page && at < page->rows.size(); at += 7) {
            if (const auto table = store->trace(page->rows[at].id)) {
                for (std::uint32_t row = 0; row < (*table)->size(); ++row)
                    (void)(*table)->details(row);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_salvage)
#include "tst_salvage.moc"
