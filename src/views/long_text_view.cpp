// SPDX-License-Identifier: GPL-3.0-or-later
// The text is cut into rows by counting cells, a pass of some milliseconds per megabyte; QTextLayout sees
// only the rows in view.
#include "views/long_text_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>
#include <algorithm>

#include "views/json_colours.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

constexpr int margin = 8;
constexpr std::size_t mostMatches = 10'000;

} // namespace

LongTextView::LongTextView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Text"));
}

void LongTextView::setText(const QString& text, Language language)
{
    m_text = text;
    m_language = language;
    m_anchor = m_cursor = 0;
    m_matches.clear();
    m_currentMatch = -1;
    m_wrappedColumns = 0;
    setAccessibleDescription(m_text.left(2'000));
    wrap();
    verticalScrollBar()->setValue(0);
    if (!m_words.isEmpty())
        search(m_words);
    viewport()->update();
}

QString LongTextView::selectedText() const
{
    return m_text.mid(std::min(m_anchor, m_cursor), std::abs(m_cursor - m_anchor));
}

int LongTextView::search(const QString& words)
{
    m_words = words;
    m_matches.clear();
    m_currentMatch = -1;
    if (!words.isEmpty()) {
        qsizetype at = m_text.indexOf(words, 0, Qt::CaseInsensitive);
        while (at >= 0 && m_matches.size() < mostMatches) {
            m_matches.push_back(static_cast<int>(at));
            at = m_text.indexOf(words, at + words.size(), Qt::CaseInsensitive);
        }
    }
    viewport()->update();
    if (!m_matches.empty())
        showMatch(true);
    return matchCount();
}

void LongTextView::showMatch(bool forward)
{
    if (m_matches.empty())
        return;
    const int count = matchCount();
    m_currentMatch = m_currentMatch < 0 ? 0 : (m_currentMatch + (forward ? 1 : count - 1)) % count;
    scrollTo(m_matches[static_cast<std::size_t>(m_currentMatch)]);
}

void LongTextView::copy()
{
    if (m_anchor != m_cursor)
        QGuiApplication::clipboard()->setText(selectedText());
}

void LongTextView::selectAll()
{
    select(0, static_cast<int>(m_text.size()));
}

void LongTextView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Theme& t = theme();
    painter.setFont(views::font(FontRole::mono));
    painter.setPen(t.text);
    const int first = verticalScrollBar()->value();
    const int last =
        std::min(static_cast<int>(m_rows.size()), first + viewport()->height() / m_rowHeight + 2);
    const int from = std::min(m_anchor, m_cursor);
    const int to = std::max(m_anchor, m_cursor);
    for (int i = first; i < last; ++i) {
        const TextRow& row = m_rows[static_cast<std::size_t>(i)];
        QTextLayout layout;
        layOut(layout, row);
        QList<QTextLayout::FormatRange> marks;
        const auto mark = [&](int start, int length, const QColor& behind, const QColor& ink) {
            const int begin = std::max(start, row.start) - row.start;
            const int end = std::min(start + length, row.start + row.length) - row.start;
            if (end <= begin)
                return;
            QTextLayout::FormatRange range;
            range.start = begin;
            range.length = end - begin;
            range.format.setBackground(behind);
            range.format.setForeground(ink);
            marks << range;
        };
        const int words = static_cast<int>(m_words.size());
        for (auto match = std::ranges::lower_bound(m_matches, row.start - words + 1);
             match != m_matches.end() && *match < row.start + row.length; ++match) {
            const bool current = match - m_matches.begin() == m_currentMatch;
            mark(*match, words, current ? t.accent : t.selection, current ? t.onAccent : t.text);
        }
        if (from != to)
            mark(from, to - from, t.accent, t.onAccent);
        layout.draw(&painter, QPointF(margin, margin / 2 + (i - first) * m_rowHeight), marks);
    }
}

void LongTextView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    wrap();
}

void LongTextView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int position = positionAt(event->pos());
    select(event->modifiers() & Qt::ShiftModifier ? m_anchor : position, position);
}

void LongTextView::mouseMoveEvent(QMouseEvent* event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    if (event->pos().y() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - 1);
    else if (event->pos().y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + 1);
    select(m_anchor, positionAt(event->pos()));
}

void LongTextView::mouseDoubleClickEvent(QMouseEvent* event)
{
    int begin = positionAt(event->pos());
    int end = begin;
    const auto inWord = [this](int at) {
        return at >= 0 && at < m_text.size() && (m_text[at].isLetterOrNumber() || m_text[at] == u'_');
    };
    while (inWord(begin - 1))
        --begin;
    while (inWord(end))
        ++end;
    select(begin, end);
}

void LongTextView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    switch (event->key()) {
    case Qt::Key_Down:
        return bar->setValue(bar->value() + 1);
    case Qt::Key_Up:
        return bar->setValue(bar->value() - 1);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return bar->setValue(bar->value() + bar->pageStep());
    case Qt::Key_PageUp:
        return bar->setValue(bar->value() - bar->pageStep());
    case Qt::Key_Home:
        return bar->setValue(0);
    case Qt::Key_End:
        return bar->setValue(bar->maximum());
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LongTextView::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* copyAction = menu.addAction(tr("Copy"), QKeySequence::Copy, this, &LongTextView::copy);
    copyAction->setEnabled(m_anchor != m_cursor);
    menu.addAction(tr("Copy everything"), this, [this] { QGuiApplication::clipboard()->setText(m_text); });
    menu.addAction(tr("Select all"), QKeySequence::SelectAll, this, &LongTextView::selectAll);
    menu.exec(event->globalPos());
}

void LongTextView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Text"));
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_wrappedColumns = 0;
        wrap();
    }
}

void LongTextView::wrap()
{
    m_rowHeight = QFontMetrics(views::font(FontRole::mono)).height() + 2;
    const int wanted = columns();
    if (wanted == m_wrappedColumns)
        return updateScrollBar();
    m_wrappedColumns = wanted;
    const int keep =
        m_rows.empty() ? 0
                       : m_rows[std::min(m_rows.size() - 1, std::size_t(verticalScrollBar()->value()))].start;
    m_rows = wrapText(m_text, wanted, m_language == Language::json);
    updateScrollBar();
    verticalScrollBar()->setValue(rowOf(keep));
}

void LongTextView::updateScrollBar()
{
    const int visible = std::max(1, (viewport()->height() - margin) / m_rowHeight);
    verticalScrollBar()->setPageStep(visible);
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows.size()) - visible));
}

int LongTextView::columns() const
{
    const qreal cell = QFontMetricsF(views::font(FontRole::mono)).horizontalAdvance(u'0');
    return std::max(16, static_cast<int>((viewport()->width() - 2 * margin) / cell));
}

int LongTextView::rowOf(int position) const
{
    const auto after = std::ranges::upper_bound(m_rows, position, {}, &TextRow::start);
    return std::max(0, static_cast<int>(after - m_rows.begin()) - 1);
}

int LongTextView::positionAt(const QPoint& point) const
{
    if (m_rows.empty())
        return 0;
    const int index = std::clamp(verticalScrollBar()->value() + (point.y() - margin / 2) / m_rowHeight, 0,
                                 static_cast<int>(m_rows.size()) - 1);
    const TextRow& row = m_rows[static_cast<std::size_t>(index)];
    QTextLayout layout;
    layOut(layout, row);
    return row.start + layout.lineAt(0).xToCursor(point.x() - margin);
}

void LongTextView::layOut(QTextLayout& layout, const TextRow& row) const
{
    const QStringView piece = QStringView(m_text).mid(row.start, row.length);
    layout.setText(shownText(piece));
    layout.setFont(views::font(FontRole::mono));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(4 * QFontMetricsF(layout.font()).horizontalAdvance(u'0'));
    layout.setTextOption(option);
    if (m_language == Language::json)
        layout.setFormats(jsonColours(m_text, row.start, row.length, row.inString));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

void LongTextView::scrollTo(int position)
{
    const int row = rowOf(position);
    QScrollBar* bar = verticalScrollBar();
    if (row < bar->value() || row >= bar->value() + bar->pageStep())
        bar->setValue(row - bar->pageStep() / 3);
    viewport()->update();
}

void LongTextView::select(int anchor, int cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    viewport()->update();
}

} // namespace spanglass::views
