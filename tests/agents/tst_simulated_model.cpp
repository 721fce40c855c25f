// SPDX-License-Identifier: GPL-3.0-or-later
// The simulated model repeats itself for the same seed, answers from what it was given, and keeps its books.
#include <QtTest>

#include "agents/simulated_model.h"
#include "agents/tool_planner.h"
#include "agents/toolbox.h"

using namespace agents;

namespace {

Request passagesAbout(const std::string& question)
{
    return {
        .messages = {
            {"system", "Use the passages."},
            {"user", "Passages:\n\n[1] The journal\nA torn record ends the journal. Nothing else fails.\n\n"
                     "[2] Colours\nThe window has a dark theme.\n\nQuestion: " +
                         question}}};
}

Reply ask(const Request& request, std::uint64_t seed = 7)
{
    return SimulatedModel(seed, Pace(0)).complete(request, {});
}

} // namespace

class tst_simulated_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameReply();
    void answersWithThePassagesSentencesAndCitesThem();
    void saysSoWhenThePassagesDoNotKnow();
    void streamsWhatItReturns();
    void cachedTokensAreAPartOfTheInput();
    void costIsExact();
    void underAnotherNameItHasNoPrice();
    void mendsAQueryThatFailed();
};

void tst_simulated_model::sameSeedSameReply()
{
    const auto request = passagesAbout("What does a torn record do?");
    const Reply first = ask(request);
    const Reply second = ask(request);
    QCOMPARE(first.message.text, second.message.text);
    QCOMPARE(first.id, second.id);
    QCOMPARE(first.cost, second.cost);
    QVERIFY(ask(request, 8).id != first.id);
}

void tst_simulated_model::answersWithThePassagesSentencesAndCitesThem()
{
    const auto text = ask(passagesAbout("What does a torn record do?")).message.text;
    QVERIFY2(text.ends_with("A torn record ends the journal. Nothing else fails. [1]"), text.c_str());
    const auto other = ask(passagesAbout("Is there a dark theme for the window?")).message.text;
    QVERIFY2(other.ends_with("The window has a dark theme. [2]"), other.c_str());
}

void tst_simulated_model::saysSoWhenThePassagesDoNotKnow()
{
    QCOMPARE(ask(passagesAbout("Zebras?")).message.text, "The passages do not say.");
    QCOMPARE(ask({.messages = {{"user", ""}}}).message.text, "The passages do not say.");
}

void tst_simulated_model::streamsWhatItReturns()
{
    std::string streamed;
    int pieces = 0;
    const auto reply =
        SimulatedModel(7, Pace(0))
            .complete(passagesAbout("What does a torn record do?"), [&](std::string_view piece) {
                streamed += piece;
                ++pieces;
            });
    QCOMPARE(streamed, reply.message.text);
    QVERIFY(pieces > 5);
    QVERIFY(reply.timeToFirstToken.has_value());
}

void tst_simulated_model::cachedTokensAreAPartOfTheInput()
{
    Request request{.messages = {{"system", std::string(3000, 'x')}, {"user", "first"}}};
    QCOMPARE(ask(request).usage->cached, 0);
    request.messages.push_back({"assistant", "a reply"});
    request.messages.push_back({"user", "second"});
    const auto usage = ask(request).usage.value();
    QVERIFY(usage.cached >= 448);
    QVERIFY(usage.cached < usage.input);
    QVERIFY(usage.reasoning <= usage.output);
}

void tst_simulated_model::costIsExact()
{
    const auto reply = ask(passagesAbout("What does a torn record do?"));
    const auto& usage = reply.usage.value();
    // 0.25 USD per million in, 2 out: 25 and 200 units of 1e-8 USD a token.
    const auto units = QByteArray::number(static_cast<qlonglong>(usage.input * 25 + usage.output * 200));
    QCOMPARE(reply.cost, "0." + units.rightJustified(8, '0').toStdString());
}

void tst_simulated_model::underAnotherNameItHasNoPrice()
{
    SimulatedModel model(7, Pace(0), "gpt-5-mini");
    const auto reply = model.complete(passagesAbout("What does a torn record do?"), {});
    QCOMPARE(reply.model, "gpt-5-mini");
    QVERIFY(reply.cost.empty());
}

void tst_simulated_model::mendsAQueryThatFailed()
{
    const Toolbox toolbox;
    for (const auto& question : plannedQuestions()) {
        Request request{.messages = {{"user", question}}, .tools = toolbox.descriptions()};
        int failures = 0;
        int turns = 0;
        Message said;
        for (; turns < 10; ++turns) {
            said = ask(request).message;
            if (said.toolCalls.empty())
                break;
            request.messages.push_back(said);
            const auto& call = said.toolCalls.front();
            std::string result;
            try {
                result = toolbox.call(call);
            } catch (const std::exception& failure) {
                ++failures;
                result = std::string("error: ") + failure.what();
                QVERIFY2(result.starts_with("error: no such column: "), result.c_str());
            }
            request.messages.push_back({.role = "tool", .text = result, .answers = call.id});
        }
        QCOMPARE(failures, 1);
        QVERIFY(turns >= 3 && turns < 10);
        QVERIFY2(said.text.find('?') == std::string::npos, said.text.c_str()); // every value was there
    }
}

QTEST_APPLESS_MAIN(tst_simulated_model)
#include "tst_simulated_model.moc"
