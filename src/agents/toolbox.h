// SPDX-License-Identifier: Apache-2.0
/// The tools an agent may call: real ones, which fail as real ones do.
#pragma once

#include "agents/database.h"
#include "agents/model.h"
#include "agents/pace.h"

namespace agents {

class Toolbox
{
public:
    [[nodiscard]] std::vector<ToolDescription> descriptions() const;
    [[nodiscard]] std::string schema() const { return m_database.schema(); }
    /// Does what the model asks and returns what it is to read. Throws std::exception, with the reason, when
    /// the tool, its arguments or its work are wrong.
    [[nodiscard]] std::string call(const ToolCall& call) const;

private:
    Database m_database;
};

/// `toolbox.call(call)` in a span of kind tool. A failure is recorded there and passed on.
std::string callTool(const Toolbox& toolbox, const ToolCall& call, const Pace& pace);

} // namespace agents
