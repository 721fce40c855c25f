// SPDX-License-Identifier: GPL-3.0-or-later
// The views as tabs, their controls in the corner, and a search over the spans' names.
#include "app/trace_page.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QTabBar>
#include <algorithm>

#include "app/findings_panel.h"
#include "app/progress_strip.h"
#include "app/trace_controls.h"
#include "app/trace_export.h"
#include "app/trace_menu.h"
#include "ui_trace_page.h"
#include "views/agent_graph_view.h"
#include "views/flame_graph_view.h"
#include "views/flame_picture.h"
#include "views/icons.h"
#include "views/orphan_view.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/timeline_view.h"

namespace spanglass::app {

TracePage::TracePage(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::TracePage>()), m_selection(&m_model),
      m_stored(std::make_shared<const trace::SpanTable>()), m_flame(new views::FlameGraphView(this)),
      m_timeline(new views::TimelineView(this)), m_graph(new views::AgentGraphView(this)),
      m_orphans(new views::OrphanView(this)), m_findings(new FindingsPanel(this)),
      m_controls(new TraceControls(m_flame, m_timeline, this))
{
    m_ui->setupUi(this);
    m_ui->title->setRole(views::FontRole::title);
    m_ui->facts->setSecondary(true);
    m_ui->found->hide();
    m_ui->find->addAction(views::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_ui->find->installEventFilter(this);
    m_ui->column->addWidget(m_findings);
    createViews();
    m_ui->views->setCornerWidget(m_controls);
    connect(m_controls, &TraceControls::resized, this, &TracePage::placeControls);
    nameViews();
    showControlsOf(flameView);
    auto* strip = new ProgressStrip(this);
    m_ui->column->addWidget(strip);
    m_export = new TraceExport(strip, this);
    connect(m_export, &TraceExport::failed, this, &TracePage::troubled);
    connect(m_export, &TraceExport::written, this, [this](const QString& file, bool whole) {
        sayExported(this, file, whole);
        Q_EMIT exported(file, whole);
    });
    connect(m_findings, &FindingsPanel::chosen, this, &TracePage::showFinding);
    connect(m_ui->find, &QLineEdit::textChanged, this, &TracePage::search);
    connect(m_ui->find, &QLineEdit::returnPressed, this, &TracePage::nextMatch);
    connect(m_ui->views, &QTabWidget::currentChanged, this, &TracePage::showControlsOf);
    connect(m_controls->menu(), &QMenu::aboutToShow, this, [this] {
        emptyMenu(m_controls->menu());
        fillTraceMenu(m_controls->menu(), this);
    });
}

TracePage::~TracePage()
{
    // The views let go of the models before these members end, and nobody is told of tabs that go with them.
    m_ui->views->disconnect(this);
    delete m_controls;
    delete m_flame;
    delete m_timeline;
    delete m_graph;
}

void TracePage::showTable(std::shared_ptr<const trace::SpanTable> table)
{
    const auto before = m_stored;
    const bool another = before->size() == 0 || table->size() == 0 || before->trace[0] != table->trace[0];
    m_stored = std::move(table);
    if (another)
        m_display.reattachOrphans = false;
    showDisplayTable();
    m_flame->setLive(std::ranges::find(m_stored->state, trace::State::running) != m_stored->state.end());
    if (another)
        anotherTrace();
    if (!m_ui->find->text().isEmpty())
        search(m_ui->find->text());
}

/// Selection and folds stay with their spans.
void TracePage::showDisplayTable()
{
    const std::uint32_t row = m_model.tableRow(m_selection.currentIndex());
    const auto before = m_model.table();
    trace::DisplayTable shown = trace::displayTable(m_stored, m_display);
    const int orphans = static_cast<int>(shown.orphans.size());
    m_clocksAligned = !shown.shiftNs.empty();
    m_model.setTable(shown.table, std::move(shown.shiftNs));
    m_orphans->setOrphans(shown.table, std::move(shown.orphans));
    m_orphans->setReattached(m_display.reattachOrphans);
    if (!m_manyTraces) // findings speak of one run
        m_findings->setTable(m_model.table());
    m_ui->views->setTabVisible(orphansView, orphans > 0);
    m_ui->views->setTabText(orphansView, tr("Orphans (%1)").arg(orphans));
    if (row != trace::noRow && !m_selection.currentIndex().isValid())
        selectSpan(before->trace[row], before->id[row]);
}

/// What the user zoomed to means nothing in another trace.
void TracePage::anotherTrace()
{
    m_flame->fitAll();
    m_timeline->fitAll();
    const std::vector<Kind>& kinds = m_stored->kind;
    // As in a browser's trace.
    const bool oneKind = std::ranges::all_of(kinds, [&kinds](Kind kind) { return kind == kinds[0]; });
    m_controls->suggestColour(oneKind && kinds.size() > 1);
}

void TracePage::setCorrectsClocks(bool corrects)
{
    m_display.correctClocks = corrects;
    showDisplayTable();
}

void TracePage::setReattachesOrphans(bool reattaches)
{
    if (m_display.reattachOrphans == reattaches)
        return;
    m_display.reattachOrphans = reattaches;
    showDisplayTable();
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

TracePage::View TracePage::view() const
{
    return static_cast<View>(m_ui->views->currentIndex());
}

QString TracePage::title() const
{
    return m_ui->title->text();
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

void TracePage::fitSelection()
{
    m_ui->views->currentIndex() == timelineView ? m_timeline->fitSelection() : m_flame->fitSelection();
}

QSize TracePage::pictureSize() const
{
    return m_ui->views->currentWidget()->size();
}

void TracePage::paintPicture(QPainter& painter)
{
    if (view() != flameView || m_flame->scene() == nullptr) {
        m_ui->views->currentWidget()->render(&painter);
        return;
    }
    views::FlamePictureOptions options;
    options.size = pictureSize();
    options.theme = &views::theme();
    options.flame = m_flame->scene()->options();
    options.title = title();
    const layout::Axis& axis = m_flame->axis();
    options.seen = layout::Extent{axis.left, axis.toUnit(axis.widthPx)};
    views::paintFlame(painter, m_model.table(), options);
}

void TracePage::askForTrace()
{
    const std::uint32_t row = m_model.tableRow(m_selection.currentIndex());
    if (row != trace::noRow)
        Q_EMIT traceAsked(m_model.table()->trace[row], m_model.table()->id[row]);
}

void TracePage::askForNamesakes()
{
    const std::uint32_t row = m_model.tableRow(m_selection.currentIndex());
    if (row == trace::noRow)
        return;
    const trace::SpanTable& table = *m_model.table();
    const std::string_view name = table.strings.text(table.name[row]);
    Q_EMIT namesakesAsked(table.kind[row], QString::fromUtf8(name.data(), qsizetype(name.size())));
}

void TracePage::exportTraces(const QString& file, formats::ExportFormat format)
{
    m_export->write(m_stored, file, format);
}

void TracePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        nameViews();
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
    for (QWidget* view : std::initializer_list<QWidget*>{m_flame, m_timeline, m_graph, m_orphans})
        m_ui->views->addTab(view, {});
    m_ui->views->setTabVisible(orphansView, false);
    for (QWidget* view : std::initializer_list<QWidget*>{m_flame, m_timeline, m_graph}) {
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](QPoint at) { showMenu(view, at); });
    }
    connect(m_flame, &views::FlameGraphView::searchRequested, this, &TracePage::startSearch);
    connect(m_timeline, &views::TimelineView::searchRequested, this, &TracePage::startSearch);
    connect(m_timeline, &views::TimelineView::goalRequested, m_flame, &views::FlameGraphView::goTo);
    connect(m_orphans, &views::OrphanView::reattachToggled, this, &TracePage::setReattachesOrphans);
    connect(m_orphans, &views::OrphanView::spanChosen, this, [this](quint32 row) {
        m_selection.setCurrentIndex(m_model.indexOfRow(row),
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
}

void TracePage::showMenu(QWidget* over, QPoint at)
{
    QMenu menu(over);
    fillTraceMenu(&menu, this);
    menu.exec(over->mapToGlobal(at));
}

void TracePage::nameViews()
{
    m_ui->views->setTabText(flameView, tr("Flame"));
    m_ui->views->setTabText(timelineView, tr("Timeline"));
    m_ui->views->setTabText(graphView, tr("Graph"));
    m_ui->views->setTabText(orphansView, tr("Orphans (%1)").arg(m_orphans->model().rowCount()));
}

void TracePage::showControlsOf(int tab)
{
    m_controls->showControls(tab == flameView, tab == timelineView);
}

/// Beside the tabs where both fit, else in a row of their own: tabs that scroll hide views.
void TracePage::placeControls()
{
    const bool beside = m_ui->views->cornerWidget() != nullptr;
    const int needed = m_ui->views->tabBar()->sizeHint().width() + m_controls->sizeHint().width();
    if (beside == (needed <= width()))
        return;
    if (beside) {
        m_ui->views->setCornerWidget(nullptr);
        m_ui->column->insertWidget(1, m_controls, 0, Qt::AlignRight);
    } else {
        m_ui->views->setCornerWidget(m_controls);
    }
    m_controls->show();
}

void TracePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeControls();
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
