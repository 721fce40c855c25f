// SPDX-License-Identifier: GPL-3.0-or-later
// The header comes from the table at once; the tabs (span_pages.cpp) follow when the details are there.
#include "views/span_panel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>

#include "models/job_thread.h"
#include "models/readable.h"
#include "models/span_tree_model.h"
#include "ui_span_panel.h"
#include "views/chat_view.h"
#include "views/copy_as.h"
#include "views/empty_text.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/safe_link.h"
#include "views/span_facts.h"
#include "views/theme.h"

namespace spanglass::views {
namespace {

/// What may come to a span that was read before: attributes while it runs, log records even after its end,
/// scores and prices at any time.
bool saysTheSame(const trace::Span& a, const trace::Span& b)
{
    const auto sameScore = [](const trace::Score& one, const trace::Score& other) {
        return one.name == other.name && one.value == other.value && one.comment == other.comment;
    };
    return a.id == b.id && a.trace == b.trace && a.state == b.state && a.status == b.status &&
           a.durationNs == b.durationNs && a.cost == b.cost && a.events.size() == b.events.size() &&
           a.links.size() == b.links.size() && a.attributes == b.attributes && a.input == b.input &&
           a.output == b.output && std::ranges::equal(a.scores, b.scores, sameScore);
}

} // namespace

SpanPanel::SpanPanel(QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SpanPanel>()),
      m_reader(std::make_unique<models::JobThread>(QStringLiteral("span details"))), m_row(trace::noRow)
{
    m_ui->setupUi(this);
    m_ui->name->setRole(FontRole::title);
    m_ui->summary->setRole(FontRole::secondary);
    m_ui->summary->setSecondary(true);
    m_pages = new SpanPages(this);
    m_ui->column->addWidget(m_pages, 1);
    m_copy = new QToolButton(this);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setAutoRaise(true);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_copy->setMenu(new QMenu(m_copy));
    m_ui->headerGrid->addWidget(m_copy, 0, 2, 2, 1);
    connect(m_copy->menu(), &QMenu::aboutToShow, this, &SpanPanel::fillCopyMenu);
    connect(m_pages, &SpanPages::linkActivated, this, &SpanPanel::follow);
    connect(m_pages, &SpanPages::baselineWanted, this, &SpanPanel::compareWith);
    nameThings();
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
    m_pages->setRawWriter(writer);
    m_rawWriter = std::move(writer);
}

void SpanPanel::showTab(Tab tab)
{
    m_pages->showTab(tab);
}

SpanPanel::Tab SpanPanel::tab() const
{
    return m_pages->tab();
}

void SpanPanel::startSearch()
{
    m_pages->startSearch();
}

void SpanPanel::readAgain()
{
    const auto table = m_model && m_row != trace::noRow ? m_model->table() : nullptr;
    if (!table || !table->details)
        return;
    m_reader->run(
        this, [table, row = m_row] { return table->details(row); },
        [this, question = m_question](trace::Span read) {
            // What is in view stays as it is, scrolled and unfolded, unless something came.
            if (question != m_question)
                return;
            if (span() && saysTheSame(*span(), read))
                Q_EMIT foundUnchanged();
            else
                showDetails(std::move(read));
        });
}

QString SpanPanel::pictureTitle() const
{
    return span() ? QString::fromStdString(span()->name) : QString();
}

QSize SpanPanel::pictureSize() const
{
    return tab() == chatTab ? m_pages->chat()->pictureSize() : size();
}

void SpanPanel::paintPicture(QPainter& painter)
{
    if (tab() == chatTab)
        m_pages->chat()->paintPicture(painter);
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
    nameThings();
    currentChanged();
}

void SpanPanel::nameThings()
{
    m_copy->setToolTip(tr("Copy this span as JSON, Markdown or a curl command"));
    m_copy->setAccessibleName(tr("Copy this span"));
}

void SpanPanel::currentChanged()
{
    const std::uint32_t row =
        m_model && m_selection ? m_model->tableRow(m_selection->currentIndex()) : trace::noRow;
    if (row == trace::noRow)
        return showNothing();
    if (row != m_row)
        m_pages->forget();
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
    m_pages->forget();
    m_ui->header->hide();
    m_pages->hide();
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
    if (span()) {
        if (!span()->model.empty())
            summary << literal(span()->model);
        if (const auto tokens = models::tokensTotal(span()->tokens))
            summary << tr("%1 tokens").arg(models::countReadable(*tokens));
        if (span()->cost)
            summary << models::costReadable(*span()->cost);
    }
    m_ui->summary->setText(summary.join(QStringLiteral(" · ")));
    const QColor fill = theme().kindFill(table.kind[row]);
    m_ui->kindMark->setStyleSheet(QStringLiteral("background: %1; border-radius: 2px;").arg(fill.name()));
    m_pages->setFailed(table.status[row] == Status::error);
    m_ui->header->show();
    m_pages->show();
    update();
}

void SpanPanel::showDetails(trace::Span span)
{
    m_baselines = baselinesOf(*m_model->table(), m_row);
    QStringList names;
    for (const SpanBaseline& baseline : m_baselines)
        names << baseline.name;
    m_pages->setBaselines(names);
    m_pages->setSpan(std::move(span), m_model, m_row);
    showHeader(m_row);
    Q_EMIT shown();
}

void SpanPanel::compareWith(bool input, int baseline)
{
    if (baseline < 0 || std::size_t(baseline) >= m_baselines.size())
        return;
    m_reader->run(
        this,
        [table = m_model->table(), other = m_baselines[std::size_t(baseline)].row] {
            return table->details(other);
        },
        [this, input, question = m_question](const trace::Span& span) {
            if (question == m_question)
                m_pages->showDifference(input, input ? span.input : span.output);
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
    if (!span())
        return;
    const auto add = [this](const QString& text, const std::string& copied) {
        m_copy->menu()->addAction(
            text, this, [copied] { QGuiApplication::clipboard()->setText(QString::fromStdString(copied)); });
    };
    if (m_rawWriter)
        add(tr("Copy as JSON"), m_rawWriter(*span()));
    add(tr("Copy as Markdown"), markdownOf(*span()));
    if (const auto command = curlOf(*span()))
        add(tr("Copy as a curl command"), *command);
    m_copy->menu()->addSeparator();
    m_copy->menu()->addAction(tr("Export a picture…"), this, &SpanPanel::pictureAsked);
}

} // namespace spanglass::views
