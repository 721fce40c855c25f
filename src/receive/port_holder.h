// SPDX-License-Identifier: GPL-3.0-or-later
/// Who listens on a port of this machine, as far as /proc tells.
#pragma once

#include <cstdint>
#include <string>

namespace spanglass::receive {

/// "otelcol (pid 1234)", "a program of another user", or empty where nobody listens.
[[nodiscard]] std::string portHolder(std::uint16_t port);

} // namespace spanglass::receive
