// SPDX-License-Identifier: GPL-3.0-or-later
// The retriever finds the right page for a question, by words, by likeness, and by both with a second look.
#include <QtTest>

#include <cmath>

#include "agents/search.h"
#include "agents/words.h"

using namespace agents;

namespace {

QString page(const Hits& hits)
{
    return hits.empty() ? QString() : QString::fromStdString(passages()[hits.front().passage].page);
}

Hits answerTo(const std::string& question)
{
    const auto& index = documentationIndex();
    return rerank(question, fuse(index.byWords(question, 8), index.byLikeness(embed(question), 8)), 4);
}

} // namespace

class tst_search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageHasPassages();
    void theRightPageComesFirst_data();
    void theRightPageComesFirst();
    void likenessSurvivesOtherForms();
    void aQuestionOfUnknownWordsFindsNothingByWords();
    void rankingsFuseByPlaceNotByScore();
    void embeddingsHaveLengthOne();
    void wordsLoseTheirEndings();
    void sentencesLeaveCodeAndHeadingsOut();
};

void tst_search::everyPageHasPassages()
{
    std::size_t pages = 0;
    for (const auto& file : embeddedFiles()) {
        if (!file.name.ends_with(".md"))
            continue;
        ++pages;
        const auto name = file.name.substr(0, file.name.size() - 3);
        QVERIFY2(std::any_of(passages().begin(), passages().end(),
                             [&](const Passage& p) { return p.page == name; }),
                 std::string(name).c_str());
    }
    QVERIFY(pages >= 12);
    for (const auto& passage : passages())
        QVERIFY2(!passage.text.empty() && passage.text.find("SPDX") == std::string::npos,
                 passage.heading.c_str());
}

void tst_search::theRightPageComesFirst_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::newRow("What happens to my spans when the agent is killed with kill -9?") << "journal";
    QTest::newRow("How do I add the tracer to a C++ program?") << "tracer";
    QTest::newRow("How do I send traces from a Python agent to Spanglass?") << "receiver";
    QTest::newRow("Which file formats can Spanglass open?") << "files";
    QTest::newRow("How is the cost of a model call computed?") << "cost";
    QTest::newRow("Why does a span show as interrupted?") << "spans";
    QTest::newRow("How do I deliver traces to Langfuse?") << "langfuse";
    QTest::newRow("What does Spanglass do when the disk is full?") << "disk-full";
    QTest::newRow("How do I keep secrets out of my traces?") << "secrets";
    QTest::newRow("How do I search for slow and expensive traces?") << "query-bar";
    QTest::newRow("What is an orphan span and how is it repaired?") << "orphans";
    QTest::newRow("How do sessions group several traces?") << "sessions";
    QTest::newRow("What does a circuit breaker do for a destination?") << "sync";
    QTest::newRow("How do I compare two runs of the same agent?") << "compare";
    QTest::newRow("how can I carry context into a thread pool") << "threads";
    QTest::newRow("delete old traces after 30 days") << "store";
}

void tst_search::theRightPageComesFirst()
{
    QFETCH(QString, wanted);
    QCOMPARE(page(answerTo(QTest::currentDataTag())), wanted);
}

void tst_search::likenessSurvivesOtherForms()
{
    // No word of this is in the pages as it stands: only its parts are.
    QCOMPARE(page(documentationIndex().byLikeness(embed("orphaned reattachment"), 1)),
             QStringLiteral("orphans"));
}

void tst_search::aQuestionOfUnknownWordsFindsNothingByWords()
{
    QVERIFY(documentationIndex().byWords("zebra quark", 5).empty());
    QVERIFY(documentationIndex().byWords("", 5).empty());
}

void tst_search::rankingsFuseByPlaceNotByScore()
{
    const Hits byWords{{1, 1000}, {2, 900}, {3, 800}};
    const Hits byLikeness{{2, 0.3}, {3, 0.2}};
    const Hits fused = fuse(byWords, byLikeness);
    QCOMPARE(fused.size(), 3u);
    QCOMPARE(fused[0].passage, 2u); // second and first beat first alone
    QCOMPARE(fused[1].passage, 3u);
    QCOMPARE(fused[2].passage, 1u);
}

void tst_search::embeddingsHaveLengthOne()
{
    double square = 0;
    for (const float x : embed("How do sessions group several traces?"))
        square += static_cast<double>(x) * static_cast<double>(x);
    QVERIFY(std::fabs(square - 1) < 1e-5);
    QVERIFY(embed("") == Embedding{});
}

void tst_search::wordsLoseTheirEndings()
{
    const std::vector<std::string> expected{"journal", "travers", "retri"};
    const auto words = searchWords("The journals traversed Retries");
    QCOMPARE(words[0], expected[0]);
    QCOMPARE(words[1], expected[1]);
    QCOMPARE(searchWords("delivering"), searchWords("delivered"));
    QCOMPARE(searchWords("traces"), searchWords("tracing"));
}

void tst_search::sentencesLeaveCodeAndHeadingsOut()
{
    const auto found =
        sentences("## Title\nOne thing. Another\nthing!\n```cpp\nint x; // no.\n```\n- an item\n");
    QCOMPARE(found.size(), 3u);
    QCOMPARE(found[0], "One thing.");
    QCOMPARE(found[1], "Another thing!");
    QCOMPARE(found[2], "an item");
}

QTEST_APPLESS_MAIN(tst_search)
#include "tst_search.moc"
