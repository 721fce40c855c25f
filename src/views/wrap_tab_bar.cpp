// SPDX-License-Identifier: GPL-3.0-or-later
// Tool buttons in an exclusive group, placed row by row.
#include "views/wrap_tab_bar.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr int rowHeight = 30;
constexpr int padding = 6;

/// A flat tab with a line of accent below it while it is current.
class TabButton : public QToolButton
{
public:
    explicit TabButton(QWidget* parent) : QToolButton(parent)
    {
        setCheckable(true);
        setAutoRaise(true);
        setFocusPolicy(Qt::TabFocus);
        setProperty("plainTab", true);
    }

    void setAlert(bool alert)
    {
        m_alert = alert;
        update();
    }

    QSize sizeHint() const override
    {
        const int width = QFontMetrics(views::font(FontRole::body)).horizontalAdvance(text());
        return {width + 2 * padding + (m_alert ? 12 : 0), rowHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme& t = theme();
        painter.setFont(views::font(FontRole::body));
        painter.setPen(isChecked() || underMouse() ? t.text : t.secondary);
        const QRect place = rect().adjusted(padding, 0, -padding, 0);
        painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text());
        if (m_alert) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.error);
            painter.drawEllipse(QPointF(width() - 12, height() / 2.0), 3, 3);
        }
        if (isChecked())
            painter.fillRect(QRect(padding, height() - 3, width() - 2 * padding, 2), t.accent);
        if (hasFocus()) {
            painter.setPen(QPen(t.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(2, 3, -2, -4), measure::radius, measure::radius);
        }
    }

private:
    bool m_alert = false;
};

} // namespace

WrapTabBar::WrapTabBar(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    // Not Fixed: a layout would not give it more than the height of its width before.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int tab, bool on) {
        if (!on)
            return;
        m_displaced = -1;
        Q_EMIT currentChanged(tab);
    });
}

int WrapTabBar::addTab(const QString& text)
{
    auto* button = new TabButton(this);
    button->setText(text);
    button->setAccessibleName(text);
    const int tab = count();
    m_tabs << button;
    m_shown << true;
    m_group->addButton(button, tab);
    if (tab == 0)
        button->setChecked(true);
    button->show();
    place(width(), true);
    return tab;
}

void WrapTabBar::setTabText(int tab, const QString& text)
{
    m_tabs[tab]->setText(text);
    m_tabs[tab]->setAccessibleName(text);
    updateGeometry();
    place(width(), true);
}

void WrapTabBar::setTabVisible(int tab, bool visible)
{
    if (m_shown[tab] == visible)
        return;
    m_shown[tab] = visible;
    m_tabs[tab]->setVisible(visible);
    if (!visible && current() == tab) {
        setCurrent(0);
        m_displaced = tab;
    } else if (visible && m_displaced == tab) {
        setCurrent(tab);
    }
    updateGeometry();
    place(width(), true);
}

void WrapTabBar::setTabAlert(int tab, bool alert)
{
    static_cast<TabButton*>(m_tabs[tab])->setAlert(alert);
    updateGeometry();
    place(width(), true);
}

void WrapTabBar::setCurrent(int tab)
{
    m_tabs[tab]->setChecked(true);
}

int WrapTabBar::current() const
{
    return m_group->checkedId();
}

int WrapTabBar::heightForWidth(int width) const
{
    return place(width, false);
}

QSize WrapTabBar::sizeHint() const
{
    return {240, place(std::max(240, width()), false)};
}

QSize WrapTabBar::minimumSizeHint() const
{
    return {120, rowHeight};
}

void WrapTabBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
}

void WrapTabBar::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), theme().line);
}

void WrapTabBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Right)
        step(1);
    else if (event->key() == Qt::Key_Left)
        step(-1);
    else
        QWidget::keyPressEvent(event);
}

bool WrapTabBar::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    // A tab that asks for another size says so by a layout request.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        updateGeometry();
        place(width(), true);
    }
    return handled;
}

/// The height that the tabs take at this width.
int WrapTabBar::place(int width, bool apply) const
{
    int x = 4;
    int y = 0;
    for (int tab = 0; tab < count(); ++tab) {
        if (!m_shown[tab])
            continue;
        const QSize size = m_tabs[tab]->sizeHint();
        if (x > 4 && x + size.width() > width - 4) {
            x = 4;
            y += rowHeight;
        }
        if (apply)
            m_tabs[tab]->setGeometry(QRect(QPoint(x, y), size));
        x += size.width();
    }
    return y + rowHeight + 1;
}

void WrapTabBar::step(int direction)
{
    for (int tab = current() + direction; tab >= 0 && tab < count(); tab += direction) {
        if (m_shown[tab]) {
            setCurrent(tab);
            m_tabs[tab]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace spanglass::views
