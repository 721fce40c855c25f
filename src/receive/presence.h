// SPDX-License-Identifier: GPL-3.0-or-later
/// Says in a store's directory that a receiver writes into it, and where it listens, as long as it lives:
/// `status` and snippets of other programs read it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace spanglass::receive {

class Presence
{
public:
    Presence() = default;
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;
    ~Presence(); ///< withdraws it

    Result<void> announce(const std::filesystem::path& store, const std::vector<std::string>& listening);

private:
    std::filesystem::path m_file;
    int m_descriptor = -1; ///< holds the lock
};

/// Where the store's receiver listens ("127.0.0.1:4318"); empty where none lives.
[[nodiscard]] std::vector<std::string> receiverOf(const std::filesystem::path& store);

} // namespace spanglass::receive
