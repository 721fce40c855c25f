// SPDX-License-Identifier: GPL-3.0-or-later
/// The journal's files: cut, damaged, recycled under a reader, left by another boot.
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>
#include <thread>

#include "collected.h"
#include "journal/adoption.h"
#include "journal/chunk_pool.h"
#include "journal/clock.h"
#include "journal/crc32c.h"
#include "journal/identity.h"
#include "journal/layout.h"
#include "journal/recorder.h"
#include "journal/writer.h"

using namespace spanglass;
using namespace spanglass::journal;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void setContent(const fs::path& path, const std::string& content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

/// A span with one attribute that says its number, the way a tracer writes it.
bool record(Recorder& recorder, Pen& pen, std::uint64_t number)
{
    if (!recorder.room(pen, 400))
        return false;
    writeStart(pen,
               {{1, 2}, {number}, {}, clock::ticks(), 1, recorder.clockEpoch(), Kind::tool, Level::normal, 0},
               "numbered");
    detail::writeSpanRecord(pen, 2, number, static_cast<std::uint64_t>(ValueType::text), 6, "number",
                            std::to_string(number));
    writeEnd(pen, {1, 2}, {number}, clock::ticks(), Status::ok, 0, recorder.clockEpoch());
    pen.closed();
    return true;
}

} // namespace

class tst_journal : public QObject
{
    Q_OBJECT
    QTemporaryDir m_base;
    int m_stores = 0;

    fs::path newStore()
    {
        return fs::path(m_base.path().toStdString()) / ("store" + std::to_string(m_stores++));
    }

    /// A journal of `spans` blocks with one span each.
    fs::path writeBlocks(int spans)
    {
        const fs::path store = newStore();
        auto writer = Writer::open({store, {}});
        for (int at = 1; at <= spans; ++at) {
            const SpanId id{static_cast<std::uint64_t>(at)};
            writer->beginContext(R"({"service.name":"test"})");
            writer->start({{3, 4}, id, {}, Kind::llm, Level::normal, 0, 1, 1000 + at, "numbered"});
            writer->attribute({{3, 4}, id, "number", {ValueType::text, std::to_string(at)}});
            writer->end({{3, 4}, id, Status::ok, 0, 2000 + at});
            if (!writer->write())
                return {};
        }
        return store;
    }

    /// A store whose one journal has nothing but chunks, left when their machine went off.
    struct Left
    {
        fs::path store;
        fs::path chunks;
    };
    Left chunksOfADeadMachine(std::uint64_t spans)
    {
        const fs::path store = newStore();
        fs::create_directories(store / "chunks");
        Recorder::Options options;
        options.store = store;
        options.chunkDirectory = store / "chunks";
        options.journalsLimitBytes = 0; // nothing goes to the segments: the chunk is all there is
        fs::permissions(store, fs::perms::owner_all);
        auto recorder = Recorder::open(options);
        if (!recorder)
            qFatal("%s", recorder.error().message.c_str());
        Pen pen;
        for (std::uint64_t number = 1; number <= spans; ++number)
            if (!record(**recorder, pen, number))
                qFatal("no room");

        const fs::path copy = newStore();
        fs::copy(store, copy, fs::copy_options::recursive);
        const auto info = listJournals(copy)->front();
        std::string lock = contentOf(info.directory / "lock");
        const auto replaceLine = [&](const std::string& key, const std::string& value) {
            const std::size_t at = lock.find("\n" + key + " ") + 1;
            lock.replace(at, lock.find('\n', at) - at, key + " " + value);
        };
        const fs::path chunks = copy / "chunks" / (info.nonce + ".chunks");
        replaceLine("boot", "another-boot");
        replaceLine("chunks", chunks.string());
        setContent(info.directory / "lock", lock);
        return {copy, chunks};
    }

    static fs::path segmentOf(const fs::path& store)
    {
        for (const auto& entry : fs::recursive_directory_iterator(store))
            if (entry.path().filename() == "seg-0")
                return entry.path();
        return {};
    }

    static bool untorn(const Collected& all)
    {
        for (const auto& [id, span] : all.spans)
            if (span.starts != 1 || span.ends != 1 || span.attributes.at("number") != std::to_string(id) ||
                span.startUnixNs != static_cast<std::int64_t>(1000 + id) || span.trace != TraceId{3, 4})
                return false;
        return true;
    }

private Q_SLOTS:
    void bothWaysToComputeTheChecksumAgree()
    {
        QCOMPARE(crc32c("123456789", 9), 0xe3069283u); // RFC 3720, B.4's polynomial and check value
        QCOMPARE(crc32cByTable("123456789", 9), 0xe3069283u);
        std::string bytes(100'000, '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(QRandomGenerator::global()->generate());
        for (const std::size_t size : {0u, 1u, 7u, 8u, 1023u, 3071u, 3072u, 3073u, 9216u, 100'000u})
            QCOMPARE(crc32c(bytes.data(), size, 7), crc32cByTable(bytes.data(), size, 7));
    }

    void aSegmentCutAnywhereKeepsItsWholeBlocks()
    {
        const fs::path store = writeBlocks(12);
        const fs::path segment = segmentOf(store);
        const std::string whole = contentOf(segment);
        QCOMPARE(collectStore(store).spans.size(), std::size_t{12});
        std::size_t before = 12;
        for (std::size_t size = whole.size(); size-- > 0;) {
            setContent(segment, whole.substr(0, size));
            const Collected all = collectStore(store);
            QVERIFY2(untorn(all) && all.complete, qPrintable(QString::number(size)));
            QVERIFY(all.spans.size() <= before && before - all.spans.size() <= 1);
            before = all.spans.size();
        }
        QCOMPARE(before, std::size_t{0});
    }

    void aFlippedByteCostsAtMostItsBlock()
    {
        const fs::path store = writeBlocks(12);
        const fs::path segment = segmentOf(store);
        const std::string whole = contentOf(segment);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
            setContent(segment, flipped);
            const Collected all = collectStore(store);
            QVERIFY2(untorn(all), qPrintable(QString::number(at)));
            QVERIFY2(all.spans.size() >= 11, qPrintable(QString::number(at)));
        }
    }

    /// A power cut keeps what was synced, and of the rest any pages, whole, as they were before, or zeroed.
    void aPowerCutTakesOnlyWhatWasNotSynced()
    {
        constexpr int synced = 60;
        const fs::path store = writeBlocks(120);
        const fs::path segment = segmentOf(store);
        const std::string whole = contentOf(segment);
        std::size_t safe = 0; // behind the block of the last span that was synced
        for (int blocks = 0; blocks <= synced; ++blocks) {
            layout::BlockHeader header{};
            std::memcpy(&header, whole.data() + safe, sizeof header);
            QCOMPARE(header.magic, layout::blockMagic);
            safe += sizeof header + header.bytes;
        }
        auto* const random = QRandomGenerator::global();
        for (int round = 0; round < 100; ++round) {
            std::string torn = whole;
            for (std::size_t at = safe; at < torn.size();) {
                const std::size_t end = std::min((at / 512 + 1) * 512, torn.size());
                const auto fate = random->bounded(3);
                for (std::size_t byte = at; byte < end && fate != 0; ++byte)
                    torn[byte] = fate == 1 ? '\0' : whole[(byte * 7 + 13) % whole.size()];
                at = end;
            }
            setContent(segment, torn);
            const Collected all = collectStore(store);
            QVERIFY(all.spans.size() >= std::size_t{synced});
            QVERIFY(untorn(all));
        }
    }

    void anEmptyOrForeignFileAmongTheJournalsIsPassedOver()
    {
        const fs::path store = writeBlocks(3);
        const fs::path directory = segmentOf(store).parent_path();
        setContent(directory / "seg-1", "");
        setContent(directory / "seg-2", std::string(100'000, 'x'));
        setContent(directory / "seg-x", "no segment");
        setContent(store / "journals" / "note.txt", "hello");
        fs::create_directories(store / "journals" / "no journal");
        QCOMPARE(collectStore(store).spans.size(), std::size_t{3});
    }

    void aReaderBesideARecyclingWriterSeesEachSpanOnce()
    {
        const fs::path store = newStore();
        Recorder::Options options;
        options.store = store;
        options.segmentBytes = 256 << 10;
        options.maxPoolBytes = 8 << 20;
        auto recorder = Recorder::open(options);
        QVERIFY2(recorder.has_value(), recorder ? "" : recorder.error().message.c_str());
        constexpr std::uint64_t count = 150'000;
        std::thread writer([&] {
            Pen pen;
            for (std::uint64_t number = 1; number <= count;)
                if (record(**recorder, pen, number))
                    ++number;
                else
                    std::this_thread::yield(); // a tracer would drop: here all must come
            (*recorder)->leave(pen);
        });
        const auto info = listJournals(store)->front();
        QVERIFY(info.alive);
        auto reader = Reader::open(info);
        Collected all;
        std::string cursorBytes;
        std::size_t mostSegments = 0;
        while (all.spans.size() < count || all.spans.rbegin()->second.ends == 0) {
            // The cursor goes through its bytes, as it would through the store.
            auto cursor = Cursor::parse(cursorBytes);
            QVERIFY(cursor.has_value());
            collect(**reader, info.nonce, *cursor, all, 1 << 20);
            QVERIFY((*reader)->release(*cursor).has_value());
            cursorBytes = cursor->bytes();
            mostSegments = std::max<std::size_t>(
                mostSegments,
                static_cast<std::size_t>(std::distance(fs::directory_iterator(info.directory), {})));
        }
        writer.join();
        QCOMPARE(all.damagedBlocks, std::uint64_t{0});
        for (const auto& [id, span] : all.spans)
            QVERIFY2(span.starts == 1 && span.ends == 1 && span.attributes.at("number") == std::to_string(id),
                     qPrintable(QString::number(id)));
        QVERIFY(cursorBytes.size() < 10'000);
        // 30 MB went through: far fewer segments of 256 KB were ever there.
        QVERIFY2(mostSegments < 110, qPrintable(QString::number(mostSegments)));
    }

    void afterARebootRecordsOfAnotherLifeOfTheirChunkDoNotCount()
    {
        const auto [copy, chunks] = chunksOfADeadMachine(60);
        std::string bytes = contentOf(chunks);
        // The page that holds span 55's end was never written: it has what an earlier life left there.
        std::uint64_t id = 55;
        const std::string needle(reinterpret_cast<const char*>(&id), sizeof id);
        constexpr std::size_t toHeader = offsetof(layout::StartRecord, span) - layout::traceBytes;
        std::size_t at = layout::chunkFileHeaderBytes;
        do { // the number itself may stand elsewhere too, as a thread's or in a clock's reading
            at = bytes.find(needle, at + 1);
            QVERIFY(at != std::string::npos);
        } while (at % 8 != 0 || bytes[at - toHeader] != static_cast<char>(layout::RecordType::start));
        at -= toHeader;
        bytes[at + 2] = static_cast<char>(bytes[at + 2] ^ 0x55);
        setContent(chunks, bytes);

        const Collected all = collectStore(copy);
        QVERIFY(all.complete);
        QCOMPARE(all.spans.size(), std::size_t{54});
        for (const auto& [span, one] : all.spans)
            QVERIFY(one.starts == 1 && one.ends == 1);
    }

    void chunksOfAnotherFormatAreLeftAsTheyAre_data()
    {
        QTest::addColumn<quint32>("format");
        QTest::addColumn<QString>("why");
        QTest::newRow("the one before names and subjects")
            << 1u
            << QStringLiteral(
                   "journal format 1, made by an older version of Spanglass; this one reads format 2");
        QTest::newRow("one to come")
            << 3u
            << QStringLiteral(
                   "journal format 3, made by a newer version of Spanglass; this one reads format 2");
    }
    void chunksOfAnotherFormatAreLeftAsTheyAre()
    {
        QFETCH(const quint32, format);
        QFETCH(const QString, why);
        const auto [store, chunks] = chunksOfADeadMachine(10);
        QCOMPARE(collectStore(store).spans.size(), std::size_t{10});
        std::string bytes = contentOf(chunks);
        std::memcpy(bytes.data() + offsetof(layout::ChunkFileHeader, version), &format, sizeof format);
        setContent(chunks, bytes);

        const auto adopted = adoptAll(store);
        QVERIFY(!adopted);
        QCOMPARE(QString::fromStdString(adopted.error().message),
                 QString::fromStdString(chunks.string()) + QStringLiteral(": ") + why);
        const Collected all = collectStore(store);
        QVERIFY(!all.complete);
        QVERIFY(all.spans.empty());
        QVERIFY(contentOf(chunks) == bytes);
    }

    void whatTheDiskCannotTakeIsKeptInMemoryToItsLimitAndEndsKeepTheirRoom()
    {
        const fs::path store = newStore();
        Recorder::Options options;
        options.store = store;
        options.maxPoolBytes = 1 << 20;
        options.journalsLimitBytes = 0; // no segment may be made
        auto recorder = Recorder::open(options);
        QVERIFY(recorder.has_value());
        Pen pen;
        std::uint64_t open = 0;
        while ((*recorder)->room(pen, 200) && open < 100'000) {
            ++open;
            writeStart(pen, {{1, 2}, {open}, {}, clock::ticks(), 1, 0, Kind::tool, Level::normal, 0}, "open");
        }
        QVERIFY(open > 1000 && open < 100'000);
        // The pool is at its limit: no start fits, and yet every open span can end.
        std::uint64_t ended = 0;
        for (std::uint64_t id = open; id > 0; --id) {
            if (!(*recorder)->roomForEnd(pen))
                break;
            writeEnd(pen, {1, 2}, {id}, clock::ticks(), Status::ok, 0, 0);
            pen.closed();
            ++ended;
        }
        QVERIFY2(ended >= 1000, qPrintable(QString::number(ended)));
        const Collected all = collectStore(store);
        QCOMPARE(all.spans.size(), open);
    }

    void theLimitHoldsOverAllRecordersOfAStore()
    {
        const fs::path store = newStore();
        const auto limit = std::uint64_t{3} << 20;
        std::vector<std::unique_ptr<Recorder>> recorders;
        for (int at = 0; at < 4; ++at) {
            Recorder::Options options;
            options.store = store;
            options.maxPoolBytes = 4 << 20;
            options.segmentBytes = 512 << 10;
            options.journalsLimitBytes = limit;
            recorders.push_back(std::move(*Recorder::open(options)));
        }
        std::vector<std::thread> threads;
        for (auto& recorder : recorders)
            threads.emplace_back([&recorder] {
                Pen pen;
                for (std::uint64_t number = 1; number <= 20'000; ++number)
                    if (!record(*recorder, pen, number))
                        recorder->countDropped(layout::DropReason::memory);
                static_cast<void>(recorder->flush(std::chrono::milliseconds(200)));
                recorder->leave(pen);
            });
        for (auto& thread : threads)
            thread.join();
        QVERIFY2(journalsBytes(store / "journals") <= limit + (64 << 10),
                 qPrintable(QString::number(journalsBytes(store / "journals"))));
        std::uint64_t created = 0;
        for (auto& recorder : recorders)
            created += recorder->books().created;
        QCOMPARE(created, std::uint64_t{80'000});
    }

    void aWritersBatchEndsWithItsCommit()
    {
        const fs::path store = newStore();
        {
            auto writer = Writer::open({store, "batch-1"});
            QVERIFY(writer.has_value());
            writer->beginContext(R"({"service.name":"x"})", R"({"name":"lib"})");
            writer->start({{3, 4}, {1}, {9}, Kind::llm, Level::warning, remoteParent, 1, 5000, "imported"});
            writer->attribute({{3, 4}, {1}, "n", {ValueType::integer, {}, -5}});
            writer->attribute({{3, 4}, {1}, "big", {ValueType::text, std::string(700'000, 'b')}});
            writer->event({{3, 4}, {1}, 5001, "e", R"({"k":1})"});
            writer->link({{3, 4}, {1}, {5, 6}, {7}, "state=1", {}});
            writer->status({{3, 4}, {1}, Status::error, "broke"});
            writer->end({{3, 4}, {1}, Status::error, 0, 6000});
            QVERIFY(writer->write().has_value());
            QCOMPARE(collectStore(store).commits, std::uint64_t{0});
            QVERIFY(writer->commit("{}").has_value());
        }
        const Collected all = collectStore(store);
        QVERIFY(all.complete);
        QCOMPARE(all.commits, std::uint64_t{1});
        const auto& span = all.named("imported");
        QCOMPARE(span.startUnixNs, 5000);
        QCOMPARE(span.endUnixNs, 6000);
        QCOMPARE(span.attributes.at("n"), std::string("-5"));
        QCOMPARE(span.attributes.at("big").size(), std::size_t{700'000});
        QCOMPARE(span.events.at(0), std::string(R"(e{"k":1})"));
        QCOMPARE(span.statusMessage, std::string("broke"));
        QCOMPARE(span.links.at(0).linkedSpan.value, std::uint64_t{7});
        QVERIFY(listJournals(store)->front().batch);
    }

    void whatWasReadToTheEndOfADeadJournalGoes()
    {
        const fs::path store = writeBlocks(3);
        const auto info = listJournals(store)->front();
        auto reader = Reader::open(info);
        Cursor cursor;
        Collected all;
        collect(**reader, info.nonce, cursor, all);
        QVERIFY(all.complete);
        QVERIFY((*reader)->release(cursor).has_value());
        QVERIFY(!fs::exists(info.directory));
        QVERIFY(listJournals(store)->empty());
    }
};

QTEST_APPLESS_MAIN(tst_journal)
#include "tst_journal.moc"
