// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findings_panel.h"

#include <QEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <unordered_map>

#include "views/icons.h"
#include "views/plain_text.h"
#include "views/theme.h"

namespace spanglass::app {
namespace {

/// A trace that grows is looked at this long after it did.
constexpr int patienceMs = 300;
constexpr int listHeight = 148;

QString titleOf(trace::FindingKind kind)
{
    using trace::FindingKind;
    switch (kind) {
    case FindingKind::dominantSpan:
        return FindingsPanel::tr("Most of the time");
    case FindingKind::costShare:
        return FindingsPanel::tr("Most of the money");
    case FindingKind::retryStorm:
        return FindingsPanel::tr("Retries");
    case FindingKind::swallowedError:
        return FindingsPanel::tr("An error nobody saw");
    case FindingKind::truncatedOutput:
        return FindingsPanel::tr("Cut off output");
    case FindingKind::repeatedCalls:
        return FindingsPanel::tr("The same call again");
    case FindingKind::serialCalls:
        return FindingsPanel::tr("Could run at once");
    case FindingKind::growingContext:
        return FindingsPanel::tr("A growing context");
    case FindingKind::missedCache:
        return FindingsPanel::tr("A missed cache");
    }
    return {};
}

bool isGrave(trace::FindingKind kind)
{
    return kind == trace::FindingKind::retryStorm || kind == trace::FindingKind::swallowedError ||
           kind == trace::FindingKind::truncatedOutput;
}

QString textOf(const trace::Finding& finding)
{
    QString text = views::literal(finding.message);
    if (finding.saving)
        text +=
            QLatin1Char(' ') +
            FindingsPanel::tr("(%1 USD could be saved)").arg(QString::fromStdString(finding.saving->text()));
    return text;
}

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent), m_unfold(new QToolButton(this)), m_list(new QListWidget(this)),
      m_jobs(QStringLiteral("findings"))
{
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_list->setFixedHeight(listHeight);
    m_list->setIconSize({16, 16});
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 2, 8, 4);
    column->setSpacing(2);
    column->addWidget(m_unfold);
    column->addWidget(m_list);
    m_soon.setSingleShot(true);
    m_soon.setInterval(patienceMs);
    connect(&m_soon, &QTimer::timeout, this, &FindingsPanel::look);
    connect(m_unfold, &QToolButton::toggled, this, [this](bool unfolded) {
        m_list->setVisible(unfolded);
        nameThings();
        if (unfolded && !m_looked)
            look();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &FindingsPanel::choose);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    nameThings();
    hide();
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::setTable(std::shared_ptr<const trace::SpanTable> table)
{
    const bool another =
        !m_table || m_table->size() == 0 || table->size() == 0 || m_table->trace[0] != table->trace[0];
    m_table = std::move(table);
    ++m_question;
    if (another) {
        m_looked = false;
        show({});
    }
    if (m_table->size() > 0 && (m_table->size() <= mostSpansUnasked || m_unfold->isChecked()))
        m_soon.start();
}

void FindingsPanel::look()
{
    m_jobs.run(
        this,
        [table = m_table] {
            std::unordered_map<SpanId, quint32> rows;
            for (std::uint32_t row = 0; row < table->size(); ++row)
                rows.emplace(table->id[row], row);
            std::vector<Item> items;
            for (trace::Finding& finding : trace::findingsIn(*table)) {
                QList<quint32> places;
                for (const SpanId span : finding.spans)
                    if (const auto row = rows.find(span); row != rows.end())
                        places << row->second;
                items.push_back({std::move(finding), std::move(places)});
            }
            return items;
        },
        [this, question = m_question](std::vector<Item> items) {
            if (question != m_question)
                return;
            m_looked = true;
            const auto count = static_cast<int>(items.size());
            show(std::move(items));
            Q_EMIT looked(count);
        });
}

void FindingsPanel::show(std::vector<Item> items)
{
    m_items = std::move(items);
    const int current = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Item& item : m_items) {
        const QString title = titleOf(item.finding.kind);
        auto* line = new QListWidgetItem(
            views::icon(isGrave(item.finding.kind) ? QStringLiteral("warning") : QStringLiteral("info")),
            title + QStringLiteral(": ") + textOf(item.finding), m_list);
        line->setToolTip(views::plainToolTip(QString::fromStdString(item.finding.message)));
    }
    if (current >= 0 && current < m_list->count())
        m_list->setCurrentRow(current);
    nameThings();
}

void FindingsPanel::nameThings()
{
    const int count = static_cast<int>(m_items.size());
    const bool unasked = !m_looked && m_table && m_table->size() > mostSpansUnasked;
    setVisible(count > 0 || unasked);
    m_unfold->setText(unasked ? tr("Look for findings") : tr("%n finding(s)", nullptr, count));
    m_unfold->setIcon(
        views::icon(m_unfold->isChecked() ? QStringLiteral("collapse") : QStringLiteral("expand")));
    m_unfold->setToolTip(views::plainToolTip(tr("What stands out in this trace")));
    m_list->setAccessibleName(tr("Findings"));
}

void FindingsPanel::choose(int index)
{
    if (index >= 0 && static_cast<std::size_t>(index) < m_items.size())
        Q_EMIT chosen(m_items[static_cast<std::size_t>(index)].rows);
}

void FindingsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        show(std::vector<Item>(m_items));
    else if (event->type() == QEvent::PaletteChange)
        nameThings();
}

} // namespace spanglass::app
