// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merged_tab.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/progress_strip.h"
#include "app/trace_page.h"
#include "models/readable.h"
#include "views/flame_graph_view.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// What is laid out and merged within a second or two.
constexpr std::int64_t mostSpans = 1'000'000;
/// What is done sooner needs no progress.
constexpr int quietMs = 400;
constexpr int lookEveryMs = 100;

} // namespace

MergedTab::MergedTab(models::TraceSource* source, QWidget* parent)
    : QWidget(parent), m_source(source), m_page(new TracePage(this)), m_strip(new ProgressStrip(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_page, 1);
    column->addWidget(createWays());
    m_page->setHoldsManyTraces();
    m_page->flame()->setOrder(views::FlameOrder::leftHeavy);
    connect(m_strip, &ProgressStrip::cancelAsked, this, &MergedTab::cancel);
    connect(&m_look, &QTimer::timeout, this, &MergedTab::showProgress);
    setFocusProxy(m_page->flame());
}

/// A merged bar stands for many calls; its heaviest one, and all traces that have such calls, are a press
/// away.
QWidget* MergedTab::createWays()
{
    auto* ways = new QWidget(this);
    auto* row = new QHBoxLayout(ways);
    row->setContentsMargins(14, 6, 12, 6);
    m_chosen = new QLabel(ways);
    m_chosen->setTextFormat(Qt::PlainText);
    m_chosen->setFont(views::font(views::FontRole::secondary));
    m_chosen->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_toTrace = new QPushButton(ways);
    m_toNamesakes = new QPushButton(ways);
    row->addWidget(m_chosen, 1);
    row->addWidget(m_toTrace);
    row->addWidget(m_toNamesakes);
    connect(m_toTrace, &QPushButton::clicked, m_page, &TracePage::askForTrace);
    connect(m_toNamesakes, &QPushButton::clicked, m_page, &TracePage::askForNamesakes);
    connect(m_page->selection(), &QItemSelectionModel::currentChanged, this, &MergedTab::selectionChanged);
    selectionChanged();
    return ways;
}

void MergedTab::selectionChanged()
{
    const QModelIndex current = m_page->selection()->currentIndex();
    m_chosen->setText(current.isValid() ? views::literal(current.data().toString())
                                        : tr("Choose a bar to go to its traces"));
    m_toTrace->setText(tr("Go to its heaviest trace"));
    m_toNamesakes->setText(tr("List the traces with this name"));
    m_toTrace->setEnabled(current.isValid());
    m_toNamesakes->setEnabled(current.isValid());
}

void MergedTab::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        selectionChanged();
}

MergedTab::~MergedTab()
{
    if (m_progress)
        m_progress->cancelled = true;
}

void MergedTab::ask(const trace::TraceQuery& query)
{
    if (m_progress)
        m_progress->cancelled = true;
    m_query = QString::fromStdString(query.text);
    m_progress = std::make_shared<models::Progress>();
    m_page->showHeader(tr("Flame graph of all shown traces"), tr("reading…"), m_query);
    m_source->requestMerged(this, query, mostSpans, m_progress,
                            [this, progress = m_progress](models::TraceSource::MergedAnswer merged) {
                                if (progress == m_progress)
                                    answered(std::move(merged));
                            });
    m_look.start(quietMs);
}

void MergedTab::cancel()
{
    if (!m_progress)
        return;
    m_progress->cancelled = true;
    m_progress.reset();
    m_look.stop();
    m_strip->say(tr("Reading was cancelled. Close this tab, or ask again from the list."));
}

void MergedTab::answered(models::TraceSource::MergedAnswer merged)
{
    m_progress.reset();
    m_look.stop();
    m_strip->hide();
    if (!merged)
        return m_strip->say(views::literal(QString::fromStdString(merged.error().message)));
    const int traces = static_cast<int>(merged->traces);
    QStringList facts{tr("%n trace(s)", nullptr, traces)};
    const int spans = static_cast<int>(merged->table->size());
    facts << tr("%n span(s)", nullptr, spans);
    if (!m_query.isEmpty())
        facts << views::literal(m_query);
    if (!merged->complete)
        m_strip->say(
            tr("There are more: these are the first %1, of about %2 spans. Narrow the query to see "
               "all of what it finds.")
                .arg(models::countReadable(merged->traces), models::countReadable(merged->table->size())));
    m_page->showTable(merged->table);
    m_page->showHeader(tr("Flame graph of all shown traces"), facts.join(QStringLiteral(" · ")), m_query);
    Q_EMIT shown();
}

void MergedTab::showProgress()
{
    m_look.setInterval(lookEveryMs);
    const std::int64_t done = m_progress->done, total = m_progress->total;
    m_strip->showProgress(
        total > 0 ? tr("Read %1 of %2 traces").arg(models::countReadable(done), models::countReadable(total))
                  : tr("Looking for the traces …"),
        done, total);
}

} // namespace spanglass::app
