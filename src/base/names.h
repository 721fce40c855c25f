// SPDX-License-Identifier: Apache-2.0
/// The attribute names that Spanglass itself writes, so that the tracer and its readers agree on them.
/// Where a convention has a name (OpenTelemetry, OpenInference), that is the name; `spanglass.*` is the rest.
#pragma once

#include <string_view>

namespace spanglass::names {

// What a span took and gave: setInput, setOutput; setOutputs writes one attribute per field,
// `output.field.KEY`.
inline constexpr std::string_view input = "input.value";
inline constexpr std::string_view output = "output.value";
inline constexpr std::string_view outputPrefix = "output.field.";

// Of the trace, set on its root span: TraceOptions.
inline constexpr std::string_view user = "user.id";
inline constexpr std::string_view session = "session.id";
inline constexpr std::string_view project = "spanglass.project";
inline constexpr std::string_view environment = "deployment.environment.name";
inline constexpr std::string_view release = "service.version";
inline constexpr std::string_view version = "spanglass.version";
inline constexpr std::string_view operationType = "spanglass.operation_type";
inline constexpr std::string_view knowledgeBase = "spanglass.knowledge_base";
inline constexpr std::string_view team = "spanglass.team";
inline constexpr std::string_view experiment = "spanglass.experiment";
inline constexpr std::string_view experimentVersion = "spanglass.experiment_version";
/// JSON: who takes part, and the session's state at the start.
inline constexpr std::string_view participant = "spanglass.participant";
inline constexpr std::string_view sessionState = "spanglass.session_state";
/// What the tracer counted, on the root when it ends.
inline constexpr std::string_view traceSpans = "spanglass.trace.spans";
inline constexpr std::string_view traceErrors = "spanglass.trace.errors";
/// Input and output together, and USD as decimal text: where any of its spans had them.
inline constexpr std::string_view traceTokens = "spanglass.trace.tokens";
inline constexpr std::string_view traceCost = "spanglass.trace.cost";
/// One attribute per tag, `spanglass.tag.TAG` = true.
inline constexpr std::string_view tagPrefix = "spanglass.tag.";
/// setMetadata: `metadata.KEY`.
inline constexpr std::string_view metadataPrefix = "metadata.";

/// The text given to setStatus.
inline constexpr std::string_view statusMessage = "spanglass.status_message";

// A model call: logLlmCall. Cost is USD as decimal text.
inline constexpr std::string_view model = "gen_ai.request.model";
inline constexpr std::string_view provider = "gen_ai.provider.name";
inline constexpr std::string_view inputTokens = "gen_ai.usage.input_tokens";
inline constexpr std::string_view cachedTokens = "gen_ai.usage.cache_read.input_tokens";
inline constexpr std::string_view outputTokens = "gen_ai.usage.output_tokens";
inline constexpr std::string_view reasoningTokens = "gen_ai.usage.reasoning.output_tokens";
inline constexpr std::string_view cost = "gen_ai.usage.cost";
/// Seconds, a double.
inline constexpr std::string_view timeToFirstToken = "gen_ai.response.time_to_first_chunk";

// An error: recordError adds the event `exception` with these.
inline constexpr std::string_view exceptionEvent = "exception";
inline constexpr std::string_view exceptionType = "exception.type";
inline constexpr std::string_view exceptionMessage = "exception.message";
/// logScore adds this event: {"name", "value", "comment"}.
inline constexpr std::string_view scoreEvent = "spanglass.score";

// Of spans that came from elsewhere (the receiver, imports), on the span they belong to; JSON objects.
inline constexpr std::string_view resource = "spanglass.resource";
inline constexpr std::string_view scope = "spanglass.scope";
/// The id a span came with where that is no W3C id.
inline constexpr std::string_view sourceId = "spanglass.source_id";
inline constexpr std::string_view serviceName = "service.name";

} // namespace spanglass::names
