// SPDX-License-Identifier: Apache-2.0
/// The tracer's configuration, from wherever it comes. Order everywhere: code, `spanglass.json` (nearest
/// upwards, then XDG), the environment, `.env` in the working directory, the default.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <spanglass/service.h>

namespace spanglass::detail {

/// Text values by name, as one source has them.
using Values = std::map<std::string, std::string>;

struct Settings
{
    bool enabled = true;
    bool journal = true;
    bool console = false;
    bool detachedSpans = true;
    bool debugContext = false;
    bool durable = false;
    std::vector<std::string> destinations; ///< langfuse, postgres, otlp: whose delivery is on
    Values traceLinks;                     ///< by destination: where a trace is, without its id
    std::string store;
    std::string project;
    std::string environment;
    std::string serviceName;
    std::string resourceJson;
    Sampling sampling;
    std::vector<std::string> maskedKeys;
    std::size_t poolMegabytes = 0; ///< 0: the default
    std::size_t inlineBytes = 4096;
    std::size_t cutBytes = 0; ///< 0: nothing is cut
    // Delivery's: `spanglass serve` gets them in its environment.
    int batchSize = 100;
    int flushIntervalMs = 5000;
    int retries = 3;
    int breakerFailures = 5;
    int breakerSeconds = 60;
    /// What a delivery beside this program is to have in its environment, from whichever source it came.
    Values deliveryEnvironment;
    std::vector<std::string> warnings; ///< what could not be read, in words
};

/// One JSON object; nested names are joined by dots, lists by commas. An empty map and a warning for anything
/// else.
[[nodiscard]] Values parseJsonSettings(const std::string& json, const std::string& path,
                                       std::vector<std::string>& warnings);
/// `NAME=value` lines; `export`, quotes and # comments as a shell has them, nothing is expanded.
[[nodiscard]] Values parseDotEnv(const std::string& text);

[[nodiscard]] Settings loadSettings(const ServiceOptions& code);

} // namespace spanglass::detail
