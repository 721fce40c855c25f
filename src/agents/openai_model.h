// SPDX-License-Identifier: Apache-2.0
/// Any server that speaks OpenAI's chat completions, streaming, through libcurl.
#pragma once

#include "agents/model.h"

namespace agents {

class OpenAiModel : public Model
{
public:
    struct Settings
    {
        std::string baseUrl = "https://api.openai.com/v1";
        std::string key = {};
        std::string model = "gpt-5-mini";
    };
    /// From OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL.
    static Settings settingsFromEnvironment();

    explicit OpenAiModel(Settings settings);
    [[nodiscard]] std::string name() const override { return m_settings.model; }
    [[nodiscard]] std::string provider() const override { return "openai"; }
    Reply complete(const Request& request, const OnText& onText) override;

private:
    Settings m_settings;
};

} // namespace agents
