// SPDX-License-Identifier: Apache-2.0
/// Reads the server-sent events of a streamed chat completion, in whatever pieces the network delivers them.
#pragma once

#include <string>

#include "agents/model.h"

namespace agents {

class OpenAiStream
{
public:
    explicit OpenAiStream(const OnText& onText);
    void feed(std::string_view bytes);
    /// The reply so far. Throws std::runtime_error when the stream held an error or no reply.
    Reply take();

private:
    void readLine(std::string_view line);
    void readChunk(std::string_view json);

    const OnText& m_onText;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::string m_rest; ///< of an unfinished line
    std::string m_error;
    bool m_any = false;
    Reply m_reply;
};

} // namespace agents
