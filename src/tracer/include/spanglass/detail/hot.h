// SPDX-License-Identifier: Apache-2.0
/// The part of the tracer that is inlined into its callers: asking whether a span still records, and writing
/// a short attribute. Not for programs.
#pragma once

#include <array>
#include <atomic>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

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

/// What of a thread's state is used at every call. It lies in memory that a forked child finds wiped, and is
/// told when its run is over, so that `run` alone says whether anything below counts.
struct alignas(64) HotThread
{
    std::atomic<std::uint32_t> run{0}; ///< that everything below belongs to; 0: none
    /// The same where spans can be opened and ended the short way; else 0.
    std::atomic<std::uint32_t> shortRun{0};
    Pen pen;
    /// While the pen is in use: a signal handler that traces on this thread must not touch it, and whoever
    /// retires the recorder waits. This thread alone writes it, and may read it as it is.
    bool busy = false;

    void setBusy(bool now) noexcept
    {
        const std::atomic_ref<bool> shared(busy);
        shared.store(now, now ? std::memory_order_relaxed : std::memory_order_release);
        if (now)
            std::atomic_signal_fence(std::memory_order_seq_cst);
    }
    /// Of another thread.
    [[nodiscard]] bool isBusy() noexcept
    {
        return std::atomic_ref<bool>(busy).load(std::memory_order_acquire);
    }
    void endRun() noexcept
    {
        shortRun.store(0);
        run.store(0);
    }
};
extern thread_local constinit HotThread* t_thread __attribute__((tls_model("initial-exec")));

/// Marks the pen as in use for a scope; false inside a signal handler that interrupted such a scope.
class PenGuard
{
public:
    explicit PenGuard(HotThread& thread) noexcept : m_thread(thread), m_mine(!thread.busy)
    {
        thread.setBusy(true);
    }
    ~PenGuard()
    {
        if (m_mine)
            m_thread.setBusy(false);
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

// ── Names that are part of the program ──

/// A name that has a number in the present run: its hash, written last, and the number in the upper 16 bits
/// of `mark`.
struct NameSlot
{
    std::atomic<std::uint64_t> hash{0};
    std::atomic<std::uint64_t> mark{0};
};
inline constexpr std::size_t nameSlots = 128;
inline constexpr std::size_t longestNumbered = 56;
extern std::array<NameSlot, nameSlots> g_names;

/// Gives the name a number where there is room; the slot's mark, or 0: it has none.
[[nodiscard, gnu::cold]] std::uint64_t numberName(std::uint64_t hash, std::string_view name) noexcept;

/// Of a literal, the compiler knows it. A program's literals are few: that two of them have the same 63 bits
/// is as likely as that two random span ids are equal.
[[nodiscard, gnu::always_inline]] inline std::uint64_t hashOf(std::string_view name) noexcept
{
    const std::size_t bytes = name.size();
    std::uint64_t hash = bytes * 0x165667B19E3779F9u;
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC unroll 7
#endif
    for (std::size_t at = 0; at < bytes; at += 8) {
        hash = (hash ^ wordOf(name.data() + at, bytes - at < 8 ? bytes - at : 8)) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 32;
    }
    return hash * 0xC2B2AE3D27D4EB4Fu | 1;
}
[[nodiscard]] constexpr std::size_t placeOf(std::uint64_t hash) noexcept
{
    static_assert(nameSlots == 1u << 7);
    return hash >> 57;
}

/// What a string literal is. Only literals are numbered: there is a bounded number of them, and looking one
/// up is comparing constants.
template<class T>
concept Literal = std::same_as<T, const char[std::extent_v<T>]>;

/// The mark of a literal in the present run; 0: it has none. Where a run may have ended since, `run` or
/// `subject` of the thread say so afterwards.
[[nodiscard, gnu::always_inline]] inline std::uint64_t markOf(std::string_view name) noexcept
{
    const std::size_t bytes = name.size();
    if (bytes == 0 || bytes > longestNumbered)
        return 0;
    const std::uint64_t hash = hashOf(name);
    const NameSlot& slot = g_names[placeOf(hash)];
    if (slot.hash.load(std::memory_order_acquire) != hash) [[unlikely]]
        return numberName(hash, name);
    const std::uint64_t mark = slot.mark.load(std::memory_order_relaxed);
    if (mark == 0)
        __builtin_unreachable(); // it was written before the hash, and is never taken back
    return mark;
}

// ── Attributes ──

inline constexpr std::size_t inlineTextBytes = 512;
inline constexpr std::uint64_t attributeRecord = 2;

/// This thread's pen, in use for as long as `write` takes; false where it is not to be had.
template<class Write> [[nodiscard, gnu::always_inline]] inline bool withPen(const Write& write) noexcept
{
    HotThread* const thread = t_thread;
    if (thread == nullptr || thread->busy) [[unlikely]]
        return false;
    thread->setBusy(true);
    const bool good = write(*thread);
    thread->setBusy(false);
    return good;
}

/// Writes an attribute where that takes nothing but room in this thread's chunk; false: it needs the long
/// way.
template<class... Number>
[[nodiscard]] inline bool writeAttribute(std::uint32_t run, std::uint64_t span, std::uint64_t valueType,
                                         std::string_view key, std::string_view text,
                                         Number... number) noexcept
{
    return key.size() + text.size() <= inlineTextBytes && withPen([&](HotThread& thread) {
               if (thread.run.load(std::memory_order_relaxed) != run ||
                   !thread.pen.fits(sizeAboutSpan(sizeof...(number), key.size() + text.size()))) [[unlikely]]
                   return false;
               writeSpanRecord(thread.pen, attributeRecord, span, valueType, key.size(), key, text,
                               number...);
               return true;
           });
}

/// The same where the key is a literal. The span is mostly what this thread began last; then it records, no
/// provider sees it, and neither its run is over nor is this another process.
template<class... Number>
[[nodiscard, gnu::always_inline]] inline bool
writeLiteralAttribute(std::uint64_t span, std::uint64_t valueType, std::string_view key,
                      std::string_view text, Number... number) noexcept
{
    const std::uint64_t mark = markOf(key);
    if (mark == 0 || text.size() > inlineTextBytes) [[unlikely]]
        return false;
    return withPen([&](HotThread & thread) __attribute__((always_inline)) {
        if (!thread.pen.isAbout(span)) [[unlikely]]
            return false;
        return writeShortAttribute(thread.pen, mark, valueType, text, number...);
    });
}

} // namespace spanglass::detail
