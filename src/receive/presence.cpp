// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/presence.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

namespace spanglass::receive {

namespace {

constexpr char fileName[] = "receiver";

tl::unexpected<Error> failed(const std::filesystem::path& file)
{
    return fail(ErrorKind::io, file.string() + ": " + std::strerror(errno));
}

} // namespace

Presence::~Presence()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

/// The lock is flock's, which belongs to the open file: it ends with the process, however that dies.
Result<void> Presence::announce(const std::filesystem::path& store, const std::vector<std::string>& listening)
{
    std::error_code ignored;
    std::filesystem::create_directories(store, ignored);
    m_file = store / fileName;
    const int descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failed(m_file);
    std::string lines;
    for (const std::string& address : listening)
        lines += address + '\n';
    const bool locked = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    const bool written =
        locked && ::ftruncate(descriptor, 0) == 0 &&
        ::write(descriptor, lines.data(), lines.size()) == static_cast<ssize_t>(lines.size());
    if (!written) {
        auto error = failed(m_file);
        ::close(descriptor);
        return error;
    }
    m_descriptor = descriptor;
    return {};
}

std::vector<std::string> receiverOf(const std::filesystem::path& store)
{
    const std::filesystem::path file = store / fileName;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return {};
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0;
    ::close(descriptor);
    std::vector<std::string> listening;
    std::ifstream lines(file);
    for (std::string line; held && std::getline(lines, line);)
        listening.push_back(line);
    return listening;
}

} // namespace spanglass::receive
