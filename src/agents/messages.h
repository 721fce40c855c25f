// SPDX-License-Identifier: Apache-2.0
/// Messages in the JSON of the GenAI conventions (gen_ai.input.messages and its siblings).
#pragma once

#include <string>

#include "agents/model.h"

namespace agents {

/// `[{"type":"text","content":…}]`: the system messages' parts; empty where there are none.
std::string systemInstructions(const std::vector<Message>& messages);
/// All but the system messages, as `[{"role":…,"parts":[…]}]`.
std::string inputMessages(const std::vector<Message>& messages);
std::string outputMessages(const Reply& reply);
std::string toolDefinitions(const std::vector<ToolDescription>& tools);

} // namespace agents
