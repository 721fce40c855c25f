// SPDX-License-Identifier: Apache-2.0
/// The service as an object around the process's one run.
#include <spanglass/service.h>

#include "tracer/open_traces.h"
#include "tracer/runtime.h"
#include "tracer/service_state.h"

namespace spanglass {
namespace {

/// What the table of open traces does not know.
void complete(TraceMetadata& trace)
{
    const auto state = detail::serviceState();
    if (state == nullptr)
        return;
    if (trace.project.empty())
        trace.project = state->settings.project;
    if (state->settings.journal)
        trace.links["journal"] = "spanglass spans " + trace.trace.hex();
    for (const auto& [destination, link] : state->settings.traceLinks)
        trace.links[destination] = link + trace.trace.hex();
    TraceContext context;
    context.trace = trace.trace;
    context.span = trace.span;
    context.name = trace.name;
    context.project = trace.project;
    context.isTrace = true;
    for (const auto& host : state->hosts)
        if (std::string link = host->link(context); !link.empty())
            trace.links[std::string(host->provider().name())] = std::move(link);
}

} // namespace

TraceMetadata traceMetadata()
{
    const TraceId trace = current().trace;
    TraceMetadata metadata;
    if (!trace.valid())
        return metadata;
    if (auto found = detail::openTraces().find(trace))
        metadata = std::move(*found);
    metadata.trace = trace; // also of one whose root is in another program
    complete(metadata);
    return metadata;
}

TracingService& TracingService::instance()
{
    // Never destroyed: the process's end is the runtime's business.
    static TracingService& it = *new TracingService(Hidden{});
    return it;
}

TracingService::TracingService(Hidden) : m_fromEnvironment(true) {}

TracingService::TracingService(ServiceOptions options) : m_options(std::move(options))
{
    detail::stop(std::chrono::seconds(2));
    init();
}

TracingService::~TracingService()
{
    shutdown();
    detail::setOptions({});
    detail::allowStart(); // the next span starts from the environment again
}

void TracingService::init()
{
    if (activated())
        return;
    if (!m_fromEnvironment)
        detail::setOptions(m_options);
    detail::allowStart();
    static_cast<void>(detail::start());
}

bool TracingService::shutdown(std::chrono::milliseconds timeout)
{
    return detail::stop(timeout);
}

bool TracingService::activated() const
{
    return detail::isLive(detail::presentRun());
}

std::vector<std::string> TracingService::providers() const
{
    std::vector<std::string> names;
    if (const auto state = detail::serviceState()) {
        if (state->settings.journal)
            names.emplace_back("journal");
        for (const auto& host : state->hosts)
            names.emplace_back(host->provider().name());
    }
    return names;
}

std::vector<TraceMetadata> TracingService::activeTraces() const
{
    std::vector<TraceMetadata> traces = detail::openTraces().all();
    for (TraceMetadata& trace : traces)
        complete(trace);
    return traces;
}

std::uint64_t TracingService::backlogDropped() const
{
    std::uint64_t dropped = 0;
    if (const auto state = detail::serviceState())
        for (const auto& host : state->hosts)
            dropped += host->dropped();
    return dropped;
}

void TracingService::setLogger(Logger logger)
{
    detail::setLogger(std::move(logger));
}

void TracingService::onTraceStart(std::function<void(const TraceMetadata&)> hook)
{
    detail::setTraceHook(std::move(hook));
}

} // namespace spanglass
