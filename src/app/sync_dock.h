// SPDX-License-Identifier: GPL-3.0-or-later
/// The deliveries of the window's store, as a dock: one line while collapsed, the full panel else. Reads the
/// rows that every process writes, gives the orders the user asks for, and lets this window deliver when it
/// is turned on (off until then).
///
///     SyncDock dock({.store = directory, .settings = &settings});
///     window.addBottomDock(&dock);
///     window.traces()->setBadges(dock.badges());
#pragma once

#include <QDockWidget>
#include <QTimer>
#include <filesystem>
#include <memory>

#include "app/delivery_host.h"
#include "models/delivery_source.h"
#include "models/destination_check.h"
#include "models/quarantine_model.h"
#include "models/sync_model.h"
#include "models/trace_badges.h"

class QMenu;
namespace spanglass::views {
class SyncPanel;
class SyncStrip;
} // namespace spanglass::views

namespace spanglass::app {

class OutageSwitch;
class Settings;

struct SyncParts
{
    std::filesystem::path store;
    Settings* settings = nullptr; ///< stays the caller's and outlives the dock
    bool deliver = false;         ///< turned on for this once, whatever the settings say
    QString outageSwitch;         ///< a demo's program (app/outage_switch.h), or empty
};

class SyncDock : public QDockWidget
{
    Q_OBJECT
public:
    explicit SyncDock(SyncParts parts, QWidget* parent = nullptr);
    ~SyncDock() override;

    [[nodiscard]] models::TraceBadges* badges() { return &m_badges; }
    [[nodiscard]] models::DeliverySource* deliveries() { return &m_source; }
    [[nodiscard]] models::SyncModel* destinations() { return &m_model; }
    [[nodiscard]] views::SyncPanel* panel() const { return m_panel; }
    [[nodiscard]] bool delivering() const { return m_host.on(); }
    /// Its entries, for the menu bar.
    [[nodiscard]] QMenu* menu() const { return m_menu; }

    void setExpanded(bool expanded);
    [[nodiscard]] bool expanded() const { return m_expanded; }
    /// The store has news.
    void storeChanged();

Q_SIGNALS:
    void failed(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createMenu();
    void takeHeight();
    void connectPanel();
    void connectOrders();
    void nameThings();
    void poll();
    void pollSoon();
    void showDestinations(models::DeliverySource::Destinations rows);
    void askDetails(qint64 destination);
    void askPreview(qint64 destination);
    void setDelivering(bool on);
    [[nodiscard]] bool agreedToDeliver();
    void addDestination();
    void editDestination(qint64 id);
    void testDestination(qint64 id);
    void resend(qint64 id);
    void remove(qint64 id);
    [[nodiscard]] models::DeliverySource::Done ordered();
    [[nodiscard]] const models::SyncDestination* destination(qint64 id) const;

    SyncParts m_parts;
    models::DeliverySource m_source;
    models::SyncModel m_model;
    models::QuarantineModel m_quarantine;
    models::TraceBadges m_badges;
    models::DestinationCheck m_check;
    views::SyncStrip* m_strip;
    views::SyncPanel* m_panel;
    QWidget* m_fold = nullptr;
    QMenu* m_menu;
    QAction* m_addAction = nullptr;
    QAction* m_showAction = nullptr;
    QAction* m_deliverAction = nullptr;
    OutageSwitch* m_switch = nullptr;
    QTimer m_timer;
    bool m_expanded = false;
    bool m_asking = false;
    bool m_failing = false;
    DeliveryHost m_host; ///< last: its deliveries end before the rows are signed off
};

} // namespace spanglass::app
