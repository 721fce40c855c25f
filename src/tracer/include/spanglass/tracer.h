// SPDX-License-Identifier: Apache-2.0
/// Spanglass's tracer: see what your agent does.
///
///     #include <spanglass/tracer.h>
///
///     int main()
///     {
///         auto trace = spanglass::trace("answer", {.user = "ada"});
///         auto call = spanglass::span("llm.chat", spanglass::Kind::llm);
///         call.setInput("How many spans?");
///         call.set("gen_ai.request.model", "gpt-5-mini").set("gen_ai.usage.input_tokens", 12);
///         call.setOutput("Seven.");
///     }   // both end here
///
/// Promises
/// - A span that ended is safe before its destructor returns: `kill -9` after that loses nothing, and a span
///   that only started shows as interrupted.
/// - Nothing here throws, blocks, or fails the host: on a full disk, spans are dropped and counted.
/// - Any thread may do anything. The current span is a property of the thread; `withContext` carries it on.
/// - Text is copied during the call. Strings are UTF-8; other bytes are kept.
/// - Switched off, a span costs one branch.
#pragma once

#include <bit>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <spanglass/detail/hot.h>
#include <spanglass/types.h>

namespace spanglass {

/// Text that is JSON already: `span.set("arguments", Json{R"({"path":"/tmp"})"})`.
struct Json
{
    std::string_view text;
};

/// What an attribute may hold. Made implicitly from text, numbers, bool and Json; valid during the call.
class Value
{
public:
    enum class Type : std::uint8_t
    {
        text,
        integer,
        real,
        boolean,
        json
    };

    Value(std::string_view text) noexcept : m_type(Type::text), m_size(text.size()), m_text(text.data()) {}
    Value(const std::string& text) noexcept : Value(std::string_view(text)) {}
    /// A null pointer is an empty text.
    Value(const char* text) noexcept : Value(std::string_view(text != nullptr ? text : "")) {}
    Value(Json json) noexcept : m_type(Type::json), m_size(json.text.size()), m_text(json.text.data()) {}
    Value(std::same_as<bool> auto value) noexcept : m_type(Type::boolean), m_integer(value ? 1 : 0) {}
    template<std::integral T>
    requires(!std::same_as<T, bool>) Value(T value)
    noexcept : m_type(Type::integer), m_integer(static_cast<std::int64_t>(value)) {}
    Value(std::floating_point auto value) noexcept : m_type(Type::real), m_real(static_cast<double>(value)) {}

    [[nodiscard]] Type type() const noexcept { return m_type; }
    [[nodiscard]] bool isText() const noexcept { return m_type == Type::text || m_type == Type::json; }
    /// Of text and JSON; empty for the others.
    [[nodiscard]] std::string_view text() const noexcept
    {
        return isText() ? std::string_view(m_text, m_size) : "";
    }
    [[nodiscard]] std::int64_t integer() const noexcept
    {
        return isText() || m_type == Type::real ? 0 : m_integer;
    }
    [[nodiscard]] double real() const noexcept { return m_type == Type::real ? m_real : 0; }

private:
    Type m_type;
    std::size_t m_size = 0;
    union {
        const char* m_text;
        std::int64_t m_integer;
        double m_real;
    };
};

struct Field
{
    std::string_view key;
    Value value;
};
using Fields = std::initializer_list<Field>;

/// What a trace is about. Empty members are not recorded.
struct TraceOptions
{
    Kind kind = Kind::agent; ///< of the root span
    std::string_view operationType = {};
    std::string_view user = {};
    std::string_view session = {};
    std::string_view knowledgeBase = {};
    std::string_view project = {};
    std::string_view environment = {};
    std::string_view release = {};
    std::string_view version = {};
    std::optional<Value> input = {};
    Fields metadata = {};
    std::initializer_list<std::string_view> tags = {};
    std::string_view team = {};
    std::string_view experiment = {};
    std::string_view experimentVersion = {};
    std::string_view participant = {};  ///< JSON: who takes part
    std::string_view sessionState = {}; ///< JSON: a snapshot at the start
};

struct SpanOptions
{
    std::optional<Value> input = {};
    Fields metadata = {};
    Level level = Level::normal;
};

/// Names a span for others to hang under: a value that may be copied to other threads and outlive the span.
struct SpanContext
{
    TraceId trace;
    SpanId span;
    [[nodiscard]] bool valid() const noexcept { return trace.valid() && span.valid(); }
};

/// One model call's figures. Tokens are inclusive: input with cached, output with reasoning. Cost in USD, as
/// exact decimal text ("0.045").
struct LlmCall
{
    std::string_view model = {};
    std::string_view provider = {};
    std::optional<std::int64_t> inputTokens = {};
    std::optional<std::int64_t> cachedTokens = {};
    std::optional<std::int64_t> outputTokens = {};
    std::optional<std::int64_t> reasoningTokens = {};
    std::optional<std::chrono::nanoseconds> timeToFirstToken = {};
    std::string_view cost = {};
};

namespace detail {
struct ContextStack;
struct SpanExtras;
struct Usage;
} // namespace detail

/// Text, a number, a bool, or Json.
template<class T>
concept AttributeValue = std::constructible_from<Value, const T&>;

struct ChatMessage
{
    std::string_view role; ///< system, user, assistant, tool
    std::string_view content;
    std::string_view id;
    std::string_view parentId;
};

struct ToolCall
{
    std::string_view name;
    std::string_view id;
    std::optional<Value> arguments;
    std::optional<Value> result;
};

/// What happened to a document on its way into a knowledge base.
struct DocumentEvent
{
    std::string_view document;
    std::optional<std::int64_t> chunks;
    std::string_view status;
};

/// An open span. It ends when it goes out of scope, or by `finish()`, whichever is first. Move-only.
class [[nodiscard("a span ends when its object does: keep it")]] Span
{
public:
    Span() noexcept : m_span{none} {} ///< records nothing
    Span(Span && other) noexcept
    {
        take(other);
    }
    Span& operator=(Span&& other) noexcept;
    ~Span()
    {
        if (records())
            end(true);
    }

    /// An attribute. The same key again: the last value counts.
    template<AttributeValue T> Span& set(std::string_view key, const T& value) noexcept;
    /// With a literal as its key, which is stored once for the whole program.
    template<detail::Literal Key, AttributeValue T> Span& set(Key & key, const T& value) noexcept;
    Span& setInput(const Value& value) noexcept;
    Span& setOutput(const Value& value) noexcept;
    /// Merges into the outputs; may be called many times and with nothing.
    Span& setOutputs(Fields outputs) noexcept;
    Span& setMetadata(std::string_view key, const Value& value) noexcept;
    Span& addTag(std::string_view tag) noexcept;
    Span& setStatus(Status status, std::string_view message = {}) noexcept;
    Span& recordError(std::string_view message, std::string_view type = {}) noexcept;
    Span& recordError(const std::exception& error) noexcept;
    Span& addEvent(std::string_view name, Fields attributes = {}) noexcept;
    Span& addEvent(std::string_view name, Json attributes) noexcept; ///< an object, or empty
    Span& addLink(SpanContext to, Fields attributes = {}) noexcept;
    Span& logLlmCall(const LlmCall& call) noexcept;
    Span& logChatMessage(const ChatMessage& message) noexcept;
    Span& logToolCall(const ToolCall& call) noexcept;
    Span& logDocumentEvent(const DocumentEvent& event) noexcept;
    Span& logScore(std::string_view name, const Value& value, std::string_view comment = {}) noexcept;
    Span& setInputMessageId(std::string_view id) noexcept;
    Span& setOutputMessageId(std::string_view id) noexcept;
    /// Takes it off this thread's stack: it stays open and is current nowhere. For event loops and
    /// coroutines.
    Span& detachFromThread() noexcept;

    /// A child of this span, whatever is current; becomes current on this thread.
    Span span(std::string_view name, Kind kind = Kind::span, const SpanOptions& options = {}) noexcept;

    [[nodiscard]] SpanContext context() const noexcept;
    [[nodiscard]] bool recording() const noexcept;
    /// Ends it now. Idempotent.
    void finish() noexcept
    {
        if (records())
            end(false);
    }

private:
    friend struct SpanAccess;
    friend Span trace(std::string_view name, const TraceOptions& options) noexcept;
    struct Opening;
    explicit Span(const Opening& opening) noexcept;
    void end(bool byDestructor) noexcept;
    void endByClock(bool byDestructor) noexcept;
    [[gnu::cold]] void endAnyhow(std::uint64_t ticks, bool byDestructor) noexcept;
    void endTrace(std::uint32_t spans, std::uint32_t errors) noexcept;
    void setAnyhow(std::string_view key, const Value& value) noexcept;
    /// The same, from where it is seldom needed.
    [[gnu::cold]] void setSeldom(std::string_view key, const Value& value) noexcept;
    void take(Span & other) noexcept;
    /// In `m_span` where it records nothing: never what a thread began last, nor what a forked child finds
    /// in its place, so that setting an attribute need not ask.
    static constexpr std::uint64_t none = ~std::uint64_t{0};
    [[nodiscard]] bool records() const noexcept
    {
        return m_span.value != none;
    }
    SpanId m_span;
    // A span that records nothing costs nothing: all that follows is set when it opens, two words at a time.
    detail::ContextStack* m_stack; ///< of what is current, where it lies at `m_depth`
    union {
        TraceId m_trace;
    };
    detail::SpanExtras* m_extras; ///< only where providers or a mask see the span
    detail::Usage* m_usage;       ///< only of a model call
    /// Equal to the recorder's present run while this span records; a forked child's run is another one.
    std::uint32_t m_run;
    std::uint32_t m_depth;
    std::uint16_t m_clockEpoch;
    std::uint8_t m_flags;
    Status m_status;
    std::uint32_t m_exceptions; ///< in flight when the span began
};

/// Opens a trace: a root span of a new trace id, current on this thread until it ends.
Span trace(std::string_view name, const TraceOptions& options) noexcept;
Span trace(std::string_view name) noexcept;
/// Opens a child of the current span. Without one: a trace of its own, marked detached.
Span span(std::string_view name, Kind kind, const SpanOptions& options) noexcept;
Span span(std::string_view name, Kind kind = Kind::span) noexcept;
/// With a literal as its name, which is stored once for the whole program.
template<detail::Literal Name> Span span(Name& name, Kind kind = Kind::span) noexcept;
/// A span if a trace is current, else a trace.
Span traceOrSpan(std::string_view name, Kind kind = Kind::span) noexcept;
/// What is current on this thread; invalid where nothing is.
[[nodiscard]] SpanContext current() noexcept;

// ── What is inlined ──

namespace detail {
/// Calls `write(type, text, number…)` with the parts of a value that has a short way into the journal.
template<class T, class Write>
[[gnu::always_inline]] inline bool writeParts(const T& value, const Write& write) noexcept
{
    const Value view(value);
    const auto type = static_cast<std::uint64_t>(view.type()) + 1;
    if constexpr (std::convertible_to<const T&, std::string_view>)
        return write(type, view.text());
    else if constexpr (std::floating_point<T>)
        return write(type, std::string_view(), std::bit_cast<std::uint64_t>(view.real()));
    else if constexpr (std::integral<T>)
        return write(type, std::string_view(), view.integer());
    else
        return false;
}
} // namespace detail

template<AttributeValue T> inline Span& Span::set(std::string_view key, const T& value) noexcept
{
    if (!records())
        return *this;
    if (m_extras != nullptr || detail::isUsage(key) ||
        !detail::writeParts(value, [&](std::uint64_t type, std::string_view text, auto... number) {
            return detail::writeAttribute(m_run, m_span.value, type, key, text, number...);
        }))
        setAnyhow(key, value);
    return *this;
}

template<detail::Literal Key, AttributeValue T>
[[gnu::always_inline]] inline Span& Span::set(Key& key, const T& value) noexcept
{
    const std::string_view name(key);
    if (detail::isUsage(name))
        setAnyhow(name, value);
    else if (!detail::writeParts(
                 value, [&](std::uint64_t type, std::string_view text,
                            auto... number) __attribute__((always_inline)) {
                     return detail::writeLiteralAttribute(m_span.value, type, name, text, number...);
                 })) [[unlikely]]
        setSeldom(name, value);
    return *this;
}

namespace detail {
Span openTrace(std::string_view name) noexcept;
Span openSpan(std::string_view name, Kind kind) noexcept;
/// `mark` is the name's; 0: it has none.
Span openSpan(std::string_view name, Kind kind, std::uint64_t mark) noexcept;
} // namespace detail

inline Span trace(std::string_view name) noexcept
{
    return detail::isOff() ? Span() : detail::openTrace(name);
}
inline Span span(std::string_view name, Kind kind) noexcept
{
    return detail::isOff() ? Span() : detail::openSpan(name, kind);
}
template<detail::Literal Name> inline Span span(Name& name, Kind kind) noexcept
{
    if (detail::isOff())
        return Span();
    return detail::openSpan(name, kind, detail::markOf(name));
}

namespace detail {
/// The input of a wrapped call: the argument itself where it is the only one, else `input.N`.
void setArgument(Span& span, std::size_t position, std::size_t count, const Value& value) noexcept;
/// Records the exception in flight on `span`; call inside a catch block.
void recordCurrentException(Span& span) noexcept;
} // namespace detail

/// Runs `body(span)` in a span; returns what it returns. An exception is recorded and passed on unchanged.
template<std::invocable<Span&> F>
std::invoke_result_t<F, Span&> inSpan(std::string_view name, Kind kind, F&& body)
{
    Span inner = span(name, kind);
#if defined(__cpp_exceptions)
    try {
        return std::invoke(std::forward<F>(body), inner);
    } catch (...) {
        detail::recordCurrentException(inner);
        throw;
    }
#else
    return std::invoke(std::forward<F>(body), inner);
#endif
}
template<std::invocable<Span&> F> std::invoke_result_t<F, Span&> inSpan(std::string_view name, F&& body)
{
    return inSpan(name, Kind::span, std::forward<F>(body));
}

/// What is current on a thread, to be made current on another: taken by `Context::current()`, entered by a
/// `ContextScope`.
class Context
{
public:
    Context() noexcept = default;
    [[nodiscard]] static Context current() noexcept;
    [[nodiscard]] SpanContext span() const noexcept { return m_span; }

private:
    friend class ContextScope;
    friend struct ContextAccess;
    SpanContext m_span;
    std::uint32_t m_run = detail::noRun;
    std::uint16_t m_clockEpoch = 0;
    std::uint8_t m_flags = 0;
};

/// Makes `context` current on this thread for as long as it lives.
class [[nodiscard]] ContextScope
{
public:
    [[nodiscard("what it makes current ends with it: keep it")]] explicit ContextScope(
        const Context& context) noexcept;
    ~ContextScope();
    ContextScope(const ContextScope&) = delete;
    ContextScope& operator=(const ContextScope&) = delete;

private:
    detail::ContextStack* m_stack = nullptr;
    std::uint32_t m_depth = 0;
    std::uint32_t m_run = detail::noRun;
};

/// `f`, to be called later and anywhere, under what is current now. Callable with what `f` is callable with.
template<class F> auto withContext(F f)
{
    return [context = Context::current(),
            f = std::move(f)]<class... Args>(Args&&... args) mutable -> std::invoke_result_t<F&, Args...> {
        const ContextScope scope(context);
        return std::invoke(f, std::forward<Args>(args)...);
    };
}

/// `f`, wrapped once: every call is a span, with the arguments as its input and the result as its output
/// where they are text, numbers or bool.
template<class F> auto traced(std::string name, F f, Kind kind = Kind::span)
{
    return [name = std::move(name), f = std::move(f),
            kind]<class... Args>(Args&&... args) mutable -> decltype(auto) {
        return inSpan(name, kind, [&](Span& call) -> decltype(auto) {
            [[maybe_unused]] std::size_t position = 0;
            (
                [&](const auto& argument) {
                    if constexpr (AttributeValue<std::remove_cvref_t<decltype(argument)>>)
                        detail::setArgument(call, position, sizeof...(Args), Value(argument));
                    ++position;
                }(args),
                ...);
            using Result = std::invoke_result_t<F&, Args...>;
            if constexpr (std::is_void_v<Result>) {
                std::invoke(f, std::forward<Args>(args)...);
            } else {
                Result result = std::invoke(f, std::forward<Args>(args)...);
                if constexpr (AttributeValue<std::remove_cvref_t<Result>>)
                    call.setOutput(Value(result));
                return static_cast<Result>(std::forward<Result>(result));
            }
        });
    };
}

/// The outputs of the span that is current on this thread; warns once where nothing is.
void setCurrentSpanOutputs(Fields outputs) noexcept;

/// Waits until all that was recorded is in the journal on disk; false when `timeout` passed first.
bool flush(std::chrono::milliseconds timeout = std::chrono::seconds(2)) noexcept;

} // namespace spanglass
