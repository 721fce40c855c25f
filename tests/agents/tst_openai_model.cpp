// SPDX-License-Identifier: GPL-3.0-or-later
// The real model speaks OpenAI's streaming chat completions with any server: here, one of our own.
#include <QtTest>

#include "agents/openai_model.h"
#include "fake_chat_server.h"

using namespace agents;

namespace {

Request hello()
{
    return {.messages = {{"system", "Be brief."}, {"user", "Say \"hello\""}}};
}

OpenAiModel modelOf(const FakeChatServer& server)
{
    return OpenAiModel({.baseUrl = server.url() + '/', .key = "sk-canary-0815", .model = "small-1"});
}

std::string failure(OpenAiModel model)
{
    try {
        model.complete(hello(), {});
        return "it answered";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

// moc reads no raw strings inside macros: they stand here.
const std::string userMessage = R"({"role":"user","content":"Say \"hello\""})";
const std::string streaming = "\"stream\":true";
const std::string selectOne = R"({"query":"SELECT 1"})";
const std::string calledFunction = R"("function":{"name":"sql","arguments":"{\"query\":\"x\"}"})";
const std::string toolResult = R"({"role":"tool","content":"[]","tool_call_id":"a"})";
const std::string toolParameters = "\"parameters\":{\"type\":\"object\"}";
const std::string brokenArguments = "\"{oops\"";

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class tst_openai_model : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamsTextAndReadsUsage();
    void joinsToolCallsFromTheirPieces();
    void sendsToolsAndTheirResults();
    void namesServerStatusAndReasonButNeverTheKey();
    void saysWhenThereIsNoServerOrNoReply();
    void keepsArgumentsThatAreNotJsonAsText();
};

void tst_openai_model::streamsTextAndReadsUsage()
{
    FakeChatServer server({FakeChatServer::stream(
        {R"({"id":"c1","model":"small-1-2026","choices":[{"delta":{"role":"assistant","content":""}}]})",
         R"({"id":"c1","choices":[{"delta":{"content":"Hel"}}]})",
         R"({"id":"c1","choices":[{"delta":{"content":"lo \u00e9"}}]})",
         R"({"id":"c1","choices":[{"delta":{},"finish_reason":"stop"}]})",
         R"({"choices":[],"usage":{"prompt_tokens":21,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":8},"completion_tokens_details":{"reasoning_tokens":2}}})"})});
    std::string streamed;
    const Reply reply = modelOf(server).complete(hello(), [&](std::string_view piece) { streamed += piece; });
    QCOMPARE(reply.message.text, "Hello é");
    QCOMPARE(streamed, reply.message.text);
    QCOMPARE(reply.id, "c1");
    QCOMPARE(reply.model, "small-1-2026");
    QCOMPARE(reply.finishReason, "stop");
    QCOMPARE(reply.usage->input, 21);
    QCOMPARE(reply.usage->cached, 8);
    QCOMPARE(reply.usage->output, 5);
    QCOMPARE(reply.usage->reasoning, 2);
    QVERIFY(reply.timeToFirstToken.has_value());

    const std::string& request = server.requests().at(0);
    QVERIFY(request.starts_with("POST /v1/chat/completions HTTP/1.1\r\n"));
    QVERIFY(holds(request, "Authorization: Bearer sk-canary-0815\r\n"));
    QVERIFY(holds(request, userMessage));
    QVERIFY(holds(request, streaming));
}

void tst_openai_model::joinsToolCallsFromTheirPieces()
{
    FakeChatServer server({FakeChatServer::stream(
        {R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"sql","arguments":""}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"query\":"}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","function":{"name":"calculator","arguments":"{}"}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"SELECT 1\"}"}}]}}]})",
         R"({"choices":[{"delta":{},"finish_reason":"tool_calls"}]})"})});
    const Reply reply = modelOf(server).complete(hello(), {});
    QCOMPARE(reply.message.toolCalls.size(), 2u);
    QCOMPARE(reply.message.toolCalls[0].arguments, selectOne);
    QCOMPARE(reply.message.toolCalls[1].name, "calculator");
    QCOMPARE(reply.finishReason, "tool_calls");
    QVERIFY(!reply.usage.has_value());
}

void tst_openai_model::sendsToolsAndTheirResults()
{
    FakeChatServer server({FakeChatServer::stream({R"({"choices":[{"delta":{"content":"ok"}}]})"})});
    Request request = hello();
    request.tools = {{"sql", "Runs SQL", R"({"type":"object"})"}};
    request.messages.push_back(
        {.role = "assistant", .text = "", .toolCalls = {{"a", "sql", R"({"query":"x"})"}}});
    request.messages.push_back({.role = "tool", .text = "[]", .answers = "a"});
    modelOf(server).complete(request, {});
    const std::string& sent = server.requests().at(0);
    QVERIFY(holds(sent, calledFunction));
    QVERIFY(holds(sent, toolResult));
    QVERIFY(holds(sent, toolParameters));
}

void tst_openai_model::namesServerStatusAndReasonButNeverTheKey()
{
    FakeChatServer server({FakeChatServer::refusal(401, R"({"error":{"message":"wrong key"}})"),
                           FakeChatServer::refusal(503, "<html>")});
    QCOMPARE(failure(modelOf(server)), server.url() + " answered 401: wrong key");
    QCOMPARE(failure(modelOf(server)), server.url() + " answered 503");
}

void tst_openai_model::saysWhenThereIsNoServerOrNoReply()
{
    std::string url;
    {
        FakeChatServer server({FakeChatServer::stream({})});
        url = server.url();
        QCOMPARE(failure(modelOf(server)), "the server sent no reply");
    }
    QVERIFY(failure(OpenAiModel({.baseUrl = url})).starts_with(url + ": "));
}

void tst_openai_model::keepsArgumentsThatAreNotJsonAsText()
{
    FakeChatServer server({FakeChatServer::stream(
        {R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"sql","arguments":"{oops"}}]}}]})"})});
    QCOMPARE(modelOf(server).complete(hello(), {}).message.toolCalls[0].arguments, brokenArguments);
}

QTEST_APPLESS_MAIN(tst_openai_model)
#include "tst_openai_model.moc"
