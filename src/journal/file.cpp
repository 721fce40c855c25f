// SPDX-License-Identifier: Apache-2.0
/// System calls with their interruptions and short counts taken care of.
#include "journal/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace spanglass::journal {

File& File::operator=(File&& other) noexcept
{
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

void File::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

Result<File> File::open(const std::filesystem::path& path, int flags)
{
    int descriptor = -1;
    do
        descriptor = ::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    while (descriptor < 0 && errno == EINTR);
    if (descriptor < 0)
        return fail(errno == ENOENT ? ErrorKind::unavailable : ErrorKind::io,
                    errorText(path.string(), errno));
    return File(descriptor);
}

int File::writeAt(const void* data, std::size_t bytes, std::uint64_t offset) const
{
    const auto* at = static_cast<const char*>(data);
    while (bytes > 0) {
        const ssize_t written = ::pwrite(m_descriptor, at, bytes, static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        at += written;
        bytes -= static_cast<std::size_t>(written);
        offset += static_cast<std::uint64_t>(written);
    }
    return 0;
}

std::ptrdiff_t File::readAt(void* data, std::size_t bytes, std::uint64_t offset) const
{
    std::size_t done = 0;
    while (done < bytes) {
        const ssize_t got = ::pread(m_descriptor, static_cast<char*>(data) + done, bytes - done,
                                    static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    return static_cast<std::ptrdiff_t>(done);
}

std::uint64_t File::size() const
{
    struct stat status
    {
    };
    return ::fstat(m_descriptor, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

int File::allocate(std::uint64_t offset, std::uint64_t bytes) const
{
    int error = 0;
    do
        error = ::posix_fallocate(m_descriptor, static_cast<off_t>(offset), static_cast<off_t>(bytes));
    while (error == EINTR);
    return error;
}

std::string errorText(const std::string& what, int error)
{
    return what + ": " + std::strerror(error);
}

Result<void> makePrivateDirectory(const std::filesystem::path& path)
{
    std::filesystem::path made;
    for (const auto& part : path) {
        made /= part;
        if (::mkdir(made.c_str(), 0700) != 0 && errno != EEXIST && errno != EISDIR && errno != EROFS &&
            errno != EACCES)
            return fail(ErrorKind::io, errorText(made.string(), errno));
    }
    struct stat status
    {
    };
    if (::lstat(path.c_str(), &status) != 0)
        return fail(ErrorKind::io, errorText(path.string(), errno));
    if (S_ISLNK(status.st_mode))
        return fail(ErrorKind::refused, path.string() + ": is a symbolic link");
    if (!S_ISDIR(status.st_mode))
        return fail(ErrorKind::refused, path.string() + ": is not a directory");
    if (status.st_uid != ::geteuid())
        return fail(ErrorKind::refused, path.string() + ": belongs to another user");
    if ((status.st_mode & 022) != 0)
        return fail(ErrorKind::refused, path.string() + ": others may write to it");
    return {};
}

Result<std::string> readSmallFile(const std::filesystem::path& path)
{
    auto file = File::open(path, O_RDONLY);
    if (!file)
        return tl::unexpected(file.error());
    std::string text;
    char piece[4096];
    // /proc files have no size: read to the end.
    for (std::uint64_t at = 0; at < (1u << 20);) {
        const auto got = file->readAt(piece, sizeof piece, at);
        if (got < 0)
            return fail(ErrorKind::io, errorText(path.string(), errno));
        if (got == 0)
            break;
        text.append(piece, static_cast<std::size_t>(got));
        at += static_cast<std::uint64_t>(got);
    }
    return text;
}

} // namespace spanglass::journal
