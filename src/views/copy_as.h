// SPDX-License-Identifier: GPL-3.0-or-later
/// A span as text to be pasted elsewhere: Markdown for people, a curl command for trying a model call again.
/// Pure functions; any thread.
#pragma once

#include <optional>
#include <string>

#include "trace/span.h"

namespace spanglass::views {

/// A heading, the figures, input and output in fences that what they hold cannot close.
[[nodiscard]] std::string markdownOf(const trace::Span& span);

/// The call as an OpenAI-compatible request: model, messages and the parameters that were recorded. The
/// address is the recorded server's, else $OPENAI_BASE_URL; the key is always $OPENAI_API_KEY, never text of
/// the trace. Every word of the trace is quoted for a POSIX shell. Nothing for what is no model call.
[[nodiscard]] std::optional<std::string> curlOf(const trace::Span& span);

} // namespace spanglass::views
