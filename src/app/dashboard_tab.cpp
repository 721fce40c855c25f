// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboard_tab.h"

#include <QVBoxLayout>

#include "app/progress_strip.h"
#include "models/readable.h"
#include "views/dashboard_view.h"
#include "views/plain_text.h"

namespace spanglass::app {
namespace {

constexpr int dashboardBins = 48;
/// What is done sooner needs no progress.
constexpr int quietMs = 400;
constexpr int lookEveryMs = 100;

} // namespace

DashboardTab::DashboardTab(models::TraceSource* source, QWidget* parent)
    : QWidget(parent), m_source(source), m_view(new views::DashboardView(this)),
      m_strip(new ProgressStrip(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_view, 1);
    connect(m_strip, &ProgressStrip::cancelAsked, this, &DashboardTab::cancel);
    connect(&m_look, &QTimer::timeout, this, &DashboardTab::showProgress);
    connect(m_view, &views::DashboardView::tracesAsked, this,
            [this](const QString& terms, const trace::TimeRange& range) {
                const QString query = (m_query + QLatin1Char(' ') + terms).trimmed();
                Q_EMIT tracesAsked(query, range.everything() ? m_range : range);
            });
    setFocusProxy(m_view);
}

DashboardTab::~DashboardTab()
{
    cancel();
}

void DashboardTab::ask(const QString& query, const trace::TimeRange& range)
{
    cancel();
    m_query = query;
    m_range = range;
    m_progress = std::make_shared<models::Progress>();
    trace::TraceQuery question;
    question.text = query.toStdString();
    question.range = range;
    m_source->requestDashboard(this, question, dashboardBins, m_progress,
                               [this, progress = m_progress](models::TraceSource::Dashboard dashboard) {
                                   if (progress == m_progress)
                                       answered(std::move(dashboard));
                               });
    m_look.start(quietMs);
}

void DashboardTab::cancel()
{
    if (!m_progress)
        return;
    m_progress->cancelled = true;
    m_progress.reset();
    m_look.stop();
    m_strip->say(tr("Reading was cancelled; what was there before is shown. Ask again to go on."));
}

void DashboardTab::answered(models::TraceSource::Dashboard dashboard)
{
    m_progress.reset();
    m_look.stop();
    m_strip->hide();
    if (!dashboard)
        return m_strip->say(views::literal(QString::fromStdString(dashboard.error().message)));
    m_view->setDashboard(std::move(*dashboard));
    Q_EMIT shown();
}

void DashboardTab::showProgress()
{
    m_look.setInterval(lookEveryMs);
    const std::int64_t done = m_progress->done, total = m_progress->total;
    m_strip->showProgress(
        total > 0 ? tr("Read %1 of %2 traces").arg(models::countReadable(done), models::countReadable(total))
                  : tr("Looking for the traces …"),
        done, total);
}

QString DashboardTab::pictureTitle() const
{
    return m_query.isEmpty() ? tr("Dashboard") : tr("Dashboard") + QLatin1Char(' ') + m_query;
}

QSize DashboardTab::pictureSize() const
{
    return m_view->page()->size();
}

void DashboardTab::paintPicture(QPainter& painter)
{
    views::paintDashboard(painter, m_view->dashboard(), pictureSize());
}

} // namespace spanglass::app
