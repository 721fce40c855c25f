// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass sync …`: where the store's spans are delivered to. This file knows the verb; what it does stands
// in sync_settings.cpp (add, remove, pause, …) and sync_report.cpp (list, status, preview, run).
#include <QCoreApplication>
#include <array>

#include "app/cli/sync_verbs.h"
#include "app/cli/verbs.h"

namespace spanglass::app {

namespace {

struct Action
{
    std::string_view name;
    std::size_t operands; ///< behind the name
    Result<int> (*run)(const Options& options);
};

constexpr std::array<Action, 11> actions{{
    {"add", 1, sync_verbs::add},
    {"remove", 1, sync_verbs::remove},
    {"pause", 1, sync_verbs::pause},
    {"resume", 1, sync_verbs::resume},
    {"resend", 1, sync_verbs::resend},
    {"test", 1, sync_verbs::test},
    {"list", 0, sync_verbs::list},
    {"run", 0, sync_verbs::run},
    {"status", 0, sync_verbs::status},
    {"retry", 0, sync_verbs::retry},
    {"preview", 1, sync_verbs::preview},
}};

Result<int> run(const Options& options)
{
    const std::string& wanted = options.operands().front();
    for (const Action& action : actions) {
        if (action.name != wanted)
            continue;
        // A name may follow `status` and `retry` too.
        const std::size_t most =
            action.operands == 0 && (wanted == "status" || wanted == "retry") ? 1 : action.operands;
        const std::size_t given = options.operands().size() - 1;
        if (given < action.operands || given > most)
            return fail(ErrorKind::usage,
                        "sync " + wanted +
                            (action.operands == 1 ? ": needs one NAME" : ": takes no such word"));
        // Keychain and network want an application object; none of it needs a display.
        int argc = 1;
        char program[] = "spanglass";
        char* argv[] = {program, nullptr};
        const QCoreApplication application(argc, argv);
        return action.run(options);
    }
    return fail(ErrorKind::usage,
                "sync: there is no " + wanted +
                    "; there are: add, remove, pause, resume, resend, test, list, run, status, "
                    "retry, preview");
}

} // namespace

const Verb syncVerb{
    {.verb = "sync",
     .operands =
         "add|remove|pause|resume|resend|test|preview NAME | list | run | status [NAME] | retry [NAME]",
     .fewest = 1,
     .most = 2,
     .summary = "deliver to Postgres, Langfuse or any OTLP endpoint",
     .options =
         {{"kind", "postgres|langfuse|otlp", "add: what it is"},
          {"url", "URL", "add: http(s)://HOST, or what libpq takes"},
          {"preset", "NAME",
           "add: jaeger, tempo, phoenix, opik, mlflow or collector: kind otlp and its ways"},
          {"public-key", "PK", "add: the public key of a Langfuse project"},
          {"secret-env", "VAR", "add: the variable that holds the secret"},
          {"secret-stdin", "", "add: read the secret from standard input into the keychain"},
          {"header", "K=V", "add: a header to send, may be repeated"},
          {"header-env", "K=VAR", "add: a header whose value is in a variable"},
          {"encoding", "json|protobuf", "add: how OTLP is written (default json)"},
          {"remove-key", "KEY", "add: an attribute that never leaves (a * at the end: all that begin so)"},
          {"without-content", "", "add: inputs, outputs and messages never leave"},
          {"cap", "BYTES", "add: longer values are cut"},
          {"mask", "RULE",
           "add: a name whose values are masked, builtin or re:EXPRESSION (beside the project's rules)"},
          {"move", "", "add: what waits for the old address goes to the new one"},
          {"once", "", "run: deliver what waits, then end"}}},
    run};

} // namespace spanglass::app
