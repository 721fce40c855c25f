// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass retain`: lets old traces go, now, and says what the store keeps from now on.
#include <cstdio>

#include "app/cli/upkeep_output.h"
#include "app/cli/verbs.h"
#include "store/keeper.h"

namespace spanglass::app {

namespace {

constexpr std::int64_t bytesPerGb = 1'000'000'000;

/// The limits on the command line; what is not named is as it was.
Result<store::RetentionPolicy> policyFrom(const Options& options, const store::RetentionPolicy& before)
{
    store::RetentionPolicy policy = before;
    const auto days = options.integer("days", 0, 0, 36'500);
    const auto gigabytes = options.integer("max-gb", 0, 0, 1'000'000);
    const auto traces = options.integer("max-traces", 0, 0, 1'000'000'000);
    for (const auto* number : {&days, &gigabytes, &traces}) {
        if (!*number)
            return tl::unexpected(number->error());
    }
    // 0 takes a limit away.
    const auto set = [&](const char* name, std::int64_t value, std::optional<std::int64_t>& limit) {
        if (options.has(name))
            limit = value > 0 ? std::optional(value) : std::nullopt;
    };
    set("days", *days, policy.days);
    set("max-gb", *gigabytes * bytesPerGb, policy.bytes);
    set("max-traces", *traces, policy.traces);
    policy.undelivered = options.has("undelivered") || (before.undelivered && !options.has("delivered"));
    return policy;
}

void writePolicy(JsonWriter& json, const store::RetentionPolicy& policy)
{
    const auto limit = [&](const char* name, const std::optional<std::int64_t>& value) {
        json.key(name);
        value ? json.value(*value) : json.null();
    };
    json.key("policy").beginObject();
    limit("days", policy.days);
    limit("maxBytes", policy.bytes);
    limit("maxTraces", policy.traces);
    json.member("undelivered", policy.undelivered).endObject();
}

std::string policyText(const store::RetentionPolicy& policy)
{
    if (!policy.any())
        return "The store keeps everything.\n";
    std::string text = "The store keeps";
    if (policy.traces)
        text += " the newest " + std::to_string(*policy.traces) + " traces,";
    if (policy.days)
        text += " " + std::to_string(*policy.days) + " days,";
    if (policy.bytes)
        text += " up to " + std::to_string(*policy.bytes / bytesPerGb) + " GB,";
    text.back() = '.';
    return text + '\n';
}

Result<int> run(const Options& options)
{
    const auto directory = options.store();
    (void)store::gatherOnce(directory);
    const auto before = store::retentionOf(directory);
    if (!before)
        return tl::unexpected(before.error());
    const auto policy = policyFrom(options, *before);
    if (!policy)
        return tl::unexpected(policy.error());
    if (options.has("set")) {
        if (auto set = store::setRetention(directory, *policy); !set)
            return tl::unexpected(set.error());
    }
    const auto report = store::retainNow(directory, *policy, options.has("dry-run"));
    if (!report)
        return tl::unexpected(report.error());
    const auto& kept = options.has("set") ? *policy : *before;
    if (options.json()) {
        JsonWriter json;
        json.beginObject();
        writeReport(json, *report);
        json.member("keptUndelivered", report->keptUndelivered).member("running", report->running);
        writePolicy(json, kept);
        std::puts(json.endObject().text().c_str());
    } else if (options.has("dry-run")) {
        std::printf("%lld traces would be deleted, %lld more are kept as not delivered\n",
                    static_cast<long long>(report->deleted.traces),
                    static_cast<long long>(report->keptUndelivered));
    } else {
        std::fputs((reportText(*report) + policyText(kept)).c_str(), stdout);
    }
    return exitDone;
}

} // namespace

const Verb retainVerb{{.verb = "retain",
                       .operands = "",
                       .summary = "let old traces go: now, and with --set from now on",
                       .options = {{"days", "N", "what ended longer ago goes (0: no such limit)"},
                                   {"max-gb", "N", "the oldest go while the store holds more"},
                                   {"max-traces", "N", "the newest so many stay"},
                                   {"undelivered", "", "also what a destination has not got yet"},
                                   {"delivered", "", "only what every destination has (the default)"},
                                   {"set", "", "whoever keeps the store obeys these limits from now on"},
                                   {"dry-run", "", "only say what would go"}}},
                      run};

} // namespace spanglass::app
