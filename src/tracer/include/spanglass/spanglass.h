/* SPDX-License-Identifier: Apache-2.0 */
/* Spanglass's tracer for other languages: a C interface in a shared library, for ctypes, Rust, Go.
 *
 *     spanglass_span* trace = spanglass_trace("answer", SPANGLASS_KIND_AGENT);
 *     spanglass_span* call = spanglass_span_under(trace, "llm.chat", SPANGLASS_KIND_LLM);
 *     spanglass_set_text(call, "input.value", "How many spans?", -1);
 *     spanglass_end(call);
 *     spanglass_end(trace);
 *
 * Every pointer to a span is ended once, by any thread; NULL is a span that records nothing and is taken
 * everywhere. Texts are UTF-8 and copied during the call; a length of -1 means "up to the zero byte". Nothing
 * here fails the program. Event loops name their parents (`spanglass_span_under`): such a span is current
 * nowhere. */
#ifndef SPANGLASS_H
#define SPANGLASS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SPANGLASS_API __attribute__((visibility("default")))

typedef struct spanglass_span_handle spanglass_span;

enum spanglass_kind
{
    SPANGLASS_KIND_SPAN,
    SPANGLASS_KIND_AGENT,
    SPANGLASS_KIND_LLM,
    SPANGLASS_KIND_TOOL,
    SPANGLASS_KIND_RETRIEVER,
    SPANGLASS_KIND_EMBEDDING,
    SPANGLASS_KIND_CHAIN,
    SPANGLASS_KIND_RERANKER,
    SPANGLASS_KIND_GUARDRAIL,
    SPANGLASS_KIND_EVALUATOR
};

enum spanglass_status
{
    SPANGLASS_STATUS_UNSET,
    SPANGLASS_STATUS_OK,
    SPANGLASS_STATUS_ERROR
};

/* A trace, and a span under what is current on this thread. Both become current on it. */
SPANGLASS_API spanglass_span* spanglass_trace(const char* name, int kind);
SPANGLASS_API spanglass_span* spanglass_span_current(const char* name, int kind);
/* A span under `parent`, whatever is current, and current nowhere. */
SPANGLASS_API spanglass_span* spanglass_span_under(const spanglass_span* parent, const char* name, int kind);
/* The same under a remote parent, by the headers it sent; NULL or invalid ones begin a trace. */
SPANGLASS_API spanglass_span* spanglass_span_remote(const char* traceparent, const char* tracestate,
                                                    const char* name, int kind);
/* Ends it and frees the handle. */
SPANGLASS_API void spanglass_end(spanglass_span* span);

SPANGLASS_API void spanglass_set_text(spanglass_span* span, const char* key, const char* text,
                                      ptrdiff_t length);
SPANGLASS_API void spanglass_set_json(spanglass_span* span, const char* key, const char* json,
                                      ptrdiff_t length);
SPANGLASS_API void spanglass_set_int(spanglass_span* span, const char* key, int64_t value);
SPANGLASS_API void spanglass_set_double(spanglass_span* span, const char* key, double value);
SPANGLASS_API void spanglass_set_bool(spanglass_span* span, const char* key, int value);
SPANGLASS_API void spanglass_set_status(spanglass_span* span, int status, const char* message);
/* `attributes`: a JSON object, or NULL. */
SPANGLASS_API void spanglass_add_event(spanglass_span* span, const char* name, const char* attributes);
/* To another span, by its ids in hex. */
SPANGLASS_API void spanglass_add_link(spanglass_span* span, const char* trace_id, const char* span_id);
SPANGLASS_API void spanglass_record_error(spanglass_span* span, const char* message, const char* type);
SPANGLASS_API void spanglass_log_score(spanglass_span* span, const char* name, double value,
                                       const char* comment);
/* Tokens below 0 are unknown. `cost`: USD as decimal text, or NULL. */
SPANGLASS_API void spanglass_log_llm_call(spanglass_span* span, const char* model, const char* provider,
                                          int64_t input_tokens, int64_t output_tokens, const char* cost);

/* Writes at most `size` bytes with the zero byte; returns the length it has. */
SPANGLASS_API size_t spanglass_trace_id(const spanglass_span* span, char* buffer, size_t size);
SPANGLASS_API size_t spanglass_span_id(const spanglass_span* span, char* buffer, size_t size);
SPANGLASS_API size_t spanglass_inject_traceparent(const spanglass_span* span, char* buffer, size_t size);
/* 1: all that was recorded is on the disk. */
SPANGLASS_API int spanglass_flush(int timeout_ms);

#ifdef __cplusplus
}
#endif
#endif
