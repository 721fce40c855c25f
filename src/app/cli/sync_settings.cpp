// SPDX-License-Identifier: GPL-3.0-or-later
// The words of `spanglass sync` that change something: add, remove, pause, resume, resend, test, retry.
#include <cstdio>
#include <iostream>
#include <termios.h>
#include <unistd.h>

#include "app/cli/sync_verbs.h"
#include "app/cli/verb.h"
#include "app/mask_rules.h"
#include "base/json_writer.h"
#include "base/masking.h"
#include "base/text.h"
#include "receive/presence.h"
#include "store/store.h"
#include "sync/destination_factory.h"
#include "sync/own_receiver.h"
#include "sync/presets.h"
#include "sync/project_rules.h"
#include "sync/secret_store.h"
#include "sync/trace_states.h"

namespace spanglass::app::sync_verbs {

namespace {

Result<sync::Header> headerOf(const std::string& text, bool environment)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        return fail(ErrorKind::usage, std::string(environment ? "--header-env" : "--header") + ": " + text +
                                          " is not " + (environment ? "NAME=VARIABLE" : "NAME=VALUE"));
    sync::Header header{text.substr(0, equals), text.substr(equals + 1), {}};
    if (environment)
        std::swap(header.value, header.environment);
    if (auto fine = sync::checkHeader(header); !fine)
        return tl::unexpected(fine.error());
    return header;
}

/// Kind, URL and encoding: of a preset, or as the options say.
Result<sync::DestinationConfig> readKind(const Options& options)
{
    if (options.has("preset")) {
        if (options.has("kind") && options.text("kind") != "otlp")
            return fail(ErrorKind::usage, "sync add: a --preset is of kind otlp");
        return sync::fromPreset(options.text("preset"), options.text("url"));
    }
    sync::DestinationConfig config;
    config.url = options.text("url");
    for (std::size_t i = 0; i < sync::destinationKindNames.size(); ++i) {
        if (sync::destinationKindNames[i] == options.text("kind")) {
            config.kind = static_cast<sync::DestinationKind>(i);
            return config;
        }
    }
    return fail(ErrorKind::usage, "sync add: --kind must be postgres, langfuse or otlp");
}

Result<void> readHeaders(const Options& options, sync::DestinationConfig& config)
{
    for (const bool environment : {false, true}) {
        for (const std::string& text : options.all(environment ? "header-env" : "header")) {
            auto header = headerOf(text, environment);
            if (!header)
                return tl::unexpected(header.error());
            config.headers.push_back(*header);
        }
    }
    return {};
}

Result<void> readRedaction(const Options& options, sync::DestinationConfig& config)
{
    config.redaction.removedKeys = options.all("remove-key");
    config.redaction.withoutContent = options.has("without-content");
    const std::vector<std::string> own = options.all("mask");
    if (const Masking masking(own); !masking.problems().empty())
        return fail(ErrorKind::usage, "sync add: " + masking.problems().front());
    config.redaction.mask = sync::withProjectRules(own, maskRules());
    const auto cap = options.integer("cap", 0, 0, 1 << 30);
    if (!cap)
        return tl::unexpected(cap.error());
    config.redaction.valueBytes = static_cast<std::size_t>(*cap);
    return {};
}

/// What makes no sense for the kind, said now instead of by a server later.
Result<void> checkKind(const Options& options, const sync::DestinationConfig& config)
{
    if (config.kind != sync::DestinationKind::postgres && config.url.empty())
        return fail(ErrorKind::usage, "sync add: --url is missing");
    if (config.kind == sync::DestinationKind::langfuse && config.publicKey.empty())
        return fail(ErrorKind::usage, "sync add: Langfuse wants --public-key with --secret-env or "
                                      "--secret-stdin");
    if (options.has("encoding") && options.text("encoding") != "json" &&
        options.text("encoding") != "protobuf")
        return fail(ErrorKind::usage, "--encoding must be json or protobuf");
    return sync::checkUrl(config);
}

Result<sync::DestinationConfig> configFrom(const Options& options)
{
    auto config = readKind(options);
    if (!config)
        return config;
    config->name = options.operands()[1];
    config->publicKey = options.text("public-key");
    if (options.has("encoding"))
        config->json = options.text("encoding") != "protobuf";
    for (auto checked : {sync::checkName(config->name), checkKind(options, *config),
                         readHeaders(options, *config), readRedaction(options, *config)}) {
        if (!checked)
            return tl::unexpected(checked.error());
    }
    if (sync::isOwnReceiver(*config, receive::receiverOf(storeOf(options))))
        return fail(ErrorKind::refused, "sync add: " + sync::ownReceiverRefusal(*config));
    return config;
}

/// Where there is no keychain: asks whoever sits at the terminal; a script has said what it wants by calling
/// us.
bool mayUseFile(const sync::DestinationConfig& config)
{
    const std::string file = sync::secretFile(config);
    if (!::isatty(STDERR_FILENO) || ::access("/dev/tty", R_OK) != 0) {
        if (!sync::keychainThere())
            std::fprintf(stderr, "there is no keychain here: the secret goes to %s (mode 0600)\n",
                         file.c_str());
        return true;
    }
    std::fprintf(stderr,
                 "Where there is no keychain, may the secret be kept in %s, readable by you only? [y/N] ",
                 file.c_str());
    FILE* terminal = std::fopen("/dev/tty", "r");
    const int answer = terminal ? std::fgetc(terminal) : 'n';
    if (terminal)
        std::fclose(terminal);
    return answer == 'y' || answer == 'Y';
}

/// One line; typed at a terminal, it is not shown.
sync::Secret secretFromInput()
{
    termios shown{};
    const bool typed = ::tcgetattr(STDIN_FILENO, &shown) == 0;
    if (typed) {
        std::fputs("Secret: ", stderr);
        termios hidden = shown;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &hidden);
    }
    std::string line;
    std::getline(std::cin, line);
    if (typed) {
        ::tcsetattr(STDIN_FILENO, TCSANOW, &shown);
        std::fputs("\n", stderr);
    }
    if (line.ends_with('\r'))
        line.pop_back();
    sync::Secret secret(line);
    std::fill(line.begin(), line.end(), '\0');
    return secret;
}

Result<void> takeSecret(const Options& options, sync::DestinationConfig& config)
{
    if (options.has("secret-env") && options.has("secret-stdin"))
        return fail(ErrorKind::usage, "sync add: --secret-env or --secret-stdin, not both");
    if (options.has("secret-env"))
        config.secret = {sync::SecretPlace::Kind::environment, options.text("secret-env")};
    if (!options.has("secret-stdin"))
        return {};
    const sync::Secret secret = secretFromInput();
    if (secret.empty())
        return fail(ErrorKind::usage, "sync add: no secret came on standard input");
    auto place = sync::keepSecret(config, secret, !sync::keychainThere() && mayUseFile(config));
    if (!place)
        return tl::unexpected(place.error());
    config.secret = *place;
    return {};
}

/// The queue stays bound to its destination: a new address for spans that wait wants a word.
Result<void> checkMove(const Options& options, const store::DestinationRow& there,
                       const sync::DestinationConfig& config)
{
    if (there.kind != sync::name(config.kind))
        return fail(ErrorKind::refused,
                    there.name + " is of kind " + there.kind + ": remove it first, or use another name");
    const auto before = sync::configOf(there);
    const bool otherKey = before && before->publicKey != config.publicKey;
    if ((there.url == config.url && !otherKey) || options.has("move"))
        return {};
    auto states = sync::DeliveryStates::open(storeOf(options));
    if (!states)
        return tl::unexpected(states.error());
    const auto all = states->destinations();
    if (!all)
        return tl::unexpected(all.error());
    for (const sync::DestinationStatus& status : *all) {
        if (status.row.id == there.id && status.pending > 0)
            return fail(ErrorKind::refused,
                        there.name + ": " + countText(status.pending) + " spans wait for " + there.url +
                            (otherKey ? " with the key " + before->publicKey : "") +
                            ": deliver them first, or say --move to send them to the new " +
                            (otherKey ? "project" : "address"));
    }
    return {};
}

/// `change` on the named destination.
template<class Change> Result<int> onNamed(const Options& options, const char* said, Change change)
{
    auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto row = named(options, *deliveries);
    if (!row)
        return tl::unexpected(row.error());
    if (Result<void> changed = change(*deliveries, *row); !changed)
        return tl::unexpected(changed.error());
    if (options.json())
        std::puts(JsonWriter()
                      .beginObject()
                      .member("name", row->name)
                      .member("state", said)
                      .endObject()
                      .text()
                      .c_str());
    else
        std::printf("%s: %s\n", row->name.c_str(), said);
    return exitDone;
}

} // namespace

std::filesystem::path storeOf(const Options& options)
{
    return options.has("store") ? std::filesystem::path(options.text("store"))
                                : store::Store::defaultDirectory();
}

Result<store::DestinationRow> named(const Options& options, const store::Deliveries& deliveries)
{
    const auto rows = deliveries.destinations();
    if (!rows)
        return tl::unexpected(rows.error());
    std::string names;
    for (const store::DestinationRow& row : *rows) {
        if (row.name == options.operands()[1])
            return row;
        names += (names.empty() ? "" : ", ") + row.name;
    }
    return fail(ErrorKind::usage, "there is no destination " + options.operands()[1] +
                                      (names.empty() ? "; there are none" : "; there are: " + names));
}

Result<int> add(const Options& options)
{
    auto config = configFrom(options);
    if (!config)
        return tl::unexpected(config.error());
    auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto there = deliveries->destination(config->name);
    if (!there)
        return tl::unexpected(there.error());
    if (*there) {
        if (auto fine = checkMove(options, **there, *config); !fine)
            return tl::unexpected(fine.error());
    }
    if (auto taken = takeSecret(options, *config); !taken)
        return tl::unexpected(taken.error());
    const std::string settings = config->settingsJson();
    if (*there) {
        if (auto updated = deliveries->update((*there)->id, config->url, settings); !updated)
            return tl::unexpected(updated.error());
        // What paused by itself waited for just this.
        if ((*there)->paused && (*there)->pausedReason != sync::pausedByUser) {
            if (auto resumed = deliveries->setPaused((*there)->id, false); !resumed)
                return tl::unexpected(resumed.error());
        }
    } else if (auto added = deliveries->add(config->name, std::string(sync::name(config->kind)), config->url,
                                            settings);
               !added) {
        return tl::unexpected(added.error());
    }
    if (options.json())
        std::puts(JsonWriter()
                      .beginObject()
                      .member("name", config->name)
                      .member("kind", sync::name(config->kind))
                      .member("url", config->url)
                      .endObject()
                      .text()
                      .c_str());
    else
        std::printf("%s: %s; `spanglass sync test %s` tries it\n", config->name.c_str(),
                    *there ? "changed" : "added", config->name.c_str());
    if (const std::string missing = sync::missingFor(options.text("preset"), *config); !missing.empty())
        std::fprintf(stderr, "%s\n", missing.c_str());
    return exitDone;
}

Result<int> remove(const Options& options)
{
    return onNamed(options, "removed", [](store::Deliveries& deliveries, const store::DestinationRow& row) {
        if (const auto config = sync::configOf(row))
            sync::forgetSecret(*config);
        return deliveries.remove(row.id);
    });
}

Result<int> pause(const Options& options)
{
    return onNamed(options, "paused", [](store::Deliveries& deliveries, const store::DestinationRow& row) {
        return deliveries.setPaused(row.id, true, std::string(sync::pausedByUser));
    });
}

Result<int> resume(const Options& options)
{
    return onNamed(options, "resumed", [](store::Deliveries& deliveries, const store::DestinationRow& row) {
        auto resumed = deliveries.setPaused(row.id, false);
        return resumed ? deliveries.requestRetry(row.id) : resumed;
    });
}

Result<int> resend(const Options& options)
{
    return onNamed(options, "everything is sent again",
                   [](store::Deliveries& deliveries, const store::DestinationRow& row) {
                       return deliveries.startOver(row.id);
                   });
}

Result<int> retry(const Options& options)
{
    const auto once = [](store::Deliveries& deliveries, const store::DestinationRow& row) {
        return deliveries.requestRetry(row.id);
    };
    if (options.operands().size() > 1)
        return onNamed(options, "tried again", once);
    auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto rows = deliveries->destinations();
    if (!rows)
        return tl::unexpected(rows.error());
    for (const store::DestinationRow& row : *rows) {
        if (auto asked = once(*deliveries, row); !asked)
            return tl::unexpected(asked.error());
    }
    if (options.json())
        std::puts(JsonWriter().beginObject().member("retried", rows->size()).endObject().text().c_str());
    return exitDone;
}

Result<int> test(const Options& options)
{
    auto deliveries = store::Deliveries::open(storeOf(options));
    if (!deliveries)
        return tl::unexpected(deliveries.error());
    const auto row = named(options, *deliveries);
    if (!row)
        return tl::unexpected(row.error());
    const auto config = sync::configOf(*row);
    if (!config)
        return tl::unexpected(config.error());
    if (sync::isOwnReceiver(*config, receive::receiverOf(storeOf(options))))
        return fail(ErrorKind::refused, row->name + ": " + sync::ownReceiverRefusal(*config));
    auto credentials = sync::findCredentials(*config);
    if (!credentials)
        return tl::unexpected(credentials.error());
    const sync::SystemClock clock;
    const auto destination = sync::makeDestination(*config, std::move(*credentials), storeOf(options), clock);
    const sync::Reply reply = destination->check();
    const bool fine = reply.verdict == sync::Verdict::delivered;
    if (options.json())
        std::puts(JsonWriter()
                      .beginObject()
                      .member("name", row->name)
                      .member("ok", fine)
                      .member("message", reply.message)
                      .endObject()
                      .text()
                      .c_str());
    if (!fine)
        return fail(ErrorKind::unavailable, row->name + ": " + reply.message);
    if (!options.json())
        std::printf("%s: works%s%s\n", row->name.c_str(), reply.message.empty() ? "" : ": ",
                    reply.message.c_str());
    return exitDone;
}

} // namespace spanglass::app::sync_verbs
