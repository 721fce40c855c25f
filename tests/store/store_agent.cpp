// SPDX-License-Identifier: GPL-3.0-or-later
/// A process for the store's tests that traces itself into $SPANGLASS_STORE: `store-agent TRACES` records so
/// many traces of five spans, then opens one more, says "open" and waits on its standard input with that one
/// running.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <spanglass/tracer.h>

int main(int argc, char** argv)
{
    const int traces = argc > 1 ? std::atoi(argv[1]) : 0;
    for (int number = 0; number < traces; ++number) {
        auto root = spanglass::trace("run", {.user = "ada"});
        for (int child = 0; child < 4; ++child) {
            auto span = spanglass::span("call", spanglass::Kind::llm);
            span.set("number", number).setInput("some words of run " + std::to_string(number));
        }
    }
    auto root = spanglass::trace("open run");
    auto child = spanglass::span("open call");
    child.set("known", "before the end");
    std::puts("open");
    std::fflush(stdout);
    return std::getchar() == EOF ? 0 : 1;
}
