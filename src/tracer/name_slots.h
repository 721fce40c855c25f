// SPDX-License-Identifier: Apache-2.0
/// The numbers of literal names: given by `numberName`, for as long as a run lasts.
#pragma once

namespace spanglass::detail {

/// A run begins: no name has a number.
void forgetNames() noexcept;
/// In a forked child, where the thread that was giving one is not.
void unlockNamesInChild() noexcept;

} // namespace spanglass::detail
