// SPDX-License-Identifier: GPL-3.0-or-later
/// The dashboard of what the query finds: read off the GUI thread, with its progress and a way to stop it.
///
///     auto* tab = new DashboardTab(&source, documents);
///     tab->ask("service:rag", range);
#pragma once

#include <QWidget>

#include "models/trace_source.h"
#include "views/pictured.h"

namespace spanglass::views {
class DashboardView;
}

namespace spanglass::app {

class ProgressStrip;

class DashboardTab : public QWidget, public views::Pictured
{
    Q_OBJECT
public:
    /// The source stays the caller's and outlives this.
    explicit DashboardTab(models::TraceSource* source, QWidget* parent = nullptr);

    void ask(const QString& query, const trace::TimeRange& range);
    void cancel();
    [[nodiscard]] views::DashboardView* view() const { return m_view; }
    [[nodiscard]] bool reading() const;

    [[nodiscard]] QString pictureTitle() const override;
    /// All of it, also what is scrolled away.
    [[nodiscard]] QSize pictureSize() const override;
    void paintPicture(QPainter& painter) override;

Q_SIGNALS:
    /// The traces behind what was clicked: the query with further terms, and a range.
    void tracesAsked(const QString& query, const spanglass::trace::TimeRange& range);
    void shown();

private:
    void answered(models::TraceSource::Dashboard dashboard);

    models::TraceSource* m_source;
    views::DashboardView* m_view;
    ProgressStrip* m_strip;
    QString m_query;
    trace::TimeRange m_range;
};

} // namespace spanglass::app
