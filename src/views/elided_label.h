// SPDX-License-Identifier: GPL-3.0-or-later
/// One line of text of unknown origin that gives way: it elides at its end, shown literally, whole in the
/// tooltip.
#pragma once

#include <QWidget>

#include "views/theme.h"

namespace spanglass::views {

class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    void setRole(FontRole role);
    void setSecondary(bool secondary);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text; ///< as shown
    FontRole m_role = FontRole::body;
    bool m_secondary = false;
};

} // namespace spanglass::views
