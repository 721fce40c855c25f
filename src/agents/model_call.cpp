// SPDX-License-Identifier: Apache-2.0
// What a model call's span holds, by the OpenTelemetry GenAI conventions.
#include "agents/model_call.h"

#include <spanglass/tracer.h>

#include "agents/json.h"
#include "agents/messages.h"

namespace agents {
namespace {

using spanglass::Kind;
using spanglass::Span;

void describe(Span& span, const Model& model, const Request& request)
{
    span.set("gen_ai.operation.name", "chat")
        .set("gen_ai.provider.name", model.provider())
        .set("gen_ai.request.model", model.name())
        .set("gen_ai.request.temperature", request.temperature)
        .set("gen_ai.request.max_tokens", request.maxTokens)
        .set("gen_ai.request.stream", true)
        .set("gen_ai.input.messages", Json{inputMessages(request.messages)});
    if (const auto instructions = systemInstructions(request.messages); !instructions.empty())
        span.set("gen_ai.system_instructions", Json{instructions});
    if (!request.tools.empty())
        span.set("gen_ai.tool.definitions", Json{toolDefinitions(request.tools)});
}

void describe(Span& span, const Reply& reply)
{
    span.set("gen_ai.response.id", reply.id)
        .set("gen_ai.response.model", reply.model)
        .set("gen_ai.response.finish_reasons", Json{JsonArray().add(reply.finishReason).text()})
        .set("gen_ai.output.messages", Json{outputMessages(reply)});

    spanglass::LlmCall call{.timeToFirstToken = reply.timeToFirstToken, .cost = reply.cost};
    if (reply.usage) {
        call.inputTokens = reply.usage->input;
        call.cachedTokens = reply.usage->cached;
        call.outputTokens = reply.usage->output;
        call.reasoningTokens = reply.usage->reasoning;
    }
    span.logLlmCall(call);
}

} // namespace

Reply chat(Model& model, const Request& request, const OnText& onText)
{
    return spanglass::inSpan("chat " + model.name(), Kind::llm, [&](Span& span) {
        describe(span, model, request);
        Reply reply = model.complete(request, onText);
        describe(span, reply);
        return reply;
    });
}

} // namespace agents
