// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/helper_program.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <unistd.h>

#include "app/install_paths.h"

namespace spanglass::app {

std::string helperProgram(const std::string& name)
{
    std::error_code ignored;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& directory : {here, here / SPANGLASS_LIBEXEC_FROM_BIN}) {
        const auto program = directory / name;
        if (::access(program.c_str(), X_OK) == 0)
            return program.lexically_normal();
    }
    return name;
}

Error becomeHelper(const std::string& name, std::vector<std::string> words)
{
    const std::string program = helperProgram(name);
    words.insert(words.begin(), program);
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execvp(program.c_str(), argv.data());
    return {ErrorKind::unavailable, program + ": cannot be started: " + std::strerror(errno)};
}

} // namespace spanglass::app
