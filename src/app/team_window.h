// SPDX-License-Identifier: GPL-3.0-or-later
/// A window of its own on a team's Postgres: the same list, search and views as the local store's, straight
/// from there. What only a local store can do is disabled with the reason.
#pragma once

#include <memory>

#include "app/main_window.h"
#include "models/postgres_source.h"

namespace spanglass::app {

/// Before the window, so that it outlives it.
struct TeamSource
{
    std::unique_ptr<models::PostgresSource> team;
};

class TeamWindow : private TeamSource, public MainWindow
{
public:
    /// `parts` without a source and a name; `place` where it is known already.
    TeamWindow(std::unique_ptr<models::PostgresSource> source, const QString& place, WindowParts parts);
};

} // namespace spanglass::app
