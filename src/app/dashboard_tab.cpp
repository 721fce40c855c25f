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
    connect(m_view, &views::DashboardView::tracesAsked, this,
            [this](const QString& terms, const trace::TimeRange& range) {
                const QString query = (m_query + QLatin1Char(' ') + terms).trimmed();
                Q_EMIT tracesAsked(query, range.everything() ? m_range : range);
            });
    setFocusProxy(m_view);
}

void DashboardTab::ask(const QString& query, const trace::TimeRange& range)
{
    m_query = query;
    m_range = range;
    const auto progress = m_strip->begin();
    trace::TraceQuery question;
    question.text = query.toStdString();
    question.range = range;
    m_source->requestDashboard(this, question, dashboardBins, progress,
                               [this, progress](models::TraceSource::Dashboard dashboard) {
                                   if (m_strip->end(progress))
                                       answered(std::move(dashboard));
                               });
}

void DashboardTab::cancel()
{
    m_strip->cancel(tr("Reading was cancelled; what was there before is shown. Ask again to go on."));
}

bool DashboardTab::reading() const
{
    return m_strip->underWay();
}

void DashboardTab::answered(models::TraceSource::Dashboard dashboard)
{
    if (!dashboard)
        return m_strip->say(views::literal(QString::fromStdString(dashboard.error().message)));
    m_view->setDashboard(std::move(*dashboard));
    Q_EMIT shown();
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
