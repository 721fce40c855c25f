// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "store/details.h"

using namespace spanglass;
using namespace spanglass::store;
using journal::ValueType;

namespace {

trace::Span decoded(std::string_view details)
{
    trace::Span span;
    decodeDetails(
        details, [](std::int64_t payload) { return "payload " + std::to_string(payload); }, span);
    return span;
}

std::string sample()
{
    std::string details;
    appendEntry(details, journal::AttributeView{{}, {}, "text", {ValueType::text, "a\0b"}});
    appendEntry(details, journal::AttributeView{{}, {}, "integer", {ValueType::integer, {}, -7}});
    appendEntry(details, journal::AttributeView{{}, {}, "real", {ValueType::real, {}, 0, 0.5}});
    appendEntry(details, journal::AttributeView{{}, {}, "flag", {ValueType::boolean, {}, 1}});
    appendEntry(details, journal::AttributeView{{}, {}, "json", {ValueType::json, "[1]"}});
    appendEntry(details,
                journal::AttributeView{{}, {}, "none", journal::ValueView{ValueType::none, {}, 0, 0}});
    appendEntry(details, PayloadReference{"large", ValueType::text, 300});
    appendEntry(details, journal::EventView{{}, {}, 42, "exception", R"({"exception.message":"no\nway"})"});
    appendEntry(details, journal::LinkView{{}, {}, {1, 2}, {3}, "a=b", "{}"});
    appendEntry(details, journal::StatusView{{}, {}, Status::error, "broken"});
    return details;
}

} // namespace

class tst_details : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKindOfEntryComesBack()
    {
        const trace::Span span = decoded(sample());
        const trace::Attributes expected{{"text", std::string("a")},
                                         {"integer", std::int64_t{-7}},
                                         {"real", 0.5},
                                         {"flag", true},
                                         {"json", trace::Json{"[1]"}},
                                         {"none", {}},
                                         {"large", std::string("payload 300")}};
        QVERIFY(span.attributes == expected);
        QCOMPARE(span.events.size(), std::size_t{1});
        QCOMPARE(span.events[0].name, std::string("exception"));
        QVERIFY(span.events[0].attributes[0].value == trace::Value(std::string("no\nway")));
        QCOMPARE(span.links[0].span.value, std::uint64_t{3});
        QCOMPARE(span.links[0].traceState, std::string("a=b"));
        QCOMPARE(span.statusMessage, std::string("broken"));
    }

    void theLaterOfTwoAttributesWithOneKeyCounts()
    {
        std::string details;
        appendEntry(details, journal::AttributeView{{}, {}, "key", {ValueType::text, "first"}});
        appendEntry(details, journal::AttributeView{{}, {}, "key", {ValueType::text, "second"}});
        QVERIFY(decoded(details).attributes == (trace::Attributes{{"key", std::string("second")}}));
    }

    void partsOfALargeValueAreJoinedInAnyOrder()
    {
        std::string details;
        appendEntry(details, journal::PayloadPartView{{}, {}, "input", ValueType::text, 5, 8, "fgh"});
        appendEntry(details, journal::AttributeView{{}, {}, "other", {ValueType::integer, {}, 1}});
        appendEntry(details, journal::PayloadPartView{{}, {}, "input", ValueType::text, 0, 8, "abcde"});
        const trace::Span span = decoded(joinParts(details));
        QVERIFY(span.attributes[1].value == trace::Value(std::string("abcdefgh")));
    }

    void aCutOrFlippedBlobGivesWhatStoodBeforeAndNeverFails()
    {
        const std::string whole = sample();
        for (std::size_t bytes = 0; bytes < whole.size(); ++bytes)
            QVERIFY(decoded(std::string_view(whole).substr(0, bytes)).attributes.size() <= 7);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (const char mask : {'\x01', '\x80', '\xff'}) {
                std::string flipped = whole;
                flipped[at] = static_cast<char>(flipped[at] ^ mask);
                (void)decoded(flipped);
                (void)joinParts(flipped);
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_details)
#include "tst_details.moc"
