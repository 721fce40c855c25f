// SPDX-License-Identifier: GPL-3.0-or-later
/// Adds a destination, or changes one: what it is, where it is, its secret, and what never leaves for it;
/// with a live try of what is entered. A secret goes to the keychain, else where the user says, and is never
/// shown again.
///
///     DestinationDialog dialog(&deliveries, {}, window);
///     if (dialog.exec() == QDialog::Accepted) …        // it is in the store
#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "models/delivery_source.h"
#include "models/destination_check.h"

namespace Ui {
class DestinationDialog;
}

namespace spanglass::app {

class DestinationDialog : public QDialog
{
    Q_OBJECT
public:
    /// `existing`: the one to change. `deliveries` stays the caller's and outlives the dialog.
    DestinationDialog(models::DeliverySource* deliveries, std::optional<models::SyncDestination> existing,
                      QWidget* parent = nullptr);
    ~DestinationDialog() override;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class SecretChoice
    {
        kept, ///< what is there already stays
        keychain,
        file,
        variable,
        none,
    };
    void fillKinds();
    void fillSecretPlaces();
    void fillFrom(const sync::DestinationConfig& config);
    void kindChanged();
    void secretPlaceChanged();
    [[nodiscard]] SecretChoice secretChoice() const;
    [[nodiscard]] sync::DestinationKind kind() const;
    [[nodiscard]] Result<sync::DestinationConfig> config() const;
    [[nodiscard]] Result<void> readHeaders(sync::DestinationConfig& config) const;
    [[nodiscard]] Result<void> readSecret(sync::DestinationConfig& config) const;
    [[nodiscard]] sync::Secret typedSecret() const;
    void tryIt();
    void save();
    [[nodiscard]] bool agreedToMove(const sync::DestinationConfig& config);
    void say(const QString& tone, const QString& message);

    models::DeliverySource* m_deliveries;
    std::optional<models::SyncDestination> m_existing;
    sync::DestinationConfig m_before; ///< of `m_existing`
    models::DestinationCheck m_check;
    std::unique_ptr<Ui::DestinationDialog> m_ui;
};

} // namespace spanglass::app
