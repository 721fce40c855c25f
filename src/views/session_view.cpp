// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/session_view.h"

#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include "models/readable.h"
#include "views/chat_view.h"
#include "views/empty_text.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

QString headingOf(const trace::TraceRow& row)
{
    QStringList parts{literal(row.name)};
    if (row.durationNs)
        parts << models::durationReadable(*row.durationNs);
    if (row.status == trace::TraceStatus::running)
        parts << SessionView::tr("running");
    const int errors = static_cast<int>(row.errors);
    if (errors > 0)
        parts << SessionView::tr("%n error(s)", nullptr, errors);
    if (const auto tokens = models::tokensTotal(row.tokens))
        parts << SessionView::tr("%1 tokens").arg(models::countReadable(*tokens));
    if (row.cost)
        parts << models::costReadable(*row.cost);
    parts << models::timeRelative(row.startUnixNs, models::nowUnixNs());
    return parts.join(QStringLiteral("  ·  ")) + QStringLiteral("  ›");
}

} // namespace

SessionView::SessionView(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_facts(new QLabel(this)), m_chat(new ChatView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(2);
    m_title->setFont(views::font(FontRole::title));
    m_facts->setFont(views::font(FontRole::secondary));
    m_facts->setProperty("tone", QStringLiteral("secondary"));
    for (QLabel* label : {m_title, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(16, 0, 16, 0);
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        column->addWidget(label);
    }
    column->addWidget(m_chat, 1);
    column->addStretch(0); // holds the title at the top while there is nothing to read
    connect(m_chat, &ChatView::turnChosen, this,
            [this](int turn) { Q_EMIT traceAsked(m_traces[static_cast<std::size_t>(turn)]); });
    clear();
}

void SessionView::clear()
{
    m_traces.clear();
    m_title->hide();
    m_facts->hide();
    m_chat->hide();
    update();
}

void SessionView::setTitle(const QString& title, const QString& facts)
{
    m_title->setText(literal(title));
    m_facts->setText(facts);
    m_title->show();
    m_facts->show();
}

void SessionView::setTurns(const std::vector<SessionTurn>& turns)
{
    std::vector<ChatTurn> parts;
    // The same conversation, longer: whoever reads it is not thrown back to its beginning.
    const int place = m_traces.empty() ? 0 : m_chat->verticalScrollBar()->value();
    m_traces.clear();
    for (const SessionTurn& turn : turns) {
        parts.push_back({headingOf(turn.trace), turn.trace.errors > 0, turn.question, turn.answer});
        m_traces.push_back(turn.trace.id);
    }
    m_chat->setTurns(parts);
    m_chat->show();
    if (place > 0) {
        m_chat->widget()->layout()->activate();
        m_chat->verticalScrollBar()->setValue(place);
    }
}

void SessionView::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter(this).fillRect(rect(), theme().surface);
    if (!m_chat->isHidden())
        return;
    if (!m_title->isHidden())
        return paintEmptyText(this, tr("Reading the conversation …"), {});
    paintEmptyText(this, tr("No session is chosen"),
                   tr("Traces that name the same session are one conversation: choose it on the left."));
}

} // namespace spanglass::views
