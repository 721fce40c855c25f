// SPDX-License-Identifier: GPL-3.0-or-later
/// Reading, with the checks that come before it.
#include "formats/bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utility>

#include "base/text.h"
#include "formats/json_cursor.h"

namespace spanglass::formats {
namespace {

constexpr std::size_t readStep = 8 << 20;

/// Closes what it holds, except stdin.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd > STDIN_FILENO)
            ::close(m_fd);
    }
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

tl::unexpected<Error> refusal(const std::string& name, const std::string& why, ErrorKind kind = ErrorKind::io)
{
    return fail(kind, name + ": " + why);
}

const char* kindOfFile(mode_t mode)
{
    if (S_ISDIR(mode))
        return "it is a directory, not a file";
    if (S_ISFIFO(mode))
        return "it is a pipe; give - to read from standard input";
    if (S_ISSOCK(mode))
        return "it is a socket, not a file";
    return "it is a device, not a file";
}

/// Files of the kernel call themselves regular, and some of them never end.
bool ofTheKernel(int fd)
{
    struct statfs about
    {
    };
    return ::fstatfs(fd, &about) == 0 && (about.f_type == PROC_SUPER_MAGIC || about.f_type == SYSFS_MAGIC ||
                                          about.f_type == DEBUGFS_MAGIC || about.f_type == TRACEFS_MAGIC);
}

/// A file of half a gigabyte in pages of 4 kB costs as much time in page faults as in copying.
void useHugePages(char* data, std::size_t size)
{
    constexpr std::uintptr_t page = 2 << 20;
    const auto from = (reinterpret_cast<std::uintptr_t>(data) + page - 1) / page * page;
    const auto to = (reinterpret_cast<std::uintptr_t>(data) + size) / page * page;
    if (to > from) // advice: where the system does not take it, nothing is lost
        (void)::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);
}

std::string megabytes(std::uint64_t bytes)
{
    return countText(static_cast<std::int64_t>(bytes >> 20)) + " MB";
}

} // namespace

std::uint64_t availableMemory()
{
    std::uint64_t kilobytes = 0;
    if (std::FILE* info = std::fopen("/proc/meminfo", "re")) {
        char line[128];
        unsigned long long value = 0;
        while (kilobytes == 0 && std::fgets(line, sizeof line, info) != nullptr) {
            if (std::sscanf(line, "MemAvailable: %llu", &value) == 1)
                kilobytes = value;
        }
        std::fclose(info);
    }
    return kilobytes == 0 ? UINT64_MAX : kilobytes << 10;
}

Bytes::Bytes(std::string_view content)
{
    if (!append(content))
        throw std::bad_alloc();
}

Bytes::Bytes(Bytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0))
{
}

Bytes& Bytes::operator=(Bytes&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

Bytes::~Bytes()
{
    std::free(m_data);
}

bool Bytes::reserve(std::size_t capacity)
{
    if (capacity <= m_capacity && m_data != nullptr)
        return true;
    char* const moved = static_cast<char*>(std::realloc(m_data, capacity + textPadding));
    if (moved == nullptr)
        return false;
    m_data = moved;
    m_capacity = capacity;
    std::memset(m_data + capacity, 0, textPadding);
    return true;
}

bool Bytes::append(std::string_view more)
{
    if (m_size + more.size() > m_capacity || m_data == nullptr) {
        if (!reserve(std::max(m_size + more.size(), m_capacity + m_capacity / 2)))
            return false;
    }
    if (!more.empty())
        std::memcpy(m_data + m_size, more.data(), more.size());
    m_size += more.size();
    std::memset(m_data + m_size, 0, std::min(textPadding, m_capacity + textPadding - m_size));
    return true;
}

void Bytes::shrink()
{
    if (m_data == nullptr)
        return;
    if (char* const moved = static_cast<char*>(std::realloc(m_data, m_size + textPadding))) {
        m_data = moved;
        m_capacity = m_size;
        std::memset(m_data + m_size, 0, textPadding);
    }
}

Result<FileRead> readFile(const std::filesystem::path& path, std::uint64_t limit, const OnProgress& progress)
{
    const bool standardInput = path == "-";
    const std::string name = standardInput ? "standard input" : visibleText(path.string());
    // Without O_NONBLOCK, opening a FIFO would wait for its writer.
    const Descriptor file(standardInput ? STDIN_FILENO
                                        : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.fd() < 0)
        return refusal(name, std::strerror(errno));
    struct stat about
    {
    };
    if (::fstat(file.fd(), &about) != 0)
        return refusal(name, std::strerror(errno));
    if (!standardInput && !S_ISREG(about.st_mode))
        return refusal(name, kindOfFile(about.st_mode), ErrorKind::refused);
    if (!standardInput && ofTheKernel(file.fd()))
        return refusal(name, "it is a file of the kernel, not a trace file", ErrorKind::refused);
    const std::uint64_t expected = S_ISREG(about.st_mode) ? static_cast<std::uint64_t>(about.st_size) : 0;
    if (expected > limit)
        return refusal(name,
                       megabytes(expected) + " are more than the " + megabytes(limit) +
                           " that can be opened at once",
                       ErrorKind::refused);

    FileRead result;
    Bytes& bytes = result.bytes;
    if (!bytes.reserve(expected + 1))
        return refusal(name, "there is not enough memory for " + megabytes(expected));
    useHugePages(bytes.data(), bytes.capacity());
    (void)::posix_fadvise(file.fd(), 0, 0, POSIX_FADV_SEQUENTIAL); // the kernel reads further ahead
    for (;;) {
        if (bytes.size() == bytes.capacity() &&
            !bytes.reserve(bytes.capacity() + std::max(bytes.capacity() / 2, readStep)))
            return refusal(name, "there is not enough memory for more than " + megabytes(bytes.size()));
        const std::size_t room = std::min(bytes.capacity() - bytes.size(), readStep);
        const ssize_t count = ::read(file.fd(), bytes.data() + bytes.size(), room);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return refusal(name, std::strerror(errno));
        if (count == 0)
            break;
        bytes.setSize(bytes.size() + static_cast<std::size_t>(count));
        if (bytes.size() > limit)
            return refusal(name, "it is larger than the " + megabytes(limit) + " that can be opened at once",
                           ErrorKind::refused);
        if (progress && !progress({bytes.size(), std::max<std::uint64_t>(expected, bytes.size()), 0}))
            return refusal(name, "cancelled", ErrorKind::cancelled);
    }
    std::memset(bytes.data() + bytes.size(), 0,
                std::min(textPadding, bytes.capacity() + textPadding - bytes.size()));
    result.changed = S_ISREG(about.st_mode) && bytes.size() != expected && expected != 0;
    return result;
}

} // namespace spanglass::formats
