// SPDX-License-Identifier: GPL-3.0-or-later
/// A dot that beats when something came in. Between beats nothing runs: an idle window costs nothing for it.
#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace spanglass::views {

class PulseDot : public QWidget
{
    Q_OBJECT
public:
    explicit PulseDot(QWidget* parent = nullptr);

    /// Hollow while nothing goes on.
    void setLive(bool live);
    [[nodiscard]] bool isLive() const { return m_live; }
    /// One beat; one that is under way goes on.
    void beat();
    [[nodiscard]] bool isBeating() const { return m_beat.state() == QAbstractAnimation::Running; }

    QSize sizeHint() const override { return {14, 14}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVariantAnimation m_beat; ///< from 1, just come in, to 0
    bool m_live = false;
};

} // namespace spanglass::views
