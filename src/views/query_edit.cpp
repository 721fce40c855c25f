// SPDX-License-Identifier: GPL-3.0-or-later
// A QLineEdit takes formats as an input method would give them; places of the parser are bytes of UTF-8.
#include "views/query_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTextCharFormat>

#include "trace/trace_row.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

/// Typing goes on for about this long between two letters of a query.
constexpr int typingPauseMs = 180;
constexpr int insertRole = Qt::UserRole + 1;
constexpr int hintRole = Qt::UserRole + 2;

/// What is offered, and beside it in a paler colour what it means.
class OfferDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& t = theme();
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, option.state & QStyle::State_Selected ? t.selection : t.hover);
        QRect line = option.rect.adjusted(sidePx, 0, -sidePx, 0);
        const auto put = [&](FontRole role, const QColor& color, const QString& text) {
            painter->setFont(views::font(role));
            painter->setPen(color);
            const QString fits = painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width());
            painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fits);
            line.setLeft(line.left() + painter->fontMetrics().horizontalAdvance(fits) + gapPx);
        };
        put(FontRole::body, t.text, index.data().toString());
        put(FontRole::secondary, t.secondary, index.data(hintRole).toString());
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const auto wide = [](FontRole role, const QString& text) {
            return QFontMetrics(views::font(role)).horizontalAdvance(text);
        };
        return {2 * sidePx + gapPx + wide(FontRole::body, index.data().toString()) +
                    wide(FontRole::secondary, index.data(hintRole).toString()),
                measure::rowHeight};
    }

private:
    static constexpr int sidePx = 10;
    static constexpr int gapPx = 12;
};

struct KeyHint
{
    trace::QueryKey key;
    const char* hint;
};

const KeyHint keyHints[] = {
    {trace::QueryKey::service, QT_TRANSLATE_NOOP("QueryEdit", "the program that recorded")},
    {trace::QueryKey::kind, QT_TRANSLATE_NOOP("QueryEdit", "has a span of this kind: llm, tool, agent …")},
    {trace::QueryKey::model, QT_TRANSLATE_NOOP("QueryEdit", "has a call of this model")},
    {trace::QueryKey::status, QT_TRANSLATE_NOOP("QueryEdit", "ok, error, running, interrupted")},
    {trace::QueryKey::duration, QT_TRANSLATE_NOOP("QueryEdit", "took longer: 250ms, 2s, 5min")},
    {trace::QueryKey::cost, QT_TRANSLATE_NOOP("QueryEdit", "cost more, in dollars")},
    {trace::QueryKey::tokens, QT_TRANSLATE_NOOP("QueryEdit", "used more tokens")},
    {trace::QueryKey::tag, QT_TRANSLATE_NOOP("QueryEdit", "has this tag")},
    {trace::QueryKey::session, QT_TRANSLATE_NOOP("QueryEdit", "belongs to this session")},
    {trace::QueryKey::user, QT_TRANSLATE_NOOP("QueryEdit", "of this user")},
    {trace::QueryKey::name, QT_TRANSLATE_NOOP("QueryEdit", "is called so")},
    {trace::QueryKey::spans, QT_TRANSLATE_NOOP("QueryEdit", "has more spans")},
    {trace::QueryKey::errors, QT_TRANSLATE_NOOP("QueryEdit", "has more failed spans")},
    {trace::QueryKey::score, QT_TRANSLATE_NOOP("QueryEdit", "was given this score")},
    {trace::QueryKey::label, QT_TRANSLATE_NOOP("QueryEdit", "was given this label")},
    {trace::QueryKey::project, QT_TRANSLATE_NOOP("QueryEdit", "of this project")},
    {trace::QueryKey::environment, QT_TRANSLATE_NOOP("QueryEdit", "ran in this environment")},
    {trace::QueryKey::release, QT_TRANSLATE_NOOP("QueryEdit", "of this release")},
    {trace::QueryKey::version, QT_TRANSLATE_NOOP("QueryEdit", "of this version")},
    {trace::QueryKey::operation, QT_TRANSLATE_NOOP("QueryEdit", "of this type of operation")},
    {trace::QueryKey::trace, QT_TRANSLATE_NOOP("QueryEdit", "its id begins so (with a star)")},
};

QString hintOf(trace::QueryKey key)
{
    for (const KeyHint& hint : keyHints) {
        if (hint.key == key)
            return QCoreApplication::translate("QueryEdit", hint.hint);
    }
    return {};
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The place in QString's units of a place in UTF-8.
qsizetype unitsBefore(const std::string& text, std::size_t byte)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(byte, text.size()))).size();
}

bool comparing(trace::QueryValueType type)
{
    return type == trace::QueryValueType::number || type == trace::QueryValueType::duration;
}

} // namespace

QString faultSentence(const trace::QueryFault& fault)
{
    // The parser's own sentences, so that they can be translated.
    static const char* const patterns[] = {
        QT_TRANSLATE_NOOP("QueryEdit", "a value is missing"),
        QT_TRANSLATE_NOOP("QueryEdit", "that is no number"),
        QT_TRANSLATE_NOOP("QueryEdit", "a duration is a number with ns, us, ms, s, min or h"),
        QT_TRANSLATE_NOOP("QueryEdit", "a status is %1"),
        QT_TRANSLATE_NOOP("QueryEdit", "a kind is %1"),
        QT_TRANSLATE_NOOP("QueryEdit", "say %1> or %1< and a number"),
        QT_TRANSLATE_NOOP("QueryEdit", "say %1:TEXT"),
        QT_TRANSLATE_NOOP("QueryEdit", "there is no key %1; did you mean %2?"),
    };
    QString sentence = toQString(fault.sentence);
    for (const char* known : patterns) {
        if (fault.pattern != known)
            continue;
        sentence = QCoreApplication::translate("QueryEdit", known);
        for (const std::string& part : fault.parts)
            sentence = sentence.arg(toQString(part));
    }
    return QCoreApplication::translate("QueryEdit", "%1: %2").arg(literal(fault.term), literal(sentence));
}

QueryEdit::QueryEdit(QWidget* parent)
    : QLineEdit(parent), m_offers(new QStandardItemModel(this)), m_completer(new QCompleter(m_offers, this))
{
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    QAbstractItemView* offers = m_completer->popup();
    offers->setObjectName(QStringLiteral("queryOffers"));
    offers->setAccessibleName(tr("Completions"));
    offers->setItemDelegate(new OfferDelegate(offers));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { complete(index.data(insertRole).toString()); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPauseMs);
    connect(&m_soon, &QTimer::timeout, this, &QueryEdit::apply);
    connect(this, &QLineEdit::textEdited, this, &QueryEdit::offer);
    connect(this, &QLineEdit::textChanged, this, &QueryEdit::textTyped);
}

void QueryEdit::apply()
{
    m_soon.stop();
    const QString query = text().trimmed();
    if (!m_parsed.faults.empty() || query == m_applied)
        return;
    m_applied = query;
    Q_EMIT queryChanged(query);
}

void QueryEdit::textTyped()
{
    m_parsed = trace::parseQueryText(text().toStdString());
    judge(true);
    markTerms();
    m_soon.start();
}

/// A word is not wrong while it is typed: it has no value yet, or what it may become is offered.
bool QueryEdit::unfinished(const trace::QueryFault& fault) const
{
    const std::string bytes = text().toStdString();
    if (unitsBefore(bytes, fault.end) != cursorPosition() || !hasFocus())
        return false;
    return m_completer->popup()->isVisible() || QStringLiteral(":<>=").contains(text()[cursorPosition() - 1]);
}

void QueryEdit::judge(bool typing)
{
    const QString before = m_fault;
    const bool wrong = !m_parsed.faults.empty() && !(typing && unfinished(m_parsed.faults.front()));
    m_fault = wrong ? faultSentence(m_parsed.faults.front()) : QString();
    if (m_fault != before) {
        setProperty("invalid", !m_fault.isEmpty());
        style()->unpolish(this);
        style()->polish(this);
        setAccessibleDescription(m_fault);
        Q_EMIT faultChanged(m_fault);
    }
}

void QueryEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    judge(false);
    markTerms();
}

void QueryEdit::markTerms()
{
    if (m_composing)
        return;
    const Theme& t = theme();
    const std::string bytes = text().toStdString();
    QList<QInputMethodEvent::Attribute> marks;
    const auto mark = [&](std::size_t begin, std::size_t end, const QTextCharFormat& format) {
        const qsizetype from = unitsBefore(bytes, begin);
        marks << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat,
                                              static_cast<int>(from) - cursorPosition(),
                                              static_cast<int>(unitsBefore(bytes, end) - from), format);
    };
    QTextCharFormat key, value, fault;
    key.setBackground(t.selection);
    key.setForeground(t.secondary);
    value.setBackground(t.selection);
    value.setForeground(t.accent);
    fault.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    fault.setUnderlineColor(t.error);
    fault.setForeground(t.error);
    for (const trace::QueryTerm& term : m_parsed.terms) {
        mark(term.begin, term.valueBegin, key);
        mark(term.valueBegin, term.end, value);
    }
    for (const trace::QueryFault& wrong : m_parsed.faults) {
        if (!m_fault.isEmpty())
            mark(wrong.begin, wrong.end, fault);
    }
    QInputMethodEvent event({}, marks);
    QLineEdit::inputMethodEvent(&event);
}

void QueryEdit::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    markTerms();
}

void QueryEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markTerms();
}

void QueryEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_completer->popup()->selectionModel()->hasSelection())
        m_completer->popup()->hide(); // nothing there was chosen: what is typed is meant
    if (m_completer->popup()->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Enter:
        case Qt::Key_Return:
        case Qt::Key_Escape:
        case Qt::Key_Tab:
            // The popup's: QCompleter filters them first and hands on what it has no use for.
            event->ignore();
            return;
        default:
            break;
        }
    } else if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        apply();
        return;
    } else if (event->key() == Qt::Key_Down ||
               (event->key() == Qt::Key_Space && event->modifiers().testFlag(Qt::ControlModifier))) {
        text().isEmpty() && !m_history.isEmpty() && event->key() == Qt::Key_Down ? offerHistory() : offer();
        return;
    }
    if (enter) {
        judge(false);
        markTerms();
    }
    QLineEdit::keyPressEvent(event);
    if (enter)
        event
            ->accept(); // what is left over QCompleter takes for a choice of the offer that is merely current
}

QueryEdit::Token QueryEdit::tokenAtCursor() const
{
    Token token;
    const QString all = text();
    bool quoted = false;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i] == QLatin1Char('"'))
            quoted = !quoted;
        if (!quoted && all[i].isSpace()) {
            if (i >= cursorPosition())
                break;
            token.begin = i + 1;
        }
        token.end = i + 1;
    }
    token.end = std::max(token.begin, token.end);
    token.text = all.mid(token.begin, cursorPosition() - token.begin);
    return token;
}

void QueryEdit::offer()
{
    ++m_question;
    const Token token = tokenAtCursor();
    const QString bare = token.text.startsWith(QLatin1Char('-')) ? token.text.mid(1) : token.text;
    const qsizetype colon = bare.indexOf(QLatin1Char(':'));
    if (colon > 0) {
        const qsizetype valueBegin = token.begin + (token.text.size() - bare.size()) + colon + 1;
        return offerValues(token, bare.left(colon), valueBegin);
    }
    offerKeys(token);
}

void QueryEdit::offerKeys(const Token& token)
{
    m_offers->clear();
    const bool negated = token.text.startsWith(QLatin1Char('-'));
    const QString typed = negated ? token.text.mid(1) : token.text;
    m_replaceBegin = token.begin + (negated ? 1 : 0);
    m_replaceEnd = token.end;
    for (const trace::QueryKeyInfo& key : trace::queryKeys()) {
        const QString name = toQString(key.name);
        if (!name.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const QString whole = name + (comparing(key.type) ? QLatin1Char('>') : QLatin1Char(':'));
        auto* item = new QStandardItem(whole);
        item->setData(whole, insertRole);
        item->setData(hintOf(key.key), hintRole);
        item->setData(whole + QStringLiteral(", ") + hintOf(key.key), Qt::AccessibleTextRole);
        m_offers->appendRow(item);
    }
    popUp();
}

void QueryEdit::offerValues(const Token& token, const QString& key, qsizetype valueBegin)
{
    const auto known = trace::findQueryKey(key.toStdString());
    if (!known || comparing(known->type))
        return m_completer->popup()->hide();
    QString typed = text().mid(valueBegin, cursorPosition() - valueBegin);
    typed.remove(QLatin1Char('"'));
    const auto show = [this, begin = valueBegin, end = token.end](const QStringList& values) {
        m_offers->clear();
        m_replaceBegin = begin;
        m_replaceEnd = end;
        for (const QString& value : values) {
            auto* item = new QStandardItem(literal(value));
            item->setData(toQString(trace::quotedValue(value.toStdString())) + QLatin1Char(' '), insertRole);
            m_offers->appendRow(item);
        }
        popUp();
    };
    QStringList words;
    if (known->type == trace::QueryValueType::status) {
        for (const std::string_view name : trace::traceStatusNames)
            words << toQString(name);
    } else if (known->type == trace::QueryValueType::kind) {
        for (const std::string_view name : kindNames)
            words << toQString(name);
    }
    if (!words.isEmpty()) {
        words.removeIf(
            [&typed](const QString& word) { return !word.startsWith(typed, Qt::CaseInsensitive); });
        return show(words);
    }
    if (!m_ask)
        return;
    m_ask(toQString(known->name), typed,
          [self = QPointer(this), show, question = m_question](const QStringList& values) {
              if (self && question == self->m_question && self->hasFocus())
                  show(values);
          });
}

void QueryEdit::offerHistory()
{
    ++m_question;
    m_offers->clear();
    m_replaceBegin = 0;
    m_replaceEnd = text().size();
    for (const QString& query : m_history) {
        auto* item = new QStandardItem(literal(query));
        item->setData(query, insertRole);
        m_offers->appendRow(item);
    }
    popUp();
}

void QueryEdit::popUp()
{
    if (m_offers->rowCount() == 0)
        return m_completer->popup()->hide();
    QRect place = cursorRect();
    place.setWidth(std::min(width(), m_completer->popup()->sizeHintForColumn(0) + 2 * measure::grid +
                                         m_completer->popup()->verticalScrollBar()->sizeHint().width()));
    place.translate(0, measure::grid); // clear of the line's border
    m_completer->complete(place);
}

void QueryEdit::complete(const QString& chosen)
{
    const QString all = text();
    const qsizetype end = std::max<qsizetype>(m_replaceEnd, cursorPosition());
    setText(all.left(m_replaceBegin) + chosen + all.mid(end).trimmed());
    setCursorPosition(static_cast<int>(m_replaceBegin + chosen.size()));
    // A key wants its value next.
    if (chosen.endsWith(QLatin1Char(':')))
        QTimer::singleShot(0, this, &QueryEdit::offer);
}

} // namespace spanglass::views
