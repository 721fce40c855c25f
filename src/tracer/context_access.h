// SPDX-License-Identifier: Apache-2.0
/// Contexts made from elsewhere than this process's spans.
#pragma once

#include <spanglass/propagation.h>
#include <spanglass/tracer.h>

namespace spanglass {

struct ContextAccess
{
    [[nodiscard]] static Context ofRemote(const RemoteContext& remote) noexcept;
    [[nodiscard]] static Context of(SpanContext span) noexcept;
    [[nodiscard]] static bool sampled(const Context& context) noexcept;
    /// Makes it what is current on `stack`; false where there is nothing to be current, or no memory.
    static bool place(const Context& context, detail::ContextStack& stack) noexcept;
};

} // namespace spanglass
