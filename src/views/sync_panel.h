// SPDX-License-Identifier: GPL-3.0-or-later
/// The deliveries in full: all destinations on the left; of the chosen one the amounts, what is wrong and
/// what to do about it, what it refused, and exactly what would leave the machine next. What is to be done is
/// asked for by signals; who owns the deliveries does it.
#pragma once

#include <QWidget>
#include <memory>

#include "models/quarantine_model.h"
#include "models/sync_model.h"

namespace Ui {
class SyncPanel;
}

namespace spanglass::views {

class ValueView;

class SyncPanel : public QWidget
{
    Q_OBJECT
public:
    explicit SyncPanel(QWidget* parent = nullptr);
    ~SyncPanel() override;

    /// Both stay the caller's and outlive this.
    void setModels(models::SyncModel* destinations, models::QuarantineModel* quarantine);
    /// The chosen destination's id; 0: there is none.
    [[nodiscard]] qint64 current() const;
    void choose(int row);

    /// The body as it would go, and a line about it. `json`: shown as a tree, too.
    void showPreview(const QString& about, const std::string& body, bool json);
    void showPreviewProblem(const QString& message);
    void showTestRunning();
    /// Of unknown origin.
    void showTestResult(bool ok, const QString& message);
    /// A demo's: a button that takes the chosen server down and brings it back.
    void showOutageSwitch(bool shown);
    void setDown(bool down);
    [[nodiscard]] bool previewInFront() const;

Q_SIGNALS:
    void addRequested();
    /// Another destination was chosen, or another tab: quarantine and preview are due.
    void detailsWanted(qint64 destination);
    void pauseRequested(qint64 destination);
    void resumeRequested(qint64 destination);
    void retryRequested(qint64 destination);
    void resendRequested(qint64 destination);
    void editRequested(qint64 destination);
    void testRequested(qint64 destination);
    void removeRequested(qint64 destination);
    void outageRequested(qint64 destination, bool down);

protected:
    void changeEvent(QEvent* event) override;

private:
    void connectButtons();
    void createMore();
    void nameMore();
    void chosenChanged();
    void showDetails();
    void showFacts(const QModelIndex& index);
    void showTrouble(const QModelIndex& index);
    void nameTabs();

    std::unique_ptr<Ui::SyncPanel> m_ui;
    ValueView* m_preview;
    models::SyncModel* m_model = nullptr;
    models::QuarantineModel* m_quarantine = nullptr;
    QAction* m_edit = nullptr;
    QAction* m_resend = nullptr;
    QAction* m_remove = nullptr;
    bool m_down = false;
};

} // namespace spanglass::views
