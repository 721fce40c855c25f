// SPDX-License-Identifier: GPL-3.0-or-later
/// What `spanglass sync` can do, one function per word. Operand 0 is the word, operand 1 the destination's
/// name.
#pragma once

#include <filesystem>

#include "app/cli/options.h"
#include "base/result.h"
#include "store/deliveries.h"

namespace spanglass::app::sync_verbs {

Result<int> add(const Options& options);
Result<int> remove(const Options& options);
Result<int> pause(const Options& options);
Result<int> resume(const Options& options);
Result<int> resend(const Options& options);
Result<int> test(const Options& options);
Result<int> retry(const Options& options);

Result<int> list(const Options& options);
Result<int> run(const Options& options);
Result<int> status(const Options& options);
Result<int> preview(const Options& options);

[[nodiscard]] std::filesystem::path storeOf(const Options& options);
/// The destination that operand 1 names, or an error that says which there are.
[[nodiscard]] Result<store::DestinationRow> named(const Options& options,
                                                  const store::Deliveries& deliveries);

} // namespace spanglass::app::sync_verbs
