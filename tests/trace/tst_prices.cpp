// SPDX-License-Identifier: GPL-3.0-or-later
// The price table finds a model under the names it is called by, at the price of the day, and says what is
// wrong with a table of the user's own.
#include <QtTest>

#include "trace/iso_time.h"
#include "trace/prices.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

std::int64_t day(const char* date)
{
    return isoTimeNs(std::string(date) + "T12:00:00Z").value();
}

QString inputPrice(const char* model, const char* date = "2026-09-01")
{
    const Price* price = PriceTable::builtIn().find(model, day(date));
    return price ? QString::fromStdString(price->input.text()) : QString();
}

} // namespace

class tst_prices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsAreFoundUnderTheNamesOfTheWild_data();
    void modelsAreFoundUnderTheNamesOfTheWild();
    void thePriceIsThatOfTheDay();
    void cacheWritesCostTheirOwnPrice();
    void theUsersTableOverrides();
    void theUsersFileIsReadOverTheBuiltInTable();
    void whatIsInUseCanBeReplacedWhileItIsRead();
    void theDocumentsExampleIsRead();
    void aBrokenTableSaysWhere_data();
    void aBrokenTableSaysWhere();
    void isoTimes_data();
    void isoTimes();
};

void tst_prices::modelsAreFoundUnderTheNamesOfTheWild_data()
{
    QTest::addColumn<QString>("price");
    QTest::newRow("gpt-5-mini") << "0.25";
    QTest::newRow("GPT-5-Mini") << "0.25";
    QTest::newRow("gpt-5-mini-2025-08-07") << "0.25";
    QTest::newRow("openrouter/openai/gpt-5-mini") << "0.25";
    QTest::newRow("claude-sonnet-4-5-20250929") << "3";
    QTest::newRow("us.anthropic.claude-sonnet-4-5-20250929-v1:0") << "3";
    QTest::newRow("claude-sonnet-4-5@20250929") << "3";
    QTest::newRow("models/gemini-2.5-flash") << "0.3";
    QTest::newRow("gemini-3-pro-preview") << "2";
    QTest::newRow("gpt-4o-2024-05-13") << "5"; // a snapshot with a price of its own
    QTest::newRow("gpt-4o-2024-08-06") << "2.5";
    QTest::newRow("gpt-5-turbo-imaginary") << "";
    QTest::newRow("gpt") << "";
    QTest::newRow("-") << "";
}

void tst_prices::modelsAreFoundUnderTheNamesOfTheWild()
{
    QTEST(inputPrice(QTest::currentDataTag()), "price");
}

void tst_prices::thePriceIsThatOfTheDay()
{
    QCOMPARE(inputPrice("o3", "2025-06-09"), QStringLiteral("10"));
    QCOMPARE(inputPrice("o3", "2025-06-10"), QStringLiteral("2"));
    QCOMPARE(inputPrice("o3", "2020-01-01"), QStringLiteral("10")); // before the first, the first
}

void tst_prices::cacheWritesCostTheirOwnPrice()
{
    Span span;
    span.model = "claude-sonnet-4-5";
    span.startUnixNs = day("2026-09-01");
    span.tokens = {1'000'000, 600'000, 100'000, {}, {}};
    span.attributes.push_back({"gen_ai.usage.cache_creation.input_tokens", std::int64_t{200'000}});
    // 0.2 M × 3 + 0.6 M × 0.3 + 0.2 M × 3.75 + 0.1 M × 15 = 0.6 + 0.18 + 0.75 + 1.5
    QCOMPARE(PriceTable::builtIn().price(span)->usd.text(), "3.03");
    span.tokens.cached = 5'000'000; // more cached than input cannot be
    QCOMPARE(PriceTable::builtIn().price(span)->usd.text(), "1.8");
}

void tst_prices::theUsersTableOverrides()
{
    const auto mine =
        PriceTable::parse("{\"models\":[{\"names\":[\"my-llama\",\"gpt-5\"],\"prices\":[{\"from\":\"2026-06-"
                          "01\",\"input\":\"0.00001\","
                          "\"output\":\"0\"},{\"from\":\"2025-01-01\",\"input\":\"7\",\"output\":\"0\"}]}]}",
                          "mine.json");
    QVERIFY2(mine.has_value(), mine ? "" : mine.error().message.c_str());
    PriceTable table = PriceTable::builtIn();
    table.override(*mine);
    QCOMPARE(table.find("my-llama", day("2026-01-01"))->input.text(), "7"); // the file need not be sorted
    QCOMPARE(table.find("gpt-5", day("2026-07-01"))->input.text(), "0.00001");
    QCOMPARE(table.find("gpt-5-mini", day("2026-07-01"))->input.text(), "0.25"); // the others stay
}

void tst_prices::theUsersFileIsReadOverTheBuiltInTable()
{
    const QTemporaryDir directory;
    const std::filesystem::path path = directory.filePath(QStringLiteral("prices.json")).toStdString();
    QCOMPARE(PriceTable::withFile(path)->find("gpt-5", day("2026-01-01"))->input.text(), "1.25");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"models\":[{\"names\":[\"gpt-5\"],\"prices\":[{\"from\":\"2025-01-01\",\"input\":\"7\","
               "\"output\":\"0\"}]}]}");
    file.close();
    const auto table = PriceTable::withFile(path);
    QVERIFY(table);
    QCOMPARE(table->find("gpt-5", day("2026-01-01"))->input.text(), "7");
    QCOMPARE(table->find("gpt-5-mini", day("2026-01-01"))->input.text(), "0.25");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    const auto broken = PriceTable::withFile(path);
    QVERIFY(!broken);
    QVERIFY(broken.error().message.starts_with(path.native()));
}

void tst_prices::whatIsInUseCanBeReplacedWhileItIsRead()
{
    const Price* before = PriceTable::inUse().find("gpt-5-mini", day("2026-09-01"));
    QVERIFY(before);
    const std::string input = before->input.text();
    PriceTable own = PriceTable::builtIn();
    own.override(PriceTable::parse(R"({"models":[{"names":["gpt-5-mini"],"prices":[{"from":"2025-01-01",)"
                                   R"("input":"7","output":"9"}]}]})",
                                   "own")
                     .value());
    PriceTable::use(own);
    QCOMPARE(PriceTable::inUse().find("gpt-5-mini", day("2026-09-01"))->input.text(), std::string("7"));
    QCOMPARE(before->input.text(), input); // whoever was reading goes on
    PriceTable::use(PriceTable::builtIn());
    QCOMPARE(PriceTable::inUse().find("gpt-5-mini", day("2026-09-01"))->input.text(), input);
}

void tst_prices::theDocumentsExampleIsRead()
{
    QFile file(QStringLiteral(DOCUMENT));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString document = QString::fromUtf8(file.readAll());
    const QString example =
        document.section(QStringLiteral("```json\n"), 1).section(QStringLiteral("```"), 0, 0);
    const auto table = PriceTable::parse(example.toStdString(), "the example");
    QVERIFY2(table, table ? "" : table.error().message.c_str());
    const Price* first = table->find("house-model", day("2026-02-01"));
    QVERIFY(first && first->cached && first->cacheWrite);
    QCOMPARE(first->cached->text(), std::string("0.3"));
    const Price* later = table->find("openrouter/House-Model-Large-2026-10-01", day("2026-10-01"));
    QVERIFY(later && !later->cached);
    QCOMPARE(later->output.text(), std::string("12.5"));
}

void tst_prices::aBrokenTableSaysWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    QTest::newRow("no JSON") << QByteArray("{") << "p.json: not a price table: there is no list \"models\"";
    QTest::newRow("another file") << QByteArray("[]")
                                  << "p.json: not a price table: there is no list \"models\"";
    QTest::newRow("no names") << QByteArray("{\"models\":[{\"prices\":[]}]}")
                              << "p.json: models[0] needs \"names\" and \"prices\"";
    QTest::newRow("a price as a number")
        << QByteArray("{\"models\":[{\"names\":[\"a\"],\"prices\":[{\"from\":\"2026-01-01\",\"input\":1,"
                      "\"output\":\"1\"}]}]}")
        << "p.json: models[0]: a price needs a date \"from\" and texts \"input\" and \"output\"";
    QTest::newRow("a date that is none")
        << QByteArray("{\"models\":[{\"names\":[\"a\"],\"prices\":[{\"from\":\"soon\",\"input\":\"1\","
                      "\"output\":\"1\"}]}]}")
        << "p.json: models[0]: a price needs a date \"from\" and texts \"input\" and \"output\"";
    QTest::newRow("no price") << QByteArray("{\"models\":[{\"names\":[\"a\"],\"prices\":[]}]}")
                              << "p.json: models[0] has no price";
}

void tst_prices::aBrokenTableSaysWhere()
{
    QFETCH(QByteArray, json);
    const auto table = PriceTable::parse(json.toStdString(), "p.json");
    QVERIFY(!table.has_value());
    QTEST(QString::fromStdString(table.error().message), "message");
}

void tst_prices::isoTimes_data()
{
    QTest::addColumn<QString>("ns");
    QTest::newRow("1970-01-01T00:00:00Z") << "0";
    QTest::newRow("2026-10-31T13:40:05.123456789Z") << "1793454005123456789";
    QTest::newRow("2026-10-31T15:40:05.123456789+02:00") << "1793454005123456789";
    QTest::newRow("2026-10-31 08:10:05,1-0530") << "1793454005100000000";
    QTest::newRow("1969-12-31T23:59:59.5Z") << "-500000000";
    QTest::newRow("2026-10-31T13:40:05") << "";  // no zone
    QTest::newRow("2026-02-30T00:00:00Z") << ""; // no such day
    QTest::newRow("2026-10-31T25:00:00Z") << "";
    QTest::newRow("9999-01-01T00:00:00Z") << "";
    QTest::newRow("2026-10-31") << "";
    QTest::newRow("tomorrow") << "";
    QTest::newRow("2026-10-31T13:40:05Zebra") << "";
}

void tst_prices::isoTimes()
{
    const auto ns = isoTimeNs(QTest::currentDataTag());
    QTEST(ns ? QString::number(*ns) : QString(), "ns");
}

QTEST_APPLESS_MAIN(tst_prices)
#include "tst_prices.moc"
