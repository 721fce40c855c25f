// SPDX-License-Identifier: Apache-2.0
// `chat`: a conversation of several turns. Each turn is a trace of its own; the session holds them together.
#include "agents/agent.h"
#include "agents/json.h"
#include "agents/model_call.h"
#include "agents/search.h"

namespace agents {
namespace {

using spanglass::Kind;
using spanglass::Span;

using Dialogue = std::span<const std::string_view>;

constexpr std::string_view aboutDelivery[] = {
    "How does delivery to other systems work?",
    "What does the circuit breaker of a destination do?",
    "And what happens to a span that a destination refuses for good?",
    "Can I preview what would leave the machine?",
};
constexpr std::string_view aboutStarting[] = {
    "How do I add the tracer to a C++ program?",
    "How do I carry the context to other threads?",
    "No traces appear in the window. What should I check?",
};
constexpr std::string_view aboutMoney[] = {
    "How is the cost of a model call computed?",
    "What is the time to first token?",
    "How do I find expensive traces?",
    "Which findings point at repeated calls?",
};
constexpr Dialogue dialogues[] = {aboutDelivery, aboutStarting, aboutMoney};

/// What the pages say about `question`, put before it for the model to read.
std::string withPassages(const std::string& question)
{
    return spanglass::inSpan("retriever.bm25", Kind::retriever, [&](Span& span) {
        span.set("gen_ai.operation.name", "retrieval")
            .set("gen_ai.data_source.id", "spanglass-docs")
            .set("gen_ai.retrieval.query.text", question);
        std::string text = "Passages:\n\n";
        JsonArray found;
        const Hits hits = documentationIndex().byWords(question, 2);
        for (std::size_t i = 0; i < hits.size(); ++i) {
            const Passage& passage = passages()[hits[i].passage];
            text += '[' + std::to_string(i + 1) + "] " + passage.heading + '\n' + passage.text + '\n';
            found.add(passage.heading);
        }
        span.set("gen_ai.retrieval.documents", Json{found.text()});
        return text + "Question: " + question;
    });
}

/// One question and its answer, added to `conversation`.
Outcome takeTurn(const Job& job, std::string_view user, std::string_view session, const std::string& question,
                 Request& conversation)
{
    auto turn = spanglass::trace("chat.turn", {.operationType = "invoke_agent",
                                               .user = user,
                                               .session = session,
                                               .project = project,
                                               .input = question,
                                               .tags = {"demo", "chat"}});
    turn.set("gen_ai.agent.name", "chat").set("gen_ai.conversation.id", session);
    conversation.messages.push_back({"user", withPassages(question)});
    std::int64_t pieces = 0;
    const Reply reply = chat(job.model, conversation, [&](std::string_view) { ++pieces; });
    conversation.messages.push_back(reply.message);
    turn.setMetadata("streamed_pieces", pieces).setOutput(reply.message.text);
    return {turn.context().trace, question, reply.message.text};
}

} // namespace

Outcome holdConversation(const Job& job)
{
    Random random(job.seed, "chat");
    const Dialogue dialogue = dialogues[random.below(std::size(dialogues))];
    const std::string_view user = someUser(random);
    const std::string session = "chat-" + std::to_string(random.between(1000, 9999));

    Request conversation{
        .messages = {{"system", "You are the friendly voice of Spanglass's documentation. Answer "
                                "from the passages and cite them."}}};
    Outcome last;
    for (const auto question : dialogue) {
        last = takeTurn(job, user, session, std::string(question), conversation);
        job.pace.wait(std::chrono::milliseconds(random.between(1500, 4000))); // the user reads
    }
    return last;
}

} // namespace agents
