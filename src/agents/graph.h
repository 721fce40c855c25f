// SPDX-License-Identifier: Apache-2.0
/// A workflow declared in a file: named nodes, what each does, and which come before it.
///
///     {"name": "research", "project": "p", "nodes": [
///         {"name": "plan", "does": "plan"},
///         {"name": "read", "does": "investigate", "runs": "pool", "after": ["plan"]}]}
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace agents {

struct Node
{
    std::string name;
    std::string does;
    std::string runs; ///< "pool": its parts side by side; else one after the other
    std::vector<std::string> after;
};

struct Graph
{
    std::string name;
    std::string project;
    std::vector<Node> nodes;
};

/// Throws std::invalid_argument that names the node whose `after` does not exist, or the cycle.
Graph readGraph(std::string_view json);

/// Nodes that may run side by side stand together; each wave needs only those before it.
std::vector<std::vector<Node>> wavesOf(const Graph& graph);

} // namespace agents
