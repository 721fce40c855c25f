// SPDX-License-Identifier: Apache-2.0
/// A model call as a span: one place gives every agent the GenAI attributes.
#pragma once

#include "agents/model.h"

namespace agents {

/// `model.complete(request)` in a span of kind llm with messages, tokens, cost and time to first token.
Reply chat(Model& model, const Request& request, const OnText& onText = {});

} // namespace agents
