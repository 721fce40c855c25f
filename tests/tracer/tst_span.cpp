// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include <spanglass/tracer.h>

#include "../journal/collected.h"

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
