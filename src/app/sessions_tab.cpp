// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sessions_tab.h"

#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include "trace/turn.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

using Model = models::SessionListModel;

/// Of a long trace its first spans say what was asked, its root what was answered.
constexpr std::size_t mostSpans = 5'000;

class SessionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const views::Theme& t = views::theme();
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.selection);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), t.accent);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, t.hover);
        }
        painter->fillRect(option.rect.left() + 12, option.rect.bottom(), option.rect.width() - 12, 1, t.line);
        const QRect top = option.rect.adjusted(12, 5, -12, -24);
        const QRect bottom = option.rect.adjusted(12, 24, -12, -4);
        const auto line = [painter](const QRect& rect, const QString& text, views::FontRole role,
                                    const QColor& color) {
            painter->setFont(views::font(role));
            painter->setPen(color);
            painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        };
        line(top, views::literal(index.data().toString()), views::FontRole::strong, t.text);
        line(bottom,
             views::literal(index.data(Model::sessionRole).toString()) + QStringLiteral(" · ") +
                 index.data(Model::factsRole).toString(),
             views::FontRole::secondary, t.secondary);
        if (option.state & QStyle::State_HasFocus) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(t.accent, 1.5));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), views::measure::radius,
                                     views::measure::radius);
        }
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 48}; }
};

views::SessionTurn turnOf(const trace::TraceRow& row, const trace::SpanTable& table)
{
    std::vector<trace::Span> spans;
    for (std::uint32_t at = 0; at < table.size() && at < mostSpans; ++at)
        spans.push_back(table.details(at));
    const trace::Turn turn = trace::turnOf(spans);
    views::SessionTurn made{row, {}, {}};
    const auto said = [](const char* role, const std::string& text) {
        trace::Messages messages = trace::readMessages(text);
        if (messages.empty() && !text.empty()) {
            trace::MessagePart part;
            part.text = text;
            messages.push_back({role, {}, {part}, {}});
        }
        return messages;
    };
    made.question = said("user", turn.question);
    made.answer = said("assistant", turn.answer);
    return made;
}

} // namespace

SessionsTab::SessionsTab(models::TraceSource* source, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent), m_source(source), m_list(new QListView(this)),
      m_view(new views::SessionView(this)),
      m_reader(std::make_unique<models::JobThread>(QStringLiteral("session turns")))
{
    m_list->setModel(&m_sessions);
    m_list->setItemDelegate(new SessionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(160);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Sessions"));
    setChildrenCollapsible(false);
    setStretchFactor(1, 1);
    setSizes({260, 600});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SessionsTab::currentChanged);
    connect(m_view, &views::SessionView::traceAsked, this, &SessionsTab::traceAsked);
    connect(&m_sessions, &Model::failed, this, &SessionsTab::failed);
    connect(&m_sessions, &Model::dataChanged, this, [this](const QModelIndex& first, const QModelIndex&) {
        // The chosen conversation went on.
        if (first == m_list->currentIndex())
            currentChanged();
    });
    connect(&m_sessions, &Model::answered, this, [this] {
        const QModelIndex wanted = m_sessions.indexOf(m_wanted);
        if (wanted.isValid() && wanted != m_list->currentIndex())
            m_list->setCurrentIndex(wanted);
        else if (!m_list->currentIndex().isValid() && m_sessions.rowCount() > 0)
            m_list->setCurrentIndex(m_sessions.index(0));
    });
    m_sessions.setSource(m_source);
    setFocusProxy(m_list);
}

void SessionsTab::choose(const QString& session)
{
    m_wanted = session;
    if (const QModelIndex index = m_sessions.indexOf(session); index.isValid())
        m_list->setCurrentIndex(index);
}

void SessionsTab::changeEvent(QEvent* event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_list->setAccessibleName(tr("Sessions"));
}

void SessionsTab::currentChanged()
{
    const QModelIndex index = m_list->currentIndex();
    ++m_question;
    if (!index.isValid()) {
        m_shown.clear();
        return m_view->clear();
    }
    const store::SessionRow& row = m_sessions.session(index);
    if (m_shown != QString::fromStdString(row.session))
        m_view->clear();
    m_shown = QString::fromStdString(row.session);
    m_wanted.clear();
    m_view->setTitle(m_shown, Model::factsOf(row));
    m_source->requestSessionTraces(
        this, row.session, [this, question = m_question](models::TraceSource::Rows traces) {
            if (question != m_question)
                return;
            if (!traces)
                return Q_EMIT failed(QString::fromStdString(traces.error().message));
            readTurns(std::move(*traces));
        });
}

void SessionsTab::readTurns(std::vector<trace::TraceRow> traces)
{
    m_turns.clear();
    m_sinceShown.start();
    m_left.assign(traces.rbegin(), traces.rend());
    readNext();
}

/// One trace after the other: each is read by the source and understood on this tab's own thread.
void SessionsTab::readNext()
{
    if (m_left.empty())
        return m_view->setTurns(m_turns);
    const trace::TraceRow row = m_left.back();
    m_left.pop_back();
    m_source->requestTrace(this, row.id,
                           [this, row, question = m_question](models::TraceSource::Table table) {
                               if (question != m_question)
                                   return;
                               if (!table) // deleted meanwhile
                                   return readNext();
                               m_reader->run(
                                   this, [row, table = *table] { return turnOf(row, *table); },
                                   [this, question](views::SessionTurn turn) {
                                       if (question != m_question)
                                           return;
                                       m_turns.push_back(std::move(turn));
                                       showWhatIsThere();
                                       readNext();
                                   });
                           });
}

/// A long conversation is read from its beginning while the rest comes.
void SessionsTab::showWhatIsThere()
{
    constexpr qint64 showEveryMs = 500;
    if (m_sinceShown.elapsed() < showEveryMs)
        return;
    m_view->setTurns(m_turns);
    m_sinceShown.start();
}

} // namespace spanglass::app
