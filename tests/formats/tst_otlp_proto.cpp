// SPDX-License-Identifier: GPL-3.0-or-later
// What is read out of OTLP's protobuf, from whole requests to broken ones. Messages are made with protozero.
#include <QtTest>
#include <protozero/pbf_writer.hpp>
#include <random>

#include "formats/otlp_kept.h"
#include "formats/otlp_proto_reader.h"
#include "formats/otlp_values.h"

using namespace spanglass;
using namespace spanglass::formats;
using protozero::pbf_writer;
using namespace std::string_literals;

namespace {

/// Writes down what a reader handed over.
struct Collector : OtlpSink
{
    void surroundings(const OtlpSurroundings& around) override { arounds.push_back(around); }
    void span(trace::Span& span, std::string_view source) override
    {
        spans.push_back(span);
        sources.emplace_back(source);
    }
    void rejected(const std::string& reason, std::string_view) override { reasons.push_back(reason); }

    std::vector<OtlpSurroundings> arounds;
    std::vector<trace::Span> spans;
    std::vector<std::string> sources;
    std::vector<std::string> reasons;
};

const std::string traceBytes = "\x0a\xf7\x65\x19\x16\xcd\x43\xdd\x84\x48\xeb\x21\x1c\x80\x31\x9c"s;
const std::string spanBytes = "\xb7\xad\x6b\x71\x69\x20\x33\x31"s;

template<class Fill> std::string message(const Fill& fill)
{
    std::string bytes;
    pbf_writer writer(bytes);
    fill(writer);
    return bytes;
}

std::string textValue(const std::string& text)
{
    return message([&](pbf_writer& value) { value.add_string(1, text); });
}

std::string pair(const std::string& key, const std::string& value)
{
    return message([&](pbf_writer& attribute) {
        attribute.add_string(1, key);
        attribute.add_message(2, value);
    });
}

/// A Span message with good ids and whatever `more` adds.
template<class More> std::string spanWith(const More& more)
{
    return message([&](pbf_writer& span) {
        span.add_bytes(1, traceBytes);
        span.add_bytes(2, spanBytes);
        more(span);
    });
}

std::string requestWith(const std::vector<std::string>& spans)
{
    return message([&](pbf_writer& request) {
        request.add_message(
            1, message([&](pbf_writer& resourceSpans) {
                resourceSpans.add_message(1, message([&](pbf_writer& resource) {
                                              resource.add_message(1,
                                                                   pair("service.name", textValue("shop")));
                                          }));
                resourceSpans.add_message(2, message([&](pbf_writer& scopeSpans) {
                                              scopeSpans.add_message(1, message([](pbf_writer& scope) {
                                                                         scope.add_string(1, "lib");
                                                                         scope.add_string(2, "1.2");
                                                                     }));
                                              for (const std::string& span : spans)
                                                  scopeSpans.add_message(2, span);
                                          }));
            }));
    });
}

Collector collected(const std::string& bytes)
{
    Collector collector;
    const auto read = readOtlpProto(bytes, collector);
    if (!read)
        qFatal("%s", read.error().message.c_str());
    return collector;
}

trace::Span one(const std::string& span)
{
    const Collector collector = collected(requestWith({span}));
    if (collector.spans.size() != 1)
        qFatal("%s", collector.reasons.empty() ? "no span" : collector.reasons.front().c_str());
    return collector.spans.front();
}

trace::Value attribute(const trace::Span& span, std::string_view key)
{
    for (const trace::Attribute& candidate : span.attributes) {
        if (candidate.key == key)
            return candidate.value;
    }
    return std::string("(none)");
}

trace::Value valueOf(const std::string& anyValue)
{
    return attribute(one(spanWith([&](pbf_writer& span) { span.add_message(9, pair("k", anyValue)); })), "k");
}

std::string nested(int depth)
{
    std::string value = textValue("deep");
    for (int level = 0; level < depth; ++level) {
        value = message([&](pbf_writer& any) {
            any.add_message(5, message([&](pbf_writer& array) { array.add_message(1, value); }));
        });
    }
    return value;
}

} // namespace

class TestOtlpProto : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeSpanIsRead();
    void eventsAndLinksAreRead();
    void whatASpanHasNoMemberForIsKeptAsAttributes();
    void everyShapeOfValueIsRead();
    void fieldsMayComeInAnyOrder();
    void unknownFieldsAndGroupsAreSkipped();
    void aBadSpanLeavesTheOthers_data();
    void aBadSpanLeavesTheOthers();
    void aSpanWithoutAnEndIsRunning();
    void invalidTextGetsReplacementCharacters();
    void nestingIsLimitedAndNamed();
    void theOldPlaceOfScopeSpansCountsWhereThereIsNoNewOne();
    void noSpansAreNoError();
    void whatIsNoProtobufIsAnError_data();
    void whatIsNoProtobufIsAnError();
    void truncationAtEveryByteEndsInAnErrorOrFewerSpans();
    void flippedBytesNeverHarm();
    void aSpanIsReadAgainFromItsSource();
};

void TestOtlpProto::aWholeSpanIsRead()
{
    const Collector got = collected(requestWith({spanWith([](pbf_writer& span) {
        span.add_bytes(4, "\x01\x02\x03\x04\x05\x06\x07\x08"s);
        span.add_string(5, "chat");
        span.add_enum(6, 3);
        span.add_fixed64(7, 1'700'000'000'000'000'001);
        span.add_fixed64(8, 1'700'000'000'250'000'003);
        span.add_message(9, pair("model", textValue("m-1")));
        span.add_message(15, message([](pbf_writer& status) {
                             status.add_string(2, "boom");
                             status.add_enum(3, 2);
                         }));
    })}));
    QCOMPARE(got.spans.size(), std::size_t(1));
    const trace::Span& span = got.spans.front();
    QCOMPARE(span.trace.hex(), std::string("0af7651916cd43dd8448eb211c80319c"));
    QCOMPARE(span.id.hex(), std::string("b7ad6b7169203331"));
    QCOMPARE(span.parent.hex(), std::string("0102030405060708"));
    QCOMPARE(span.name, std::string("chat"));
    QCOMPARE(span.startUnixNs, std::int64_t(1'700'000'000'000'000'001));
    QCOMPARE(span.durationNs.value_or(-1), std::int64_t(250'000'002));
    QCOMPARE(span.state, trace::State::ended);
    QCOMPARE(span.status, Status::error);
    QCOMPARE(span.statusMessage, std::string("boom"));
    QCOMPARE(span.service, std::string("shop"));
    QVERIFY(attribute(span, "model") == trace::Value("m-1"s));
    QVERIFY(attribute(span, otlp::spanKind) == trace::Value("client"s));
    QCOMPARE(got.arounds.size(), std::size_t(1));
    QCOMPARE(got.arounds.front().scope.name, std::string("lib"));
    QCOMPARE(got.arounds.front().scope.version, std::string("1.2"));
}

void TestOtlpProto::eventsAndLinksAreRead()
{
    const trace::Span span = one(spanWith([](pbf_writer& writer) {
        writer.add_message(11, message([](pbf_writer& event) {
                               event.add_fixed64(1, 42);
                               event.add_string(2, "exception");
                               event.add_message(3, pair("exception.type", textValue("E")));
                               event.add_uint32(4, 2);
                           }));
        writer.add_message(13, message([](pbf_writer& link) {
                               link.add_bytes(1, traceBytes);
                               link.add_bytes(2, spanBytes);
                               link.add_string(3, "a=1");
                               link.add_message(4, pair("why", textValue("because")));
                               link.add_fixed32(6, 0x300);
                           }));
    }));
    QCOMPARE(span.events.size(), std::size_t(1));
    QCOMPARE(span.events[0].timeUnixNs, std::int64_t(42));
    QCOMPARE(span.events[0].name, std::string("exception"));
    QCOMPARE(span.events[0].attributes.size(), std::size_t(2));
    QCOMPARE(span.links.size(), std::size_t(1));
    QCOMPARE(span.links[0].span.hex(), std::string("b7ad6b7169203331"));
    QCOMPARE(span.links[0].traceState, std::string("a=1"));
    QVERIFY(span.links[0].attributes[1].value == trace::Value(std::int64_t(0x300)));
}

void TestOtlpProto::whatASpanHasNoMemberForIsKeptAsAttributes()
{
    const trace::Span span = one(spanWith([](pbf_writer& writer) {
        writer.add_string(3, "ot=th:8");
        writer.add_uint32(10, 1);
        writer.add_uint32(12, 2);
        writer.add_uint32(14, 3);
        writer.add_message(15, message([](pbf_writer& status) { status.add_enum(3, 7); }));
        writer.add_fixed32(16, 0xfffffd01);
        writer.add_string(99, "new");
    }));
    QVERIFY(attribute(span, otlp::traceState) == trace::Value("ot=th:8"s));
    QVERIFY(attribute(span, otlp::droppedAttributes) == trace::Value(std::int64_t(1)));
    QVERIFY(attribute(span, otlp::droppedEvents) == trace::Value(std::int64_t(2)));
    QVERIFY(attribute(span, otlp::droppedLinks) == trace::Value(std::int64_t(3)));
    QVERIFY(attribute(span, otlp::statusCode) == trace::Value(std::int64_t(7)));
    QVERIFY(attribute(span, otlp::flags) == trace::Value(std::int64_t(0xfffffd01)));
    const std::string field = message([](pbf_writer& writer) { writer.add_string(99, "new"); });
    QVERIFY(attribute(span, otlp::unknownFields) == trace::Value(trace::Bytes(field.begin(), field.end())));
}

void TestOtlpProto::everyShapeOfValueIsRead()
{
    const auto any = [](const auto& fill) { return valueOf(message(fill)); };
    QVERIFY(valueOf({}) == trace::Value());
    QVERIFY(any([](pbf_writer& v) { v.add_string(1, ""); }) == trace::Value(""s));
    QVERIFY(any([](pbf_writer& v) { v.add_bool(2, true); }) == trace::Value(true));
    QVERIFY(any([](pbf_writer& v) { v.add_int64(3, -7); }) == trace::Value(std::int64_t(-7)));
    QVERIFY(any([](pbf_writer& v) { v.add_int64(3, INT64_MIN); }) == trace::Value(INT64_MIN));
    QVERIFY(any([](pbf_writer& v) { v.add_double(4, 0.1); }) == trace::Value(0.1));
    QVERIFY(any([](pbf_writer& v) { v.add_bytes(7, "\x00\xff"s); }) == trace::Value(trace::Bytes{0, 255}));
    QVERIFY(any([](pbf_writer& v) { v.add_int32(8, 3); }) == trace::Value());
    const trace::Value list = any([](pbf_writer& v) {
        v.add_message(5, message([](pbf_writer& array) {
                          array.add_message(1, textValue("a\"b"));
                          array.add_message(1,
                                            message([](pbf_writer& e) { e.add_int64(3, 9007199254740993); }));
                          array.add_message(1, ""s);
                          array.add_message(1, message([](pbf_writer& e) { e.add_bytes(7, "\x01\x02"s); }));
                          array.add_message(1, message([](pbf_writer& e) { e.add_double(4, NAN); }));
                      }));
    });
    const trace::Json listText{"[\"a\\\"b\",9007199254740993,null,\"AQI=\",\"NaN\"]"};
    QVERIFY(list == trace::Value(listText));
    const trace::Value map = any([](pbf_writer& v) {
        v.add_message(
            6, message([](pbf_writer& members) {
                members.add_message(1, pair("x", message([](pbf_writer& e) { e.add_bool(2, false); })));
                members.add_message(1, pair("y", message([](pbf_writer& e) { e.add_message(6, ""s); })));
            }));
    });
    QVERIFY(map == trace::Value(trace::Json{"{\"x\":false,\"y\":{}}"}));
}

void TestOtlpProto::fieldsMayComeInAnyOrder()
{
    const std::string bytes = message([](pbf_writer& request) {
        request.add_message(
            1, message([](pbf_writer& resourceSpans) {
                resourceSpans.add_message(2, message([](pbf_writer& scopeSpans) {
                                              scopeSpans.add_message(2, spanWith([](pbf_writer& span) {
                                                                         span.add_string(5, "first");
                                                                     }));
                                              scopeSpans.add_message(1, message([](pbf_writer& scope) {
                                                                         scope.add_string(1, "late");
                                                                     }));
                                          }));
                resourceSpans.add_message(1, message([](pbf_writer& resource) {
                                              resource.add_message(1,
                                                                   pair("service.name", textValue("later")));
                                          }));
            }));
    });
    const Collector got = collected(bytes);
    QCOMPARE(got.spans.at(0).service, std::string("later"));
    QCOMPARE(got.arounds.at(0).scope.name, std::string("late"));
}

void TestOtlpProto::unknownFieldsAndGroupsAreSkipped()
{
    std::string span = spanWith([](pbf_writer& writer) { writer.add_string(5, "kept"); });
    span += "\xa3\x06\x08\x01\x0b\x12\x02hi\x0c\xa4\x06"s; // group 100 { 1: 1, group 1 { 2: "hi" } }
    QCOMPARE(one(span).name, std::string("kept"));

    std::string request = requestWith({spanWith([](pbf_writer&) {})});
    request += "\xa3\x06\xa4\x06"s;
    QCOMPARE(collected(request).spans.size(), std::size_t(1));
}

void TestOtlpProto::aBadSpanLeavesTheOthers_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const std::string& bad, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(bad) << QByteArray(reason);
    };
    row("no ids at all, as in a log", "", "the trace id is missing");
    row("no span id", message([](pbf_writer& span) { span.add_bytes(1, traceBytes); }),
        "the span id is missing");
    row("a short trace id", message([](pbf_writer& span) {
            span.add_bytes(1, "short"s);
            span.add_bytes(2, spanBytes);
        }),
        "the trace id is not valid (5 long)");
    row("a span id of zeros", message([](pbf_writer& span) {
            span.add_bytes(1, traceBytes);
            span.add_bytes(2, std::string(8, '\0'));
        }),
        "the span id is not valid (8 long)");
    row("a long parent", spanWith([](pbf_writer& span) { span.add_bytes(4, traceBytes); }),
        "parent_span_id has 16 bytes in place of 8");
    row("a broken attribute", spanWith([](pbf_writer& span) { span.add_bytes(9, "\x0a\x7f"s); }),
        "a value is broken, or nested deeper than 100 levels");
    row("a broken message", spanWith([](pbf_writer&) {}) + "\x2a\x7f",
        "the message is broken at its byte 28");
}

void TestOtlpProto::aBadSpanLeavesTheOthers()
{
    QFETCH(const QByteArray, bad);
    QFETCH(const QByteArray, reason);
    const std::string good = spanWith([](pbf_writer& span) { span.add_string(5, "good"); });
    const Collector got = collected(requestWith({good, bad.toStdString(), good}));
    QCOMPARE(got.spans.size(), std::size_t(2));
    QCOMPARE(got.reasons.size(), std::size_t(1));
    QCOMPARE(QByteArray::fromStdString(got.reasons.front()), reason);
}

void TestOtlpProto::aSpanWithoutAnEndIsRunning()
{
    const trace::Span span = one(spanWith([](pbf_writer& writer) { writer.add_fixed64(7, 5); }));
    QCOMPARE(span.state, trace::State::running);
    QVERIFY(!span.durationNs);
}

void TestOtlpProto::invalidTextGetsReplacementCharacters()
{
    QVERIFY(valueOf(textValue("a\xff"
                              "b\xc3\xa4\xed\xa0\x80")) ==
            trace::Value("a\xef\xbf\xbd"
                         "b\xc3\xa4\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"s));
}

void TestOtlpProto::nestingIsLimitedAndNamed()
{
    QVERIFY(std::holds_alternative<trace::Json>(valueOf(nested(99))));
    const auto deep = spanWith([](pbf_writer& span) { span.add_message(9, pair("k", nested(100))); });
    QCOMPARE(collected(requestWith({deep})).reasons.at(0),
             "a value is broken, or nested deeper than 100 levels"s);
}

void TestOtlpProto::theOldPlaceOfScopeSpansCountsWhereThereIsNoNewOne()
{
    const std::string scopeSpans =
        message([](pbf_writer& scope) { scope.add_message(2, spanWith([](pbf_writer&) {})); });
    const auto request = [&](bool both) {
        return message([&](pbf_writer& writer) {
            writer.add_message(1, message([&](pbf_writer& resourceSpans) {
                                   resourceSpans.add_message(1000, scopeSpans);
                                   if (both)
                                       resourceSpans.add_message(2, scopeSpans);
                               }));
        });
    };
    QCOMPARE(collected(request(false)).spans.size(), std::size_t(1));
    QCOMPARE(collected(request(true)).spans.size(), std::size_t(1));
}

void TestOtlpProto::noSpansAreNoError()
{
    QCOMPARE(collected({}).spans.size(), std::size_t(0));
    QCOMPARE(collected(requestWith({})).spans.size(), std::size_t(0));
}

void TestOtlpProto::whatIsNoProtobufIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JSON") << QByteArray(R"({"resourceSpans":[]})");
    QTest::newRow("a length beyond the end") << QByteArray("\x0a\x7f");
    QTest::newRow("a varint without end") << QByteArray("\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff");
    QTest::newRow("an end without a group") << QByteArray("\x0c");
    QTest::newRow("a group without end") << QByteArray("\x0b\x08\x01");
    QTest::newRow("groups 200 deep") << QByteArray(200, '\x0b') + QByteArray(200, '\x0c');
    QTest::newRow("wire type 7") << QByteArray("\x0f");
    QTest::newRow("field 0") << QByteArray("\x02\x01x");
    QTest::newRow("a broken resource") << QByteArray("\x0a\x04\x0a\x02\x0a\x7f");
}

void TestOtlpProto::whatIsNoProtobufIsAnError()
{
    QFETCH(const QByteArray, bytes);
    Collector collector;
    const auto read = readOtlpProto(bytes.toStdString(), collector);
    QVERIFY(!read);
    QVERIFY(read.error().message.find("at byte ") != std::string::npos);
    QCOMPARE(collector.spans.size(), std::size_t(0));
}

void TestOtlpProto::truncationAtEveryByteEndsInAnErrorOrFewerSpans()
{
    const std::string span = spanWith([](pbf_writer& writer) {
        writer.add_string(5, "chat");
        writer.add_message(9, pair("k", nested(3)));
    });
    const std::string whole = requestWith({span, span});
    for (std::size_t length = 1; length < whole.size(); ++length) {
        Collector collector;
        QVERIFY2(!readOtlpProto(whole.substr(0, length), collector), qPrintable(QString::number(length)));
    }
}

void TestOtlpProto::flippedBytesNeverHarm()
{
    const std::string span = spanWith([](pbf_writer& writer) {
        writer.add_string(5, "chat");
        writer.add_message(9, pair("k", nested(5)));
        writer.add_message(11, message([](pbf_writer& event) { event.add_string(2, "e"); }));
    });
    const std::string whole = requestWith({span, span});
    std::mt19937 random(3);
    for (int round = 0; round < 20000; ++round) {
        std::string bytes = whole;
        for (std::size_t flips = 1 + random() % 3; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        Collector collector;
        const auto read = readOtlpProto(bytes, collector);
        QVERIFY(collector.spans.size() + collector.reasons.size() <= bytes.size());
        QVERIFY(read || !read.error().message.empty());
    }
}

void TestOtlpProto::aSpanIsReadAgainFromItsSource()
{
    const std::string span = spanWith([](pbf_writer& writer) {
        writer.add_string(5, "chat");
        writer.add_message(9, pair("k", textValue("v")));
    });
    const Collector got = collected(requestWith({span}));
    trace::Span again;
    QVERIFY(readOtlpProtoSpan(got.sources.at(0), again));
    QCOMPARE(again.name, got.spans.at(0).name);
    QVERIFY(again.attributes == got.spans.at(0).attributes);
}

QTEST_APPLESS_MAIN(TestOtlpProto)
#include "tst_otlp_proto.moc"
