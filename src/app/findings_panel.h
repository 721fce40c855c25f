// SPDX-License-Identifier: GPL-3.0-or-later
/// What stands out in the shown trace, below its views: a line that says how many, and a list that unfolds.
/// Choosing a finding selects its first span and marks all of them.
///
///     panel.setTable(table);          // again and again while the trace grows
///
/// The rules run on a thread of their own. A trace of more than `mostSpansUnasked` spans is looked at when
/// the list is unfolded.
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

#include "models/job_thread.h"
#include "trace/findings.h"
#include "trace/span_table.h"

class QListWidget;
class QToolButton;

namespace spanglass::app {

class FindingsPanel : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::uint32_t mostSpansUnasked = 20'000;

    explicit FindingsPanel(QWidget* parent = nullptr);
    ~FindingsPanel() override;

    void setTable(std::shared_ptr<const trace::SpanTable> table);
    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QToolButton* unfoldButton() const { return m_unfold; }

Q_SIGNALS:
    /// The spans of a finding, the first one first.
    void chosen(const QList<quint32>& rows);
    /// The rules were asked about the table that was set last.
    void looked(int findings);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Item
    {
        trace::Finding finding;
        QList<quint32> rows;
    };
    void look();
    void show(std::vector<Item> items);
    void nameThings();
    void choose(int index);

    QToolButton* m_unfold;
    QListWidget* m_list;
    QTimer m_soon;
    std::shared_ptr<const trace::SpanTable> m_table;
    std::vector<Item> m_items;
    int m_question = 0; ///< a late answer to an older one is dropped
    bool m_looked = false;
    models::JobThread m_jobs; ///< last: its thread ends first
};

} // namespace spanglass::app
