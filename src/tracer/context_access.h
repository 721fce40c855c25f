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
};

} // namespace spanglass
