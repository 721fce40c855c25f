// SPDX-License-Identifier: Apache-2.0
/// Where settings stand outside the code: `spanglass.json`, the environment, `.env`.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

#include "tracer/settings.h"

namespace spanglass::detail {

[[nodiscard]] std::string trimmed(std::string text);
/// The parts that are not blank, trimmed.
[[nodiscard]] std::vector<std::string> split(const std::string& text, char separator);

/// All sources but code, asked in order: a setting has a name in the file and names in the environment.
class Layers
{
public:
    explicit Layers(std::vector<std::string>& warnings);

    /// Empty: nobody says.
    [[nodiscard]] std::string get(const std::string& inFile,
                                  std::initializer_list<const char*> inEnvironment) const;
    [[nodiscard]] bool flag(const std::string& inFile, std::initializer_list<const char*> inEnvironment,
                            bool otherwise) const;
    [[nodiscard]] int number(const std::string& inFile, std::initializer_list<const char*> inEnvironment,
                             int otherwise) const;

private:
    Values m_file;
    Values m_dotEnv;
};

} // namespace spanglass::detail
