// SPDX-License-Identifier: GPL-3.0-or-later
/// The ways of known OTLP backends: where they listen when nobody changed it, what encoding they read, and
/// what else they want. The command line and the window offer the same.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sync/destination_config.h"

namespace spanglass::sync {

struct Preset
{
    std::string_view name;  ///< as `--preset` takes it
    std::string_view title; ///< as its makers write it
    std::string_view url;
    bool json;
    std::string_view needs; ///< said when it is added; empty: nothing
};

inline constexpr std::array<Preset, 6> presets{{
    {"collector", "OpenTelemetry Collector", "http://localhost:4318", true, ""},
    {"jaeger", "Jaeger", "http://localhost:4318", true, ""},
    {"tempo", "Grafana Tempo", "http://localhost:4318", true, ""},
    {"phoenix", "Arize Phoenix", "http://localhost:6006/v1/traces", false, ""},
    {"opik", "Opik", "http://localhost:5173/api/v1/private/otel/v1/traces", true,
     "Opik wants the headers projectName and, in its cloud, Authorization (--header-env) and "
     "Comet-Workspace"},
    {"mlflow", "MLflow", "http://localhost:5000/v1/traces", false,
     "MLflow wants the header x-mlflow-experiment-id"},
}};

/// The destination as the backend wants it, its name still empty; `url` empty: the preset's. A bare host
/// gets the path below which the backend listens.
[[nodiscard]] Result<DestinationConfig> fromPreset(std::string_view name, const std::string& url = {});
/// What is still missing of a destination made from a preset; empty: nothing.
[[nodiscard]] std::string missingFor(std::string_view preset, const DestinationConfig& config);

} // namespace spanglass::sync
