// SPDX-License-Identifier: GPL-3.0-or-later
/// Two runs beside each other: a tree of both with what changed, and the texts of the chosen span line by
/// line.
///
///     view.compare(before, after);      // tables of two traces; the work is done on a thread of the view's
///     own connect(&view, &CompareView::spanChosen, …);
///
/// `.` and `,` go from change to change.
#pragma once

#include <QWidget>
#include <memory>

#include "models/compare_model.h"
#include "models/diff_model.h"
#include "models/job_thread.h"

namespace Ui {
class CompareView;
}

namespace spanglass::views {

class CompareView : public QWidget
{
    Q_OBJECT
public:
    using Table = models::CompareModel::Table;

    explicit CompareView(QWidget* parent = nullptr);
    ~CompareView() override;

    void compare(Table before, Table after);
    [[nodiscard]] const models::CompareModel& model() const { return m_model; }
    [[nodiscard]] const models::DiffModel& lines() const { return m_lines; }

public Q_SLOTS:
    void nextChange();
    void previousChange();

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

    std::unique_ptr<Ui::CompareView> m_ui;
    models::CompareModel m_model;
    models::DiffModel m_lines;
    int m_request = 0; ///< answers of earlier ones are dropped
    models::JobThread m_worker;
};

} // namespace spanglass::views
