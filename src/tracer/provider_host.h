// SPDX-License-Identifier: Apache-2.0
/// Keeps a provider at arm's length: its queue, its thread, its failures.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <spanglass/provider.h>

namespace spanglass::detail {

/// Something of a provider failed: `action` is init, trace, span or end.
using ProviderTrouble = std::function<void(const std::string& provider, const char* action,
                                           const std::string& span, const std::string& why)>;

class ProviderHost
{
public:
    /// Does not throw, whatever the provider does.
    ProviderHost(std::shared_ptr<Provider> provider, std::size_t queueLength, ProviderTrouble trouble);
    ~ProviderHost();

    /// False: the provider stays out. Calls init() and ready().
    [[nodiscard]] bool begin();
    /// False: the provider does not get this one, so it must not get its end.
    [[nodiscard]] bool open(const std::shared_ptr<TraceContext>& context);
    void close(const std::shared_ptr<TraceContext>& context);
    /// Lets the queue run empty; false when that took longer. The thread then goes on by itself.
    bool stop(std::chrono::steady_clock::time_point deadline);

    [[nodiscard]] Provider& provider() const;
    /// Empty where the provider has none or fails to say.
    [[nodiscard]] std::string link(const TraceContext& trace) const;
    [[nodiscard]] std::uint64_t dropped() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// True on a thread that runs a provider: what a provider does is not traced.
[[nodiscard]] bool insideProvider() noexcept;

} // namespace spanglass::detail
