// SPDX-License-Identifier: Apache-2.0
/// Runs by id; those that come before their parent wait.
#include <spanglass/callbacks.h>

#include <algorithm>

#include "base/names.h"
#include "tracer/context_access.h"

namespace spanglass {
namespace {

constexpr std::size_t endedRemembered = 1024;

std::string textOf(const Value& value)
{
    switch (value.type()) {
    case Value::Type::integer:
        return std::to_string(value.integer());
    case Value::Type::boolean:
        return value.integer() != 0 ? "true" : "false";
    case Value::Type::real:
        return std::to_string(value.real());
    default:
        return std::string(value.text());
    }
}

} // namespace

CallbackAdapter::Waiting* CallbackAdapter::waiting(std::string_view id)
{
    const auto found =
        std::find_if(m_waiting.begin(), m_waiting.end(), [&](const Waiting& run) { return run.id == id; });
    return found != m_waiting.end() ? &*found : nullptr;
}

void CallbackAdapter::onStart(std::string_view runId, std::string_view parentRunId, Kind kind,
                              std::string_view name, const Value& input)
{
    const std::lock_guard lock(m_mutex);
    if (m_runs.contains(runId) || waiting(runId) != nullptr)
        return; // said twice
    Waiting run;
    run.id = runId;
    run.parent = parentRunId;
    run.kind = kind;
    run.name = name;
    run.inputText = textOf(input);
    run.inputIsJson = input.type() != Value::Type::text;
    const bool parentIsThere =
        parentRunId.empty() || m_runs.contains(parentRunId) || m_ended.contains(parentRunId);
    if (!parentIsThere && m_waiting.size() < maxWaiting) {
        m_waiting.push_back(std::move(run));
        return;
    }
    begin(run);
    beginWaitingFor(run.id);
}

void CallbackAdapter::begin(const Waiting& waited)
{
    Context parent;
    if (const auto open = m_runs.find(waited.parent); open != m_runs.end())
        parent = open->second.context;
    else if (const auto ended = m_ended.find(waited.parent); ended != m_ended.end())
        parent = ended->second;
    else
        parent = Context::current();
    Run run;
    {
        // The callbacks' thread has no context of its own to disturb.
        const ContextScope scope(parent);
        run.span = parent.span().valid() ? span(waited.name, waited.kind)
                                         : trace(waited.name, TraceOptions{.kind = waited.kind});
        run.context = Context::current();
        run.span.detachFromThread();
    }
    run.began = std::chrono::steady_clock::now();
    if (!waited.inputText.empty()) {
        if (waited.inputIsJson)
            run.span.setInput(Json{waited.inputText});
        else
            run.span.setInput(waited.inputText);
    }
    m_runs[waited.id] = std::move(run);
}

/// Level by level, for a child may have children that wait for it.
void CallbackAdapter::beginWaitingFor(const std::string& parent)
{
    std::vector<std::string> begun{parent};
    while (!begun.empty()) {
        const std::string id = std::move(begun.back());
        begun.pop_back();
        for (std::size_t at = 0; at < m_waiting.size();) {
            if (m_waiting[at].parent != id) {
                ++at;
                continue;
            }
            const Waiting run = std::move(m_waiting[at]);
            m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(at));
            begin(run);
            begun.push_back(run.id);
            if (run.ended)
                finish(run.id, run);
        }
    }
}

void CallbackAdapter::onToken(std::string_view runId)
{
    const std::lock_guard lock(m_mutex);
    const auto run = m_runs.find(runId);
    if (run == m_runs.end() || std::exchange(run->second.hadToken, true))
        return;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - run->second.began;
    run->second.span.set(names::timeToFirstToken, took.count());
}

void CallbackAdapter::onEnd(std::string_view runId, const Value& output)
{
    const std::lock_guard lock(m_mutex);
    Waiting how;
    how.outputText = textOf(output);
    how.inputIsJson = output.type() != Value::Type::text;
    if (Waiting* const early = waiting(runId)) {
        early->ended = true;
        early->outputText = how.outputText;
        return;
    }
    finish(std::string(runId), how);
}

void CallbackAdapter::onError(std::string_view runId, std::string_view message, std::string_view type)
{
    const std::lock_guard lock(m_mutex);
    Waiting how;
    how.failed = true;
    how.outputText = message;
    how.errorType = type;
    if (Waiting* const early = waiting(runId)) {
        early->ended = early->failed = true;
        early->outputText = message;
        early->errorType = type;
        return;
    }
    finish(std::string(runId), how);
}

void CallbackAdapter::finish(const std::string& id, const Waiting& how)
{
    const auto run = m_runs.find(id);
    if (run == m_runs.end())
        return;
    Span& open = run->second.span;
    if (how.failed)
        open.recordError(how.outputText, how.errorType);
    else if (!how.outputText.empty() && how.inputIsJson)
        open.setOutput(Json{how.outputText});
    else if (!how.outputText.empty())
        open.setOutput(how.outputText);
    if (m_ended.size() >= endedRemembered)
        m_ended.erase(m_ended.begin());
    m_ended[id] = run->second.context;
    m_runs.erase(run);
}

std::size_t CallbackAdapter::openRuns() const
{
    const std::lock_guard lock(m_mutex);
    return m_runs.size();
}

} // namespace spanglass
