// SPDX-License-Identifier: GPL-3.0-or-later
/// The secrets of one destination, in hand: found just before a courier starts, never written anywhere.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sync/destination_config.h"
#include "sync/secret.h"

namespace spanglass::sync {

struct Credentials
{
    Secret secret;
    std::vector<std::pair<std::string, Secret>> headers; ///< those whose values are in variables

    [[nodiscard]] std::vector<const Secret*> all() const
    {
        std::vector<const Secret*> secrets;
        if (!secret.empty())
            secrets.push_back(&secret);
        for (const auto& [name, value] : headers)
            secrets.push_back(&value);
        return secrets;
    }
};

} // namespace spanglass::sync
