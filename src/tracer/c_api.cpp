// SPDX-License-Identifier: Apache-2.0
/// The C interface over the C++ one. A handle is a Span on the heap.
#include <spanglass/spanglass.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include <spanglass/propagation.h>
#include <spanglass/tracer.h>

#include "base/json_writer.h"
#include "base/names.h"
#include "tracer/context_access.h"

using namespace spanglass;

struct spanglass_span_handle
{
    Span span;
};

namespace {

std::string_view viewOf(const char* text)
{
    return text != nullptr ? std::string_view(text) : std::string_view();
}

std::string_view viewOf(const char* text, std::ptrdiff_t length)
{
    if (text == nullptr)
        return {};
    return length < 0 ? std::string_view(text) : std::string_view(text, static_cast<std::size_t>(length));
}

Kind kindOf(int number)
{
    return number >= 0 && static_cast<std::size_t>(number) < kindNames.size() ? static_cast<Kind>(number)
                                                                              : Kind::span;
}

spanglass_span* handleOf(Span span)
{
    if (!span.recording())
        return nullptr;
    return new (std::nothrow) spanglass_span_handle{std::move(span)};
}

/// Opens under `parent` and leaves this thread's context as it was.
spanglass_span* openUnder(const Context& parent, const char* name, int kind)
{
    const ContextScope scope(parent);
    Span opened = span(viewOf(name), kindOf(kind));
    opened.detachFromThread();
    return handleOf(std::move(opened));
}

std::size_t copyOut(const std::string& text, char* buffer, std::size_t size)
{
    if (buffer != nullptr && size > 0) {
        const std::size_t bytes = std::min(text.size(), size - 1);
        std::memcpy(buffer, text.data(), bytes);
        buffer[bytes] = 0;
    }
    return text.size();
}

} // namespace

extern "C" {

spanglass_span* spanglass_trace(const char* name, int kind)
{
    return handleOf(trace(viewOf(name), TraceOptions{.kind = kindOf(kind)}));
}

spanglass_span* spanglass_span_current(const char* name, int kind)
{
    return handleOf(span(viewOf(name), kindOf(kind)));
}

spanglass_span* spanglass_span_under(const spanglass_span* parent, const char* name, int kind)
{
    return parent != nullptr ? openUnder(ContextAccess::of(parent->span.context()), name, kind) : nullptr;
}

spanglass_span* spanglass_span_remote(const char* traceparent, const char* tracestate, const char* name,
                                      int kind)
{
    RemoteContext remote = parseTraceparent(viewOf(traceparent));
    if (!remote.valid())
        return spanglass_trace(name, kind);
    remote.traceState = cleanTraceState(viewOf(tracestate));
    return openUnder(ContextAccess::ofRemote(remote), name, kind);
}

void spanglass_end(spanglass_span* span)
{
    delete span;
}

void spanglass_set_text(spanglass_span* span, const char* key, const char* text, ptrdiff_t length)
{
    if (span != nullptr)
        span->span.set(viewOf(key), viewOf(text, length));
}

void spanglass_set_json(spanglass_span* span, const char* key, const char* json, ptrdiff_t length)
{
    if (span != nullptr)
        span->span.set(viewOf(key), Json{viewOf(json, length)});
}

void spanglass_set_int(spanglass_span* span, const char* key, int64_t value)
{
    if (span != nullptr)
        span->span.set(viewOf(key), value);
}

void spanglass_set_double(spanglass_span* span, const char* key, double value)
{
    if (span != nullptr)
        span->span.set(viewOf(key), value);
}

void spanglass_set_bool(spanglass_span* span, const char* key, int value)
{
    if (span != nullptr)
        span->span.set(viewOf(key), value != 0);
}

void spanglass_set_status(spanglass_span* span, int status, const char* message)
{
    if (span != nullptr && status >= 0 && status <= 2)
        span->span.setStatus(static_cast<Status>(status), viewOf(message));
}

void spanglass_add_event(spanglass_span* span, const char* name, const char* attributes)
{
    if (span != nullptr)
        span->span.addEvent(viewOf(name), Json{viewOf(attributes)});
}

void spanglass_add_link(spanglass_span* span, const char* trace_id, const char* span_id)
{
    const SpanContext to{TraceId::fromHex(viewOf(trace_id)), SpanId::fromHex(viewOf(span_id))};
    if (span != nullptr && to.valid())
        span->span.addLink(to);
}

void spanglass_record_error(spanglass_span* span, const char* message, const char* type)
{
    if (span != nullptr)
        span->span.recordError(viewOf(message), viewOf(type));
}

void spanglass_log_score(spanglass_span* span, const char* name, double value, const char* comment)
{
    if (span != nullptr)
        span->span.logScore(viewOf(name), value, viewOf(comment));
}

void spanglass_log_llm_call(spanglass_span* span, const char* model, const char* provider,
                            int64_t input_tokens, int64_t output_tokens, const char* cost)
{
    if (span == nullptr)
        return;
    LlmCall call;
    call.model = viewOf(model);
    call.provider = viewOf(provider);
    if (input_tokens >= 0)
        call.inputTokens = input_tokens;
    if (output_tokens >= 0)
        call.outputTokens = output_tokens;
    call.cost = viewOf(cost);
    span->span.logLlmCall(call);
}

size_t spanglass_trace_id(const spanglass_span* span, char* buffer, size_t size)
{
    return copyOut(span != nullptr ? span->span.context().trace.hex() : std::string(), buffer, size);
}

size_t spanglass_span_id(const spanglass_span* span, char* buffer, size_t size)
{
    return copyOut(span != nullptr ? span->span.context().span.hex() : std::string(), buffer, size);
}

size_t spanglass_inject_traceparent(const spanglass_span* span, char* buffer, size_t size)
{
    std::string header;
    if (span != nullptr) {
        const ContextScope scope(ContextAccess::of(span->span.context()));
        if (const Headers headers = inject(); !headers.empty())
            header = headers.front().second;
    }
    return copyOut(header, buffer, size);
}

int spanglass_flush(int timeout_ms)
{
    return flush(std::chrono::milliseconds(timeout_ms)) ? 1 : 0;
}
}
