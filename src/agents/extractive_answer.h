// SPDX-License-Identifier: Apache-2.0
/// How the simulated model answers from passages: with their own sentences, cited.
#pragma once

#include <string>
#include <string_view>

#include "agents/random.h"

namespace agents {

/// Answers a prompt of the form `[1] Heading\ntext … Question: …` with the sentences that fit the question
/// best. The same prompt and chance give the same answer.
std::string answerFromPassages(std::string_view prompt, Random& random);

} // namespace agents
