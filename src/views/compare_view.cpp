// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/compare_view.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <algorithm>

#include "models/json_document.h"
#include "models/readable.h"
#include "trace/display_table.h"
#include "ui_compare_view.h"
#include "views/diff_lines_view.h"
#include "views/flame_graph_view.h"
#include "views/plain_text.h"
#include "views/theme.h"
#include "views/value_text.h"

namespace spanglass::views {
namespace {

using models::CompareModel;
using Change = CompareModel::Change;

/// A mark goes with every colour.
QString markOf(Change change)
{
    switch (change) {
    case Change::added:
        return QStringLiteral("+");
    case Change::removed:
        return QStringLiteral("−");
    case Change::worse:
        return QStringLiteral("▲");
    case Change::better:
        return QStringLiteral("▼");
    case Change::other:
        return QStringLiteral("~");
    case Change::none:
        break;
    }
    return {};
}

QColor colourOf(Change change)
{
    switch (change) {
    case Change::worse:
        return theme().error;
    case Change::better:
        return theme().ok;
    case Change::added:
    case Change::removed:
    case Change::other:
        return theme().accent;
    case Change::none:
        break;
    }
    return theme().secondary;
}

/// What changed is coloured and marked; all else is plain.
class ChangeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto change = static_cast<Change>(index.data(CompareModel::changeRole).toInt());
        option->text = literal(option->text);
        if (index.column() == CompareModel::changeColumn && change != Change::none)
            option->text = markOf(change) + QStringLiteral("  ") + option->text;
        if (index.column() == CompareModel::nameColumn) {
            option->font = views::font(change == Change::none ? FontRole::body : FontRole::strong);
            return;
        }
        const QColor colour = colourOf(change);
        option->palette.setColor(QPalette::Text, colour);
        option->palette.setColor(QPalette::HighlightedText, colour);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), measure::rowHeight};
    }
};

std::string readableText(const trace::Value& value)
{
    if (jsonOf(value))
        return models::jsonPretty(valueAsJson(value, true));
    return textOf(value).toStdString();
}

std::string textOfRow(const CompareModel::Table& table, std::uint32_t row, bool input)
{
    if (row == trace::noRow)
        return {};
    const trace::Span span = table->details(row);
    return readableText(input ? span.input : span.output);
}

} // namespace

CompareView::CompareView(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::CompareView>()), m_flame(new FlameGraphView(this)),
      m_asFlame(new QToolButton(this)), m_worker(QStringLiteral("compare"))
{
    m_ui->setupUi(this);
    m_flame->setModel(&m_both, &m_barSelection);
    m_flame->hide();
    m_ui->splitter->insertWidget(0, m_flame);
    m_asFlame->setCheckable(true);
    m_asFlame->setText(tr("Flame graph"));
    m_asFlame->setToolTip(tr("Both runs laid over each other, coloured by what differs"));
    m_ui->head->insertWidget(1, m_asFlame);
    connect(m_asFlame, &QToolButton::toggled, this, &CompareView::setShowsFlame);
    connect(&m_barSelection, &QItemSelectionModel::currentChanged, this, &CompareView::barChosen);
    m_ui->textsTitle->setFont(views::font(FontRole::strong));
    m_ui->tree->setModel(&m_model);
    m_ui->tree->setItemDelegate(new ChangeDelegate(m_ui->tree));
    m_ui->tree->header()->setSectionsMovable(false);
    useDiffLines(m_ui->lines, &m_lines);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 3);
    m_ui->splitter->setStretchFactor(2, 2);
    connect(m_ui->next, &QToolButton::clicked, this, &CompareView::nextChange);
    connect(m_ui->previous, &QToolButton::clicked, this, &CompareView::previousChange);
    connect(m_ui->which, &QComboBox::currentIndexChanged, this, &CompareView::showTexts);
    connect(m_ui->tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CompareView::showTexts);
    connect(m_ui->tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CompareView::treeChosen);
    showSummary();
    showTexts();
}

CompareView::~CompareView()
{
    delete m_flame; // before the model it looks at
}

bool CompareView::showsFlame() const
{
    return m_asFlame->isChecked();
}

void CompareView::setShowsFlame(bool flame)
{
    m_asFlame->setChecked(flame);
    m_flame->setVisible(flame);
    m_ui->tree->setVisible(!flame);
}

QString CompareView::pictureTitle() const
{
    return tr("Comparison");
}

/// The tree goes where the flame graph leads, and the texts follow the tree.
void CompareView::barChosen()
{
    const std::uint32_t row = m_both.tableRow(m_barSelection.currentIndex());
    if (m_following || row == trace::noRow || !m_model.before())
        return;
    const std::uint32_t firstOfSecond = m_model.before()->size();
    const bool second = row >= firstOfSecond;
    const QModelIndex found = m_model.indexOf(second ? row - firstOfSecond : row, second);
    m_following = true;
    if (found.isValid())
        m_ui->tree->setCurrentIndex(found);
    m_following = false;
}

void CompareView::treeChosen()
{
    const QModelIndex current = m_ui->tree->currentIndex();
    if (m_following || !current.isValid())
        return;
    const std::uint32_t before = current.data(CompareModel::rowBeforeRole).toUInt();
    const std::uint32_t after = current.data(CompareModel::rowAfterRole).toUInt();
    m_following = true;
    m_barSelection.setCurrentIndex(
        m_both.indexOfRow(after == trace::noRow ? before : after + m_model.before()->size()),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_following = false;
}

void CompareView::compare(Table before, Table after)
{
    m_ui->summary->setText(tr("Comparing…"));
    m_worker.run(
        this, [before, after] { return trace::compare(*before, *after); },
        [this, before, after, request = ++m_request](trace::Comparison comparison) {
            if (request == m_request)
                show(before, after, std::move(comparison));
        });
}

void CompareView::show(Table before, Table after, trace::Comparison comparison)
{
    m_flame->setSecondRunFrom(before->size());
    m_both.setTable(trace::joined({before, after}));
    m_model.setComparison(std::move(before), std::move(after), std::move(comparison));
    // A tree of a thousand rows is read open; of a large one only the way to the changes is opened.
    constexpr std::size_t readOpen = 1'000;
    if (m_model.totals().run[1].spans <= static_cast<std::int64_t>(readOpen))
        m_ui->tree->expandAll();
    QHeaderView* header = m_ui->tree->header();
    header->setStretchLastSection(false);
    // The sentence about what changed gives way, not the name that it is about.
    constexpr int leastPx = 84; // where all of them together have no room, they scroll
    header->setMinimumSectionSize(leastPx);
    header->setMaximumSectionSize(320);
    for (int column = CompareModel::nameColumn; column < CompareModel::columnEnd; ++column)
        header->setSectionResizeMode(column, column == CompareModel::changeColumn
                                                 ? QHeaderView::Stretch
                                                 : QHeaderView::ResizeToContents);
    showSummary();
    nextChange();
    Q_EMIT compared();
}

/// "3 changes · 3.20 s → 2.10 s · 0.42 ¢ → 0.38 ¢ · 1,204 → 1,100 tokens"
void CompareView::showSummary()
{
    if (!m_model.before()) {
        m_ui->summary->setText(tr("Choose two traces in the list, then Compare, to see what differs."));
        return;
    }
    const trace::RunTotals& totals = m_model.totals();
    const QString arrow = QStringLiteral(" → ");
    QStringList parts{tr("%n change(s)", nullptr, static_cast<int>(m_model.changes().size()))};
    if (totals.durationNs[0] && totals.durationNs[1])
        parts << models::durationReadable(*totals.durationNs[0]) + arrow +
                     models::durationReadable(*totals.durationNs[1]);
    if (totals.run[0].cost || totals.run[1].cost)
        parts << models::costReadable(totals.run[0].cost.value_or(Decimal())) + arrow +
                     models::costReadable(totals.run[1].cost.value_or(Decimal()));
    const auto tokens = [&](std::size_t side) {
        return models::tokensTotal(totals.run[side].tokens).value_or(0);
    };
    if (tokens(0) != 0 || tokens(1) != 0)
        parts << tr("%1 → %2 tokens").arg(models::countReadable(tokens(0)), models::countReadable(tokens(1)));
    if (totals.run[0].errors != 0 || totals.run[1].errors != 0)
        parts << tr("%1 → %2 failed")
                     .arg(models::countReadable(totals.run[0].errors),
                          models::countReadable(totals.run[1].errors));
    m_ui->summary->setText(parts.join(QStringLiteral("  ·  ")));
}

void CompareView::showTexts()
{
    const QModelIndex current = m_ui->tree->currentIndex();
    const bool input = m_ui->which->currentIndex() == 1;
    if (!current.isValid()) {
        m_ui->textsTitle->setText(tr("Choose a span to compare its texts"));
        m_lines.setTexts({}, {});
        return;
    }
    const std::uint32_t before = current.data(CompareModel::rowBeforeRole).toUInt();
    const std::uint32_t after = current.data(CompareModel::rowAfterRole).toUInt();
    const QModelIndex name = current.siblingAtColumn(CompareModel::nameColumn);
    setPlainText(m_ui->textsTitle, name.data().toString());
    m_lines.setTexts(textOfRow(m_model.before(), before, input), textOfRow(m_model.after(), after, input));
    Q_EMIT spanChosen(before, after);
}

void CompareView::nextChange()
{
    step(1);
}

void CompareView::previousChange()
{
    step(-1);
}

/// Goes round at both ends. Node numbers are display order, so that "after the current one" is a comparison.
void CompareView::step(int direction)
{
    std::vector<QModelIndex> changes = m_model.changes();
    if (changes.empty())
        return;
    if (direction < 0)
        std::reverse(changes.begin(), changes.end());
    const QModelIndex current = m_ui->tree->currentIndex();
    const auto further = [&](const QModelIndex& change) {
        return direction > 0 ? change.internalId() > current.internalId()
                             : change.internalId() < current.internalId();
    };
    const auto found =
        current.isValid() ? std::find_if(changes.begin(), changes.end(), further) : changes.begin();
    const QModelIndex target = found == changes.end() ? changes.front() : *found;
    m_ui->tree->scrollTo(target);
    m_ui->tree->setCurrentIndex(target);
}

void CompareView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_asFlame->setText(tr("Flame graph"));
        m_asFlame->setToolTip(tr("Both runs laid over each other, coloured by what differs"));
        showSummary();
        showTexts();
    }
    QWidget::changeEvent(event);
}

} // namespace spanglass::views
