// SPDX-License-Identifier: GPL-3.0-or-later
/// The one line about deliveries: a button that opens the panel, every destination with its state, and the
/// switch that lets this window deliver. Serves as the title of a dock, which is moved by it.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QToolButton;

namespace spanglass::views {

class SyncChips;

class SyncStrip : public QWidget
{
    Q_OBJECT
public:
    explicit SyncStrip(QWidget* parent = nullptr);

    [[nodiscard]] SyncChips* chips() const { return m_chips; }
    void setExpanded(bool expanded);
    /// Does not emit `deliverToggled`.
    void setDelivering(bool on);
    void setSwitchEnabled(bool enabled);

    QSize sizeHint() const override { return {600, 30}; }

Q_SIGNALS:
    void expandToggled();
    void deliverToggled(bool on);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void nameThings();

    QToolButton* m_expand;
    QLabel* m_title;
    SyncChips* m_chips;
    QCheckBox* m_deliver;
    bool m_expanded = false;
};

} // namespace spanglass::views
