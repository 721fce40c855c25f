// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

#include "models/readable.h"
#include "views/flame_graph_view.h"
#include "views/timeline_view.h"

namespace spanglass::app {

using views::FlameColour;
using views::FlameOrder;
using views::FlameWeight;

namespace {

constexpr std::int64_t minimumsNs[] = {0, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};
constexpr int leastBox = 64;
constexpr int orders = 3, weights = 5, colours = 7; // a difference is of two runs, which are elsewhere

} // namespace

TraceControls::TraceControls(views::FlameGraphView* flame, views::TimelineView* timeline, QWidget* parent)
    : QWidget(parent), m_flame(flame), m_timeline(timeline), m_order(new QComboBox(this)),
      m_weight(new QComboBox(this)), m_colour(new QComboBox(this)), m_minimum(new QComboBox(this)),
      m_criticalPath(new QCheckBox(this)), m_followsVisible(new QCheckBox(this)),
      m_more(new QToolButton(this)), m_menu(new QMenu(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 2, 12, 2);
    row->setSpacing(6);
    for (QComboBox* box : {m_order, m_weight, m_colour, m_minimum}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMinimumWidth(leastBox);
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{m_order, m_weight, m_colour, m_followsVisible,
                                                           m_criticalPath, m_minimum, m_more})
        row->addWidget(widget);
    createFlameControls();
    createTimelineControls();
    m_more->setText(QStringLiteral("⋯"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->setFocusPolicy(Qt::TabFocus);
    nameThings();
    showControls(true, false);
}

void TraceControls::showControls(bool flame, bool timeline)
{
    m_flameShown = flame;
    m_order->setVisible(flame);
    m_colour->setVisible(flame);
    m_weight->setVisible(flame && m_flame->order() != FlameOrder::time);
    m_minimum->setVisible(timeline);
    m_criticalPath->setVisible(timeline);
    m_followsVisible->setVisible(timeline);
    Q_EMIT resized();
}

void TraceControls::suggestColour(bool oneKind)
{
    if (!m_userChoseColour)
        m_colour->setCurrentIndex(static_cast<int>(oneKind ? FlameColour::name : FlameColour::kind));
}

void TraceControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameThings();
}

void TraceControls::createFlameControls()
{
    const auto fill = [](QComboBox* box, int count) {
        for (int at = 0; at < count; ++at)
            box->addItem({});
    };
    fill(m_order, orders);
    fill(m_weight, weights);
    fill(m_colour, colours);
    connect(m_order, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_flame->setOrder(static_cast<FlameOrder>(index));
        flameOptionsChanged(); // a sandwich needs a selected span
    });
    connect(m_colour, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_flame->setColour(static_cast<FlameColour>(index)); });
    connect(m_colour, &QComboBox::activated, this, [this] { m_userChoseColour = true; });
    connect(m_weight, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_flame->setWeight(static_cast<FlameWeight>(index)); });
    connect(m_flame, &views::FlameGraphView::optionsChanged, this, &TraceControls::flameOptionsChanged);
}

void TraceControls::createTimelineControls()
{
    for (const std::int64_t minimumNs : minimumsNs)
        m_minimum->addItem({}, qint64(minimumNs));
    m_criticalPath->setChecked(true);
    connect(m_minimum, &QComboBox::currentIndexChanged, this,
            [this] { m_timeline->setMinimumNs(m_minimum->currentData().toLongLong()); });
    connect(m_criticalPath, &QCheckBox::toggled, m_timeline, &views::TimelineView::setShowsCriticalPath);
    connect(m_followsVisible, &QCheckBox::toggled, m_timeline, &views::TimelineView::setFollowsVisible);
    connect(m_timeline, &views::TimelineView::followsVisibleChanged, m_followsVisible,
            &QCheckBox::setChecked);
}

/// The view may have been told by other means: a menu, a key, a grouping that ends a sandwich.
void TraceControls::flameOptionsChanged()
{
    const QSignalBlocker orderBlocker(m_order), weightBlocker(m_weight), colourBlocker(m_colour);
    m_order->setCurrentIndex(static_cast<int>(m_flame->order()));
    m_weight->setCurrentIndex(static_cast<int>(m_flame->options().weight));
    if (m_flame->colour() != FlameColour::difference)
        m_colour->setCurrentIndex(static_cast<int>(m_flame->colour()));
    m_weight->setVisible(m_flameShown && m_flame->order() != FlameOrder::time);
    Q_EMIT resized();
}

void TraceControls::nameThings()
{
    m_minimum->setItemText(0, tr("Every span"));
    for (int i = 1; i < m_minimum->count(); ++i) {
        const std::int64_t leastMs = m_minimum->itemData(i).toLongLong() / 1'000'000; // whole ones
        const std::string least =
            leastMs < 1000 ? std::to_string(leastMs) + " ms" : std::to_string(leastMs / 1000) + " s";
        m_minimum->setItemText(i, tr("From %1").arg(models::numbersReadable(least)));
    }
    m_minimum->setAccessibleName(tr("Shortest span that is shown"));
    m_criticalPath->setText(tr("Critical path"));
    m_criticalPath->setToolTip(tr("Underlines what the trace had to wait for"));
    m_followsVisible->setText(tr("Zoom along"));
    m_followsVisible->setToolTip(tr("Scrolling goes along the trace: the bars in view fill the width (Z)"));
    m_order->setItemText(int(FlameOrder::time), tr("In time order"));
    m_order->setItemText(int(FlameOrder::leftHeavy), tr("Merged"));
    m_order->setItemText(int(FlameOrder::sandwich), tr("Sandwich"));
    m_weight->setItemText(int(FlameWeight::time), tr("Width: time"));
    m_weight->setItemText(int(FlameWeight::selfTime), tr("Width: self time"));
    m_weight->setItemText(int(FlameWeight::calls), tr("Width: calls"));
    m_weight->setItemText(int(FlameWeight::tokens), tr("Width: tokens"));
    m_weight->setItemText(int(FlameWeight::cost), tr("Width: cost"));
    m_colour->setItemText(int(FlameColour::kind), tr("Colour: kind"));
    m_colour->setItemText(int(FlameColour::name), tr("Colour: name"));
    m_colour->setItemText(int(FlameColour::service), tr("Colour: service"));
    m_colour->setItemText(int(FlameColour::selfTime), tr("Colour: self time"));
    m_colour->setItemText(int(FlameColour::model), tr("Colour: model"));
    m_colour->setItemText(int(FlameColour::error), tr("Colour: errors"));
    m_colour->setItemText(int(FlameColour::cost), tr("Colour: cost"));
    m_order->setAccessibleName(tr("Order of the bars"));
    m_weight->setAccessibleName(tr("What a bar's width means"));
    m_colour->setAccessibleName(tr("What a bar's colour means"));
    m_more->setAccessibleName(tr("More about this view"));
    m_more->setToolTip(tr("Grouping, clocks, copying, pictures"));
}

} // namespace spanglass::app
