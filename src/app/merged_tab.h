// SPDX-License-Identifier: GPL-3.0-or-later
/// Every trace that a query finds in one flame graph: merged by name, as wide as the time, the tokens or the
/// cost of all of them, with the other views of a trace beside it. Read off the GUI thread, with its progress
/// and a way to stop it.
///
///     auto* tab = new MergedTab(&source);
///     tab->ask(query);
///     connect(tab->page(), &TracePage::traceAsked, …);        // go there
#pragma once

#include <QWidget>

#include "models/trace_source.h"

class QPushButton;
namespace spanglass::views {
class ElidedLabel;
}

namespace spanglass::app {

class ProgressStrip;
class TracePage;

class MergedTab : public QWidget
{
    Q_OBJECT
public:
    /// The source stays the caller's and outlives this.
    explicit MergedTab(models::TraceSource* source, QWidget* parent = nullptr);

    /// Only its text, order and range count.
    void ask(const trace::TraceQuery& query);
    void cancel();
    [[nodiscard]] TracePage* page() const { return m_page; }
    [[nodiscard]] bool reading() const;

Q_SIGNALS:
    /// What was asked for is in view.
    void shown();

protected:
    void changeEvent(QEvent* event) override;

private:
    void answered(models::TraceSource::MergedAnswer merged);
    QWidget* createWays();
    void selectionChanged();

    models::TraceSource* m_source;
    TracePage* m_page;
    ProgressStrip* m_strip;
    views::ElidedLabel* m_chosen; ///< which span the ways lead from
    QPushButton* m_toTrace;
    QPushButton* m_toNamesakes;
    QString m_query;
};

} // namespace spanglass::app
