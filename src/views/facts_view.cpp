// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of plain-text labels; values can be selected with mouse and keyboard.
#include "views/facts_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QToolButton>

#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::views {

FactsView::FactsView(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
}

void FactsView::setFacts(const QVector<Fact>& facts)
{
    const int scrolled = verticalScrollBar()->value();
    m_facts = facts;
    auto* page = new QWidget;
    page->setProperty("panel", QStringLiteral("surface"));
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(12, 8, 12, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Fact& fact : facts)
        addFact(grid, row++, fact);
    grid->setRowStretch(row, 1);
    setWidget(page);
    verticalScrollBar()->setValue(scrolled);
}

void FactsView::addFact(QGridLayout* grid, int row, const Fact& fact)
{
    auto* label = new QLabel;
    setPlainText(label, fact.label);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    if (fact.style == Fact::Style::heading) {
        label->setFont(views::font(FontRole::caption));
        label->setProperty("tone", QStringLiteral("secondary"));
        label->setContentsMargins(0, row == 0 ? 0 : 10, 0, 0);
        grid->addWidget(label, row, 0, 1, 2);
        return;
    }
    label->setFont(views::font(FontRole::secondary));
    label->setProperty("tone", QStringLiteral("secondary"));
    auto* value = new QLabel;
    value->setTextFormat(Qt::PlainText);
    // Lines are kept in text; in everything else a line break is shown as what it is.
    value->setText(fact.style == Fact::Style::text ? literalLines(fact.value) : literal(fact.value));
    value->setFont(views::font(fact.style == Fact::Style::mono ? FontRole::mono : FontRole::secondary));
    value->setWordWrap(true);
    value->setMinimumWidth(40);
    value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(fact.label + QStringLiteral(": ") + value->text());
    if (!fact.tone.isEmpty())
        value->setProperty("tone", fact.tone);
    value->setToolTip(plainToolTip(fact.toolTip));
    if (fact.style == Fact::Style::text) {
        grid->addWidget(value, row, 0, 1, 2);
        return;
    }
    grid->addWidget(label, row, 0);
    if (fact.link.isEmpty()) {
        grid->addWidget(value, row, 1);
        return;
    }
    // A button, not a link in rich text: what it says is text of the trace.
    value->deleteLater();
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setFont(views::font(FontRole::secondary));
    button->setText(QFontMetrics(button->font())
                        .elidedText(literal(fact.value), Qt::ElideMiddle, 260)
                        .replace(QLatin1Char('&'), QLatin1String("&&")));
    button->setToolTip(plainToolTip(fact.toolTip.isEmpty() ? fact.value : fact.toolTip));
    button->setAccessibleName(fact.label + QStringLiteral(": ") + literal(fact.value));
    button->setProperty("tone", QStringLiteral("accent"));
    connect(button, &QToolButton::clicked, this, [this, link = fact.link] { Q_EMIT linkActivated(link); });
    grid->addWidget(button, row, 1, Qt::AlignLeft);
}

} // namespace spanglass::views
