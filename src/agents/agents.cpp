// SPDX-License-Identifier: Apache-2.0
// The list of agents; each has a file of its own.
#include "agents/agent.h"

namespace agents {

Outcome answerFromDocumentation(const Job& job); // rag.cpp
Outcome answerWithTools(const Job& job);         // tools.cpp
Outcome doResearch(const Job& job);              // research.cpp
Outcome holdConversation(const Job& job);        // chat.cpp
Outcome ingestDocuments(const Job& job);         // ingest.cpp
Outcome haveABadDay(const Job& job);             // flaky.cpp
Outcome makeManySpans(const Job& job);           // stress.cpp

std::span<const Agent> allAgents()
{
    static constexpr Agent agents[] = {
        {"rag",
         "answers a question about Spanglass from its documentation: guardrail, embedding, BM25 and "
         "vector search, reranker, model, evaluator",
         answerFromDocumentation},
        {"tools",
         "answers a question with a calculator, file search and SQL; one call fails, its retry succeeds",
         answerWithTools},
        {"research", "follows a declared graph: nodes side by side, sub-agents on a pool", doResearch},
        {"chat", "holds a conversation of several turns: a trace each, one session", holdConversation},
        {"ingest", "reads documents, cuts them into chunks and embeds them", ingestDocuments},
        {"flaky", "fails in every way: refused calls and retries, a time-out, cancelled work, exceptions",
         haveABadDay},
        {"stress", "makes spans as fast as it goes (--spans N)", makeManySpans},
    };
    return agents;
}

} // namespace agents
