// SPDX-License-Identifier: GPL-3.0-or-later
/// The least a span can cost: two readings of the clock and a 128-byte record into mapped memory that is used
/// again and again. Prints "NAME NANOSECONDS" lines of thread-CPU time; medians of batches with pauses, as
/// the tracer's bench has them.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>
#include <vector>

#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace {

constexpr int batches = 200;
constexpr int spansPerBatch = 2000;
constexpr std::size_t memoryBytes = 1 << 20;

struct Record
{
    std::uint64_t begin;
    std::uint64_t end;
    std::uint64_t words[14];
};
static_assert(sizeof(Record) == 128);

std::uint64_t monotonic()
{
    timespec time{};
    ::clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000u +
           static_cast<std::uint64_t>(time.tv_nsec);
}

#if defined(__x86_64__)
std::uint64_t counter()
{
    return __rdtsc();
}
#endif

double threadCpuNs()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e9 + static_cast<double>(time.tv_nsec);
}

template<std::uint64_t (*now)()> double medianNs()
{
    char name[] = "/dev/shm/spanglass-floor-XXXXXX";
    const int file = ::mkstemp(name);
    ::unlink(name);
    if (file < 0 || ::posix_fallocate(file, 0, memoryBytes) != 0)
        return 0;
    void* mapped = ::mmap(nullptr, memoryBytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED)
        return 0;
    auto* const memory = static_cast<char*>(mapped);
    std::size_t at = 0;
    std::vector<double> times;
    for (int batch = 0; batch < batches; ++batch) {
        const double before = threadCpuNs();
        for (int span = 0; span < spansPerBatch; ++span) {
            Record record{};
            record.begin = now();
            record.words[0] = static_cast<std::uint64_t>(span);
            record.end = now();
            std::memcpy(memory + at, &record, sizeof record);
            asm volatile("" ::: "memory");
            at = (at + sizeof record) % memoryBytes;
        }
        times.push_back((threadCpuNs() - before) / spansPerBatch);
        ::usleep(2000);
    }
    ::munmap(mapped, memoryBytes);
    std::nth_element(times.begin(), times.begin() + batches / 2, times.end());
    return times[batches / 2];
}

#if defined(__x86_64__)
double twoThreadsNs()
{
    double first = 0;
    double second = 0;
    std::thread other([&] { second = medianNs<counter>(); });
    first = medianNs<counter>();
    other.join();
    return (first + second) / 2;
}
#endif

} // namespace

int main()
{
#if defined(__x86_64__)
    std::printf("floorNs %.2f\n", medianNs<counter>());
    std::printf("twoThreadFloorNs %.2f\n", twoThreadsNs());
#endif
    std::printf("monotonicFloorNs %.2f\n", medianNs<monotonic>());
}
