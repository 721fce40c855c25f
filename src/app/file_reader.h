// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads trace files for the window's tabs: formats/document.h behind app/file_tab.h's signature.
#pragma once

#include "app/file_tab.h"

namespace spanglass::app {

[[nodiscard]] Result<FileContent> readTraceFile(const QString& path, const FileProgress& progress,
                                                const FilePartial& partial);

} // namespace spanglass::app
