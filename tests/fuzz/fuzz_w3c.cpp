// SPDX-License-Identifier: GPL-3.0-or-later
/// traceparent, tracestate and baggage as a host's web framework hands them on.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "spanglass/propagation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view header(reinterpret_cast<const char*>(data), size);
    (void)spanglass::parseTraceparent(header);
    // What we send on is what others may send to us.
    const std::string state = spanglass::cleanTraceState(header);
    if (spanglass::cleanTraceState(state) != state)
        std::abort();
    const std::string baggage = spanglass::formatBaggage(spanglass::parseBaggage(header));
    if (spanglass::formatBaggage(spanglass::parseBaggage(baggage)) != baggage)
        std::abort();
    return 0;
}
