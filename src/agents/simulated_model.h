// SPDX-License-Identifier: Apache-2.0
/// A model without a model: deterministic, offline, and honest about it by its name. It answers from the
/// passages in its prompt, uses tools by plan, counts tokens, takes its time, and has a price.
#pragma once

#include "agents/model.h"
#include "agents/pace.h"
#include "agents/random.h"

namespace agents {

class SimulatedModel : public Model
{
public:
    static constexpr std::string_view ownName = "spanglass-sim-1";

    /// `name`: what it calls itself, for data that looks like a certain model's. Only under its own name has
    /// it a price: elsewhere the viewer's price table speaks.
    SimulatedModel(std::uint64_t seed, Pace pace, std::string name = std::string(ownName));

    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] std::string provider() const override { return "spanglass"; }
    Reply complete(const Request& request, const OnText& onText) override;

private:
    std::uint64_t m_seed;
    Pace m_pace;
    std::string m_name;
};

} // namespace agents
