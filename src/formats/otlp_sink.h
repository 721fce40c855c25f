// SPDX-License-Identifier: GPL-3.0-or-later
/// What a reader of OTLP hands its spans to, whether they came as protobuf or as JSON.
#pragma once

#include <string>
#include <string_view>

#include "trace/span.h"

namespace spanglass::formats {

/// What holds for the spans that follow.
struct OtlpSurroundings
{
    trace::Attributes resource;
    std::string service; ///< service.name of the resource, or empty
    trace::Scope scope;
};

class OtlpSink
{
public:
    virtual ~OtlpSink() = default;
    /// Before the first span of every scope; stays valid until the next call.
    virtual void surroundings(const OtlpSurroundings& around) = 0;
    /// A whole span. Its `resource` and `scope` are empty: they are what `surroundings` said. `source` is the
    /// span's own text or message within the bytes that are read. May take parts of the span away.
    virtual void span(trace::Span& span, std::string_view source) = 0;
    /// A span that cannot be kept, and why; the others are read on.
    virtual void rejected(const std::string& reason, std::string_view source) = 0;
};

} // namespace spanglass::formats
