// SPDX-License-Identifier: GPL-3.0-or-later
/// What is asked of the store: the query, the time, saved views, and the histogram of what was found.
///
///     QueryPanel panel(&source, &settings);
///     connect(&panel, &QueryPanel::asked, storeTab, &StoreTab::setQuery);
#pragma once

#include <QTimer>
#include <QWidget>

#include "app/settings.h"
#include "trace/trace_row.h"

class QLabel;
class QMenu;
class QToolButton;
namespace spanglass::models {
class TraceSource;
}
namespace spanglass::views {
class QueryEdit;
class TimeHistogram;
} // namespace spanglass::views

namespace spanglass::app {

class QueryPanel : public QWidget
{
    Q_OBJECT
public:
    /// `source` may be null: then nothing is completed or counted. Both stay the caller's and outlive this.
    QueryPanel(models::TraceSource* source, Settings* settings, QWidget* parent = nullptr);

    [[nodiscard]] views::QueryEdit* edit() const { return m_edit; }
    [[nodiscard]] views::TimeHistogram* histogram() const { return m_histogram; }
    [[nodiscard]] QMenu* viewsMenu() const { return m_viewsMenu; }
    [[nodiscard]] QMenu* rangeMenu() const { return m_rangeMenu; }
    [[nodiscard]] QString query() const { return m_query; }
    /// As of now, where the range is the last so many seconds.
    [[nodiscard]] trace::TimeRange range() const;

    void setQuery(const QString& query);
    void setRange(const trace::TimeRange& range);
    void setLast(qint64 seconds);
    /// Query, time, order and columns under a name.
    void saveView(const QString& name);
    void apply(const SavedView& view);
    void retranslate();

Q_SIGNALS:
    void asked(const QString& query, const spanglass::trace::TimeRange& range);
    /// Enter: the keyboard wants to go on to the list.
    void entered();
    /// A saved view brings its order and columns, which the settings have by now.
    void viewApplied();

private:
    void createRow();
    void createRangeMenu();
    void fillViewsMenu();
    void askName();
    void ask();
    void count();
    void showRange();

    models::TraceSource* m_source;
    Settings* m_settings;
    views::QueryEdit* m_edit = nullptr;
    views::TimeHistogram* m_histogram = nullptr;
    QLabel* m_fault = nullptr;
    QToolButton* m_rangeButton = nullptr;
    QToolButton* m_viewsButton = nullptr;
    QMenu* m_rangeMenu = nullptr;
    QMenu* m_viewsMenu = nullptr;
    QTimer m_countSoon;
    QString m_query;
    qint64 m_lastSeconds = 0;
    trace::TimeRange m_fixed; ///< where m_lastSeconds is 0
    int m_counted = 0;        ///< a late answer is dropped
};

} // namespace spanglass::app
