// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/delivery_lock.h"

#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace spanglass::sync {

std::optional<DeliveryLock> DeliveryLock::tryLock(const std::filesystem::path& store,
                                                  std::int64_t destination)
{
    const std::filesystem::path path = store / ("delivery-" + std::to_string(destination) + ".lock");
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return std::nullopt;
    // flock belongs to the open file: it excludes other threads too, and goes with the process.
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return std::nullopt;
    }
    return DeliveryLock(file);
}

DeliveryLock::DeliveryLock(DeliveryLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

DeliveryLock::~DeliveryLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace spanglass::sync
