// SPDX-License-Identifier: Apache-2.0
/// The part of the tracer that is inlined into its callers: asking whether a span still records, and writing
/// a short attribute. Not for programs.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

#include <spanglass/detail/pen.h>

namespace spanglass::detail {

/// No span of any run has this.
inline constexpr std::uint32_t noRun = 0xffffffff;

/// A *run* is the time between a start and a stop of recording in one process, with a number of its own. The
/// number stands in a page that the kernel wipes in a forked child, so that one comparison per call tells
/// everything: a span of an ended run, of the parent process, or of none, records nothing.
struct ForkPage
{
    std::atomic<std::uint32_t> run{0};
    std::atomic<std::uint32_t> starting{0};
};
extern std::atomic<ForkPage*> g_page;
extern std::atomic<bool> g_switchedOff;

[[nodiscard]] inline std::uint32_t presentRun() noexcept
{
    return g_page.load(std::memory_order_relaxed)->run.load(std::memory_order_relaxed);
}
[[nodiscard]] inline bool isOff() noexcept
{
    return g_switchedOff.load(std::memory_order_relaxed);
}

/// What of a thread's state is used at every call.
struct HotThread
{
    std::uint32_t run = 0; ///< that everything below belongs to
    /// While the pen is in use: a signal handler that traces on this thread must not touch it, and whoever
    /// retires the recorder waits.
    std::atomic<bool> busy{false};
    Pen pen;
};
extern thread_local constinit HotThread* t_thread __attribute__((tls_model("initial-exec")));

/// Marks the pen as in use for a scope; false inside a signal handler that interrupted such a scope.
class PenGuard
{
public:
    explicit PenGuard(HotThread& thread) noexcept
        : m_thread(thread), m_mine(!thread.busy.load(std::memory_order_relaxed))
    {
        thread.busy.store(true, std::memory_order_relaxed);
        std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    ~PenGuard()
    {
        if (m_mine)
            m_thread.busy.store(false, std::memory_order_release);
    }
    PenGuard(const PenGuard&) = delete;
    PenGuard& operator=(const PenGuard&) = delete;
    explicit operator bool() const noexcept { return m_mine; }

private:
    HotThread& m_thread;
    bool m_mine;
};

/// Figures of model calls, which a trace sums up when it ends.
[[nodiscard]] constexpr bool isUsage(std::string_view key) noexcept
{
    constexpr std::string_view prefix = "gen_ai.usage.";
    return key.size() > prefix.size() && key[7] == 'u' && key.starts_with(prefix);
}

inline constexpr std::size_t inlineTextBytes = 512;
inline constexpr std::uint64_t attributeRecord = 2;

/// Writes an attribute where that takes nothing but room in this thread's chunk; false: it needs the long
/// way.
template<class... Number>
[[nodiscard]] inline bool writeAttribute(std::uint32_t run, std::uint64_t span, std::uint64_t valueType,
                                         std::string_view key, std::string_view text,
                                         Number... number) noexcept
{
    HotThread* const thread = t_thread;
    if (thread == nullptr || thread->run != run || key.size() + text.size() > inlineTextBytes ||
        !thread->pen.fits(sizeAboutSpan(sizeof...(number), key.size() + text.size())))
        return false;
    const PenGuard guard(*thread);
    const bool good = guard && run == presentRun();
    if (good)
        writeSpanRecord(thread->pen, attributeRecord, span, valueType, key.size(), key, text, number...);
    return good;
}

} // namespace spanglass::detail
