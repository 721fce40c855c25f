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

bool isOwnReceiver(const std::filesystem::path& store, std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return false;
    url.remove_prefix(scheme + 3);
    std::string_view host = url.substr(0, url.find_first_of("/?#"));
    host.remove_prefix(host.rfind('@') + 1); // none: npos + 1 is 0
    const std::size_t colon = host.rfind(':');
    if (colon == std::string_view::npos || host.ends_with(']'))
        return false; // port 80 or 443 is never ours
    const std::string_view port = host.substr(colon + 1);
    host = host.substr(0, colon);
    for (const std::string& address : receiverOf(store)) {
        const std::size_t end = address.rfind(':');
        const bool isLoopback = host == "localhost" || host == "[::1]" || host.starts_with("127.");
        if (std::string_view(address).substr(end + 1) == port &&
            (isLoopback || host == std::string_view(address).substr(0, end)))
            return true;
    }
    return false;
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
