// SPDX-License-Identifier: GPL-3.0-or-later
/// A program for the journal's tests to start, kill and look at afterwards: `journal-worker MODE [ARGUMENT]`.
/// It records into $SPANGLASS_STORE. What it is sure to have recorded it writes to the file descriptor 1.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <spanglass/tracer.h>

#include "journal_worker.h"

using namespace spanglass;

namespace {

/// What the threads acknowledge, in memory that outlives the process: TRUTH is the path of the file.
Truth* openTruth()
{
    const char* const path = std::getenv("TRUTH");
    std::FILE* const file = path != nullptr ? std::fopen(path, "r+b") : nullptr;
    if (file == nullptr)
        std::exit(3);
    void* const memory =
        ::mmap(nullptr, sizeof(Truth), PROT_READ | PROT_WRITE, MAP_SHARED, ::fileno(file), 0);
    return memory == MAP_FAILED ? nullptr : static_cast<Truth*>(memory);
}

void recordForEver(ThreadTruth& truth, unsigned thread)
{
    std::uint64_t number = 0;
    auto root = trace("thread " + std::to_string(thread));
    truth.root.store(root.context().span.value);
    for (;;) {
        auto outer = span("outer");
        truth.lastStarted[number % openKept].store(outer.context().span.value, std::memory_order_relaxed);
        truth.started.store(number + 1, std::memory_order_release);
        {
            auto inner = span("inner", Kind::tool);
            inner.set("number", number).set("text", "some words that fill a chunk");
            if (number % 64 == 0)
                inner.setInput(std::string(9000, 'p'));
        }
        outer.set("number", number);
        outer.finish();
        // Acknowledged only when end() returned: these must all be found.
        truth.ended.store(++number, std::memory_order_release);
        // Far less than the disk takes: a pool at its limit would drop, and this is about losing.
        if (number % 32 == 0)
            ::usleep(1000);
    }
}

int killed()
{
    Truth* const truth = openTruth();
    std::vector<std::thread> threads;
    for (unsigned at = 0; at < workerThreads; ++at)
        threads.emplace_back([truth, at] { recordForEver(truth->threads[at], at); });
    std::puts("ready");
    std::fflush(stdout);
    for (auto& thread : threads)
        thread.join();
    return 0;
}

void recordSome(const char* name, int count)
{
    auto root = trace(name);
    for (int at = 0; at < count; ++at)
        span("child").set("number", at);
}

struct EndsLate
{
    Span span;
    ~EndsLate() { span.finish(); }
};
EndsLate g_endsLate;

int dies(const std::string& how)
{
    auto open = trace("open");
    recordSome("ended", 100);
    if (how == "_exit")
        ::_exit(0);
    if (how == "quick_exit")
        std::quick_exit(0);
    if (how == "abort")
        std::abort();
    if (how == "terminate")
        std::terminate();
    if (how == "segv")
        ::raise(SIGSEGV);
    if (how == "static") {
        g_endsLate.span = trace("ends in a static destructor");
        open.finish();
        std::exit(0);
    }
    if (how == "exec") {
        ::execl("/proc/self/exe", "journal-worker", "record", "after exec", nullptr);
    }
    return 0;
}

int forks()
{
    auto before = trace("before the fork");
    std::atomic<bool> stop{false};
    std::vector<std::thread> busy;
    for (int at = 0; at < 4; ++at)
        busy.emplace_back([&stop] {
            auto root = trace("busy parent");
            while (!stop)
                span("busy child").set("k", 1);
        });
    std::vector<pid_t> children;
    for (int at = 0; at < 100; ++at) {
        const pid_t child = ::fork();
        if (child == 0) {
            before.set("from", "child"); // the parent's alone
            recordSome("in a child", 20);
            before.finish();
            ::_exit(0);
        }
        children.push_back(child);
    }
    int failed = 0;
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        failed += !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    }
    stop = true;
    for (auto& thread : busy)
        thread.join();
    before.set("from", "parent");
    return failed == 0 ? 0 : 1;
}

/// Records at a steady pace until told to stop, and keeps the longest that a span took.
int steady()
{
    Truth* const truth = openTruth();
    ThreadTruth& mine = truth->threads[0];
    std::uint64_t number = 0;
    {
        auto root = trace("steady");
        while (truth->stop.load() == 0) {
            const auto before = std::chrono::steady_clock::now();
            span("beat").set("number", number);
            const auto took = std::chrono::steady_clock::now() - before;
            truth->worstNs.store(std::max<std::int64_t>(truth->worstNs.load(), took.count()));
            mine.ended.store(++number);
            if (number % 16 == 0)
                ::usleep(200);
        }
    }
    truth->flushed.store(flush(std::chrono::seconds(20)) ? 1 : 2);
    return 0;
}

/// An agent that works all day: traces of a few calls, some of them failing, at a bearable pace.
int agent()
{
    Truth* const truth = openTruth();
    std::uint64_t number = 0;
    while (truth->stop.load() == 0) {
        auto root = trace("turn", {.user = "ada", .session = "s"});
        for (int call = 0; call < 15; ++call) {
            auto one = span("call", Kind::llm);
            one.set("number", ++number).logLlmCall({.inputTokens = 10, .outputTokens = 5, .cost = "0.001"});
            if (call == 7)
                one.setInput(std::string(9000, 'p')).recordError("busy");
        }
        ::usleep(50'000);
    }
    return flush(std::chrono::seconds(20)) ? 0 : 1;
}

int manyThreads()
{
    std::vector<std::thread> threads;
    for (int at = 0; at < 1000; ++at)
        threads.emplace_back([] { recordSome("thread", 100); });
    for (auto& thread : threads)
        thread.join();
    for (int at = 0; at < 20'000; ++at)
        std::thread([] { auto one = trace("short"); }).join();
    return 0;
}

int limited(rlim_t bytes)
{
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    recordSome("limited", 5000);
    flush(std::chrono::milliseconds(300));
    recordSome("limited", 5000);
    return 0;
}

int withoutDescriptors()
{
    const rlimit limit{3, 3};
    ::setrlimit(RLIMIT_NOFILE, &limit);
    recordSome("without descriptors", 100);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string mode = argc > 1 ? argv[1] : "";
    const std::string argument = argc > 2 ? argv[2] : "";
    if (mode == "killed")
        return killed();
    if (mode == "dies")
        return dies(argument);
    if (mode == "steady")
        return steady();
    if (mode == "agent")
        return agent();
    if (mode == "forks")
        return forks();
    if (mode == "threads")
        return manyThreads();
    if (mode == "limited")
        return limited(std::stoul(argument));
    if (mode == "no-descriptors")
        return withoutDescriptors();
    if (mode == "record") {
        recordSome(argument.c_str(), 100);
        return 0;
    }
    std::fprintf(stderr, "journal-worker: unknown mode\n");
    return 2;
}
