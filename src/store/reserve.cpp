// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reserve.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace spanglass::store {
namespace {

constexpr const char* reserveName = "reserve";
/// Less would not hold one transaction.
constexpr std::int64_t fewestBytes = std::int64_t{64} << 10;

} // namespace

std::int64_t freeBytes(const std::filesystem::path& directory)
{
    struct statvfs info
    {
    };
    if (::statvfs(directory.c_str(), &info) != 0)
        return 0;
    return static_cast<std::int64_t>(info.f_bavail) * static_cast<std::int64_t>(info.f_frsize);
}

void keepReserve(const std::filesystem::path& directory)
{
    const std::filesystem::path file = directory / reserveName;
    if (::access(file.c_str(), F_OK) == 0)
        return;
    const std::int64_t bytes = std::min(reserveBytes, freeBytes(directory) / 8);
    if (bytes < fewestBytes)
        return;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return;
    if (::posix_fallocate(descriptor, 0, bytes) != 0)
        ::unlink(file.c_str());
    ::close(descriptor);
}

bool releaseReserve(const std::filesystem::path& directory)
{
    return ::unlink((directory / reserveName).c_str()) == 0;
}

} // namespace spanglass::store
