// SPDX-License-Identifier: GPL-3.0-or-later
/// The line in which somebody says what they think of a span or its trace: a score, a label, or a note.
///
///     connect(&editor, &ScoreEditor::given, …);      // keep it
///     editor.setKept(scores);                        // what was said can be taken back
///
/// "0.9" is a score, any other word a label; with the third choice all of it is a note.
#pragma once

#include <QWidget>

#include "trace/span.h"

class QComboBox;
class QLineEdit;
class QMenu;
class QToolButton;

namespace spanglass::views {

/// What was said before, with the number by which it is taken back.
struct KeptScore
{
    qint64 id = 0;
    trace::Score score;
    bool wholeTrace = false;
};

class ScoreEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ScoreEditor(QWidget* parent = nullptr);

    void startEditing();
    void clear();
    void setKept(const std::vector<KeptScore>& scores);
    [[nodiscard]] QMenu* keptMenu() const { return m_keptMenu; }

Q_SIGNALS:
    /// `wholeTrace`: of the trace rather than of the span.
    void given(const spanglass::trace::Score& score, bool wholeTrace);
    /// By KeptScore::id.
    void removeAsked(qint64 id);

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
    QToolButton* m_kept; ///< where something was said
    QMenu* m_keptMenu;
};

} // namespace spanglass::views
