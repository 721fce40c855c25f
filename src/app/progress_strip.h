// SPDX-License-Identifier: GPL-3.0-or-later
/// A line above or below what is being read: how far it is, and a button that ends it. What was read before
/// stays in view meanwhile.
///
///     const auto progress = strip->begin();                      // of many traces
///     source->requestMerged(…, progress, [=](auto answer) { if (strip->end(progress)) … });
///     strip->showProgress(tr("Looking …"), done, total);         // of anything else
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
namespace spanglass::models {
struct Progress;
}

namespace spanglass::app {

class ProgressStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    /// What is under way is cancelled.
    ~ProgressStrip() override;

    /// Traces begin to be read, and an answer still under way is not wanted any more. It is shown once it
    /// takes longer than a moment.
    std::shared_ptr<models::Progress> begin();
    /// An answer came. False: it is one that is not wanted any more.
    bool end(const std::shared_ptr<models::Progress>& progress);
    [[nodiscard]] bool underWay() const { return m_progress != nullptr; }
    /// Ends what is under way, if anything is, and says so.
    void cancel(const QString& text);

    /// `total` 0: nobody knows how much there is.
    void showProgress(const QString& text, qint64 done, qint64 total);
    /// Words alone: nothing is under way any more.
    void say(const QString& text);

Q_SIGNALS:
    void cancelAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void look();

    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QTimer m_look;
    std::shared_ptr<models::Progress> m_progress; ///< of what begin() began
};

} // namespace spanglass::app
