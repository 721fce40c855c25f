// SPDX-License-Identifier: GPL-3.0-or-later
/// A session as the conversation it was: a head for each trace, which leads to it, and below it what was
/// asked and answered. Above all, what the session came to.
///
///     view.setTitle(QStringLiteral("s-204"), facts);
///     view.setTurns(turns);
#pragma once

#include <QWidget>

#include "trace/messages.h"
#include "trace/trace_row.h"

class QLabel;

namespace spanglass::views {

class ChatView;

/// One trace of the conversation.
struct SessionTurn
{
    trace::TraceRow trace;
    trace::Messages question;
    trace::Messages answer;
};

class SessionView : public QWidget
{
    Q_OBJECT
public:
    explicit SessionView(QWidget* parent = nullptr);

    /// `facts`: "4 traces · 1,204 tokens · 0.42 ¢".
    void setTitle(const QString& title, const QString& facts);
    void setTurns(const std::vector<SessionTurn>& turns);
    void clear();
    [[nodiscard]] ChatView* chat() const { return m_chat; }
    [[nodiscard]] std::size_t turnCount() const { return m_traces.size(); }

Q_SIGNALS:
    void traceAsked(spanglass::TraceId trace);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_facts;
    ChatView* m_chat;
    std::vector<TraceId> m_traces; ///< of the turns
};

} // namespace spanglass::views
