// SPDX-License-Identifier: GPL-3.0-or-later
/// Asks which team's Postgres to open, and connects to it: the dialog ends when that worked, else it says why
/// not. Those that this store delivers to are offered with the secrets that are kept for them.
#pragma once

#include <QDialog>
#include <memory>
#include <vector>

#include "models/delivery_source.h"
#include "models/postgres_source.h"

namespace Ui {
class TeamDatabaseDialog;
}

namespace spanglass::app {

class TeamDatabaseDialog : public QDialog
{
    Q_OBJECT
public:
    /// `deliveries` may be null; else it stays the caller's and outlives the dialog.
    explicit TeamDatabaseDialog(models::DeliverySource* deliveries, QWidget* parent = nullptr);
    ~TeamDatabaseDialog() override;

    /// Connected; null unless the dialog was accepted.
    [[nodiscard]] std::unique_ptr<models::PostgresSource> takeSource();
    /// "db on host:5432 as user".
    [[nodiscard]] const QString& place() const { return m_place; }

private:
    void offer(const models::DeliverySource::Destinations& rows);
    void knownChosen(int index);
    void open();
    void connectTo(const std::string& conninfo, sync::Secret password);
    void say(const QString& message);

    std::unique_ptr<Ui::TeamDatabaseDialog> m_ui;
    std::vector<sync::DestinationConfig> m_known;
    std::unique_ptr<models::PostgresSource> m_source;
    QString m_place;
    models::JobThread m_secrets;
};

} // namespace spanglass::app
