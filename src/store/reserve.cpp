// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reserve.h"

#include <algorithm>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
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

namespace {

std::int64_t heldBytes(const std::filesystem::path& directory)
{
    struct stat info
    {
    };
    return ::lstat((directory / reserveName).c_str(), &info) == 0 ? info.st_size : 0;
}

/// As it was where there is no room for more.
void grow(const std::filesystem::path& directory, std::int64_t bytes)
{
    const std::filesystem::path file = directory / reserveName;
    const std::int64_t there = heldBytes(directory);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return;
    if (::posix_fallocate(descriptor, 0, bytes) != 0) {
        if (there == 0)
            ::unlink(file.c_str());
        else if (::ftruncate(descriptor, there) != 0)
            ::unlink(file.c_str());
    }
    ::close(descriptor);
}

} // namespace

void keepReserve(const std::filesystem::path& directory)
{
    const std::int64_t there = heldBytes(directory);
    const std::int64_t bytes = std::min(reserveBytes, (freeBytes(directory) + there) / 8);
    // What is there is not made a little larger each time the disk is a little emptier.
    if (bytes >= fewestBytes && bytes >= there * 2)
        grow(directory, bytes);
}

bool isTight(const std::filesystem::path& directory)
{
    return freeBytes(directory) < reserveBytes;
}

Result<void> bringInLog(Database& database)
{
    const std::filesystem::path directory = database.file().parent_path();
    std::error_code missing;
    if (std::filesystem::file_size(database.walFile(), missing) == 0 || missing)
        return {};
    auto done = database.checkpoint(true);
    if (!done && releaseForFile(directory))
        done = database.checkpoint(true);
    if (!done)
        return done;
    // Who reads just now keeps the log; it is tried again with the next change.
    const std::int64_t patienceMs = database.integer("PRAGMA busy_timeout");
    sqlite3_busy_timeout(database.handle(), 0);
    const bool emptied = database.emptyWal();
    sqlite3_busy_timeout(database.handle(), static_cast<int>(patienceMs));
    const std::int64_t there = heldBytes(directory);
    const std::int64_t half = std::min(reserveBytes, (freeBytes(directory) + there) / 2);
    if (emptied && half > there)
        grow(directory, half);
    return {};
}

void releaseForLog(const std::filesystem::path& directory)
{
    const std::filesystem::path file = directory / reserveName;
    struct stat info
    {
    };
    if (::lstat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode))
        return;
    if (::truncate(file.c_str(), info.st_size / 2) != 0)
        ::unlink(file.c_str());
}

bool releaseForFile(const std::filesystem::path& directory)
{
    return ::unlink((directory / reserveName).c_str()) == 0;
}

} // namespace spanglass::store
