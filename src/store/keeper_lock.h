// SPDX-License-Identifier: GPL-3.0-or-later
/// Who keeps a store: the process that holds `keeper.lock`, and how others speak to it.
///
/// The lock is an open-file-description lock: it goes with its process, however that ends, and no other code
/// in the process can lose it by closing a file. A keeper that was stopped (SIGSTOP, a debugger) still holds
/// it; it is named, never robbed.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace spanglass::store {

class KeeperLock
{
public:
    /// The lock, or nothing where somebody else holds it.
    [[nodiscard]] static Result<std::optional<KeeperLock>> tryTake(const std::filesystem::path& directory);
    KeeperLock(KeeperLock&& other) noexcept;
    KeeperLock& operator=(KeeperLock&& other) noexcept;
    ~KeeperLock();

private:
    explicit KeeperLock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor = -1;
};

struct KeeperHolder
{
    std::int64_t pid = 0;
    bool stopped = false;
    std::string text; ///< "pid 1234 (spanglass serve)", with ", stopped" where it is
};
/// Who holds the lock now; nothing where nobody does.
[[nodiscard]] std::optional<KeeperHolder> keeperHolder(const std::filesystem::path& directory);

/// A few counters that the keeper and its clients share through `keeper.bell`, a mapped file. Asking costs no
/// transaction and wakes a sleeping keeper at once.
class KeeperBell
{
public:
    [[nodiscard]] static Result<KeeperBell> open(const std::filesystem::path& directory);
    KeeperBell(KeeperBell&& other) noexcept;
    KeeperBell& operator=(KeeperBell&& other) noexcept;
    ~KeeperBell();

    // ── Clients ──
    /// Asks for a round of gathering that begins after now; gives the ticket to wait for.
    std::uint32_t ask();
    /// True when that round is committed.
    [[nodiscard]] bool served(std::uint32_t ticket) const;
    void waitServed(std::uint32_t ticket, std::chrono::milliseconds timeout) const;
    /// Asks the keeper to let go of the lock.
    void askToYield();

    // ── The keeper ──
    [[nodiscard]] std::uint32_t asked() const;
    void serve(std::uint32_t ticket);
    /// Sleeps until somebody asks for more than `asked`, or `timeout`.
    void waitAsked(std::uint32_t asked, std::chrono::milliseconds timeout) const;
    /// True once after askToYield().
    [[nodiscard]] bool takeYield();

private:
    struct Words;
    explicit KeeperBell(Words* words) : m_words(words) {}
    Words* m_words = nullptr;
};

} // namespace spanglass::store
