// SPDX-License-Identifier: GPL-3.0-or-later
/// Two runs beside each other: a tree of both with what changed, or both laid over each other as one flame
/// graph coloured by the difference; and the texts of the chosen span line by line. A set of traces joined
/// into one table (trace/display_table.h) is compared like a trace.
///
///     view.compare(before, after);      // tables of two traces; the work is done on a thread of the view's
///     own connect(&view, &CompareView::spanChosen, …);
///
/// `.` and `,` go from change to change.
#pragma once

#include <QItemSelectionModel>
#include <QWidget>
#include <memory>

#include "models/compare_model.h"
#include "models/diff_model.h"
#include "models/job_thread.h"
#include "models/span_tree_model.h"
#include "views/pictured.h"

class QToolButton;
namespace Ui {
class CompareView;
}

namespace spanglass::views {

class FlameGraphView;

class CompareView : public QWidget, public Pictured
{
    Q_OBJECT
public:
    using Table = models::CompareModel::Table;

    explicit CompareView(QWidget* parent = nullptr);
    ~CompareView() override;

    void compare(Table before, Table after);
    [[nodiscard]] const models::CompareModel& model() const { return m_model; }
    [[nodiscard]] const models::DiffModel& lines() const { return m_lines; }
    /// Both runs as one, and what is chosen in it.
    [[nodiscard]] models::SpanTreeModel* both() { return &m_both; }
    [[nodiscard]] QItemSelectionModel* selection() { return &m_barSelection; }
    [[nodiscard]] FlameGraphView* flame() const { return m_flame; }
    [[nodiscard]] bool showsFlame() const;

    [[nodiscard]] QString pictureTitle() const override;
    [[nodiscard]] QSize pictureSize() const override { return size(); }
    void paintPicture(QPainter& painter) override { render(&painter, QPoint(), {}, DrawChildren); }

public Q_SLOTS:
    void nextChange();
    void previousChange();
    void setShowsFlame(bool flame);

Q_SIGNALS:
    /// A comparison that was asked for is shown.
    void compared();
    /// The chosen span's row in the first and in the second table; trace::noRow where it is not in it.
    void spanChosen(quint32 before, quint32 after);

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(Table before, Table after, trace::Comparison comparison);
    void showSummary();
    void showTexts();
    void step(int direction);
    void barChosen();
    void treeChosen();

    std::unique_ptr<Ui::CompareView> m_ui;
    models::CompareModel m_model;
    models::DiffModel m_lines;
    models::SpanTreeModel m_both; ///< the rows of the first run, then those of the second
    QItemSelectionModel m_barSelection{&m_both};
    FlameGraphView* m_flame;
    QToolButton* m_asFlame;
    bool m_following = false; ///< one selection is led by the other
    int m_request = 0;        ///< answers of earlier ones are dropped
    models::JobThread m_worker;
};

} // namespace spanglass::views
