// SPDX-License-Identifier: GPL-3.0-or-later
/// A plugin that traces, with a copy of the library of its own: loaded, used and unloaded by tst_plugin.
#include <thread>

#include <spanglass/tracer.h>

extern "C" __attribute__((visibility("default"))) int tracePluginWork(const char* name)
{
    auto trace = spanglass::trace(name);
    std::thread(spanglass::withContext([] { auto inner = spanglass::span("in a plugin's thread"); })).join();
    return spanglass::flush(std::chrono::seconds(20)) ? 1 : 0;
}
