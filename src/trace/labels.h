// SPDX-License-Identifier: GPL-3.0-or-later
/// What a span says about its whole trace: user, session, project, tags, …
///
///     Labels labels;
///     labels.merge(labelsOf(root));      // the root first: what is set already stays
///     labels.merge(labelsOf(child));
#pragma once

#include <string>
#include <vector>

#include "trace/span.h"

namespace spanglass::trace {

class Facts;

struct Labels
{
    std::string traceName; ///< where it is not the root's name
    std::string user;
    std::string session;
    std::string project;
    std::string environment;
    std::string release;
    std::string version;
    std::string operationType;
    std::vector<std::string> tags; ///< sorted, each once

    /// Fills in what is missing here; tags are united.
    void merge(const Labels& other);
    friend bool operator==(const Labels&, const Labels&) = default;
};

/// From these attributes; `facts` are theirs.
[[nodiscard]] Labels labelsOf(const Attributes& attributes, const Facts& facts);
/// From the attributes of the span, then from those of its resource.
[[nodiscard]] Labels labelsOf(const Span& span);

} // namespace spanglass::trace
