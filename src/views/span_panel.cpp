// SPDX-License-Identifier: GPL-3.0-or-later
// The header comes from the table at once; the tabs are filled when the details are there and looked at.
#include "views/span_panel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include "models/job_thread.h"
#include "models/readable.h"
#include "models/span_tree_model.h"
#include "trace/messages.h"
#include "ui_span_panel.h"
#include "views/chat_view.h"
#include "views/copy_as.h"
#include "views/empty_text.h"
#include "views/facts_view.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/safe_link.h"
#include "views/span_facts.h"
#include "views/theme.h"
#include "views/value_text.h"
#include "views/value_view.h"
#include "views/wrap_tab_bar.h"

namespace spanglass::views {

SpanPanel::SpanPanel(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SpanPanel>()),
      m_reader(std::make_unique<models::JobThread>(QStringLiteral("span details"))), m_row(trace::noRow)
{
    m_ui->setupUi(this);
    m_ui->name->setRole(FontRole::title);
    m_ui->summary->setRole(FontRole::secondary);
    m_ui->summary->setSecondary(true);
    createPages();
    m_copy = new QToolButton(this);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(new QMenu(m_copy));
    m_ui->headerGrid->addWidget(m_copy, 0, 2, 2, 1);
    connect(m_copy->menu(), &QMenu::aboutToShow, this, &SpanPanel::fillCopyMenu);
    connect(m_facts, &FactsView::linkActivated, this, &SpanPanel::follow);
    connect(m_input, &ValueView::baselineWanted, this, [this](int baseline) { compareWith(true, baseline); });
    connect(m_output, &ValueView::baselineWanted, this,
            [this](int baseline) { compareWith(false, baseline); });
    nameTabs();
    showNothing();
}

SpanPanel::~SpanPanel() = default;

void SpanPanel::setModel(models::SpanTreeModel* model, QItemSelectionModel* selection)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    if (m_selection)
        disconnect(m_selection, nullptr, this, nullptr);
    m_model = model;
    m_selection = selection;
    if (m_model && m_selection) {
        connect(m_selection, &QItemSelectionModel::currentChanged, this, &SpanPanel::currentChanged);
        connect(m_model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex& first, const QModelIndex&) {
                    if (m_model->tableRow(first) == m_row)
                        reload();
                });
        connect(m_model, &QAbstractItemModel::modelReset, this, &SpanPanel::currentChanged);
    }
    currentChanged();
}

void SpanPanel::setRawWriter(std::function<std::string(const trace::Span&)> writer)
{
    m_rawWriter = std::move(writer);
}

void SpanPanel::showTab(Tab tab)
{
    m_tabs->setCurrent(tab);
}

SpanPanel::Tab SpanPanel::tab() const
{
    return static_cast<Tab>(m_tabs->current());
}

void SpanPanel::startSearch()
{
    if (auto* value = qobject_cast<ValueView*>(m_ui->pages->currentWidget()))
        value->startSearch();
}

void SpanPanel::readAgain()
{
    if (m_model && m_row != trace::noRow)
        reload();
}

QString SpanPanel::pictureTitle() const
{
    return m_span ? QString::fromStdString(m_span->name) : QString();
}

QSize SpanPanel::pictureSize() const
{
    return tab() == chatTab ? m_chat->pictureSize() : size();
}

void SpanPanel::paintPicture(QPainter& painter)
{
    if (tab() == chatTab)
        m_chat->paintPicture(painter);
    else
        render(&painter, QPoint(), {}, DrawChildren);
}

void SpanPanel::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter(this).fillRect(rect(), theme().surface);
    if (m_row == trace::noRow)
        paintEmptyText(this, tr("No span is selected"),
                       tr("Click a bar, or move with the arrow keys: what the span did is shown here."));
}

void SpanPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    nameTabs();
    m_filled = 0;
    currentChanged();
}

void SpanPanel::createPages()
{
    m_tabs = new WrapTabBar(this);
    m_ui->column->insertWidget(m_ui->column->indexOf(m_ui->pages), m_tabs);
    m_facts = new FactsView(this);
    m_chat = new ChatView(this);
    m_input = new ValueView(this);
    m_output = new ValueView(this);
    m_attributes = new ValueView(this);
    m_events = new ValueView(this);
    m_error = new ValueView(this);
    m_raw = new ValueView(this);
    for (QWidget* page : std::initializer_list<QWidget*>{m_facts, m_chat, m_input, m_output, m_attributes,
                                                         m_events, m_error, m_raw}) {
        m_ui->pages->addWidget(page);
        m_tabs->addTab({});
    }
    nameTabs();
    connect(m_tabs, &WrapTabBar::currentChanged, this, [this](int tab) {
        m_ui->pages->setCurrentIndex(tab);
        fillTab();
    });
}

void SpanPanel::nameTabs()
{
    m_tabs->setTabText(overviewTab, tr("Overview"));
    m_tabs->setTabText(chatTab, tr("Chat"));
    m_tabs->setTabText(inputTab, tr("Input"));
    m_tabs->setTabText(outputTab, tr("Output"));
    m_tabs->setTabText(attributesTab, tr("Attributes"));
    m_tabs->setTabText(eventsTab, tr("Events"));
    m_tabs->setTabText(errorTab, tr("Error"));
    m_tabs->setTabText(rawTab, tr("Raw"));
    if (m_copy) {
        m_copy->setToolTip(tr("Copy this span as JSON, Markdown or a curl command"));
        m_copy->setAccessibleName(tr("Copy this span"));
    }
    m_facts->setAccessibleName(tr("Overview"));
    m_input->setEmptyText(tr("This span recorded no input."));
    m_output->setEmptyText(tr("This span recorded no output."));
    m_attributes->setEmptyText(tr("This span has no attributes."));
    m_events->setEmptyText(tr("Nothing was recorded to have happened within this span."));
}

void SpanPanel::currentChanged()
{
    const std::uint32_t row =
        m_model && m_selection ? m_model->tableRow(m_selection->currentIndex()) : trace::noRow;
    if (row == trace::noRow)
        return showNothing();
    if (row != m_row)
        m_span.reset();
    m_row = row;
    reload();
}

void SpanPanel::reload()
{
    showHeader(m_row);
    const auto table = m_model->table();
    if (!table->details)
        return;
    m_reader->run(
        this, [table, row = m_row] { return table->details(row); },
        [this, question = ++m_question](trace::Span span) {
            if (question == m_question)
                showDetails(std::move(span));
        });
}

void SpanPanel::showNothing()
{
    m_row = trace::noRow;
    ++m_question;
    m_span.reset();
    m_ui->header->hide();
    m_tabs->hide();
    m_ui->pages->hide();
    update();
}

void SpanPanel::showHeader(std::uint32_t row)
{
    const trace::SpanTable& table = *m_model->table();
    const std::string_view spanName = table.strings.text(table.name[row]);
    m_ui->name->setText(QString::fromUtf8(spanName.data(), static_cast<qsizetype>(spanName.size())));
    QStringList summary{models::kindName(table.kind[row])};
    summary << (table.durationNs[row] < 0 ? tr("running") : models::durationReadable(table.durationNs[row]));
    if (table.state[row] == trace::State::interrupted)
        summary << tr("interrupted");
    if (m_span) {
        if (!m_span->model.empty())
            summary << literal(m_span->model);
        if (const auto tokens = models::tokensTotal(m_span->tokens))
            summary << tr("%1 tokens").arg(models::countReadable(*tokens));
        if (m_span->cost)
            summary << models::costReadable(*m_span->cost);
    }
    m_ui->summary->setText(summary.join(QStringLiteral(" · ")));
    const QColor fill = theme().kindFill(table.kind[row]);
    m_ui->kindMark->setStyleSheet(QStringLiteral("background: %1; border-radius: 2px;").arg(fill.name()));
    m_tabs->setTabVisible(errorTab, table.status[row] == Status::error);
    m_tabs->setTabAlert(errorTab, true);
    if (!m_span)
        m_tabs->setTabVisible(chatTab, false);
    m_ui->header->show();
    m_tabs->show();
    m_ui->pages->show();
    update();
}

void SpanPanel::showDetails(trace::Span span)
{
    m_span = std::move(span);
    m_filled = 0;
    m_tabs->setTabVisible(chatTab,
                          !trace::inputMessages(*m_span).empty() || !trace::outputMessages(*m_span).empty());
    showHeader(m_row);
    nameBaselines();
    fillTab();
    Q_EMIT shown();
}

/// Of the parent and of the last call of the same name before this one, as far as there are such.
void SpanPanel::nameBaselines()
{
    QStringList names;
    if (m_model->table()->parent[m_row] != trace::noRow)
        names << tr("Against the parent's");
    if (previousCall() != trace::noRow)
        names << tr("Against the previous call's");
    m_input->setBaselines(names);
    m_output->setBaselines(names);
}

std::uint32_t SpanPanel::previousCall() const
{
    const trace::SpanTable& table = *m_model->table();
    std::uint32_t latest = trace::noRow;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (row == m_row || table.name[row] != table.name[m_row] || table.kind[row] != table.kind[m_row] ||
            table.startUnixNs[row] > table.startUnixNs[m_row] ||
            (table.startUnixNs[row] == table.startUnixNs[m_row] && row > m_row))
            continue;
        if (latest == trace::noRow || table.startUnixNs[row] >= table.startUnixNs[latest])
            latest = row;
    }
    return latest;
}

void SpanPanel::compareWith(bool input, int baseline)
{
    const auto table = m_model->table();
    const std::uint32_t parent = table->parent[m_row];
    const std::uint32_t other = parent != trace::noRow && baseline == 0 ? parent : previousCall();
    if (other == trace::noRow)
        return;
    m_reader->run(
        this, [table, other] { return table->details(other); },
        [this, input, question = m_question](const trace::Span& span) {
            if (question == m_question)
                (input ? m_input : m_output)->showDifference(input ? span.input : span.output);
        });
}

/// To a span of this trace at once; to one of another trace whoever has it may lead.
void SpanPanel::follow(const QString& link)
{
    if (!link.startsWith(spanLinkStart())) {
        askAndOpen(this, link);
        return;
    }
    const QStringList ids = link.mid(spanLinkStart().size()).split(QLatin1Char('/'));
    const TraceId trace = TraceId::fromHex(ids.value(0).toStdString());
    const SpanId span = SpanId::fromHex(ids.value(1).toStdString());
    const QModelIndex here = m_model->indexOf(trace, span);
    if (here.isValid())
        m_selection->setCurrentIndex(here, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        Q_EMIT spanRequested(trace, span);
}

void SpanPanel::fillCopyMenu()
{
    m_copy->menu()->clear();
    if (!m_span)
        return;
    const auto add = [this](const QString& text, const std::string& copied) {
        m_copy->menu()->addAction(
            text, this, [copied] { QGuiApplication::clipboard()->setText(QString::fromStdString(copied)); });
    };
    if (m_rawWriter)
        add(tr("Copy as JSON"), m_rawWriter(*m_span));
    add(tr("Copy as Markdown"), markdownOf(*m_span));
    if (const auto command = curlOf(*m_span))
        add(tr("Copy as a curl command"), *command);
    m_copy->menu()->addSeparator();
    m_copy->menu()->addAction(tr("Export a picture…"), this, &SpanPanel::pictureAsked);
}

void SpanPanel::fillTab()
{
    const int current = m_tabs->current();
    if (!m_span || !m_model || (m_filled & (1u << current)))
        return;
    m_filled |= 1u << current;
    switch (current) {
    case overviewTab:
        m_facts->setFacts(spanFacts(*m_span, *m_model, m_row));
        break;
    case chatTab: // a long conversation is many widgets: made when they are looked at
        m_chat->setMessages(trace::inputMessages(*m_span), trace::outputMessages(*m_span));
        break;
    case inputTab:
        m_input->setValue(m_span->input);
        break;
    case outputTab:
        m_output->setValue(m_span->output);
        break;
    case attributesTab:
        if (m_span->attributes.empty() && m_span->resource.empty())
            m_attributes->setText({});
        else
            m_attributes->setJson(attributesTree(*m_span), true);
        break;
    case eventsTab:
        if (m_span->events.empty())
            m_events->setText({});
        else
            m_events->setJson(eventsTree(*m_span), true);
        break;
    case errorTab:
        m_error->setText(errorText(*m_span));
        break;
    case rawTab:
        if (m_rawWriter)
            m_raw->setJson(m_rawWriter(*m_span), false);
        break;
    default:
        break;
    }
}

} // namespace spanglass::views
