// SPDX-License-Identifier: GPL-3.0-or-later
/// A line above or below what is being read: how far it is, and a button that ends it. What was read before
/// stays in view meanwhile.
///
///     connect(strip, &ProgressStrip::cancelAsked, …);
///     strip->showProgress(tr("Read %1 of %2 traces")…, done, total);
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace spanglass::app {

class ProgressStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    /// `total` 0: nobody knows how much there is.
    void showProgress(const QString& text, qint64 done, qint64 total);
    /// Words alone: nothing is under way any more.
    void say(const QString& text);

Q_SIGNALS:
    void cancelAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace spanglass::app
