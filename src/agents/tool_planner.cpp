// SPDX-License-Identifier: Apache-2.0
// Plans as data: a question, a first query with a column that does not exist, the right query, and what to
// make of its rows. Numbers in the answers come from what the tools returned.
#include "agents/tool_planner.h"

#include <simdjson.h>

#include "agents/calculator.h"
#include "agents/json.h"

namespace agents {
namespace {

using Rows = simdjson::dom::array;

struct Plan
{
    std::string_view question;
    std::string_view wrongQuery;
    std::string_view query;
    std::string_view lookUp;                                       ///< in the documentation; may be empty
    std::string (*expression)(Rows rows);                          ///< for the calculator
    std::string (*answer)(Rows rows, const std::string& computed); ///< from both
};

std::string text(simdjson::dom::element row, std::string_view column)
{
    std::string_view text;
    return row[column].get(text) == simdjson::SUCCESS ? std::string(text) : "?";
}

std::string number(simdjson::dom::element row, std::string_view column)
{
    double number = 0;
    return row[column].get(number) == simdjson::SUCCESS ? numberText(number) : "0";
}

/// "0.1 + 0.25": one column over all rows.
std::string columnSum(Rows rows, std::string_view column)
{
    std::string sum;
    for (const auto row : rows)
        sum += (sum.empty() ? "" : " + ") + number(row, column);
    return sum.empty() ? "0" : sum;
}

const Plan plans[] = {
    {"Which agent cost the most in October, and what share of the whole bill was that?",
     "SELECT agent, SUM(total_cost) AS cost FROM runs GROUP BY agent ORDER BY cost DESC",
     "SELECT agent, ROUND(SUM(cost_usd), 4) AS cost FROM runs GROUP BY agent ORDER BY cost DESC", "",
     [](Rows rows) {
         return "round(100 * " + number(rows.at(0), "cost") + " / (" + columnSum(rows, "cost") + "), 1)";
     },
     [](Rows rows, const std::string& computed) {
         return "The agent that cost the most is " + text(rows.at(0), "agent") + ": " +
                number(rows.at(0), "cost") + " USD in October, " + computed + " % of the whole bill.";
     }},
    {"What would 10,000 runs of the rag agent cost at October's average?",
     "SELECT COUNT(*) AS runs, SUM(price) AS cost FROM runs WHERE agent = 'rag'",
     "SELECT COUNT(*) AS runs, ROUND(SUM(cost_usd), 4) AS cost FROM runs WHERE agent = 'rag'",
     "cost of a model call price table",
     [](Rows rows) {
         return "round(10000 * " + number(rows.at(0), "cost") + " / " + number(rows.at(0), "runs") + ", 2)";
     },
     [](Rows rows, const std::string& computed) {
         return "At October's average, 10,000 runs of rag would cost " + computed + " USD: its " +
                number(rows.at(0), "runs") + " runs cost " + number(rows.at(0), "cost") +
                " USD. These are the costs recorded with the runs; where a provider names none, Spanglass "
                "computes "
                "them from its price table.";
     }},
    {"Which team had the most failed runs, and how many of all failures were its own?",
     "SELECT team, COUNT(*) AS failures FROM runs WHERE status = 'error' GROUP BY team ORDER BY failures "
     "DESC",
     "SELECT team, COUNT(*) AS failures FROM runs JOIN agents ON agents.name = runs.agent WHERE status = "
     "'error' "
     "GROUP BY team ORDER BY failures DESC",
     "",
     [](Rows rows) {
         return "round(100 * " + number(rows.at(0), "failures") + " / (" + columnSum(rows, "failures") +
                "), 0)";
     },
     [](Rows rows, const std::string& computed) {
         return "Team " + text(rows.at(0), "team") +
                " had the most failed runs: " + number(rows.at(0), "failures") + ", which is " + computed +
                " % of all failures.";
     }},
    {"How many tokens does each model write per second, and how much faster is the fastest than the slowest?",
     "SELECT model, 1000.0 * SUM(completion_tokens) / SUM(duration_ms) AS rate FROM runs WHERE "
     "completion_tokens > 0 GROUP BY model ORDER BY rate DESC",
     "SELECT model, ROUND(1000.0 * SUM(output_tokens) / SUM(duration_ms), 1) AS rate FROM runs WHERE "
     "output_tokens > 0 GROUP BY model ORDER BY rate DESC",
     "time to first token",
     [](Rows rows) {
         return "round(" + number(rows.at(0), "rate") + " / " + number(rows.at(rows.size() - 1), "rate") +
                ", 1)";
     },
     [](Rows rows, const std::string& computed) {
         std::string rates;
         for (const auto row : rows)
             rates += (rates.empty() ? "" : ", ") + text(row, "model") + ' ' + number(row, "rate");
         return "Tokens written per second: " + rates + ". The fastest writes " + computed +
                " times as fast as the slowest.";
     }},
};

const Plan* planFor(const Request& request)
{
    for (const auto& message : request.messages)
        for (const auto& plan : plans)
            if (message.role == "user" && message.text == plan.question)
                return &plan;
    return nullptr;
}

/// How many results the model has read, and the last good one of each kind.
struct Progress
{
    std::size_t results = 0;
    std::string rows;
    std::string computed;
    std::string failure; ///< of the last call; empty if it worked
};

Progress readProgress(const Request& request)
{
    Progress progress;
    for (const auto& message : request.messages) {
        if (message.role != "tool")
            continue;
        ++progress.results;
        progress.failure = message.text.starts_with("error: ") ? message.text.substr(7) : "";
        if (!progress.failure.empty())
            continue;
        if (message.text.starts_with("[") && progress.rows.empty())
            progress.rows = message.text;
        else if (!message.text.starts_with("["))
            progress.computed = message.text;
    }
    return progress;
}

Message call(const Progress& progress, std::string_view tool, std::string_view parameter,
             std::string_view argument, std::string reasoning)
{
    ToolCall call{.id = "call_" + std::to_string(progress.results + 1),
                  .name = std::string(tool),
                  .arguments = JsonObject().add(parameter, argument).text()};
    return {
        .role = "assistant", .text = {}, .reasoning = std::move(reasoning), .toolCalls = {std::move(call)}};
}

Message unplanned(const Request& request, const Progress& progress)
{
    if (progress.results == 0)
        return call(progress, "search_files", "query", request.messages.back().text,
                    "I do not know this question. The documentation may.");
    return {.role = "assistant", .text = "This is what the documentation says: " + progress.rows};
}

} // namespace

std::vector<std::string> plannedQuestions()
{
    std::vector<std::string> questions;
    for (const auto& plan : plans)
        questions.emplace_back(plan.question);
    return questions;
}

Message nextStep(const Request& request)
{
    const Plan* plan = planFor(request);
    const Progress progress = readProgress(request);
    if (!plan)
        return unplanned(request, progress);
    if (progress.results == 0)
        return call(progress, "sql", "query", plan->wrongQuery,
                    "The runs are in the database; I sum them up there.");
    if (!progress.failure.empty())
        return call(progress, "sql", "query", plan->query,
                    "The database says: " + progress.failure +
                        ". I look at the schema again and mend the query.");

    simdjson::dom::parser parser;
    Rows rows;
    if (parser.parse(progress.rows).get(rows) != simdjson::SUCCESS || rows.size() == 0)
        return {.role = "assistant", .text = "The database holds no runs that answer this."};
    if (progress.computed.empty())
        return call(progress, "calculator", "expression", plan->expression(rows),
                    "The rows are there; the calculator does the rest.");
    const bool lookedUp = progress.results > 3; // the failure, the rows and the number came before
    if (!plan->lookUp.empty() && !lookedUp)
        return call(progress, "search_files", "query", plan->lookUp, "I check what the figure means.");
    return {.role = "assistant", .text = plan->answer(rows, progress.computed)};
}

} // namespace agents
