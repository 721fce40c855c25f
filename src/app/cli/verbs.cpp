// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include <array>

namespace spanglass::app {

std::span<const Verb* const> verbs()
{
    static const std::array list = {
        &infoVerb,   &importVerb,  &tracesVerb, &spansVerb,  &sessionsVerb, &findingsVerb, &compareVerb,
        &renderVerb, &convertVerb, &exportVerb, &agentsVerb, &statusVerb,   &serveVerb,    &syncVerb,
        &scoreVerb,  &repriceVerb, &deleteVerb, &retainVerb, &salvageVerb,  &doctorVerb,   &benchVerb,
    };
    return list;
}

} // namespace spanglass::app
