// SPDX-License-Identifier: Apache-2.0
// Reads the graph and sorts it into waves.
#include "agents/graph.h"

#include <algorithm>
#include <set>
#include <simdjson.h>
#include <stdexcept>

namespace agents {
namespace {

std::string member(simdjson::dom::element object, std::string_view key)
{
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

Node readNode(simdjson::dom::element json)
{
    Node node{member(json, "name"), member(json, "does"), member(json, "runs"), {}};
    simdjson::dom::array after;
    if (json["after"].get(after) == simdjson::SUCCESS)
        for (const auto name : after)
            node.after.emplace_back(std::string_view(name));
    if (node.name.empty() || node.does.empty())
        throw std::invalid_argument("the graph has a node without \"name\" or \"does\"");
    return node;
}

} // namespace

Graph readGraph(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    simdjson::dom::array nodes;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS ||
        root["nodes"].get(nodes) != simdjson::SUCCESS)
        throw std::invalid_argument("the graph is no JSON object with \"nodes\"");
    Graph graph{member(root, "name"), member(root, "project"), {}};
    std::set<std::string> names;
    for (const auto element : nodes) {
        graph.nodes.push_back(readNode(element));
        names.insert(graph.nodes.back().name);
    }
    for (const auto& node : graph.nodes)
        for (const auto& before : node.after)
            if (!names.contains(before))
                throw std::invalid_argument(node.name + " comes after " + before + ", which is no node");
    return graph;
}

std::vector<std::vector<Node>> wavesOf(const Graph& graph)
{
    std::vector<std::vector<Node>> waves;
    std::set<std::string> done;
    while (done.size() < graph.nodes.size()) {
        std::vector<Node> wave;
        for (const auto& node : graph.nodes) {
            const bool ready =
                std::all_of(node.after.begin(), node.after.end(),
                            [&done](const std::string& before) { return done.contains(before); });
            if (ready && !done.contains(node.name))
                wave.push_back(node);
        }
        if (wave.empty())
            throw std::invalid_argument("the graph has a cycle");
        for (const auto& node : wave)
            done.insert(node.name);
        waves.push_back(std::move(wave));
    }
    return waves;
}

} // namespace agents
