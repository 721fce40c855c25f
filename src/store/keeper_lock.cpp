// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keeper_lock.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

#include "base/text.h"

namespace spanglass::store {
namespace {

constexpr const char* lockName = "keeper.lock";
constexpr const char* bellName = "keeper.bell";

int openPrivate(const std::filesystem::path& path)
{
    return ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
}

tl::unexpected<Error> systemError(const std::filesystem::path& path)
{
    return fail(ErrorKind::io, path.string() + ": " + std::strerror(errno));
}

/// "spanglass serve": the program and its first argument, as a person would say it.
std::string ownName()
{
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    std::string program;
    std::string argument;
    std::getline(file, program, '\0');
    std::getline(file, argument, '\0');
    std::string name = std::filesystem::path(program).filename().string();
    if (!argument.empty() && argument.front() != '-' && argument.find('/') == std::string::npos)
        name += ' ' + argument;
    return visibleText(name);
}

bool isStopped(std::int64_t pid)
{
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const std::size_t name = stat.rfind(") ");
    return name != std::string::npos && name + 2 < stat.size() &&
           (stat[name + 2] == 'T' || stat[name + 2] == 't');
}

struct flock wholeFile(short type)
{
    struct flock lock
    {
    };
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

/// Waits while `word` is `value`.
void futexWait(const std::atomic<std::uint32_t>& word, std::uint32_t value, std::chrono::milliseconds timeout)
{
    const timespec time{timeout.count() / 1000, timeout.count() % 1000 * 1'000'000};
    ::syscall(SYS_futex, &word, FUTEX_WAIT, value, &time, nullptr, 0);
}

void futexWake(const std::atomic<std::uint32_t>& word)
{
    ::syscall(SYS_futex, &word, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

} // namespace

// --- KeeperLock

Result<std::optional<KeeperLock>> KeeperLock::tryTake(const std::filesystem::path& directory)
{
    const std::filesystem::path path = directory / lockName;
    const int descriptor = openPrivate(path);
    if (descriptor < 0)
        return systemError(path);
    KeeperLock lock(descriptor);
    struct flock whole = wholeFile(F_WRLCK);
    if (fcntl(descriptor, F_OFD_SETLK, &whole) != 0) {
        if (errno == EAGAIN || errno == EACCES)
            return std::nullopt;
        return systemError(path);
    }
    const std::string text = std::to_string(getpid()) + ' ' + ownName() + '\n';
    if (ftruncate(descriptor, 0) == 0 && pwrite(descriptor, text.data(), text.size(), 0) < 0)
        return systemError(path);
    return lock;
}

KeeperLock::KeeperLock(KeeperLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

KeeperLock& KeeperLock::operator=(KeeperLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

KeeperLock::~KeeperLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

std::optional<KeeperHolder> keeperHolder(const std::filesystem::path& directory)
{
    const int descriptor = ::open((directory / lockName).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return std::nullopt;
    struct flock lock = wholeFile(F_WRLCK);
    const bool held = fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    std::array<char, 256> text{};
    const auto size = held ? pread(descriptor, text.data(), text.size() - 1, 0) : 0;
    close(descriptor);
    if (!held)
        return std::nullopt;
    KeeperHolder holder;
    char* name = nullptr;
    holder.pid = size > 0 ? std::strtoll(text.data(), &name, 10) : 0;
    std::string program = name != nullptr && *name == ' ' ? name + 1 : "";
    program = visibleText(program.substr(0, program.find('\n')));
    holder.stopped = isStopped(holder.pid);
    holder.text = "pid " + std::to_string(holder.pid) + (program.empty() ? "" : " (" + program + ")") +
                  (holder.stopped ? ", stopped" : "");
    return holder;
}

// --- KeeperBell

/// All counters wrap around; a ticket is served when the difference is not negative.
struct KeeperBell::Words
{
    std::atomic<std::uint32_t> asked;
    std::atomic<std::uint32_t> served;
    std::atomic<std::uint32_t> yields;
};

Result<KeeperBell> KeeperBell::open(const std::filesystem::path& directory)
{
    const std::filesystem::path path = directory / bellName;
    const int descriptor = openPrivate(path);
    if (descriptor < 0)
        return systemError(path);
    // Real blocks, not a hole: a hole that finds no space when it is written kills the process by SIGBUS.
    const int full = posix_fallocate(descriptor, 0, sizeof(Words));
    void* mapped = full != 0
                       ? MAP_FAILED
                       : mmap(nullptr, sizeof(Words), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    errno = full != 0 ? full : errno;
    auto result = mapped == MAP_FAILED ? Result<KeeperBell>(systemError(path))
                                       : Result<KeeperBell>(KeeperBell(static_cast<Words*>(mapped)));
    close(descriptor);
    return result;
}

KeeperBell::KeeperBell(KeeperBell&& other) noexcept : m_words(std::exchange(other.m_words, nullptr)) {}

KeeperBell& KeeperBell::operator=(KeeperBell&& other) noexcept
{
    std::swap(m_words, other.m_words);
    return *this;
}

KeeperBell::~KeeperBell()
{
    if (m_words != nullptr)
        munmap(m_words, sizeof(Words));
}

std::uint32_t KeeperBell::ask()
{
    const std::uint32_t ticket = m_words->asked.fetch_add(1) + 1;
    futexWake(m_words->asked);
    return ticket;
}

bool KeeperBell::served(std::uint32_t ticket) const
{
    return static_cast<std::int32_t>(m_words->served.load() - ticket) >= 0;
}

void KeeperBell::waitServed(std::uint32_t ticket, std::chrono::milliseconds timeout) const
{
    const std::uint32_t now = m_words->served.load();
    if (!served(ticket))
        futexWait(m_words->served, now, timeout);
}

void KeeperBell::askToYield()
{
    m_words->yields.store(1);
    ask();
}

std::uint32_t KeeperBell::asked() const
{
    return m_words->asked.load();
}

void KeeperBell::serve(std::uint32_t ticket)
{
    m_words->served.store(ticket);
    futexWake(m_words->served);
}

void KeeperBell::waitAsked(std::uint32_t asked, std::chrono::milliseconds timeout) const
{
    futexWait(m_words->asked, asked, timeout);
}

bool KeeperBell::takeYield()
{
    return m_words->yields.exchange(0) != 0;
}

} // namespace spanglass::store
