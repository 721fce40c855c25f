// SPDX-License-Identifier: GPL-3.0-or-later
/// Every text of a record passes the rules on its way to the journal.
#include <QtTest>

#include "receive/masked_sink.h"
#include "recording_sink.h"

using namespace spanglass;
using namespace spanglass::receive;
using journal::ValueType;

class TestMaskedSink : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextOfARecordIsMasked()
    {
        RecordingSink to;
        MaskedSink masked(to, Masking({"*_token", "builtin"}));
        const std::string secret = "sk-0123456789abcdef0123";
        masked.beginContext(R"({"db_token":"CANARY","k":"kept"})", R"({"name":"s"})");
        journal::StartView start;
        start.span = {1};
        const std::string name = "ask " + secret;
        start.name = name;
        masked.start(start);
        const auto set = [&](std::string_view key, journal::ValueView value) {
            journal::AttributeView attribute;
            attribute.span = {1};
            attribute.key = key;
            attribute.value = value;
            masked.attribute(attribute);
        };
        set("api_token", {ValueType::text, "CANARY", 0, 0});
        set("a.b.x_token", {ValueType::integer, {}, 4711, 0});
        set("some", {ValueType::json, R"({"deep":[{"z_token":"CANARY"}]})", 0, 0});
        set("hidden_token", {ValueType::json, R"({"a":"CANARY"})", 0, 0});
        set("text", {ValueType::text, secret, 0, 0});
        set("count", {ValueType::integer, {}, 7, 0});
        journal::StatusView status;
        status.span = {1};
        status.message = secret;
        masked.status(status);
        journal::EventView event;
        event.span = {1};
        event.name = "e";
        event.attributesJson = R"({"y_token":"CANARY"})";
        masked.event(event);
        event.name = "whole_token";
        masked.event(event);
        masked.end({{}, {1}, Status::ok, 0, 9});
        QVERIFY(masked.write());
        const std::string all = to.text();
        QVERIFY2(all.find("CANARY") == std::string::npos && all.find(secret) == std::string::npos,
                 all.c_str());
        QVERIFY2(all.find("4711") == std::string::npos, all.c_str());
        QVERIFY(to.has(R"(context {"db_token":"[masked]","k":"kept"} {"name":"s"})"));
        QVERIFY(to.has("set 0000000000000001 count=7"));
        QVERIFY(to.has("set 0000000000000001 a.b.x_token=[masked]"));
        QVERIFY(to.has(R"(set 0000000000000001 some={"deep":[{"z_token":"[masked]"}]})"));
        QVERIFY(to.has("event 0000000000000001 whole_token at 0 {}"));
        QVERIFY(to.has("end 0000000000000001 ok at 9"));
    }
};

QTEST_GUILESS_MAIN(TestMaskedSink)
#include "tst_masked_sink.moc"
