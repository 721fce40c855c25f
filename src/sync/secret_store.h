// SPDX-License-Identifier: GPL-3.0-or-later
/// Where secrets live: the system's keychain, else a file of mode 0600 in the user's configuration, else a
/// variable of the environment. Never in the store.
#pragma once

#include "base/result.h"
#include "sync/credentials.h"

namespace spanglass::sync {

/// Whether there is a keychain to talk to (a session bus, that is).
[[nodiscard]] bool keychainThere();
/// Asks it for something; the error says that there is none, or why it does not answer.
[[nodiscard]] Result<void> askKeychain();

/// Stores `secret` for the destination and says where it went; `mayUseFile`: where there is no keychain.
[[nodiscard]] Result<SecretPlace> keepSecret(const DestinationConfig& config, const Secret& secret,
                                             bool mayUseFile);
/// Forgets it, wherever it is.
void forgetSecret(const DestinationConfig& config);

/// All the destination needs to log in. The error names the variable or the command that sets it, never a
/// value.
[[nodiscard]] Result<Credentials> findCredentials(const DestinationConfig& config);

/// The file that would hold it.
[[nodiscard]] std::string secretFile(const DestinationConfig& config);

} // namespace spanglass::sync
