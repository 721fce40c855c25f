// SPDX-License-Identifier: Apache-2.0
// The tools and their dispatch: calculator, search_files, sql.
#include "agents/toolbox.h"

#include <simdjson.h>
#include <spanglass/tracer.h>
#include <stdexcept>

#include "agents/calculator.h"
#include "agents/corpus.h"
#include "agents/json.h"
#include "agents/search.h"

namespace agents {
namespace {

/// `{"type":"object",…}` for a tool with one text parameter.
std::string oneText(std::string_view name, std::string_view purpose)
{
    const auto parameter = JsonObject().add("type", "string").add("description", purpose).text();
    return JsonObject()
        .add("type", "object")
        .add("properties", Json{JsonObject().add(name, Json{parameter}).text()})
        .add("required", Json{JsonArray().add(name).text()})
        .text();
}

std::string argument(const ToolCall& call, std::string_view name)
{
    simdjson::dom::parser parser;
    simdjson::dom::element arguments;
    std::string_view text;
    if (parser.parse(call.arguments).get(arguments) != simdjson::SUCCESS)
        throw std::invalid_argument(call.name + ": the arguments are not JSON");
    if (arguments[name].get(text) != simdjson::SUCCESS)
        throw std::invalid_argument(call.name + ": the argument \"" + std::string(name) + "\" is missing");
    return std::string(text);
}

std::string searchFiles(const std::string& query)
{
    JsonArray found;
    for (const Hit& hit : documentationIndex().byWords(query, 3)) {
        const Passage& passage = passages()[hit.passage];
        found.add(Json{JsonObject()
                           .add("file", passage.page + ".md")
                           .add("heading", passage.heading)
                           .add("text", passage.text)
                           .text()});
    }
    return found.text();
}

} // namespace

std::vector<ToolDescription> Toolbox::descriptions() const
{
    return {{"calculator", "Computes an arithmetic expression exactly as written.",
             oneText("expression", "such as (1200 - 340) * 2.5 / 3")},
            {"search_files", "Finds sections of Spanglass's documentation.",
             oneText("query", "words to look for")},
            {"sql", "Runs one SELECT on the SQLite database of agent runs.",
             oneText("query", "a SELECT statement")}};
}

std::string Toolbox::call(const ToolCall& call) const
{
    if (call.name == "calculator")
        return numberText(calculate(argument(call, "expression")));
    if (call.name == "search_files")
        return searchFiles(argument(call, "query"));
    if (call.name == "sql")
        return m_database.query(argument(call, "query"));
    throw std::invalid_argument("there is no tool called " + call.name);
}

std::string callTool(const Toolbox& toolbox, const ToolCall& call, const Pace& pace)
{
    return spanglass::inSpan("execute_tool " + call.name, spanglass::Kind::tool, [&](spanglass::Span& span) {
        span.set("gen_ai.operation.name", "execute_tool")
            .set("gen_ai.tool.name", call.name)
            .set("gen_ai.tool.type", "function")
            .set("gen_ai.tool.call.id", call.id)
            .set("gen_ai.tool.call.arguments", Json{call.arguments});
        pace.wait(std::chrono::milliseconds(call.name == "calculator" ? 15 : 120));
        const std::string result = toolbox.call(call);
        if (result.starts_with('[')) // rows and passages are JSON, a number is its own text
            span.set("gen_ai.tool.call.result", Json{result});
        else
            span.set("gen_ai.tool.call.result", result);
        return result;
    });
}

} // namespace agents
