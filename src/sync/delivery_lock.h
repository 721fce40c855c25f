// SPDX-License-Identifier: GPL-3.0-or-later
/// The right to deliver to one destination of one store: one process at a time, given up by dying.
#pragma once

#include <filesystem>
#include <optional>

namespace spanglass::sync {

class DeliveryLock
{
public:
    /// Nothing where another process (or another lock of this one) has it.
    [[nodiscard]] static std::optional<DeliveryLock> tryLock(const std::filesystem::path& store,
                                                             std::int64_t destination);
    DeliveryLock(DeliveryLock&& other) noexcept;
    DeliveryLock& operator=(DeliveryLock&&) = delete;
    ~DeliveryLock();

private:
    explicit DeliveryLock(int file) : m_file(file) {}
    int m_file;
};

} // namespace spanglass::sync
