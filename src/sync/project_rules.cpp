// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/project_rules.h"

#include <algorithm>

#include "base/masking.h"
#include "sync/destination_factory.h"

namespace spanglass::sync {

std::vector<std::string> withProjectRules(std::vector<std::string> own,
                                          const std::vector<std::string>& project)
{
    for (const std::string& rule : project) {
        if (std::find(own.begin(), own.end(), rule) == own.end() && Masking({rule}).problems().empty())
            own.push_back(rule);
    }
    return own;
}

Result<void> bringMaskRules(store::Deliveries& deliveries, const std::vector<std::string>& project)
{
    if (project.empty())
        return {};
    const auto rows = deliveries.destinations();
    if (!rows)
        return tl::unexpected(rows.error());
    for (const store::DestinationRow& row : *rows) {
        auto config = configOf(row);
        if (!config)
            continue; // its courier says what is wrong with it
        const std::size_t before = config->redaction.mask.size();
        config->redaction.mask = withProjectRules(std::move(config->redaction.mask), project);
        if (config->redaction.mask.size() == before)
            continue;
        if (auto updated = deliveries.update(row.id, row.url, config->settingsJson()); !updated)
            return updated;
    }
    return {};
}

} // namespace spanglass::sync
