// SPDX-License-Identifier: GPL-3.0-or-later
// The views as tabs, their controls in the corner, and a search over the spans' names.
#include "app/trace_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <algorithm>

#include "app/findings_panel.h"
#include "models/readable.h"
#include "trace/clock_skew.h"
#include "ui_trace_page.h"
#include "views/agent_graph_view.h"
#include "views/flame_graph_view.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/timeline_view.h"

namespace spanglass::app {

using views::FlameColour;
using views::FlameOrder;
using views::FlameWeight;

namespace {

constexpr std::int64_t minimumsNs[] = {0, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

} // namespace

TracePage::TracePage(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TracePage>()), m_selection(&m_model),
      m_flame(new views::FlameGraphView(this)), m_timeline(new views::TimelineView(this)),
      m_graph(new views::AgentGraphView(this)), m_findings(new FindingsPanel(this)),
      m_controls(new QWidget(this)), m_order(new QComboBox(m_controls)), m_colour(new QComboBox(m_controls)),
      m_weight(new QComboBox(m_controls)), m_minimum(new QComboBox(m_controls)),
      m_criticalPath(new QCheckBox(m_controls))
{
    m_ui->setupUi(this);
    m_ui->title->setRole(views::FontRole::title);
    m_ui->facts->setSecondary(true);
    m_ui->found->hide();
    m_ui->find->addAction(views::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_ui->find->installEventFilter(this);
    m_ui->column->addWidget(m_findings);
    createViews();
    createFlameControls();
    createTimelineControls();
    nameControls();
    showControlsOf(flameView);
    connect(m_findings, &FindingsPanel::chosen, this, &TracePage::showFinding);
    connect(m_ui->find, &QLineEdit::textChanged, this, &TracePage::search);
    connect(m_ui->find, &QLineEdit::returnPressed, this, &TracePage::nextMatch);
    connect(m_ui->views, &QTabWidget::currentChanged, this, &TracePage::showControlsOf);
    connect(m_flame, &views::FlameGraphView::searchRequested, this, &TracePage::startSearch);
}

TracePage::~TracePage()
{
    // The views let go of the models before these members end.
    delete m_flame;
    delete m_timeline;
    delete m_graph;
}

void TracePage::showTable(std::shared_ptr<const trace::SpanTable> table)
{
    const std::uint32_t row = m_model.tableRow(m_selection.currentIndex());
    const auto before = m_model.table();
    bool live = false;
    for (const trace::State state : table->state)
        live = live || state == trace::State::running;
    m_model.setTable(trace::withClocksAligned(std::move(table)));
    m_clocksAligned = std::ranges::any_of(
        m_model.table()->flags, [](std::uint8_t flags) { return (flags & trace::flagClockShifted) != 0; });
    m_findings->setTable(m_model.table());
    if (row != trace::noRow && !m_selection.currentIndex().isValid())
        selectSpan(before->trace[row], before->id[row]);
    m_flame->setLive(live);
    // What the user zoomed to means nothing in another trace.
    if (before->size() == 0 || m_model.table()->size() == 0 ||
        before->trace[0] != m_model.table()->trace[0]) {
        m_flame->fitAll();
        m_timeline->fitAll();
        // Where every span is of one kind, as in a browser's trace, names tell more.
        const std::vector<Kind>& kinds = m_model.table()->kind;
        const bool oneKind = std::ranges::all_of(kinds, [&kinds](Kind kind) { return kind == kinds[0]; });
        if (!m_userChoseColour)
            m_colour->setCurrentIndex(
                static_cast<int>(oneKind && kinds.size() > 1 ? FlameColour::name : FlameColour::kind));
    }
    if (!m_ui->find->text().isEmpty())
        search(m_ui->find->text());
}

void TracePage::showHeader(const QString& title, const QString& facts, const QString& toolTip)
{
    m_ui->title->setText(title);
    // The name goes before the figures where there is no room for both.
    m_ui->title->setMinimumWidth(std::min(m_ui->title->sizeHint().width(), 320));
    m_ui->facts->setText(m_clocksAligned ? facts + QStringLiteral(" · ") + tr("clocks aligned") : facts);
    m_ui->title->setToolTip(views::plainToolTip(toolTip));
}

void TracePage::selectSpan(TraceId trace, SpanId span)
{
    const QModelIndex index = m_model.indexOf(trace, span);
    if (index.isValid())
        m_selection.setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TracePage::startSearch()
{
    m_ui->find->setFocus(Qt::ShortcutFocusReason);
    m_ui->find->selectAll();
}

void TracePage::showView(View view)
{
    m_ui->views->setCurrentIndex(view);
    m_ui->views->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TracePage::nextMatch()
{
    m_ui->views->currentIndex() == timelineView ? m_timeline->nextMark() : m_flame->nextMark();
}

void TracePage::previousMatch()
{
    m_ui->views->currentIndex() == timelineView ? m_timeline->previousMark() : m_flame->previousMark();
}

void TracePage::zoomIn()
{
    m_ui->views->currentIndex() == timelineView ? m_timeline->zoomIn() : m_flame->zoomIn();
}

void TracePage::zoomOut()
{
    m_ui->views->currentIndex() == timelineView ? m_timeline->zoomOut() : m_flame->zoomOut();
}

void TracePage::fit()
{
    switch (m_ui->views->currentIndex()) {
    case timelineView:
        return m_timeline->fitAll();
    case graphView:
        return m_graph->fit();
    default:
        return m_flame->fitAll();
    }
}

void TracePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        nameControls();
    }
}

bool TracePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->find && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            m_ui->find->clear();
            m_ui->views->currentWidget()->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            (key->modifiers() & Qt::ShiftModifier)) {
            previousMatch();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TracePage::createViews()
{
    m_flame->setModel(&m_model, &m_selection);
    m_timeline->setModel(&m_model, &m_selection);
    m_graph->setModel(&m_model);
    m_graph->setSelectionModel(&m_selection);
    m_ui->views->addTab(m_flame, {});
    m_ui->views->addTab(m_timeline, {});
    m_ui->views->addTab(m_graph, {});
}

void TracePage::createFlameControls()
{
    auto* row = new QHBoxLayout(m_controls);
    row->setContentsMargins(4, 2, 12, 2);
    row->setSpacing(6);
    for (QComboBox* box : {m_order, m_weight, m_colour}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(box);
    }
    for (int i = 0; i < 3; ++i)
        m_order->addItem({});
    for (int i = 0; i < 4; ++i) {
        m_weight->addItem({});
        m_colour->addItem({});
    }
    m_ui->views->setCornerWidget(m_controls);
    connect(m_order, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_flame->setOrder(static_cast<FlameOrder>(index));
        showControlsOf(flameView);
    });
    connect(m_colour, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_flame->setColour(static_cast<FlameColour>(index)); });
    connect(m_colour, &QComboBox::activated, this, [this] { m_userChoseColour = true; });
    connect(m_weight, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_flame->setWeight(static_cast<FlameWeight>(index)); });
}

void TracePage::createTimelineControls()
{
    auto* row = static_cast<QHBoxLayout*>(m_controls->layout());
    m_minimum->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const std::int64_t minimumNs : minimumsNs)
        m_minimum->addItem({}, qint64(minimumNs));
    m_criticalPath->setChecked(true);
    row->addWidget(m_criticalPath);
    row->addWidget(m_minimum);
    connect(m_minimum, &QComboBox::currentIndexChanged, this,
            [this] { m_timeline->setMinimumNs(m_minimum->currentData().toLongLong()); });
    connect(m_criticalPath, &QCheckBox::toggled, m_timeline, &views::TimelineView::setShowsCriticalPath);
}

void TracePage::nameControls()
{
    m_ui->views->setTabText(flameView, tr("Flame"));
    m_ui->views->setTabText(timelineView, tr("Timeline"));
    m_ui->views->setTabText(graphView, tr("Graph"));
    m_minimum->setItemText(0, tr("Every span"));
    for (int i = 1; i < m_minimum->count(); ++i)
        m_minimum->setItemText(
            i, tr("From %1").arg(models::durationReadable(m_minimum->itemData(i).toLongLong())));
    m_minimum->setAccessibleName(tr("Shortest span that is shown"));
    m_criticalPath->setText(tr("Critical path"));
    m_criticalPath->setToolTip(tr("Underlines what the trace had to wait for"));
    m_order->setItemText(int(FlameOrder::time), tr("In time order"));
    m_order->setItemText(int(FlameOrder::leftHeavy), tr("Merged"));
    m_order->setItemText(int(FlameOrder::sandwich), tr("Sandwich"));
    m_weight->setItemText(int(FlameWeight::selfTime), tr("Width: time"));
    m_weight->setItemText(int(FlameWeight::calls), tr("Width: calls"));
    m_weight->setItemText(int(FlameWeight::tokens), tr("Width: tokens"));
    m_weight->setItemText(int(FlameWeight::cost), tr("Width: cost"));
    m_colour->setItemText(int(FlameColour::kind), tr("Colour: kind"));
    m_colour->setItemText(int(FlameColour::name), tr("Colour: name"));
    m_colour->setItemText(int(FlameColour::service), tr("Colour: service"));
    m_colour->setItemText(int(FlameColour::selfTime), tr("Colour: self time"));
    m_order->setAccessibleName(tr("Order of the bars"));
    m_weight->setAccessibleName(tr("What a bar's width means"));
    m_colour->setAccessibleName(tr("What a bar's colour means"));
}

void TracePage::showControlsOf(int tab)
{
    m_order->setVisible(tab == flameView);
    m_colour->setVisible(tab == flameView);
    m_weight->setVisible(tab == flameView && m_order->currentIndex() != static_cast<int>(FlameOrder::time));
    m_minimum->setVisible(tab == timelineView);
    m_criticalPath->setVisible(tab == timelineView);
}

/// Its spans are marked as the search's matches are, so that F3 goes through them.
void TracePage::showFinding(const QList<quint32>& rows)
{
    const trace::SpanTable& table = *m_model.table();
    m_ui->find->clear();
    std::vector<std::uint8_t> marks(table.size());
    for (const quint32 row : rows)
        marks[row] = 1;
    m_timeline->setMatches(marks);
    m_flame->setMatches(std::move(marks));
    if (!rows.isEmpty())
        selectSpan(table.trace[rows.constFirst()], table.id[rows.constFirst()]);
}

void TracePage::search(const QString& words)
{
    const trace::SpanTable& table = *m_model.table();
    std::vector<std::uint8_t> matches;
    int count = 0;
    if (!words.isEmpty()) {
        // A name is looked at once, however many spans have it.
        std::vector<std::uint8_t> nameMatches(table.strings.size());
        for (std::uint32_t id = 0; id < table.strings.size(); ++id) {
            const std::string_view text = table.strings.text(id);
            nameMatches[id] =
                QString::fromUtf8(text.data(), qsizetype(text.size())).contains(words, Qt::CaseInsensitive);
        }
        matches.resize(table.size());
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            matches[row] = nameMatches[table.name[row]];
            count += matches[row];
        }
    }
    m_timeline->setMatches(matches);
    m_flame->setMatches(std::move(matches));
    m_ui->found->setVisible(!words.isEmpty());
    m_ui->found->setText(words.isEmpty() ? QString()
                         : count == 0    ? tr("none")
                                         : tr("%n found", "spans", count));
}

} // namespace spanglass::app
