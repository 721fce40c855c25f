// SPDX-License-Identifier: Apache-2.0
/// For agent frameworks that report what they do by callbacks: the same tree, from any thread and in any
/// order.
///
///     spanglass::CallbackAdapter adapter;
///     adapter.onStart("run-1", "", Kind::agent, "answer", question);
///     adapter.onStart("run-2", "run-1", Kind::llm, "chat", prompt);
///     adapter.onToken("run-2");                        // the first one is the time to first token
///     adapter.onEnd("run-2", completion);
///     adapter.onEnd("run-1", answer);
///
/// A run whose parent has not started yet waits for it (at most `maxWaiting` runs; then it is a trace of its
/// own). Ends and errors of runs that are not known are ignored.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <spanglass/tracer.h>

namespace spanglass {

class CallbackAdapter
{
public:
    void onStart(std::string_view runId, std::string_view parentRunId, Kind kind, std::string_view name,
                 const Value& input);
    void onToken(std::string_view runId);
    void onEnd(std::string_view runId, const Value& output);
    void onError(std::string_view runId, std::string_view message, std::string_view type = {});
    [[nodiscard]] std::size_t openRuns() const;

    static constexpr std::size_t maxWaiting = 1024;

private:
    struct Run
    {
        Span span;
        Context context;
        std::chrono::steady_clock::time_point began;
        bool hadToken = false;
    };
    struct Waiting
    {
        std::string id, parent, name, inputText;
        Kind kind = Kind::span;
        bool inputIsJson = false;
        bool ended = false, failed = false;
        std::string outputText, errorType;
    };
    void begin(const Waiting& run);
    void beginWaitingFor(const std::string& parent);
    void finish(const std::string& id, const Waiting& how);
    Waiting* waiting(std::string_view id);

    mutable std::mutex m_mutex;
    std::map<std::string, Run, std::less<>> m_runs;
    std::map<std::string, Context, std::less<>> m_ended; ///< parents of runs that are reported late
    std::vector<Waiting> m_waiting;
};

} // namespace spanglass
