// SPDX-License-Identifier: Apache-2.0
/// Spanglass's own documentation, as the agents read it: pages built into the program, cut into passages.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace agents {

/// A file of resources/, built into the program.
struct EmbeddedFile
{
    std::string_view name;
    std::string_view text;
};
std::span<const EmbeddedFile> embeddedFiles();

/// One section of a page.
struct Passage
{
    std::string page;    ///< "journal"
    std::string heading; ///< "The journal › What survives a kill"
    std::string text;
};

/// All passages, in the order of the pages. Made once; safe from any thread.
const std::vector<Passage>& passages();

} // namespace agents
