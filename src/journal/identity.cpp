// SPDX-License-Identifier: Apache-2.0
/// Identity and liveness from locks and /proc.
#include "journal/identity.h"

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <sys/random.h>
#include <unistd.h>

namespace spanglass::journal {
namespace {

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    return text;
}

std::string linkTarget(const char* path)
{
    char target[128];
    const ssize_t length = ::readlink(path, target, sizeof target);
    return length > 0 ? std::string(target, static_cast<std::size_t>(length)) : std::string();
}

/// A field of /proc/PID/stat, from 3 on. The name in parentheses may hold blanks and parentheses: count from
/// the last.
std::string statField(std::int64_t pid, int wanted)
{
    const auto stat = readSmallFile("/proc/" + std::to_string(pid) + "/stat");
    if (!stat)
        return {};
    std::size_t at = stat->rfind(')');
    for (int field = 2; field < wanted && at != std::string::npos; ++field)
        at = stat->find(' ', at + 1);
    if (at == std::string::npos)
        return {};
    return stat->substr(at + 1, stat->find(' ', at + 1) - at - 1);
}

std::string programName()
{
    const auto name = readSmallFile("/proc/self/comm");
    return name ? trimmed(*name) : std::string();
}

std::string randomNonce()
{
    std::array<unsigned char, 16> bytes{};
    while (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    }
    std::string hex;
    for (const unsigned char byte : bytes) {
        hex.push_back("0123456789abcdef"[byte >> 4]);
        hex.push_back("0123456789abcdef"[byte & 15]);
    }
    return hex;
}

struct flock wholeFile()
{
    struct flock lock
    {
    };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

const std::string& bootId()
{
    // Never destroyed: the drain thread may still look at it while the process ends.
    static const std::string& id = *new std::string([] {
        const auto text = readSmallFile("/proc/sys/kernel/random/boot_id");
        return text ? trimmed(*text) : std::string();
    }());
    return id;
}

bool runs(std::int64_t pid, const std::string& startTime)
{
    return statField(pid, 22) == startTime && statField(pid, 3) != "Z";
}

const std::string& ownPidNamespace()
{
    static const std::string& own = *new std::string(linkTarget("/proc/self/ns/pid")); // as above
    return own;
}

Identity Identity::ofThisProcess()
{
    Identity identity;
    identity.nonce = randomNonce();
    identity.pid = ::getpid();
    identity.bootId = spanglass::journal::bootId();
    // Not the remembered one: a child may have been forked into another namespace.
    identity.pidNamespace = linkTarget("/proc/self/ns/pid");
    identity.startTime = statField(identity.pid, 22);
    identity.program = programName();
    return identity;
}

std::string Identity::text() const
{
    return "spanglass-journal 1\nnonce " + nonce + "\npid " + std::to_string(pid) + "\nboot " + bootId +
           "\npidns " + pidNamespace + "\nstarted " + startTime + "\nkind " + (batch ? "batch" : "process") +
           "\nprogram " + program + "\nchunks " + chunks + "\n";
}

Result<Identity> Identity::parse(const std::string& text, const std::string& path)
{
    Identity identity;
    if (text.rfind("spanglass-journal 1\n", 0) != 0)
        return fail(ErrorKind::format, path + ": is not a journal's lock file of version 1");
    for (std::size_t at = text.find('\n') + 1; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        const std::string key = line.substr(0, line.find(' '));
        const std::string value = key.size() < line.size() ? line.substr(key.size() + 1) : std::string();
        if (key == "nonce")
            identity.nonce = value;
        else if (key == "pid")
            std::from_chars(value.data(), value.data() + value.size(), identity.pid);
        else if (key == "boot")
            identity.bootId = value;
        else if (key == "pidns")
            identity.pidNamespace = value;
        else if (key == "started")
            identity.startTime = value;
        else if (key == "kind")
            identity.batch = value == "batch";
        else if (key == "program")
            identity.program = value;
        else if (key == "chunks")
            identity.chunks = value;
        at = end + 1;
    }
    if (identity.nonce.size() != 32 ||
        identity.nonce.find_first_not_of("0123456789abcdef") != std::string::npos)
        return fail(ErrorKind::format, path + ": names no journal");
    return identity;
}

std::array<std::uint8_t, 16> Identity::nonceBytes() const
{
    std::array<std::uint8_t, 16> bytes{};
    for (std::size_t at = 0; at < bytes.size(); ++at)
        std::from_chars(nonce.data() + 2 * at, nonce.data() + 2 * at + 2, bytes[at], 16);
    return bytes;
}

std::uint32_t Identity::nonceTag() const
{
    const auto bytes = nonceBytes();
    std::uint32_t tag = 0;
    std::memcpy(&tag, bytes.data(), sizeof tag);
    return tag;
}

bool tryLock(const File& file)
{
    struct flock lock = wholeFile();
    return ::fcntl(file.descriptor(), F_OFD_SETLK, &lock) == 0;
}

Result<File> lockIdentity(const std::filesystem::path& directory, const Identity& identity)
{
    const auto temporary = directory / "lock.new";
    auto file = File::open(temporary, O_RDWR | O_CREAT | O_EXCL);
    if (!file)
        return file;
    const std::string text = identity.text();
    if (const int error = file->writeAt(text.data(), text.size(), 0))
        return fail(ErrorKind::io, errorText(temporary.string(), error));
    if (!tryLock(*file))
        return fail(ErrorKind::io, errorText(temporary.string(), errno));
    if (::rename(temporary.c_str(), (directory / "lock").c_str()) != 0)
        return fail(ErrorKind::io, errorText(temporary.string(), errno));
    return file;
}

Result<Liveness> probe(const std::filesystem::path& directory)
{
    const auto path = directory / "lock";
    auto file = File::open(path, O_RDWR);
    if (!file)
        file = File::open(path, O_RDONLY);
    if (!file)
        return tl::unexpected(file.error());
    std::string text(4096, '\0');
    const auto got = file->readAt(text.data(), text.size(), 0);
    if (got < 0)
        return fail(ErrorKind::io, errorText(path.string(), errno));
    text.resize(static_cast<std::size_t>(got));
    auto identity = Identity::parse(text, path.string());
    if (!identity)
        return tl::unexpected(identity.error());
    Liveness liveness{std::move(*identity), false};
    struct flock lock = wholeFile();
    if (::fcntl(file->descriptor(), F_OFD_GETLK, &lock) != 0)
        return fail(ErrorKind::io, errorText(path.string(), errno));
    liveness.alive = lock.l_type != F_UNLCK;
    const Identity& who = liveness.identity;
    if (liveness.alive && who.bootId == bootId() && who.pidNamespace == ownPidNamespace())
        liveness.alive = runs(who.pid, who.startTime);
    return liveness;
}

} // namespace spanglass::journal
