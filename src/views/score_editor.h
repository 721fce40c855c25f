// SPDX-License-Identifier: GPL-3.0-or-later
/// The line in which somebody says what they think of a span or its trace: a score, a label, or a note.
///
///     connect(&editor, &ScoreEditor::given, …);      // keep it
///
/// "0.9" is a score, any other word a label; with the third choice all of it is a note.
#pragma once

#include <QWidget>

#include "trace/span.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace spanglass::views {

class ScoreEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ScoreEditor(QWidget* parent = nullptr);

    void startEditing();
    void clear();

Q_SIGNALS:
    /// `wholeTrace`: of the trace rather than of the span.
    void given(const spanglass::trace::Score& score, bool wholeTrace);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum What
    {
        label,
        note,
        score
    };
    void nameThings();
    void give();

    QComboBox* m_what;
    QLineEdit* m_name;
    QLineEdit* m_value;
    QComboBox* m_of;
    QToolButton* m_give;
};

} // namespace spanglass::views
