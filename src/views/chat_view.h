// SPDX-License-Identifier: GPL-3.0-or-later
/// A model call as the conversation it was: who said what, tool calls and their results, plain text
/// throughout. What is very long is cut here and whole in the input and output tabs.
#pragma once

#include <QScrollArea>

#include "trace/messages.h"

class QVBoxLayout;

namespace spanglass::views {

class ChatView : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);

    void setMessages(const trace::Messages& input, const trace::Messages& output);
    [[nodiscard]] int messageCount() const { return m_count; }

private:
    void addMessages(QVBoxLayout* column, const trace::Messages& messages, bool answer);
    [[nodiscard]] QWidget* makeCard(const trace::Message& message, bool answer) const;
    [[nodiscard]] QWidget* makePart(const trace::MessagePart& part, QWidget* card) const;

    int m_count = 0;
};

} // namespace spanglass::views
