// SPDX-License-Identifier: GPL-3.0-or-later
/// What must stand in the journal after a client of tests/receive/clients ran: spans by name with their
/// parents, and attributes.
#pragma once

#include <QString>
#include <string>
#include <vector>

#include "journal_content.h"

namespace spanglass::receive {

struct ExpectedSpan
{
    std::string name;
    std::string parent;                                          ///< its name; empty: a root; "*": any
    std::vector<std::pair<std::string, std::string>> attributes; ///< the value, or a part of it after '~'
};

struct ClientRun
{
    const char* name;      ///< of the recording
    const char* arguments; ///< blanks between them
    std::size_t spans;
    std::vector<ExpectedSpan> expected;
};

inline std::vector<ClientRun> clientRuns()
{
    const std::vector<ExpectedSpan> otlp{
        {"answer", "", {{"session.id", "s-1"}}},
        {"chat m-1",
         "answer",
         {{"gen_ai.request.model", "m-1"},
          {"gen_ai.usage.input_tokens", "12"},
          {"gen_ai.request.temperature", "0.250000"},
          {"gen_ai.request.stream", "true"},
          {"gen_ai.response.finish_reasons", "[\"stop\",\"length\"]"},
          {"big", "9007199254740991"},
          {"text", "Gr\u00fc\u00dfe \u4e16\u754c \U0001F600 \"quoted\" \n"},
          {"span.kind", "client"}}},
        {"step 0", "answer", {}},
        {"step 199", "answer", {}},
    };
    const std::vector<ExpectedSpan> langfuse{
        {"agent", "", {{"langfuse.observation.type", "agent"}, {"user.id", "ada"}, {"session.id", "s-1"}}},
        {"call",
         "agent",
         {{"langfuse.observation.type", "generation"},
          {"langfuse.observation.model.name", "m-1"},
          {"langfuse.observation.usage_details", "~\"input\":12"},
          {"langfuse.observation.cost_details", "~0.045"},
          {"langfuse.observation.output", "~seven"}}},
        {"search",
         "agent",
         {{"langfuse.observation.level", "ERROR"}, {"langfuse.observation.status_message", "not found"}}},
    };
    const std::vector<ExpectedSpan> batch{
        {"retrieve",
         "",
         {{"user.id", "ada"},
          {"session.id", "s-1"},
          {"langfuse.trace.name", "answer"},
          {"langfuse.trace.output", "seven"},
          {"langfuse.trace.metadata.plan", "pro"},
          {"langfuse.observation.output", "[\"a\"]"}}},
        {"call",
         "retrieve",
         {{"langfuse.observation.type", "generation"},
          {"langfuse.observation.model.name", "m-1"},
          {"langfuse.observation.usage_details", "{\"input\":12,\"output\":3}"},
          {"langfuse.observation.output", "~seven"}}},
        {"found", "retrieve", {{"langfuse.observation.level", "WARNING"}}},
    };
    const std::vector<ExpectedSpan> langchain{
        {"counting", "", {{"langfuse.observation.output", "~seven"}}},
        {"ChatPromptTemplate", "counting", {}},
        {"FakeListChatModel", "counting", {{"langfuse.observation.output", "~seven"}}},
        {"StrOutputParser", "counting", {}},
    };
    const std::vector<ExpectedSpan> vercel{
        {"invoke_agent m-1", "", {{"gen_ai.operation.name", "invoke_agent"}}},
        {"step 1", "invoke_agent m-1", {}},
        {"step 2", "invoke_agent m-1", {}},
        {"execute_tool count",
         "step 1",
         {{"gen_ai.tool.name", "count"},
          {"gen_ai.tool.call.arguments", "~spans"},
          {"gen_ai.tool.call.result", "7"}}},
        {"chat m-1",
         "*",
         {{"gen_ai.usage.input_tokens", "12"}, {"gen_ai.usage.cache_read.input_tokens", "8"}}},
    };
    return {
        {"otlp-http", "otlp.mjs http none", 202, otlp},
        {"otlp-http-gzip", "otlp.mjs http gzip", 202, otlp},
        {"otlp-proto", "otlp.mjs proto none", 202, otlp},
        {"otlp-proto-gzip", "otlp.mjs proto gzip", 202, otlp},
        {"langfuse-otel", "langfuse-otel.mjs", 3, langfuse},
        {"langfuse-batch", "langfuse-batch.mjs", 3, batch},
        {"langchain", "langchain.mjs", 4, langchain},
        {"vercel-ai", "vercel-ai.mjs", 6, vercel},
    };
}

/// The first thing that is not as expected; empty where all is.
inline QString problemWith(const ClientRun& run, const JournalContent& content)
{
    std::size_t written = 0;
    for (const auto& [key, span] : content.spans) {
        if (span.starts == 0)
            continue; // what waited for a root that came
        ++written;
        if (span.ends == 0)
            return QStringLiteral("%1 has no end").arg(QString::fromStdString(span.name));
        if (span.startUnixNs <= 0 || span.endUnixNs < span.startUnixNs)
            return QStringLiteral("%1 has no sensible times").arg(QString::fromStdString(span.name));
    }
    for (const ExpectedSpan& expected : run.expected) {
        const QString name = QString::fromStdString(expected.name);
        const ReadSpan* span = content.named(expected.name);
        if (span == nullptr)
            return QStringLiteral("there is no span %1").arg(name);
        const SpanKey key = content.keyOf(expected.name);
        const SpanId parent = expected.parent.empty() ? SpanId() : content.keyOf(expected.parent).second;
        if (expected.parent == "*"
                ? !span->parent.valid()
                : span->parent != parent ||
                      (parent.valid() && content.keyOf(expected.parent).first != key.first))
            return QStringLiteral("%1 has another parent").arg(name);
        for (const auto& [attribute, wanted] : expected.attributes) {
            const auto found = span->attributes.find(attribute);
            const std::string value = found == span->attributes.end() ? "(none)" : found->second;
            const bool isPart = wanted.starts_with('~');
            if (isPart ? value.find(wanted.substr(1)) == std::string::npos : value != wanted)
                return QStringLiteral("%1 of %2 is %3")
                    .arg(QString::fromStdString(attribute), name, QString::fromStdString(value));
        }
    }
    if (written != run.spans)
        return QStringLiteral("%1 spans in place of %2").arg(written).arg(run.spans);
    return {};
}

} // namespace spanglass::receive
