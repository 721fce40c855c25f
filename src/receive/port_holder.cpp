// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/port_holder.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace spanglass::receive {

namespace fs = std::filesystem;

namespace {

/// Inodes of the sockets that listen on the port: /proc/net/tcp has "sl local rem st … inode", st 0A is
/// LISTEN.
std::set<std::string> listeningInodes(std::uint16_t port)
{
    std::set<std::string> inodes;
    for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        std::ifstream file(table);
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::istringstream fields(line);
            std::string slot, local, remote, state, skipped, inode;
            fields >> slot >> local >> remote >> state;
            for (int i = 0; i < 5; ++i)
                fields >> skipped;
            fields >> inode;
            const std::size_t colon = local.rfind(':');
            unsigned number = 0;
            if (colon == std::string::npos || state != "0A")
                continue;
            std::from_chars(local.data() + colon + 1, local.data() + local.size(), number, 16);
            if (number == port)
                inodes.insert(inode);
        }
    }
    return inodes;
}

bool holdsOne(const fs::path& process, const std::set<std::string>& inodes)
{
    std::error_code error;
    for (fs::directory_iterator at(process / "fd", error), end; !error && at != end; at.increment(error)) {
        std::error_code unreadable;
        const std::string target = fs::read_symlink(at->path(), unreadable).string();
        if (target.starts_with("socket:[") && inodes.contains(target.substr(8, target.size() - 9)))
            return true;
    }
    return false;
}

/// Linux keeps 15 letters of it; a longer name is the one of its file.
std::string programName(const fs::path& process)
{
    constexpr std::size_t mostKept = 15;
    std::string name;
    std::ifstream comm(process / "comm");
    std::getline(comm, name);
    std::error_code unreadable;
    const std::string file = fs::read_symlink(process / "exe", unreadable).filename().string();
    return name.size() == mostKept && file.starts_with(name) ? file : name;
}

} // namespace

std::string portHolder(std::uint16_t port)
{
    const std::set<std::string> inodes = listeningInodes(port);
    if (inodes.empty())
        return {};
    std::error_code error;
    for (fs::directory_iterator at("/proc", error), end; !error && at != end; at.increment(error)) {
        const std::string pid = at->path().filename().string();
        if (pid.find_first_not_of("0123456789") != std::string::npos || !holdsOne(at->path(), inodes))
            continue;
        return programName(at->path()) + " (pid " + pid + ')';
    }
    return "a program of another user";
}

} // namespace spanglass::receive
