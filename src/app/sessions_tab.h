// SPDX-License-Identifier: GPL-3.0-or-later
/// The sessions of the store beside the conversation of the chosen one.
///
///     auto* tab = new SessionsTab(&source, documents);
///     connect(tab, &SessionsTab::traceAsked, …);          // go there
#pragma once

#include <QElapsedTimer>
#include <QSplitter>
#include <memory>

#include "models/job_thread.h"
#include "models/session_list_model.h"
#include "views/chat_view.h"
#include "views/session_view.h"

class QListView;

namespace spanglass::app {

class SessionsTab : public QSplitter, public views::Pictured
{
    Q_OBJECT
public:
    /// The source stays the caller's and outlives this.
    explicit SessionsTab(models::TraceSource* source, QWidget* parent = nullptr);

    [[nodiscard]] models::SessionListModel* sessions() { return &m_sessions; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] views::SessionView* view() const { return m_view; }
    void choose(const QString& session);

    /// The conversation, whole.
    [[nodiscard]] QString pictureTitle() const override { return m_shown; }
    [[nodiscard]] QSize pictureSize() const override { return m_view->chat()->pictureSize(); }
    void paintPicture(QPainter& painter) override { m_view->chat()->paintPicture(painter); }

Q_SIGNALS:
    void traceAsked(spanglass::TraceId trace);
    void failed(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    void currentChanged();
    void readTurns(std::vector<trace::TraceRow> traces);
    void readNext();
    void showWhatIsThere();

    models::TraceSource* m_source;
    models::SessionListModel m_sessions;
    QListView* m_list;
    views::SessionView* m_view;
    QString m_wanted, m_shown;
    int m_question = 0; ///< a late answer to an older one is dropped
    std::vector<trace::TraceRow> m_left;
    std::vector<views::SessionTurn> m_turns;
    QElapsedTimer m_sinceShown;
    std::unique_ptr<models::JobThread> m_reader;
};

} // namespace spanglass::app
