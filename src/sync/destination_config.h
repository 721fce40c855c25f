// SPDX-License-Identifier: GPL-3.0-or-later
/// How a destination is configured, without its secrets: those are named (sync/secret_store.h), not held.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace spanglass::sync {

enum class DestinationKind
{
    postgres,
    langfuse,
    otlp,
};
inline constexpr std::array<std::string_view, 3> destinationKindNames{"postgres", "langfuse", "otlp"};
[[nodiscard]] constexpr std::string_view name(DestinationKind kind)
{
    return destinationKindNames[static_cast<std::size_t>(kind)];
}

/// Where a secret is found: in the keychain (or its file) under the destination's key, or in a variable.
struct SecretPlace
{
    enum class Kind
    {
        none,
        keychain,
        environment,
        file,
    };
    Kind kind = Kind::none;
    std::string variable; ///< for environment
    friend bool operator==(const SecretPlace&, const SecretPlace&) = default;
};

struct Header
{
    std::string name;
    std::string value;       ///< shown to anybody; empty where a variable has it
    std::string environment; ///< the variable with the value
    friend bool operator==(const Header&, const Header&) = default;
};

/// What leaves the machine, cut to what may.
struct Redaction
{
    std::vector<std::string>
        removedKeys;             ///< attributes with these names go; a `*` at the end stands for anything
    bool withoutContent = false; ///< no inputs, outputs, messages
    std::size_t valueBytes = 0;  ///< longer values are cut, with a marker; 0: never
    std::vector<std::string> mask = {}; ///< rules for what must not be read (base/masking.h)
    friend bool operator==(const Redaction&, const Redaction&) = default;
};

struct DestinationConfig
{
    std::int64_t id = 0;
    std::string name;
    DestinationKind kind = DestinationKind::otlp;
    std::string url; ///< http(s), or what libpq takes; without credentials
    std::string publicKey;
    SecretPlace secret;
    std::vector<Header> headers;
    bool json = true; ///< OTLP in JSON, else protobuf
    bool gzip = true;
    Redaction redaction;

    /// Under which the keychain knows the secret.
    [[nodiscard]] std::string secretKey() const;
    [[nodiscard]] std::string settingsJson() const;
    /// The inverse, into an otherwise filled config.
    [[nodiscard]] static Result<void> readSettings(std::string_view json, DestinationConfig& config);
};

/// Names of letters, digits, `-`, `_` and `.`, at most 64.
[[nodiscard]] Result<void> checkName(std::string_view name);
/// Refuses what holds a secret (user:password@, password=, a key in the query, an Authorization header given
/// literally), and says which option to use. Otherwise whether the URL makes sense for the kind.
[[nodiscard]] Result<void> checkUrl(const DestinationConfig& config);
[[nodiscard]] Result<void> checkHeader(const Header& header);

/// Where spans go: the URL with the path the kind wants, unless it has one.
[[nodiscard]] std::string tracesUrl(const DestinationConfig& config);

} // namespace spanglass::sync
