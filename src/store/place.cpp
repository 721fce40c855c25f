// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/place.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace spanglass::store {
namespace {

tl::unexpected<Error> systemError(const std::filesystem::path& path, int code)
{
    return fail(ErrorKind::io, path.string() + ": " + std::strerror(code));
}

std::int64_t typeByStatfs(const std::filesystem::path& directory)
{
    struct statfs info
    {
    };
    return statfs(directory.c_str(), &info) == 0 ? info.f_type & 0xffffffffL : 0;
}

FileSystemType fileSystemType = typeByStatfs;

Result<void> checkPlace(const std::filesystem::path& directory)
{
    struct stat info
    {
    };
    if (lstat(directory.c_str(), &info) != 0)
        return systemError(directory, errno);
    const auto refuse = [&](const char* why) {
        return fail(ErrorKind::refused, directory.string() + ": " + why);
    };
    if (S_ISLNK(info.st_mode))
        return refuse("is a symbolic link; name the directory itself");
    if (!S_ISDIR(info.st_mode))
        return refuse("is not a directory");
    if (info.st_uid != geteuid())
        return refuse("belongs to another user");
    if ((info.st_mode & S_IWOTH) != 0)
        return refuse("can be written by everyone; take that right away (chmod o-w)");
    return {};
}

} // namespace

Result<void> preparePlace(const std::filesystem::path& directory)
{
    const std::filesystem::path above = directory.parent_path();
    if (!above.empty()) {
        std::error_code error;
        std::filesystem::create_directories(above, error);
        if (error)
            return fail(ErrorKind::io, above.string() + ": " + error.message());
    }
    if (mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
        return systemError(directory, errno);
    return checkPlace(directory);
}

Result<void> preparePrivateFile(const std::filesystem::path& file)
{
    // Only ever made, never opened where it exists: closing any descriptor of a database drops the POSIX
    // locks that other connections of this process hold on it (fcntl(2)).
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0) {
        close(descriptor);
        return {};
    }
    struct stat info
    {
    };
    if (errno != EEXIST)
        return systemError(file, errno);
    if (lstat(file.c_str(), &info) != 0)
        return systemError(file, errno);
    if (!S_ISREG(info.st_mode))
        return fail(ErrorKind::refused, file.string() + ": is not a regular file");
    return {};
}

bool isNetworkFileSystem(std::int64_t type)
{
    constexpr std::int64_t cifs = 0xff534d42;
    constexpr std::int64_t smb2 = 0xfe534d42;
    constexpr std::int64_t fuse = 0x65735546;
    return type == NFS_SUPER_MAGIC || type == SMB_SUPER_MAGIC || type == cifs || type == smb2 ||
           type == fuse || type == CODA_SUPER_MAGIC || type == AFS_SUPER_MAGIC || type == V9FS_MAGIC;
}

void setFileSystemType(FileSystemType type)
{
    fileSystemType = type != nullptr ? type : typeByStatfs;
}

bool onNetworkFileSystem(const std::filesystem::path& directory)
{
    return isNetworkFileSystem(fileSystemType(directory));
}

} // namespace spanglass::store
