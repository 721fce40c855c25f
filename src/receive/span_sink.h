// SPDX-License-Identifier: GPL-3.0-or-later
/// Where the receiver puts what it took: journal records, a request's worth at a time. A journal in the
/// program, something that fails on demand in tests.
#pragma once

#include <string_view>

#include "base/result.h"
#include "journal/record.h"

namespace spanglass::receive {

class SpanSink
{
public:
    virtual ~SpanSink() = default;

    /// Resource and scope of the spans started after it, as JSON objects.
    virtual void beginContext(std::string_view resourceJson, std::string_view scopeJson) = 0;
    virtual void start(const journal::StartView& start) = 0;
    virtual void attribute(const journal::AttributeView& attribute) = 0;
    virtual void status(const journal::StatusView& status) = 0;
    virtual void event(const journal::EventView& event) = 0;
    virtual void link(const journal::LinkView& link) = 0;
    virtual void end(const journal::EndView& end) = 0;

    /// Makes what was collected safe, all or nothing. `unavailable`: it may work later.
    [[nodiscard]] virtual Result<void> write() = 0;
    virtual void discard() = 0;
};

} // namespace spanglass::receive
