// SPDX-License-Identifier: GPL-3.0-or-later
/// What an OTLP receiver gets: the same spans in protobuf and in JSON, read here by the generic protobuf
/// reader and by Qt's JSON.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <cmath>
#include <protozero/pbf_reader.hpp>

#include "formats/otlp_request.h"

using namespace spanglass;
using namespace spanglass::formats;
using namespace std::string_literals;

namespace {

trace::Span sample()
{
    trace::Span span;
    span.trace = {0x0102030405060708, 0x090a0b0c0d0e0f10};
    span.id = {0x1112131415161718};
    span.parent = {0x2122232425262728};
    span.name = "chat \xff";
    span.kind = Kind::llm;
    span.service = "agent";
    span.startUnixNs = 1'700'000'000'000'000'001;
    span.durationNs = 250;
    span.status = Status::error;
    span.statusMessage = "boom";
    span.attributes = {
        {"text", "a"s},        {"int", std::int64_t{-7}},   {"real", 0.5},
        {"flag", true},        {"json", trace::Json{"{}"}}, {"bytes", trace::Bytes{1, 2, 255, 4}},
        {"nan", std::nan("")}, {"none", std::monostate()}};
    span.events = {{5, "exception", {{"exception.type", "E"s}}}};
    span.links = {{{1, 2}, {3}, "a=b", {}}};
    return span;
}

QJsonObject json(const std::vector<OtlpSpan>& spans)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(otlpJson(spans))).object();
}

QJsonObject at(const QJsonObject& request, int resource, int scope, int span)
{
    return request[u"resourceSpans"][resource][u"scopeSpans"][scope][u"spans"][span].toObject();
}

QJsonValue attribute(const QJsonValue& object, const QString& key)
{
    for (const QJsonValue& value : object[u"attributes"].toArray()) {
        if (value[u"key"].toString() == key)
            return value[u"value"];
    }
    return {};
}

/// The bytes of the `tag`s on the way down, the first of each.
std::string descend(std::string_view bytes, std::initializer_list<std::uint32_t> tags)
{
    std::string current(bytes);
    for (const std::uint32_t tag : tags) {
        protozero::pbf_reader reader(current);
        if (!reader.next(tag))
            return "(missing)";
        current = std::string(reader.get_view());
    }
    return current;
}

} // namespace

class TestOtlpRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonFollowsTheSpecification()
    {
        const trace::Span span = sample();
        const QJsonObject out = at(json({{&span}}), 0, 0, 0);
        QCOMPARE(out[u"traceId"].toString(), u"0102030405060708090a0b0c0d0e0f10"_qs);
        QCOMPARE(out[u"spanId"].toString(), u"1112131415161718"_qs);
        QCOMPARE(out[u"parentSpanId"].toString(), u"2122232425262728"_qs);
        QCOMPARE(out[u"name"].toString(), u"chat \ufffd"_qs);
        QCOMPARE(out[u"kind"].toInt(), 3);
        QCOMPARE(out[u"startTimeUnixNano"].toString(), u"1700000000000000001"_qs);
        QCOMPARE(out[u"endTimeUnixNano"].toString(), u"1700000000000000251"_qs);
        QCOMPARE(out[u"status"][u"code"].toInt(), 2);
        QCOMPARE(attribute(out, u"int"_qs)[u"intValue"].toString(), u"-7"_qs);
        QCOMPARE(attribute(out, u"real"_qs)[u"doubleValue"].toDouble(), 0.5);
        QCOMPARE(attribute(out, u"nan"_qs)[u"doubleValue"].toString(), u"NaN"_qs);
        QCOMPARE(attribute(out, u"json"_qs)[u"stringValue"].toString(), u"{}"_qs);
        QCOMPARE(QByteArray::fromBase64(attribute(out, u"bytes"_qs)[u"bytesValue"].toString().toLatin1()),
                 QByteArray("\1\2\xff\4"));
        QVERIFY(attribute(out, u"none"_qs).toObject().isEmpty());
        QCOMPARE(out[u"events"][0][u"name"].toString(), u"exception"_qs);
        QCOMPARE(out[u"links"][0][u"spanId"].toString(), u"0000000000000003"_qs);
    }

    void protobufHasTheSpecificationsFieldNumbers()
    {
        const trace::Span span = sample();
        const std::vector<OtlpSpan> spans{{&span}};
        const std::string bytes = otlpProtobuf(spans);
        const std::string out = descend(bytes, {1, 2, 2});
        QCOMPARE(QByteArray::fromStdString(descend(out, {1})).toHex(),
                 QByteArray("0102030405060708090a0b0c0d0e0f10"));
        QCOMPARE(QByteArray::fromStdString(descend(out, {2})).toHex(), QByteArray("1112131415161718"));
        QCOMPARE(descend(out, {5}), "chat \ufffd"s);
        QCOMPARE(descend(out, {15, 2}), "boom"s);
        QCOMPARE(descend(out, {9, 2, 1}), "a"s);
        QCOMPARE(descend(out, {11, 2}), "exception"s);
        protozero::pbf_reader reader(out);
        QVERIFY(reader.next(8));
        QCOMPARE(reader.get_fixed64(), 1'700'000'000'000'000'251u);
        QCOMPARE(descend(bytes, {1, 1, 1, 1}), "service.name"s);
    }

    void spansOfOneResourceAndScopeStandTogether()
    {
        trace::Span a = sample(), b = sample(), c = sample();
        b.resource = {{"service.name", "other"s}};
        c.scope.name = "lib";
        const QJsonObject request = json({{&a}, {&b}, {&c}, {&a}});
        QCOMPARE(request[u"resourceSpans"].toArray().size(), 2);
        QCOMPARE(request[u"resourceSpans"][0][u"scopeSpans"].toArray().size(), 2);
        QCOMPARE(request[u"resourceSpans"][0][u"scopeSpans"][0][u"spans"].toArray().size(), 2);
        QCOMPARE(attribute(request[u"resourceSpans"][1][u"resource"], u"service.name"_qs)[u"stringValue"]
                     .toString(),
                 u"other"_qs);
    }

    void extraAttributesWinOverTheSpansOwn()
    {
        const trace::Span span = sample();
        const trace::Attributes extra{{"text", "b"s}, {"more", std::int64_t{1}}};
        const QJsonObject out = at(json({{&span, &extra}}), 0, 0, 0);
        QCOMPARE(attribute(out, u"text"_qs)[u"stringValue"].toString(), u"b"_qs);
        QCOMPARE(out[u"attributes"].toArray().size(), 9);
    }

    void everyLengthOfBytesIsBase64()
    {
        for (std::size_t length = 0; length < 7; ++length) {
            trace::Span span = sample();
            span.attributes = {{"b", trace::Bytes(length, 0xab)}};
            const QJsonValue value = attribute(at(json({{&span}}), 0, 0, 0), u"b"_qs)[u"bytesValue"];
            QCOMPARE(value.toString().toLatin1(), QByteArray(qsizetype(length), '\xab').toBase64());
        }
    }
};

QTEST_APPLESS_MAIN(TestOtlpRequest)
#include "tst_otlp_request.moc"
