// SPDX-License-Identifier: GPL-3.0-or-later
/// The difference of two texts as a list of lines: gone, come, kept; marks go with the colours.
#pragma once

#include <QListView>

#include "models/diff_model.h"

namespace spanglass::views {

/// Paints the lines of a DiffModel; for lists made elsewhere.
void useDiffLines(QListView* list, models::DiffModel* model);

class DiffLinesView : public QListView
{
    Q_OBJECT
public:
    explicit DiffLinesView(QWidget* parent = nullptr);
    void setTexts(std::string before, std::string after);
    [[nodiscard]] const models::DiffModel& lines() const { return m_model; }

private:
    models::DiffModel m_model;
};

} // namespace spanglass::views
