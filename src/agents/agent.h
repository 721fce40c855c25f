// SPDX-License-Identifier: Apache-2.0
/// A demo agent: a function that does real work and records it with Spanglass's tracer.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <spanglass/tracer.h>

#include "agents/model.h"
#include "agents/pace.h"
#include "agents/random.h"

namespace agents {

/// One run of an agent. The same seed gives the same run.
struct Job
{
    std::uint64_t seed = 0;
    Model& model;
    Pace pace;
    std::string session;       ///< the runs of one command share it
    int spans = 100'000;       ///< that stress makes
    std::string question = {}; ///< empty: the agent picks one of its own
};

struct Outcome
{
    spanglass::TraceId trace;
    std::string question;
    std::string answer;
};

struct Agent
{
    std::string_view name;
    std::string_view purpose;
    Outcome (*run)(const Job&); ///< may throw std::exception, as agents do
};

std::span<const Agent> allAgents();

// Where the demonstrations are filed.
inline constexpr std::string_view project = "spanglass-demo";

/// One of a few people, by chance.
inline std::string_view someUser(Random& random)
{
    static constexpr std::string_view users[] = {"ada", "grace", "edsger", "barbara", "donald"};
    return users[random.below(std::size(users))];
}

} // namespace agents
