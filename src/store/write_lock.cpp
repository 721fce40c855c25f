// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write_lock.h"

#include <fstream>
#include <sys/stat.h>

#include "base/text.h"

namespace spanglass::store {

std::string writeLockHolder(const std::filesystem::path& file)
{
    struct stat shared
    {
    };
    if (::stat((file.string() + "-shm").c_str(), &shared) != 0)
        return {};
    std::ifstream locks("/proc/locks");
    std::string number, type, mode, access, pid, place, first, last;
    while (locks >> number >> type >> mode >> access >> pid >> place >> first >> last) {
        const bool ours = place.ends_with(':' + std::to_string(shared.st_ino));
        if (type != "POSIX" || access != "WRITE" || !ours || first != "120")
            continue;
        std::ifstream nameFile("/proc/" + pid + "/comm");
        std::string name;
        std::getline(nameFile, name);
        return "pid " + pid + (name.empty() ? "" : " (" + visibleText(name) + ")");
    }
    return {};
}

} // namespace spanglass::store
