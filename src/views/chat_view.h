// SPDX-License-Identifier: GPL-3.0-or-later
/// A model call as the conversation it was: who said what, tool calls and their results, plain text
/// throughout. What is very long is cut here and whole in the input and output tabs.
#pragma once

#include <QScrollArea>

#include "trace/messages.h"

class QVBoxLayout;

namespace spanglass::views {

/// A part of a longer conversation, under a heading that can be pressed.
struct ChatTurn
{
    QString heading; ///< made safe by the caller
    bool alert = false;
    trace::Messages input;
    trace::Messages output;
};

class ChatView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);

    void setMessages(const trace::Messages& input, const trace::Messages& output);
    void setTurns(const std::vector<ChatTurn>& turns);
    [[nodiscard]] int messageCount() const { return m_count; }

Q_SIGNALS:
    /// The heading of a turn was pressed.
    void turnChosen(int turn);

private:
    void addMessages(QVBoxLayout* column, const trace::Messages& messages, bool answer);
    [[nodiscard]] QWidget* makeCard(const trace::Message& message, bool answer) const;
    [[nodiscard]] QWidget* makePart(const trace::MessagePart& part, QWidget* card) const;

    int m_count = 0;
};

} // namespace spanglass::views
