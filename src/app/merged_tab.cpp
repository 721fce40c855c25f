// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merged_tab.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/progress_strip.h"
#include "app/trace_page.h"
#include "models/readable.h"
#include "views/elided_label.h"
#include "views/flame_graph_view.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// What is laid out and merged within a second or two.
constexpr std::int64_t mostSpans = 1'000'000;

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
    setFocusProxy(m_page->flame());
}

/// A merged bar stands for many calls; its heaviest one, and all traces that have such calls, are a press
/// away.
QWidget* MergedTab::createWays()
{
    auto* ways = new QWidget(this);
    auto* row = new QHBoxLayout(ways);
    row->setContentsMargins(14, 6, 12, 6);
    m_chosen = new views::ElidedLabel(ways);
    m_chosen->setRole(views::FontRole::secondary);
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
    m_chosen->setText(current.isValid() ? current.data().toString() : tr("Choose a bar to go to its traces"));
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

void MergedTab::ask(const trace::TraceQuery& query)
{
    m_query = QString::fromStdString(query.text);
    const auto progress = m_strip->begin();
    m_page->showHeader(tr("Flame graph of all shown traces"), tr("reading…"), m_query);
    m_source->requestMerged(this, query, mostSpans, progress,
                            [this, progress](models::TraceSource::MergedAnswer merged) {
                                if (m_strip->end(progress))
                                    answered(std::move(merged));
                            });
}

void MergedTab::cancel()
{
    m_strip->cancel(tr("Reading was cancelled. Close this tab, or ask again from the list."));
}

bool MergedTab::reading() const
{
    return m_strip->underWay();
}

void MergedTab::answered(models::TraceSource::MergedAnswer merged)
{
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

} // namespace spanglass::app
