// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mask_rules.h"

#include "tracer/settings.h"

namespace spanglass::app {

std::vector<std::string> maskRules()
{
    return detail::loadSettings({}).maskedKeys;
}

} // namespace spanglass::app
