// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <thread>
#include <utility>

#include <spanglass/service.h>

#include "../journal/collected.h"
#include "journal/clock.h"

using namespace spanglass;

class tst_span : public QObject
{
    Q_OBJECT
    QTemporaryDir m_store;

    Collected stored() { return collectStore(m_store.path().toStdString()); }

private Q_SLOTS:
    void initTestCase() { qputenv("SPANGLASS_STORE", m_store.path().toLocal8Bit()); }

    void whatASpanWasToldIsReadableAtOnce()
    {
        {
            auto trace = spanglass::trace("answer", {.user = "ada", .tags = {"fast"}});
            auto call = span("llm.chat", Kind::llm);
            call.setInput("How many spans?")
                .set("gen_ai.usage.input_tokens", 12)
                .set("t", 0.5)
                .set("b", true);
            call.setOutput("Seven.");
        }
        const Collected all = stored();
        const auto& answer = all.named("answer");
        const auto& call = all.named("llm.chat");
        QCOMPARE(answer.starts, 1);
        QCOMPARE(answer.ends, 1);
        QVERIFY(!answer.parent.valid());
        QCOMPARE(answer.attributes.at("user.id"), std::string("ada"));
        QCOMPARE(answer.attributes.at("spanglass.tag.fast"), std::string("1"));
        QCOMPARE(call.trace, answer.trace);
        QCOMPARE(all.spans.at(call.parent.value).name, std::string("answer"));
        QCOMPARE(call.kind, Kind::llm);
        QCOMPARE(call.attributes.at("input.value"), std::string("How many spans?"));
        QCOMPARE(call.attributes.at("gen_ai.usage.input_tokens"), std::string("12"));
        QCOMPARE(call.attributes.at("output.value"), std::string("Seven."));
        QVERIFY(call.startUnixNs >= answer.startUnixNs);
        QVERIFY(call.endUnixNs <= answer.endUnixNs);
        QVERIFY(answer.endUnixNs >= answer.startUnixNs);
        QVERIFY(all.resource.find("service.name") != std::string::npos);
    }

    void theSameIsReadAfterFlush()
    {
        const Collected before = stored();
        QVERIFY(flush(std::chrono::seconds(20)));
        const Collected after = stored();
        QCOMPARE(after.records, before.records);
        QCOMPARE(after.spans.size(), before.spans.size());
        const auto unix = std::chrono::duration_cast<std::chrono::nanoseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count();
        QVERIFY(std::abs(after.named("answer").startUnixNs - unix) < 60'000'000'000);
    }

    void whatIsSaidBehindABlockIsAboutTheRightSpan()
    {
        {
            auto root = trace("halves");
            auto half = span("half.written", Kind::tool);
            half.set("before", 1);
            QVERIFY(flush(std::chrono::seconds(20))); // the chunk's first part is a block now
            half.set("after", 2).set("a key that is longer than a few words of text", "also here");
        }
        const Collected inTheChunk = stored();
        QVERIFY(flush(std::chrono::seconds(20))); // and its rest another, which says what it is about
        const Collected inBlocks = stored();
        for (const Collected* all : {&inTheChunk, &inBlocks}) {
            const auto& half = all->named("half.written");
            QCOMPARE(half.starts, 1);
            QCOMPARE(half.ends, 1);
            QCOMPARE(half.trace, all->named("halves").trace);
            QCOMPARE(half.attributes.size(), std::size_t{3});
            QCOMPARE(half.attributes.at("before"), std::string("1"));
            QCOMPARE(half.attributes.at("after"), std::string("2"));
            QCOMPARE(half.attributes.at("a key that is longer than a few words of text"),
                     std::string("also here"));
        }
    }

    void moreNamesThanHaveNumbersAreAllKept()
    {
        {
            auto many = trace("many names");
            for (int at = 0; at < 400; ++at) {
                const std::string key = "key." + std::to_string(at);
                auto child = span(key);
                child.set(key, at).set("literal", at);
            }
        }
        const Collected all = stored();
        for (int at = 0; at < 400; ++at) {
            const std::string key = "key." + std::to_string(at);
            QCOMPARE(all.named(key).attributes.at(key), std::to_string(at));
            QCOMPARE(all.named(key).attributes.at("literal"), std::to_string(at));
        }
    }

    void whatIsSetOnAParentBehindAChildIsTheParents()
    {
        {
            auto parent = trace("parent of one");
            parent.set("where", "before");
            {
                auto child = span("only child");
                child.set("where", "child");
                parent.set("where", "during");
            }
            parent.set("late", true);
        }
        const Collected all = stored();
        QCOMPARE(all.named("parent of one").attributes.at("where"), std::string("during"));
        QCOMPARE(all.named("parent of one").attributes.at("late"), std::string("1"));
        QCOMPARE(all.named("only child").attributes.at("where"), std::string("child"));
        QVERIFY(!all.named("only child").attributes.contains("late"));
    }

    void afterItsEndNothingIsAdded()
    {
        {
            auto root = trace("ended early");
            auto child = span("ended");
            child.set("kept", 1);
            child.finish();
            child.set("lost", 1);
            auto from = span("moved");
            auto to = std::move(from);
            from.set("lost", 1);
            to.set("kept", 1);
        }
        const Collected all = stored();
        for (const char* name : {"ended", "moved"}) {
            QCOMPARE(all.named(name).attributes.size(), std::size_t{1});
            QCOMPARE(all.named(name).attributes.at("kept"), std::string("1"));
        }
    }

    void aNullPointerIsAnEmptyText()
    {
        const char* const nothing = nullptr;
        QVERIFY(Value(nothing).text().empty());
        {
            auto root = trace("null");
            root.set("nothing", nothing);
            root.setInput(nothing);
        }
        QCOMPARE(stored().named("null").attributes.at("nothing"), std::string());
    }

    void anOpenSpanIsThereWithoutItsEnd()
    {
        auto open = trace("open");
        open.set("k", "v");
        const Collected all = stored();
        QCOMPARE(all.named("open").ends, 0);
        QCOMPARE(all.named("open").attributes.at("k"), std::string("v"));
    }

    void largeInputComesWhole()
    {
        std::string text(300'000, 'x');
        for (std::size_t at = 0; at < text.size(); at += 7)
            text[at] = static_cast<char>('a' + at % 26);
        {
            auto trace = spanglass::trace("large");
            trace.setInput(text);
        }
        const Collected all = stored();
        QCOMPARE(all.named("large").payloadBytes.at("input.value"), text.size());
        QVERIFY(all.named("large").attributes.at("input.value") == text);
    }

    void aJumpOfTheClockChangesNoDuration_data()
    {
        QTest::addColumn<qint64>("toUnixNs");
        const qint64 now = 1'700'000'000'000'000'000;
        const qint64 day = 86'400'000'000'000;
        QTest::newRow("ten days ahead") << now + 10 * day;
        QTest::newRow("ten days back") << now - 10 * day;
        QTest::newRow("to 1970") << qint64{0};
        QTest::newRow("to 2038") << qint64{2'147'483'648} * 1'000'000'000;
        QTest::newRow("to 2262") << std::numeric_limits<qint64>::max() - day;
    }
    void aJumpOfTheClockChangesNoDuration()
    {
        QFETCH(qint64, toUnixNs);
        QTemporaryDir place;
        const std::string store = place.path().toStdString() + "/store";
        journal::FakeClock fake;
        journal::clock::setFake(&fake);
        {
            ServiceOptions options;
            options.store = store;
            const TracingService service(options);
            auto trace = spanglass::trace("over the jump");
            auto inner = span("inner");
            fake.advance(3'000'000);
            fake.utcNs = toUnixNs;
            fake.advance(2'000'000);
            inner.finish();
            auto after = span("after");
            fake.advance(1'000'000);
            after.finish();
            trace.finish();
            QVERIFY(flush(std::chrono::seconds(20))); // new traces go by the new time
            auto next = spanglass::trace("next");
            fake.advance(1'000'000);
        }
        journal::clock::setFake(nullptr);
        const Collected all = collectStore(store);
        const auto durationOf = [&](const char* name) {
            return all.named(name).endUnixNs - all.named(name).startUnixNs;
        };
        QCOMPARE(durationOf("over the jump"), 6'000'000);
        QCOMPARE(durationOf("inner"), 5'000'000);
        QCOMPARE(durationOf("after"), 1'000'000);
        QCOMPARE(durationOf("next"), 1'000'000);
        QCOMPARE(all.named("after").startUnixNs - all.named("inner").startUnixNs, 5'000'000);
        QVERIFY(std::abs(all.named("next").startUnixNs - toUnixNs) < 1'000'000'000);
    }

    void whatASpanDoesOutOfOrderIsRecordedAsItIs()
    {
        std::atomic<int> said{0};
        QTemporaryDir place;
        const std::string store = place.path().toStdString() + "/store";
        {
            ServiceOptions options;
            options.store = store;
            const TracingService service(options);
            TracingService::setLogger([&](Level, std::string_view event, const LogFields&) {
                said += event.find("out of order") != std::string_view::npos;
            });
            auto trace = spanglass::trace("root");
            auto outer = span("outer");
            auto inner = span("inner");
            outer.finish(); // before its child
            outer.finish(); // twice
            outer.set("after the end", 1).setStatus(Status::ok);
            auto moved = span("moved");
            std::thread([span = std::move(moved)]() mutable { span.finish(); }).join();
            inner.finish();
            static Span never = span("never");
            trace.finish();
            QVERIFY(flush(std::chrono::seconds(20)));
        }
        TracingService::setLogger({});
        QCOMPARE(said.load(), 1);
        const Collected all = collectStore(store);
        QVERIFY((all.named("outer").flags & journal::endedLate) != 0);
        QVERIFY((all.named("moved").flags & journal::endedLate) != 0);
        QVERIFY((all.named("inner").flags & journal::endedLate) == 0);
        QCOMPARE(all.named("outer").ends, 1);
        QVERIFY(!all.named("outer").attributes.contains("after the end"));
        QCOMPARE(all.named("outer").status, Status::unset);
        QCOMPARE(all.named("never").ends, 0);
        QCOMPARE(all.created(), std::uint64_t{5});
    }

    void longTextIsWholeBesideItsSpanOrCutWhereThatIsWanted()
    {
        QTemporaryDir place;
        const std::string text = std::string(60'000, 'x') + "\xff\xfe" + std::string(10, 'y');
        for (const std::size_t cut : {0, 2000}) {
            const std::string store = place.path().toStdString() + "/store" + std::to_string(cut);
            {
                ServiceOptions options;
                options.store = store;
                options.inlineBytes = 1000;
                options.cutBytes = cut;
                const TracingService service(options);
                auto trace = spanglass::trace("root");
                trace.setInput(text).set("short", text.substr(0, 900));
                trace.addEvent("e", {{"bytes", "a\xffz"}});
                QVERIFY(flush(std::chrono::seconds(20)));
            }
            const Collected all = collectStore(store);
            const auto& root = all.named("root");
            QCOMPARE(root.attributes.at("short").size(), std::size_t{900});
            const std::string& input = root.attributes.at("input.value");
            if (cut == 0) {
                QVERIFY(input == text);
                QCOMPARE(root.payloadBytes.at("input.value"), text.size());
            } else {
                QVERIFY(input.size() <= 2000 && input.starts_with(text.substr(0, 1900)));
                QVERIFY2(input.ends_with("of 60012 bytes]"), input.substr(1900).c_str());
            }
        }
    }

    void whatIsLoggedHasTheNamesReadersLookFor()
    {
        {
            auto trace = spanglass::trace("logs");
            auto call = span("llm", Kind::llm);
            call.logLlmCall({.model = "m",
                             .provider = "p",
                             .inputTokens = 10,
                             .cachedTokens = 4,
                             .outputTokens = 5,
                             .reasoningTokens = 2,
                             .timeToFirstToken = std::chrono::milliseconds(250),
                             .cost = "0.045"});
            call.logChatMessage({.role = "user", .content = "hi \"you\"", .id = "m1", .parentId = "m0"});
            call.setInputMessageId("m1").setOutputMessageId("m2");
            auto tool = span("tool", Kind::tool);
            tool.logToolCall({.name = "sum", .id = "c1", .arguments = Json{"{\"a\":1}"}, .result = 3});
            tool.logDocumentEvent({.document = "d.pdf", .chunks = 7, .status = "stored"});
            tool.logScore("quality", 0.5, "so so");
            tool.recordError(std::runtime_error("broken")).addLink(call.context(), {{"why", "cause"}});
        }
        const Collected all = stored();
        const auto& call = all.named("llm").attributes;
        const std::map<std::string, std::string> expected{
            {"gen_ai.request.model", "m"},        {"gen_ai.provider.name", "p"},
            {"gen_ai.usage.input_tokens", "10"},  {"gen_ai.usage.cache_read.input_tokens", "4"},
            {"gen_ai.usage.output_tokens", "5"},  {"gen_ai.usage.reasoning.output_tokens", "2"},
            {"gen_ai.usage.cost", "0.045"},       {"spanglass.input_message_id", "m1"},
            {"spanglass.output_message_id", "m2"}};
        for (const auto& [name, value] : expected)
            QCOMPARE(call.at(name), value);
        QVERIFY(call.contains("gen_ai.response.time_to_first_chunk"));
        QCOMPARE(all.named("llm").events.size(), std::size_t{1});
        QVERIFY(all.named("llm").events[0].starts_with("gen_ai.user.message"));
        const auto& tool = all.named("tool");
        QCOMPARE(tool.attributes.at("gen_ai.tool.name"), std::string("sum"));
        QCOMPARE(tool.attributes.at("gen_ai.tool.call.id"), std::string("c1"));
        QCOMPARE(tool.attributes.at("input.value"), std::string("{\"a\":1}"));
        QCOMPARE(tool.attributes.at("output.value"), std::string("3"));
        QCOMPARE(tool.events.size(), std::size_t{3});
        for (const auto& [at, name] :
             {std::pair(0, "spanglass.document"), std::pair(1, "spanglass.score"), std::pair(2, "exception")})
            QVERIFY(tool.events[std::size_t(at)].starts_with(name));
        QCOMPARE(tool.status, Status::error);
        QCOMPARE(tool.statusMessage, std::string("broken"));
        QCOMPARE(tool.links.size(), std::size_t{1});
    }

    void manySpansFillManyChunks()
    {
        constexpr int count = 20'000;
        {
            auto trace = spanglass::trace("many");
            for (int i = 0; i < count; ++i)
                span("one of many").set("i", i);
        }
        const Collected all = stored();
        int found = 0;
        for (const auto& [id, one] : all.spans)
            found += one.name == "one of many" && one.starts == 1 && one.ends == 1;
        QCOMPARE(found, count);
        QCOMPARE(all.dropped(), std::uint64_t{0});
        QCOMPARE(all.created(), std::uint64_t{all.spans.size()});
    }
};

QTEST_APPLESS_MAIN(tst_span)
#include "tst_span.moc"
