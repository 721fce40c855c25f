// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/team_window.h"

#include "app/status_line.h"

namespace spanglass::app {
namespace {

WindowParts partsFor(models::PostgresSource* source, const QString& place, WindowParts parts)
{
    parts.source = source;
    parts.storeName = place;
    parts.title = place.isEmpty() ? QStringLiteral("Spanglass") : QStringLiteral("%1 – Spanglass").arg(place);
    return parts;
}

} // namespace

TeamWindow::TeamWindow(std::unique_ptr<models::PostgresSource> source, const QString& place,
                       WindowParts parts)
    : TeamSource{std::move(source)}, MainWindow(partsFor(team.get(), place, std::move(parts)))
{
    QObject::connect(
        team.get(), &models::PostgresSource::listening, this, [this](bool live, const QString& message) {
            statusLine()->showLive(
                live, live ? MainWindow::tr("New traces of the team are shown as they are delivered.")
                           : MainWindow::tr("The team's database does not answer; it is tried again: %1")
                                 .arg(message));
        });
    team->requestPlace(this, [this](const Result<QString>& found) {
        if (!found)
            return showBanner(true, QString::fromStdString(found.error().message));
        statusLine()->showStore(*found);
    });
}

} // namespace spanglass::app
