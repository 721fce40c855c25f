// SPDX-License-Identifier: GPL-3.0-or-later
/// The two events of bench_lttng.cpp. LTTng includes this file several times, to make different things of it.
#undef LTTNG_UST_TRACEPOINT_PROVIDER
#define LTTNG_UST_TRACEPOINT_PROVIDER spanglass_bench

#undef LTTNG_UST_TRACEPOINT_INCLUDE
#define LTTNG_UST_TRACEPOINT_INCLUDE "bench_lttng_events.h"

#if !defined(SPANGLASS_BENCH_LTTNG_EVENTS_H) || defined(LTTNG_UST_TRACEPOINT_HEADER_MULTI_READ)
#define SPANGLASS_BENCH_LTTNG_EVENTS_H

#include <lttng/tracepoint.h>

// clang-format off
LTTNG_UST_TRACEPOINT_EVENT(spanglass_bench, begin,
    LTTNG_UST_TP_ARGS(const char*, name),
    LTTNG_UST_TP_FIELDS(lttng_ust_field_string(name, name)))

LTTNG_UST_TRACEPOINT_EVENT(spanglass_bench, end,
    LTTNG_UST_TP_ARGS(const char*, model, int, inputTokens, int, outputTokens, double, temperature),
    LTTNG_UST_TP_FIELDS(
        lttng_ust_field_string(model, model)
        lttng_ust_field_integer(int, inputTokens, inputTokens)
        lttng_ust_field_integer(int, outputTokens, outputTokens)
        lttng_ust_field_float(double, temperature, temperature)))
// clang-format on

#endif

#include <lttng/tracepoint-event.h>
