// SPDX-License-Identifier: Apache-2.0
/// How an expected failure is reported: a value, or an Error whose message can be shown as it stands.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace spanglass {

enum class ErrorKind
{
    io,          ///< the system refused: permission, missing file, no space
    format,      ///< the bytes are not what they should be
    notMine,     ///< a reader's answer for a file of another format
    unavailable, ///< somebody else holds it, or it is not there now; trying again may help
    refused,     ///< we will not: unsafe, too new, against a setting
    usage,       ///< the caller asked for something that does not exist
    cancelled,
};

/// `message` names the file or destination, the place and the cause, in one line.
struct Error
{
    ErrorKind kind = ErrorKind::io;
    std::string message;
};

template<class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string message)
{
    return tl::unexpected<Error>(Error{kind, std::move(message)});
}

} // namespace spanglass
