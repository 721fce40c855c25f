// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as nodes, as a tree and as indented text.
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/json_tree_model.h"

using namespace spanglass::models;

namespace {

QString picture(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        text += QString(depth, QLatin1Char(' ')) + index.data().toString() + QLatin1Char('=') +
                index.siblingAtColumn(1).data().toString() + QLatin1Char('\n');
        text += picture(model, index, depth + 1);
    }
    return text;
}

std::shared_ptr<const JsonDocument> parsed(std::string text)
{
    auto document = JsonDocument::parse(std::move(text));
    return document ? std::make_shared<const JsonDocument>(std::move(*document)) : nullptr;
}

} // namespace

class tst_json_tree_model : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void membersAndElementsBecomeRows()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(
            parsed(" {\"a\" : [1, {\"b\":null}, []], \"c\\n\":\"x\\\"y\", \"d\":-1.5e3,\"e\":true} "));
        QCOMPARE(picture(model),
                 QStringLiteral("a=[3 element(s)]\n 0=1\n 1={1 member(s)}\n  b=null\n 2=[0 element(s)]\n"
                                "c\n=x\"y\nd=-1.5e3\ne=true\n"));
    }

    void aScalarIsOneRow()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(parsed("\"hello\""));
        QCOMPARE(picture(model), QStringLiteral("=hello\n"));
        model.setDocument(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "{", "[1,", "[1 2]", "{\"a\"}", "{\"a\":}", "\"open", "nul", "[1]]", "{1:2}", "[,]"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!JsonDocument::parse(text.toStdString()));
    }

    void depthIsNoLimit()
    {
        const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
        const auto document = parsed(deep);
        QVERIFY(document);
        QCOMPARE(document->size(), 200'000u);
        QVERIFY(jsonPretty(deep).size() > deep.size());
    }

    void aPathLeadsToItsNode()
    {
        const auto document = parsed("{\"messages\":[{\"x\":1},{\"odd key\":[7]}]}");
        QCOMPARE(document->path(6), std::string("$.messages[1][\"odd key\"][0]"));
        QCOMPARE(document->rawValue(document->node(6)), std::string_view("7"));
    }

    void wordsAreFoundInKeysAndValues()
    {
        JsonTreeModel model;
        model.setDocument(parsed(R"({"City":"Bern","list":[{"name":"the CITY \u00e9"},7],"n":{"km":42}})"));
        const auto paths = [&model](const QString& words) {
            QStringList found;
            for (const std::uint32_t node : model.find(words))
                found << model.indexOf(node).data(JsonTreeModel::pathRole).toString();
            return found.join(QLatin1Char(' '));
        };
        QCOMPARE(paths(QStringLiteral("city")), QStringLiteral("$.City $.list[0].name"));
        QCOMPARE(paths(QStringLiteral("É")), QStringLiteral("$.list[0].name"));
        QCOMPARE(paths(QStringLiteral("42")), QStringLiteral("$.n.km"));
        QCOMPARE(paths(QStringLiteral("u00e9")), QString());
        QCOMPARE(paths(QString()), QString());
        model.setDocument(parsed("\"one city\""));
        QCOMPARE(model.find(QStringLiteral("city")).size(), std::size_t(1));
        QVERIFY(model.indexOf(0).isValid());
    }

    void escapesAreResolved()
    {
        QCOMPARE(jsonUnescaped("a\\u00e9\\ud83d\\udc31\\n\\/\\q"), std::string("aé🐱\n/\\q"));
        QCOMPARE(jsonUnescaped("\\ud83d!"), std::string("\xef\xbf\xbd!"));
        QCOMPARE(jsonUnescaped("\\u12"), std::string("\\u12"));
    }

    void prettyTextKeepsWhatWasWritten()
    {
        QCOMPARE(
            jsonPretty("{\"a\":[1,2.50],\"b\":{},\"c\":\"x, {y}: \\\"z\\\"\"}"),
            std::string(
                "{\n  \"a\": [\n    1,\n    2.50\n  ],\n  \"b\": {},\n  \"c\": \"x, {y}: \\\"z\\\"\"\n}"));
        QCOMPARE(jsonPretty("\"cut \\"), std::string("\"cut \\"));
    }

    void aHugeStringIsShownShortAndKeptWhole()
    {
        JsonTreeModel model;
        model.setDocument(parsed("{\"text\":\"" + std::string(10'000'000, 'x') + "\"}"));
        const QModelIndex value = model.index(0, 1);
        QVERIFY(value.data().toString().size() < 500);
        QCOMPARE(value.data(JsonTreeModel::fullValueRole).toString().size(), 10'000'000);
    }
};

QTEST_GUILESS_MAIN(tst_json_tree_model)
#include "tst_json_tree_model.moc"
