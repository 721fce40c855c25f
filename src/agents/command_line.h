// SPDX-License-Identifier: Apache-2.0
/// What the user asked of spanglass-agents.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "agents/agent.h"

namespace agents {

struct CommandLine
{
    std::vector<const Agent*> agents; ///< if none is named, rag and tools
    int runs = 1;
    int spans = 100'000;
    std::uint64_t seed = 1;
    double speed = 1;
    std::string model = "simulated"; ///< or simulated:NAME, or real
    std::string question;
    std::string store;
    bool list = false;
    bool json = false;
    bool help = false;
};

/// Throws std::invalid_argument, with the option's name, for what it does not understand.
CommandLine readCommandLine(std::span<const char* const> arguments);
std::string helpText();

} // namespace agents
