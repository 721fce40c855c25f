// SPDX-License-Identifier: GPL-3.0-or-later
/// The verbs there are. A new one is declared here and listed in verbs.cpp.
#pragma once

#include "app/cli/verb.h"

namespace spanglass::app {

extern const Verb agentsVerb;
extern const Verb benchVerb;
extern const Verb compareVerb;
extern const Verb convertVerb;
extern const Verb deleteVerb;
extern const Verb doctorVerb;
extern const Verb exportVerb;
extern const Verb findingsVerb;
extern const Verb importVerb;
extern const Verb infoVerb;
extern const Verb renderVerb;
extern const Verb repriceVerb;
extern const Verb retainVerb;
extern const Verb salvageVerb;
extern const Verb scoreVerb;
extern const Verb serveVerb;
extern const Verb sessionsVerb;
extern const Verb spansVerb;
extern const Verb statusVerb;
extern const Verb tracesVerb;
extern const Verb syncVerb;

} // namespace spanglass::app
