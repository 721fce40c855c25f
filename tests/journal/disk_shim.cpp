// SPDX-License-Identifier: GPL-3.0-or-later
/// LD_PRELOADed into a journal-worker: a disk that is full, frozen or broken, for the files of the store
/// only, as the test says in the file both map ($TRUTH).
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

#include "journal_worker.h"

namespace {

Truth* control()
{
    static Truth* const truth = [] {
        const char* const path = std::getenv("TRUTH");
        const int file = path != nullptr ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
        void* const memory =
            file < 0 ? MAP_FAILED
                     : ::mmap(nullptr, sizeof(Truth), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (file >= 0)
            ::close(file);
        return memory == MAP_FAILED ? nullptr : static_cast<Truth*>(memory);
    }();
    return truth;
}

bool ofStore(int file)
{
    const char* const store = std::getenv("SPANGLASS_STORE");
    char link[64];
    char path[1024];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0 || store == nullptr || control() == nullptr)
        return false;
    path[length] = 0;
    return std::strncmp(path, store, std::strlen(store)) == 0;
}

template<class Function> Function* next(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool refuses(int file)
{
    if (!ofStore(file))
        return false;
    while (control()->frozen.load() != 0)
        ::usleep(1000);
    return control()->full.load() != 0;
}

} // namespace

extern "C" {

int posix_fallocate(int file, off_t offset, off_t bytes)
{
    static auto* const real = next<int(int, off_t, off_t)>("posix_fallocate");
    return refuses(file) ? ENOSPC : real(file, offset, bytes);
}

ssize_t pwrite(int file, const void* data, size_t bytes, off_t offset)
{
    static auto* const real = next<ssize_t(int, const void*, size_t, off_t)>("pwrite");
    if (refuses(file)) {
        errno = ENOSPC;
        return -1;
    }
    return real(file, data, bytes, offset);
}

ssize_t pwritev(int file, const iovec* parts, int count, off_t offset)
{
    static auto* const real = next<ssize_t(int, const iovec*, int, off_t)>("pwritev");
    if (refuses(file)) {
        errno = ENOSPC;
        return -1;
    }
    // A short write now and then: the rest must follow.
    static std::atomic<unsigned> calls{0};
    if (ofStore(file) && calls++ % 7 == 3 && parts[0].iov_len > 8) {
        iovec some = parts[0];
        some.iov_len = 8;
        return real(file, &some, 1, offset);
    }
    return real(file, parts, count, offset);
}

int fdatasync(int file)
{
    static auto* const real = next<int(int)>("fdatasync");
    if (ofStore(file)) {
        while (control()->frozen.load() != 0)
            ::usleep(1000);
        if (control()->syncFails.load() != 0) {
            errno = EIO;
            return -1;
        }
    }
    return real(file);
}
}
