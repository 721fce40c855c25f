// SPDX-License-Identifier: GPL-3.0-or-later
/// A message in place: what happened, to what, and what to do. Stays until it is closed or replaced; never a
/// dialog.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace spanglass::views {

class Banner : public QFrame
{
    Q_OBJECT
public:
    enum class Tone
    {
        info,
        warning,
        error
    };
    explicit Banner(QWidget* parent = nullptr);

    /// `action`: the words of a button, or empty for none; it emits `actionTriggered`.
    void showMessage(Tone tone, const QString& message, const QString& action = {});
    [[nodiscard]] QString message() const { return m_message; }

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::info;
    QString m_message;
    QLabel* m_label;
    QPushButton* m_action;
};

} // namespace spanglass::views
