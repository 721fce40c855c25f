// SPDX-License-Identifier: GPL-3.0-or-later
/// What LTTng-UST takes for a span's begin and end with four fields: prints "lttngNs NANOSECONDS" of thread
/// CPU time, the median of batches with pauses, as the tracer's bench has them. It makes a session of its own
/// in a directory that goes again; without a session daemon the events would be off and cost nothing.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <unistd.h>
#include <vector>

#define LTTNG_UST_TRACEPOINT_DEFINE
#define LTTNG_UST_TRACEPOINT_CREATE_PROBES
#include "bench_lttng_events.h"

namespace {

constexpr int batches = 200;
constexpr int spansPerBatch = 2000;

double threadCpuNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

bool run(const std::string& command)
{
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

} // namespace

int main()
{
    char directory[] = "/tmp/spanglass-lttng-XXXXXX";
    if (::mkdtemp(directory) == nullptr)
        return 1;
    const std::string session = "spanglass-" + std::to_string(::getpid());
    run("lttng-sessiond --daemonize --no-kernel");
    const bool ready =
        run("lttng create " + session + " --output=" + directory) &&
        run("lttng enable-channel --userspace --session=" + session +
            " --discard --subbuf-size=4M --num-subbuf=4 spans") &&
        run("lttng enable-event --userspace --session=" + session + " --channel=spans 'spanglass_bench:*'") &&
        run("lttng start " + session);
    for (int wait = 0; ready && !lttng_ust_tracepoint_enabled(spanglass_bench, begin) && wait < 1000; ++wait)
        ::usleep(10'000);
    if (!ready || !lttng_ust_tracepoint_enabled(spanglass_bench, begin)) {
        std::fprintf(stderr, "spanglass: bench tracer: no LTTng session could be started\n");
        return 1;
    }
    std::vector<double> times;
    for (int batch = 0; batch < batches; ++batch) {
        const double before = threadCpuNs();
        for (int span = 0; span < spansPerBatch; ++span) {
            lttng_ust_tracepoint(spanglass_bench, begin, "llm.chat");
            lttng_ust_tracepoint(spanglass_bench, end, "gpt-5-mini", span, 812, 0.2);
        }
        times.push_back((threadCpuNs() - before) / spansPerBatch);
        ::usleep(2000);
    }
    run("lttng destroy --no-wait " + session);
    run(std::string("rm -rf ") + directory);
    std::nth_element(times.begin(), times.begin() + batches / 2, times.end());
    std::printf("lttngNs %.2f\n", times[batches / 2]);
}
