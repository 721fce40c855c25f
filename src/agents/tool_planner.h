// SPDX-License-Identifier: Apache-2.0
/// How the simulated model uses tools: it knows a few questions, guesses a column's name wrongly at first as
/// models do, and mends its query when the database complains.
#pragma once

#include "agents/model.h"

namespace agents {

/// The questions it has a plan for.
std::vector<std::string> plannedQuestions();

/// The next message of the conversation: tool calls, or the answer. Depends on nothing but `request`.
Message nextStep(const Request& request);

} // namespace agents
