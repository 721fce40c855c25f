// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule speaks where a good engineer would, with figures that hold, and is silent elsewhere.
#include <QtTest>

#include <map>

#include "trace/findings.h"

using namespace spanglass;
using namespace spanglass::trace;

namespace {

/// A trace as indented text, a span a line: "kind name start end [key=value …]", times in milliseconds. Keys:
/// in, out, error, model, tokens, cached, cost, finish. `_` in a value stands for a space.
std::vector<Span> spansOf(const char* text)
{
    std::vector<Span> spans;
    std::vector<SpanId> parents; // by depth
    for (const QByteArray& line : QByteArray(text).split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        const auto words = line.simplified().split(' ');
        const auto depth = static_cast<std::size_t>(line.size() - QByteArray(line).trimmed().size());
        Span span;
        span.trace = TraceId{0, 1};
        span.id = SpanId{spans.size() + 1};
        parents.resize(depth);
        span.parent = depth > 0 ? parents.back() : SpanId{};
        parents.push_back(span.id);
        const auto kind = std::find(kindNames.begin(), kindNames.end(), words[0].toStdString());
        span.kind = static_cast<Kind>(kind - kindNames.begin());
        span.name = words[1].toStdString();
        span.startUnixNs = words[2].toLongLong() * 1'000'000;
        span.durationNs = words[3].toLongLong() * 1'000'000 - span.startUnixNs;
        for (const QByteArray& word : words.mid(4)) {
            const auto key = word.left(word.indexOf('='));
            const std::string value = word.mid(word.indexOf('=') + 1).replace('_', ' ').toStdString();
            if (key == "in")
                span.input = value;
            else if (key == "out")
                span.output = value;
            else if (key == "error") {
                span.status = Status::error;
                span.statusMessage = value;
            } else if (key == "model")
                span.model = value;
            else if (key == "tokens")
                span.tokens.input = std::stoll(value);
            else if (key == "cached")
                span.tokens.cached = std::stoll(value);
            else if (key == "cost")
                span.cost = Decimal::parse(value);
            else if (key == "finish")
                span.attributes.push_back({"gen_ai.response.finish_reasons", Json{"[\"" + value + "\"]"}});
        }
        spans.push_back(span);
    }
    return spans;
}

/// One finding a line: "kind: message {span numbers}".
QString textOf(const Findings& found)
{
    QStringList lines;
    for (const auto& finding : found) {
        QStringList ids;
        for (const auto& id : finding.spans)
            ids << QString::number(id.value);
        lines << QString::fromUtf8(name(finding.kind).data()) + QStringLiteral(": ") +
                     QString::fromStdString(finding.message) + QStringLiteral(" {") +
                     ids.join(QLatin1Char(' ')) + QStringLiteral("}");
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class tst_findings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRuleSpeaksWhereItShould_data();
    void eachRuleSpeaksWhereItShould();
    void aMissedCacheNamesItsSaving();
    void repeatedCallsSayWhatTheyCost();
    void spansMayComeInAnyOrder();
    void nothingAndHostileTextAreNoProblem();
};

void tst_findings::eachRuleSpeaksWhereItShould_data()
{
    QTest::addColumn<QByteArray>("trace");
    QTest::addColumn<QString>("found");
    const auto row = [](const char* says, const char* trace, const char* found) {
        QTest::newRow(says) << QByteArray(trace) << QString::fromUtf8(found);
    };
    row("the dominant span of the critical path", "agent run 0 1000\n llm chat 0 800\n tool sql 800 1000",
        "dominant_span: chat is 80 % of the critical path: 800 ms of 1.00 s {2}");
    row("a long span beside the path is not on it",
        "agent run 0 1000\n tool slow 0 500\n llm a 0 450\n llm b 500 850\n tool c 850 1000",
        "dominant_span: slow is 50 % of the critical path: 500 ms of 1.00 s {2}");
    row("no span dominates", "agent run 0 1000\n llm a 0 350\n llm b 350 700\n llm c 700 1000", "");
    row("a model that takes most of the money with few of the calls",
        "agent run 0 100\n llm a 0 30 model=big cost=0.9\n llm b 30 60 model=small cost=0.05\n"
        " llm c 60 90 model=small cost=0.05",
        "cost_share: big is 90 % of the cost with 1 of 3 calls: 0.9 of 1 USD {2}");
    row("one model for everything is no choice",
        "agent run 0 100\n llm a 0 30 model=big cost=0.9\n llm b 30 60 model=big cost=0.05", "");
    row("a parent's repeated cost does not count",
        "agent run 0 100 model=sum cost=1\n llm a 0 30 model=big cost=0.9\n llm b 30 60 model=small cost=0.1",
        "cost_share: big is 90 % of the cost with 1 of 2 calls: 0.9 of 1 USD {2}");
    row("three failures in a row are a storm",
        "agent run 0 100\n llm chat 0 10 error=429\n llm chat 20 30 error=429\n llm chat 40 50 error=429\n"
        " llm chat 60 80",
        "retry_storm: chat failed 3 times in a row before it succeeded: 429 {2 3 4}");
    row("a storm without an end fails the run",
        "agent run 0 100 error=429\n llm chat 0 10 error=429\n llm chat 20 30 error=429\n llm chat 40 50 "
        "error=429",
        "retry_storm: chat failed 3 times in a row and never succeeded: 429 {2 3 4}");
    row("one failure and its retry are nothing special",
        "agent run 0 100\n tool sql 0 10 error=no_such_column\n tool sql 20 30", "");
    row("an error that nobody tells of",
        "agent run 0 100\n tool sql 0 10 error=no_such_column\n llm chat 20 50",
        "swallowed_error: sql failed (no such column), but run ended as if it had not {2 1}");
    row("an error that is passed on", "agent run 0 100 error=x\n tool sql 0 10 error=x", "");
    row("an answer that was cut", "agent run 0 100\n llm chat 0 30 finish=length",
        "truncated_output: chat was cut at its limit {2}");
    row("an answer that was done", "agent run 0 100\n llm chat 0 30 finish=stop", "");
    row("the same call three times",
        "agent run 0 100\n tool sql 0 10 in=q\n llm chat 10 20 in=a\n tool sql 20 30 in=q\n llm chat 30 40 "
        "in=b\n"
        " tool sql 40 50 in=q",
        "repeated_calls: sql was called 3 times with the same input {2 4 6}");
    row("a retry is not a repetition",
        "agent run 0 100\n tool sql 0 10 in=q error=busy\n tool sql 20 30 in=q", "");
    row("searches that waited for each other",
        "agent run 0 1000\n tool web 0 300 in=cats out=about_cats\n tool web 300 500 in=dogs out=about_dogs\n"
        " tool web 500 900 in=owls\n llm chat 900 1000",
        "serial_calls: 3 calls from web on ran one after the other for 900 ms; side by side they would take "
        "400 ms "
        "{2 3 4}");
    row("a call that needs the one before it",
        "agent run 0 1000\n tool find 0 300 in=cats out=page_42\n tool read 300 600 in=page_42\n llm chat "
        "600 1000",
        "");
    row("calls side by side",
        "agent run 0 1000\n tool web 0 300 in=a\n tool web 100 400 in=b\n llm x 400 700\n llm y 700 1000",
        "");
    row("a context that grows",
        "agent run 0 100\n llm chat 0 10 tokens=800\n llm chat 20 30 tokens=1900\n llm chat 40 50 "
        "tokens=3000\n"
        " llm chat 60 70 tokens=6200",
        "growing_context: The context of chat grew from 800 to 6,200 tokens over 4 calls {2 3 4 5}");
    row("a context that grows little",
        "agent run 0 100\n llm chat 0 10 tokens=8000\n llm chat 20 30 tokens=8100\n llm chat 40 50 "
        "tokens=8200\n"
        " llm chat 60 70 tokens=8300",
        "");
    row("a context that is trimmed",
        "agent run 0 100\n llm chat 0 10 tokens=800\n llm chat 20 30 tokens=1900\n llm chat 40 50 "
        "tokens=900\n"
        " llm chat 60 70 tokens=6200",
        "");
}

void tst_findings::eachRuleSpeaksWhereItShould()
{
    QFETCH(QByteArray, trace);
    auto spans = spansOf(trace.constData());
    QTEST(textOf(findings(spans)), "found");
}

void tst_findings::aMissedCacheNamesItsSaving()
{
    auto spans = spansOf("agent run 0 100\n llm a 0 30 model=gpt-5 tokens=3000 cached=0\n"
                         " llm b 40 70 model=gpt-5 tokens=3000 cached=0");
    const std::string prompt(8000, 'p'); // about 2000 tokens
    spans[1].input = prompt + "first";
    spans[2].input = prompt + "second";
    const auto found = findings(spans);
    QCOMPARE(textOf(found),
             QStringLiteral("missed_cache: b shares about 2,000 tokens with the call before it, and "
                            "none came from the cache {2 3}"));
    QCOMPARE(found[0].saving->text(), "0.00225"); // 2000 × (1.25 − 0.125) / 1M

    spans[2].tokens.cached = 1920;
    QVERIFY(findings(spans).empty());
    spans[2].tokens.cached.reset(); // who says nothing may have cached
    QVERIFY(findings(spans).empty());
}

void tst_findings::repeatedCallsSayWhatTheyCost()
{
    const auto found = findings(spansOf("agent run 0 100\n llm chat 0 20 in=q cost=0.1\n tool t 20 40\n"
                                        " llm chat 40 60 in=q cost=0.1\n tool t 60 80"));
    QCOMPARE(found.size(), 1u);
    QCOMPARE(found[0].kind, FindingKind::repeatedCalls);
    QCOMPARE(found[0].costNs, std::optional<std::int64_t>(20'000'000));
    QCOMPARE(found[0].saving->text(), "0.1");
}

void tst_findings::spansMayComeInAnyOrder()
{
    auto spans =
        spansOf("agent run 0 1000\n tool web 0 300 in=cats\n tool web 300 500 in=dogs\n llm chat 500 900");
    const auto inOrder = textOf(findings(spans));
    QVERIFY(inOrder.contains(QStringLiteral("serial_calls")));
    std::reverse(spans.begin(), spans.end());
    QCOMPARE(textOf(findings(spans)), inOrder);
}

void tst_findings::nothingAndHostileTextAreNoProblem()
{
    QVERIFY(findings({}).empty());
    Span own; // its own parent, no end, hostile name
    own.id = SpanId{1};
    own.parent = SpanId{1};
    own.name = "evil\x1b[2J\xe2\x80\xae";
    own.kind = Kind::llm;
    own.attributes.push_back({"llm.finish_reason", std::string("length")});
    const auto found = findings({own});
    QCOMPARE(found.size(), 1u);
    QVERIFY(found[0].message.find('\x1b') == std::string::npos);

    own.startUnixNs = INT64_MAX - 5; // times that no sum may overflow on
    own.durationNs = INT64_MAX;
    Span other = own;
    other.id = SpanId{2};
    other.startUnixNs = INT64_MIN;
    QCOMPARE(findings({own, other}).size(), 2u);

    std::vector<Span> chain;
    for (std::uint64_t i = 1; i <= 50'000; ++i) {
        Span span;
        span.id = SpanId{i};
        span.parent = SpanId{i - 1};
        span.status = Status::error;
        chain.push_back(span);
    }
    QVERIFY(findings(chain).empty()); // every error is passed on
}

QTEST_APPLESS_MAIN(tst_findings)
#include "tst_findings.moc"
