// SPDX-License-Identifier: Apache-2.0
/// `spanglass-bench-tracer [--json]`: what a span costs on this machine. Every figure is measured in a
/// process of its own (this program again, with --part), the journals are read back, and every span is
/// counted.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <spanglass/tracer.h>

#include "base/json_writer.h"
#include "journal/clock.h"
#include "journal/reader.h"

using namespace spanglass;

namespace {

constexpr int batches = 200;
constexpr int spansPerBatch = 2000;
constexpr int largePerBatch = 200; ///< so that the disk keeps up with them
/// Reading a thread's CPU time takes half a microsecond: nothing beside a span, a lot beside none.
constexpr int manyPerBatch = 100'000;

double threadCpuNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

double processCpuNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Batches with pauses, in which the drain thread works: a program does something between its spans.
template<class Body> double medianNs(const Body& body, int perBatch = spansPerBatch)
{
    std::vector<double> times;
    for (int batch = 0; batch < batches; ++batch) {
        const double before = threadCpuNs();
        for (int at = 0; at < perBatch; ++at)
            body(at);
        times.push_back((threadCpuNs() - before) / perBatch);
        ::usleep(2000);
    }
    return median(std::move(times));
}

void spanWithFour(int at)
{
    auto call = span("llm.chat", Kind::llm);
    call.set("model", "gpt-5-mini");
    call.set("input_tokens", at);
    call.set("output_tokens", 812);
    call.set("temperature", 0.2);
}

void report(const char* name, double value)
{
    std::printf("%s %.3f\n", name, value);
}

void measureSpan(const char* name)
{
    auto root = trace("bench");
    report(name, medianNs(spanWithFour));
}

void measureTwoThreads()
{
    double times[2] = {};
    std::thread threads[2];
    for (int at = 0; at < 2; ++at)
        threads[at] = std::thread([&times, at] {
            auto root = trace("bench");
            times[at] = medianNs(spanWithFour);
        });
    for (auto& thread : threads)
        thread.join();
    report("twoThreadSpanNs", (times[0] + times[1]) / 2);
}

void measureInput()
{
    const std::string input(2048, 'x');
    auto root = trace("bench");
    report("span2kNs", medianNs([&](int) { span("llm.chat", Kind::llm).setInput(input); }, largePerBatch));
}

void measureEnds()
{
    std::vector<std::uint64_t> times;
    constexpr std::size_t count = 200'000;
    times.reserve(count);
    auto root = trace("bench");
    const auto begin = journal::clock::pair();
    while (times.size() < count) {
        for (int at = 0; at < spansPerBatch; ++at) {
            auto call = span("llm.chat", Kind::llm);
            call.set("model", "gpt-5-mini")
                .set("input_tokens", at)
                .set("output_tokens", 812)
                .set("temperature", 0.2);
            const std::uint64_t before = journal::clock::ticks();
            call.finish();
            times.push_back(journal::clock::ticks() - before);
        }
        ::usleep(2000);
    }
    const double nsPerTick = journal::clock::nsPerTick(begin, 1'000'000);
    const auto at = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 1000 * 999);
    std::nth_element(times.begin(), at, times.end());
    report("p999Ns", static_cast<double>(*at) * nsPerTick);
}

void recordWithPauses(int count)
{
    auto root = trace("bench");
    for (int at = 0; at < count; ++at) {
        spanWithFour(at);
        if (at % spansPerBatch == spansPerBatch - 1)
            ::usleep(2000);
    }
}

/// All that the process does for a span: recording, draining with checksums, writing. Somebody gathers
/// meanwhile, as a keeper does, so that segments are used again; the first half is for getting there.
void measureProcess()
{
    constexpr int count = batches * spansPerBatch;
    recordWithPauses(count);
    const double cpuBefore = processCpuNs();
    const auto begin = std::chrono::steady_clock::now();
    recordWithPauses(count);
    const bool flushed = flush(std::chrono::seconds(30));
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
    report("processCpuNs", (processCpuNs() - cpuBefore) / count);
    if (flushed)
        report("spansPerSecondToDisk", count / wall.count());
}

void measureDisabled()
{
    const auto body = [](int at) {
        auto call = span("llm.chat", Kind::llm);
        asm volatile("" ::"r"(at) : "memory");
    };
    report("disabledNs", medianNs(body, manyPerBatch));
}

struct Part
{
    const char* name;
    void (*measure)();
    const char* environment;      ///< NAME=VALUE, or null
    std::uint64_t spans;          ///< that must be there afterwards
    bool gathered = false;        ///< while it runs
    const char* figure = nullptr; ///< beside which `floor` is measured, several times
    const char* floor = nullptr;
};

constexpr std::uint64_t oneRun = std::uint64_t{batches} * spansPerBatch + 1;
const Part parts[] = {
    {"span", [] { measureSpan("spanNs"); }, nullptr, oneRun, false, "spanNs", "floorNs"},
    {"span0",
     [] {
         auto root = trace("bench");
         report("span0Ns", medianNs([](int) { auto call = span("llm.chat", Kind::llm); }));
     },
     nullptr, oneRun},
    {"span2k", measureInput, nullptr, std::uint64_t{batches} * largePerBatch + 1},
    {"two", measureTwoThreads, nullptr, 2 * oneRun, false, "twoThreadSpanNs", "twoThreadFloorNs"},
    {"monotonic", [] { measureSpan("monotonicSpanNs"); }, "SPANGLASS_CLOCK=monotonic", oneRun, false,
     "monotonicSpanNs", "monotonicFloorNs"},
    {"ends", measureEnds, nullptr, 200'001},
    {"process", measureProcess, nullptr, 2 * oneRun, true},
    {"disabled", measureDisabled, "TRACING_MODE=noop", 0},
};

struct ReadBack
{
    std::uint64_t ended = 0;
    std::uint64_t dropped = 0;
    std::uint64_t bytes = 0;
};

/// Reads the one journal of a store, piece by piece, and says what it has read.
class Gatherer
{
public:
    explicit Gatherer(std::filesystem::path store) : m_store(std::move(store)) {}

    /// All that is there by now; `release`: what was read may be written over.
    void gather(bool release)
    {
        if (m_reader == nullptr && !open())
            return;
        for (bool more = true; more;) {
            const auto stats = m_reader->read(m_cursor, [this](const journal::RecordView& record) {
                m_read.ended += std::holds_alternative<journal::EndView>(record);
                if (const auto* books = std::get_if<journal::BooksView>(&record))
                    m_read.dropped = books->dropped;
            });
            more = stats && stats->bytes > 0;
            m_read.bytes += stats ? stats->bytes : 0;
            if (more && release)
                static_cast<void>(m_reader->release(m_cursor));
        }
    }
    [[nodiscard]] const ReadBack& read() const { return m_read; }

private:
    bool open()
    {
        const auto journals = journal::listJournals(m_store);
        if (!journals || journals->empty())
            return false;
        auto reader = journal::Reader::open(journals->front());
        if (!reader)
            return false;
        m_reader = std::move(*reader);
        return true;
    }

    std::filesystem::path m_store;
    std::unique_ptr<journal::Reader> m_reader;
    journal::Cursor m_cursor;
    ReadBack m_read;
};

using Figures = std::map<std::string, double>;

void readFigures(const std::string& command, Figures& figures)
{
    std::FILE* const pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr)
        return;
    char name[64];
    double value = 0;
    while (std::fscanf(pipe, "%63s %lf", name, &value) == 2)
        figures[name] = value;
    ::pclose(pipe);
}

std::string quoted(const std::string& text)
{
    return "'" + text + "'";
}

/// The journal of one part in a store of its own, read back and counted.
void measurePart(const Part& part, const std::filesystem::path& program, const std::filesystem::path& base,
                 Figures& figures)
{
    const auto store = base / part.name;
    std::filesystem::create_directories(store);
    std::filesystem::permissions(store, std::filesystem::perms::owner_all);
    const std::string environment =
        part.environment != nullptr ? std::string(part.environment) + " " : std::string();
    Gatherer gatherer(store);
    std::jthread keeper;
    if (part.gathered)
        keeper = std::jthread([&gatherer](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                gatherer.gather(true);
                ::usleep(20'000);
            }
        });
    readFigures(environment + "SPANGLASS_STORE=" + quoted(store) + " " + quoted(program) + " --part " +
                    part.name,
                figures);
    if (keeper.joinable()) {
        keeper.request_stop();
        keeper.join();
    }
    gatherer.gather(false);
    const ReadBack& read = gatherer.read();
    figures["dropped"] += static_cast<double>(read.dropped);
    if (read.ended + read.dropped != part.spans)
        std::fprintf(stderr, "spanglass: bench tracer: %s: %llu of %llu spans read back\n", part.name,
                     static_cast<unsigned long long>(read.ended),
                     static_cast<unsigned long long>(part.spans));
    if (std::strcmp(part.name, "span") == 0 && read.ended > 0)
        figures["bytesPerSpan"] = static_cast<double>(read.bytes) / static_cast<double>(read.ended);
    std::error_code ignored;
    std::filesystem::remove_all(store, ignored);
}

void measureBeside(const std::filesystem::path& program, const char* beside, Figures& figures)
{
    const auto path = program.parent_path() / beside;
    if (std::filesystem::exists(path))
        readFigures(quoted(path), figures);
    else
        std::fprintf(stderr, "spanglass: bench tracer: %s is not installed: its figures are absent\n",
                     beside);
}

/// Of a figure and its floor, those of the round with the middle ratio: the machine's speed drifts, and both
/// were taken within a second or two.
void keepMiddle(std::vector<Figures>& rounds, const char* name, const char* floor, Figures& figures)
{
    const auto middle = rounds.begin() + static_cast<std::ptrdiff_t>(rounds.size() / 2);
    std::nth_element(rounds.begin(), middle, rounds.end(),
                     [=](Figures& a, Figures& b) { return a[name] * b[floor] < b[name] * a[floor]; });
    figures[name] = (*middle)[name];
    if (middle->contains(floor))
        figures[floor] = (*middle)[floor];
}

void measureAll(const std::filesystem::path& program, Figures& figures)
{
    const auto base =
        std::filesystem::temp_directory_path() / ("spanglass-bench-" + std::to_string(::getpid()));
    std::vector<Figures> rounds(7);
    for (Figures& round : rounds) {
        for (const Part& part : parts)
            if (part.floor != nullptr)
                measurePart(part, program, base, round);
        measureBeside(program, "spanglass-floor-span", round);
        figures["dropped"] += round["dropped"];
        figures["bytesPerSpan"] = round["bytesPerSpan"];
    }
    for (const Part& part : parts) {
        if (part.floor != nullptr)
            keepMiddle(rounds, part.figure, part.floor, figures);
        else
            measurePart(part, program, base, figures);
    }
    measureBeside(program, "spanglass-bench-lttng", figures);
    std::error_code ignored;
    std::filesystem::remove_all(base, ignored);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--part") == 0) {
        for (const Part& part : parts)
            if (std::strcmp(part.name, argv[2]) == 0)
                part.measure();
        return 0;
    }
    const bool json = argc == 2 && std::strcmp(argv[1], "--json") == 0;
    if (argc > 1 && !json) {
        std::fprintf(stderr, "spanglass: usage: spanglass-bench-tracer [--json]\n");
        return 2;
    }
    Figures figures;
    measureAll(std::filesystem::read_symlink("/proc/self/exe"), figures);
    JsonWriter text;
    text.beginObject();
    for (const auto& [name, value] : figures) {
        text.member(name, value);
        if (!json)
            std::printf("%-22s %12.2f\n", name.c_str(), value);
    }
    text.endObject();
    if (json)
        std::printf("%s\n", text.text().c_str());
}
