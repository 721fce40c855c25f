// SPDX-License-Identifier: Apache-2.0
/// Starting the courier, detached: it must neither end with the agent nor be left for it to wait for.
#include "tracer/delivery.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal/file.h"
#include "tracer/service_state.h"

namespace spanglass::detail {
namespace {

bool somebodyKeeps(const std::string& store)
{
    const auto lock = journal::File::open(store + "/keeper.lock", O_RDWR);
    struct flock whole
    {
    };
    whole.l_type = F_WRLCK;
    return lock && ::fcntl(lock->descriptor(), F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;
}

bool isInstalled(const std::string& program)
{
    const char* const path = std::getenv("PATH");
    std::string directories = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
    for (std::size_t at = 0; at <= directories.size();) {
        const std::size_t end = std::min(directories.find(':', at), directories.size());
        if (::access((directories.substr(at, end - at) + "/" + program).c_str(), X_OK) == 0)
            return true;
        at = end + 1;
    }
    return false;
}

/// This program's environment, with what was configured elsewhere.
std::vector<std::string> environmentOf(const Settings& settings)
{
    std::vector<std::string> variables;
    for (char** at = environ; *at != nullptr; ++at) {
        const std::string_view variable(*at);
        if (!settings.deliveryEnvironment.contains(std::string(variable.substr(0, variable.find('=')))))
            variables.emplace_back(variable);
    }
    for (const auto& [name, value] : settings.deliveryEnvironment)
        variables.push_back(name + "=" + value);
    return variables;
}

} // namespace

void startDelivery(const Settings& settings) noexcept
try {
    if (settings.destinations.empty() || !settings.journal || somebodyKeeps(settings.store))
        return;
    if (!isInstalled("spanglass")) {
        log(Level::warning, "no program spanglass to deliver with: traces wait in the journal",
            {{"store", settings.store}});
        return;
    }
    // The shell ends at once and its child belongs to init: nothing to wait for later.
    std::string arguments[] = {
        "sh",          "-c",           "exec setsid \"$@\" </dev/null >/dev/null 2>&1 &",
        "sh",          "spanglass",    "serve",
        "--sync",      "--until-idle", "--store",
        settings.store};
    char* argv[std::size(arguments) + 1] = {};
    for (std::size_t at = 0; at < std::size(arguments); ++at)
        argv[at] = arguments[at].data();
    std::vector<std::string> variables = environmentOf(settings);
    std::vector<char*> environment;
    for (std::string& variable : variables)
        environment.push_back(variable.data());
    environment.push_back(nullptr);
    pid_t shell = 0;
    const int error = ::posix_spawn(&shell, "/bin/sh", nullptr, nullptr, argv, environment.data());
    if (error != 0) {
        log(Level::warning, journal::errorText("starting spanglass serve", error), {});
        return;
    }
    int status = 0;
    while (::waitpid(shell, &status, 0) < 0 && errno == EINTR) {
    }
} catch (...) {
    // Without delivery the journal waits.
}

} // namespace spanglass::detail
