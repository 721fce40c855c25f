// SPDX-License-Identifier: GPL-3.0-or-later
// Messages read the same whoever wrote them.
#include <QtTest>

#include "trace/messages.h"

using namespace spanglass::trace;

namespace {

QString partText(const MessagePart& part)
{
    using Type = MessagePart::Type;
    const auto text = QString::fromStdString(part.text);
    const auto name = QString::fromStdString(part.name);
    const auto id = QString::fromStdString(part.id);
    switch (part.type) {
    case Type::text:
        return text;
    case Type::reasoning:
        return QStringLiteral("(%1)").arg(text);
    case Type::toolCall:
        return QStringLiteral("%1:%2%3").arg(id, name, text);
    case Type::toolResult:
        return QStringLiteral("%1=>%2").arg(id, text);
    case Type::media:
        return QStringLiteral("<%1 %2>").arg(QString::fromStdString(part.mediaType), text);
    case Type::other:
        return QStringLiteral("?") + text;
    }
    return {};
}

/// One message a line: "role: part | part [finish reason]".
QString lines(const Messages& messages)
{
    QStringList all;
    for (const auto& message : messages) {
        QStringList parts;
        for (const auto& part : message.parts)
            parts << partText(part);
        auto line =
            QString::fromStdString(message.role) + QStringLiteral(": ") + parts.join(QStringLiteral(" | "));
        if (!message.finishReason.empty())
            line += QStringLiteral(" [%1]").arg(QString::fromStdString(message.finishReason));
        all << line;
    }
    return all.join(QLatin1Char('\n'));
}

Attribute text(const char* key, const char* value)
{
    return {key, std::string(value)};
}

} // namespace

class tst_messages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonOfEveryProvider_data();
    void jsonOfEveryProvider();
    void whatIsNoMessageIsNone_data();
    void whatIsNoMessageIsNone();
    void writingAndReadingAgainChangesNothing();
    void systemInstructionsComeFirst();
    void openInferencesNumbersSortAsNumbers();
    void traceloopsNumbersHoldToolCalls();
    void eventsOfOpenTelemetry();
    void vercelsAnswerLiesInThreeAttributes();
    void attributesMayBeTextOrStructure();
};

void tst_messages::jsonOfEveryProvider_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("messages");
    const auto row = [](const char* says, const char* json, const char* messages) {
        QTest::newRow(says) << QByteArray(json) << QString::fromUtf8(messages);
    };
    row("OTel parts",
        R"([{"role":"assistant","parts":[{"type":"reasoning","content":"hm"},{"type":"text","content":"a"},)"
        R"({"type":"tool_call","id":"1","name":"sql","arguments":{"q":1}}],"finish_reason":"tool_calls"}])",
        "assistant: (hm) | a | 1:sql{\"q\":1} [tool_calls]");
    row("OTel tool results, old and new",
        R"([{"role":"tool","parts":[{"type":"tool_call_response","id":"1","response":{"r":2}},)"
        R"({"type":"tool_call_response","id":"2","result":"x"}]}])",
        "tool: 1=>{\"r\":2} | 2=>x");
    row("OTel media",
        R"([{"role":"user","parts":[{"type":"blob","mime_type":"image/png","modality":"image","content":"AAAA"},)"
        R"({"type":"uri","modality":"image","uri":"http://x/y.png"},{"type":"file","modality":"image","file_id":"f1"}]}])",
        "user: <image/png data:image/png;base64,AAAA> | <image http://x/y.png> | <image f1>");
    row("OTel unknown part", R"([{"role":"user","parts":[{"type":"hologram","x":1}]}])",
        "user: ?{\"type\":\"hologram\",\"x\":1}");
    row("OpenAI",
        R"([{"role":"system","content":"s"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function",)"
        R"("function":{"name":"f","arguments":"{}"}}]},{"role":"tool","tool_call_id":"c","content":"42"}])",
        "system: s\nassistant: c:f{}\ntool: c=>42");
    row("OpenAI request", R"({"model":"m","messages":[{"role":"user","content":"q"}]})", "user: q");
    row("OpenAI reply",
        R"({"choices":[{"message":{"role":"assistant","content":"a"},"finish_reason":"stop"}]})",
        "assistant: a [stop]");
    row("OpenAI pictures",
        R"([{"role":"user","content":[{"type":"text","text":"see"},{"type":"image_url","image_url":{"url":"data:x"}}]}])",
        "user: see | < data:x>");
    row("Anthropic",
        R"({"system":"s","messages":[{"role":"assistant","content":[{"type":"thinking","thinking":"t"},)"
        R"({"type":"tool_use","id":"u","name":"f","input":{}}]},{"role":"user","content":)"
        R"([{"type":"tool_result","tool_use_id":"u","content":"ok"}]}]})",
        "system: s\nassistant: (t) | u:f{}\nuser: u=>ok");
    row("Anthropic reply",
        R"({"role":"assistant","content":[{"type":"text","text":"a"}],"stop_reason":"end_turn"})",
        "assistant: a [end_turn]");
    row("Google",
        R"({"contents":[{"role":"user","parts":[{"text":"q"}]},{"role":"model","parts":)"
        R"([{"function_call":{"name":"f","args":{"a":1}}}]}]})",
        "user: q\nassistant: :f{\"a\":1}");
    row("Vercel",
        R"([{"role":"assistant","content":[{"type":"tool-call","toolCallId":"t","toolName":"f","args":{"a":1}}]},)"
        R"({"role":"tool","content":[{"type":"tool-result","toolCallId":"t","toolName":"f","result":5}]}])",
        "assistant: t:f{\"a\":1}\ntool: t=>5");
    row("Vercel's shortest prompt", R"({"system":"s","prompt":"q"})", "system: s\nuser: q");
    row("LangChain", R"([{"type":"human","content":"q"},{"type":"ai","content":"a"}])",
        "user: q\nassistant: a");
    row("Pydantic AI's events", R"([{"event.name":"gen_ai.user.message","content":"q"}])", "user: q");
}

void tst_messages::jsonOfEveryProvider()
{
    QFETCH(QByteArray, json);
    QTEST(lines(readMessages(json.toStdString())), "messages");
}

void tst_messages::whatIsNoMessageIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char* json :
         {"", "hello", "null", "[1,2]", "{\"a\":1}", "[{\"a\":1}]", "[\"a\"]", "[[]]", "{\"messages\":5}",
          "[{\"role\":\"user\"}]", "[{\"role\":", "{\"role\":\"user\",\"content\":\"x\"} trailing"})
        QTest::newRow(json) << QByteArray(json);
}

void tst_messages::whatIsNoMessageIsNone()
{
    QFETCH(QByteArray, json);
    QCOMPARE(lines(readMessages(json.toStdString())), QString());
}

void tst_messages::writingAndReadingAgainChangesNothing()
{
    const Messages messages{
        {.role = "assistant",
         .name = "bot",
         .parts = {{.type = MessagePart::Type::text, .text = "a \"quoted\" line\n"},
                   {.type = MessagePart::Type::reasoning, .text = "why"},
                   {.type = MessagePart::Type::toolCall, .text = "{\"q\":[1,2]}", .id = "1", .name = "sql"},
                   {.type = MessagePart::Type::toolResult, .text = "[not json", .id = "1"},
                   {.type = MessagePart::Type::media,
                    .text = "data:image/png;base64,AA",
                    .mediaType = "image/png"},
                   {.type = MessagePart::Type::other, .text = "{\"type\":\"x\"}"}},
         .finishReason = "stop"}};
    QVERIFY(readMessages(messagesJson(messages)) == messages);
}

void tst_messages::systemInstructionsComeFirst()
{
    Span span;
    span.attributes = {text("gen_ai.input.messages",
                            "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"q\"}]}]"),
                       text("gen_ai.system_instructions", "[{\"type\":\"text\",\"content\":\"be brief\"}]"),
                       text("gen_ai.output.messages", "[{\"role\":\"assistant\",\"parts\":[]}]")};
    QCOMPARE(lines(inputMessages(span)), QStringLiteral("system: be brief\nuser: q"));
    QCOMPARE(lines(outputMessages(span)), QStringLiteral("assistant: "));
}

void tst_messages::openInferencesNumbersSortAsNumbers()
{
    Span span;
    for (const int i : {10, 2, 0})
        span.attributes.push_back(
            {"llm.input_messages." + std::to_string(i) + ".message.content", std::to_string(i)});
    span.attributes.push_back(text("llm.input_messages.0.message.role", "system"));
    span.attributes.push_back(
        text("llm.input_messages.2.message.contents.1.message_content.image.image.url", "data:x"));
    span.attributes.push_back(text("llm.input_messages.2.message.contents.0.message_content.text", "two"));
    span.attributes.push_back(
        text("llm.output_messages.0.message.tool_calls.0.tool_call.function.name", "sql"));
    span.attributes.push_back(
        text("llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", "{}"));
    QCOMPARE(lines(inputMessages(span)), QStringLiteral("system: 0\nuser: 2 | two | < data:x>\nuser: 10"));
    QCOMPARE(lines(outputMessages(span)), QStringLiteral("assistant: :sql{}"));
}

void tst_messages::traceloopsNumbersHoldToolCalls()
{
    Span span;
    span.attributes = {text("gen_ai.prompt.0.role", "user"),
                       text("gen_ai.prompt.0.content", "[{\"type\":\"text\",\"text\":\"in a list\"}]"),
                       text("gen_ai.prompt.1.role", "tool"),
                       text("gen_ai.prompt.1.tool_call_id", "c1"),
                       text("gen_ai.prompt.1.content", "42"),
                       text("gen_ai.completion.0.finish_reason", "tool_calls"),
                       text("gen_ai.completion.0.tool_calls.0.id", "c2"),
                       text("gen_ai.completion.0.tool_calls.0.name", "f"),
                       text("gen_ai.completion.0.tool_calls.0.arguments", "{\"a\":1}")};
    QCOMPARE(lines(inputMessages(span)), QStringLiteral("user: in a list\ntool: c1=>42"));
    QCOMPARE(lines(outputMessages(span)), QStringLiteral("assistant: c2:f{\"a\":1} [tool_calls]"));
}

void tst_messages::eventsOfOpenTelemetry()
{
    Span perMessage;
    perMessage.events = {
        {0, "gen_ai.system.message", {text("content", "s")}},
        {0, "gen_ai.user.message", {text("content", "q")}},
        {0, "gen_ai.tool.message", {text("content", "42"), text("id", "c")}},
        {0, "gen_ai.choice", {text("message", "{\"role\":\"assistant\",\"content\":\"a\"}")}},
        {0, "unrelated", {text("content", "x")}}};
    QCOMPARE(lines(inputMessages(perMessage)), QStringLiteral("system: s\nuser: q\ntool: c=>42"));
    QCOMPARE(lines(outputMessages(perMessage)), QStringLiteral("assistant: a"));

    Span details;
    details.events = {{0,
                       "gen_ai.client.inference.operation.details",
                       {text("gen_ai.input.messages", "[{\"role\":\"user\",\"content\":\"q\"}]"),
                        text("gen_ai.output.messages", "[{\"role\":\"assistant\",\"content\":\"a\"}]")}}};
    QCOMPARE(lines(inputMessages(details)), QStringLiteral("user: q"));
    QCOMPARE(lines(outputMessages(details)), QStringLiteral("assistant: a"));
}

void tst_messages::vercelsAnswerLiesInThreeAttributes()
{
    Span span;
    span.attributes = {
        text("ai.response.text", "a"), text("ai.response.reasoning", "r"),
        text("ai.response.toolCalls", "[{\"toolCallId\":\"t\",\"toolName\":\"f\",\"input\":\"{}\"}]"),
        text("ai.response.finishReason", "stop")};
    QCOMPARE(lines(outputMessages(span)), QStringLiteral("assistant: (r) | a | t:f{} [stop]"));
}

void tst_messages::attributesMayBeTextOrStructure()
{
    Span span;
    span.attributes = {{"gen_ai.input.messages", Json{"[{\"role\":\"user\",\"content\":\"q\"}]"}}};
    QCOMPARE(lines(inputMessages(span)), QStringLiteral("user: q"));
    span.attributes.clear();
    span.input = std::string("{\"messages\":[{\"role\":\"user\",\"content\":\"from the input\"}]}");
    QCOMPARE(lines(inputMessages(span)), QStringLiteral("user: from the input"));
    span.input = std::string("plain words");
    QVERIFY(inputMessages(span).empty());
}

QTEST_APPLESS_MAIN(tst_messages)
#include "tst_messages.moc"
