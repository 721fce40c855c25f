// SPDX-License-Identifier: GPL-3.0-or-later
/// A model call as the conversation it was: who said what, tool calls and their results. Markdown is shown
/// safely (prose_view.h), and as it was written at a click. What is very long is cut here and whole in the
/// input and output tabs.
#pragma once

#include <QScrollArea>
#include <map>

#include "trace/messages.h"
#include "views/pictured.h"

class QHBoxLayout;
class QToolButton;
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

class ChatView : public QScrollArea, public Pictured
{
    Q_OBJECT
public:
    explicit ChatView(QWidget* parent = nullptr);

    void setMessages(const trace::Messages& input, const trace::Messages& output);
    void setTurns(const std::vector<ChatTurn>& turns);
    [[nodiscard]] int messageCount() const { return m_count; }
    /// Of this conversation and those after it; else texts stand as they were written.
    void setShowsMarkdown(bool shows);
    [[nodiscard]] bool showsMarkdown() const { return m_showsMarkdown; }

    /// All of it, also what is scrolled away; of a very long one its beginning.
    [[nodiscard]] QString pictureTitle() const override { return accessibleName(); }
    [[nodiscard]] QSize pictureSize() const override;
    void paintPicture(QPainter& painter) override;

Q_SIGNALS:
    /// The heading of a turn was pressed.
    void turnChosen(int turn);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addHeading(QVBoxLayout* column, std::size_t turn);
    [[nodiscard]] QHBoxLayout* makeChoice(QWidget* page);
    [[nodiscard]] static QString earlierText(int count);
    void addMessages(QVBoxLayout* column, const trace::Messages& messages, bool answer);
    [[nodiscard]] QWidget* makeCard(const trace::Message& message, bool answer);
    [[nodiscard]] QWidget* makePart(const trace::MessagePart& part, QWidget* card);
    [[nodiscard]] QString callName(const trace::MessagePart& part) const;
    [[nodiscard]] QWidget* makeText(const std::string& text, QWidget* card);

    std::vector<ChatTurn> m_turns;
    std::map<std::string, QString> m_calls; ///< of the turn that is built
    bool m_headed = false;                  ///< each turn has its heading
    bool m_showsMarkdown = true;
    bool m_hasMarkdown = false;
    QToolButton* m_choices[2] = {}; ///< formatted, as written; where some text has Markdown
    int m_count = 0;
};

} // namespace spanglass::views
