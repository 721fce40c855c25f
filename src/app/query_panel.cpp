// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query_panel.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include "models/readable.h"
#include "models/trace_source.h"
#include "views/icons.h"
#include "views/plain_text.h"
#include "views/query_edit.h"
#include "views/theme.h"
#include "views/time_histogram.h"

namespace spanglass::app {
namespace {

constexpr int histogramBins = 120;
/// While agents run the store changes many times a second; counting again once in a while is enough.
constexpr int countDelayMs = 700;

struct Last
{
    qint64 seconds;
    const char* text;
};
constexpr Last lasts[] = {{0, QT_TRANSLATE_NOOP("QueryPanel", "All time")},
                          {900, QT_TRANSLATE_NOOP("QueryPanel", "Last 15 minutes")},
                          {3'600, QT_TRANSLATE_NOOP("QueryPanel", "Last hour")},
                          {86'400, QT_TRANSLATE_NOOP("QueryPanel", "Last 24 hours")},
                          {604'800, QT_TRANSLATE_NOOP("QueryPanel", "Last 7 days")},
                          {2'592'000, QT_TRANSLATE_NOOP("QueryPanel", "Last 30 days")}};

QToolButton* menuButton(QMenu* menu, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

QueryPanel::QueryPanel(models::TraceSource* source, Settings* settings, QWidget* parent)
    : QWidget(parent), m_source(source), m_settings(settings)
{
    createRow();
    createRangeMenu();
    connect(m_viewsMenu, &QMenu::aboutToShow, this, &QueryPanel::fillViewsMenu);
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countDelayMs);
    connect(&m_countSoon, &QTimer::timeout, this, &QueryPanel::count);
    if (m_source) {
        connect(m_source, &models::TraceSource::changed, this, [this] {
            if (!m_countSoon.isActive())
                m_countSoon.start();
        });
        m_edit->setValuesAsked([this](const QString& key, const QString& prefix, const auto& give) {
            m_source->requestValues(
                this, key.toStdString(), prefix.toStdString(), [give](models::TraceSource::Texts values) {
                    QStringList texts;
                    for (const std::string& value : values.value_or(std::vector<std::string>()))
                        texts << QString::fromStdString(value);
                    give(texts);
                });
        });
        count();
    }
    m_edit->setHistory(m_settings->queryHistory());
    fillViewsMenu();
    retranslate();
}

void QueryPanel::createRow()
{
    m_edit = new views::QueryEdit(this);
    m_edit->setClearButtonEnabled(true);
    m_edit->addAction(views::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_edit->setMinimumHeight(30);
    m_rangeMenu = new QMenu(this);
    m_viewsMenu = new QMenu(this);
    m_rangeButton = menuButton(m_rangeMenu, this);
    m_viewsButton = menuButton(m_viewsMenu, this);
    m_fault = new QLabel(this);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setFont(views::font(views::FontRole::secondary));
    m_fault->setProperty("tone", QStringLiteral("error"));
    m_fault->setContentsMargins(8, 0, 8, 2);
    m_fault->hide();
    m_histogram = new views::TimeHistogram(this);
    m_histogram->hide();

    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_edit, 1);
    row->addWidget(m_rangeButton);
    row->addWidget(m_viewsButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_fault);
    column->addWidget(m_histogram);

    connect(m_edit, &views::QueryEdit::queryChanged, this, [this](const QString& query) {
        m_query = query;
        ask();
    });
    connect(m_edit, &views::QueryEdit::faultChanged, this, [this](const QString& sentence) {
        m_fault->setText(sentence);
        m_fault->setVisible(!sentence.isEmpty());
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        m_edit->apply();
        if (!m_edit->fault().isEmpty())
            return;
        m_settings->addQuery(m_query);
        m_edit->setHistory(m_settings->queryHistory());
        Q_EMIT entered();
    });
    connect(m_histogram, &views::TimeHistogram::rangeChosen, this, &QueryPanel::setRange);
    connect(m_histogram, &views::TimeHistogram::everythingAsked, this, [this] { setLast(0); });
}

void QueryPanel::createRangeMenu()
{
    auto* group = new QActionGroup(this);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const Last& last : lasts) {
        QAction* action = m_rangeMenu->addAction(QString());
        action->setCheckable(true);
        action->setData(last.seconds);
        action->setChecked(last.seconds == 0);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this,
            [this](const QAction* action) { setLast(action->data().toLongLong()); });
}

void QueryPanel::fillViewsMenu()
{
    m_viewsMenu->clear();
    const QList<SavedView> views = m_settings->savedViews();
    const auto plain = [](const QString& name) {
        return views::literal(name).replace(QLatin1Char('&'), QLatin1String("&&"));
    };
    for (const SavedView& view : views)
        connect(m_viewsMenu->addAction(plain(view.name)), &QAction::triggered, this,
                [this, view] { apply(view); });
    if (views.isEmpty())
        m_viewsMenu->addAction(tr("No view was saved yet"))->setEnabled(false);
    m_viewsMenu->addSeparator();
    QAction* save = m_viewsMenu->addAction(tr("Save this view…"));
    save->setObjectName(QStringLiteral("actionSaveView"));
    connect(save, &QAction::triggered, this, &QueryPanel::askName);
    if (views.isEmpty())
        return;
    QMenu* forget = m_viewsMenu->addMenu(tr("Forget"));
    for (const SavedView& view : views)
        connect(forget->addAction(plain(view.name)), &QAction::triggered, this,
                [this, name = view.name] { m_settings->forgetView(name); });
}

void QueryPanel::askName()
{
    bool said = false;
    const QString name = QInputDialog::getText(
        this, tr("Save this view"), tr("Its query, time, order and columns are kept under this name:"),
        QLineEdit::Normal, m_query, &said);
    if (said && !name.trimmed().isEmpty())
        saveView(name.trimmed());
}

void QueryPanel::saveView(const QString& name)
{
    m_settings->saveView({name, m_query, m_lastSeconds, m_settings->order(), m_settings->listColumns()});
    fillViewsMenu();
}

void QueryPanel::apply(const SavedView& view)
{
    m_settings->setOrder(view.order);
    m_settings->setListColumns(view.columns);
    Q_EMIT viewApplied();
    m_lastSeconds = view.lastSeconds;
    m_fixed = {};
    showRange();
    setQuery(view.query);
}

trace::TimeRange QueryPanel::range() const
{
    if (m_lastSeconds == 0)
        return m_fixed;
    // Whole minutes, so that asking twice within one is the same question.
    constexpr std::int64_t minuteNs = 60'000'000'000;
    const std::int64_t nowNs = models::nowUnixNs() / minuteNs * minuteNs;
    return {nowNs - m_lastSeconds * 1'000'000'000, {}};
}

void QueryPanel::setQuery(const QString& query)
{
    const bool same = query.trimmed() == m_query;
    m_edit->setText(query);
    m_edit->apply(); // asks when it is another
    if (same)
        ask();
}

void QueryPanel::setRange(const trace::TimeRange& range)
{
    m_lastSeconds = 0;
    m_fixed = range;
    showRange();
    ask();
}

void QueryPanel::setLast(qint64 seconds)
{
    m_lastSeconds = seconds;
    m_fixed = {};
    showRange();
    ask();
}

void QueryPanel::ask()
{
    Q_EMIT asked(m_query, range());
    count();
}

void QueryPanel::count()
{
    if (!m_source)
        return;
    trace::TraceQuery query;
    query.text = m_query.toStdString();
    query.range = range();
    m_source->requestHistogram(
        this, query, histogramBins, [this, number = ++m_counted](models::TraceSource::Histogram histogram) {
            if (number != m_counted)
                return;
            // Where nothing was ever found there is no time to choose from.
            m_histogram->setVisible(histogram.has_value() &&
                                    (!histogram->bins.empty() || !range().everything()));
            if (histogram)
                m_histogram->setHistogram(std::move(*histogram));
        });
}

void QueryPanel::showRange()
{
    m_histogram->setNarrowed(m_lastSeconds != 0 || !m_fixed.everything());
    QString text;
    for (QAction* action : m_rangeMenu->actions()) {
        const bool chosen = m_fixed.everything() && action->data().toLongLong() == m_lastSeconds;
        action->setChecked(chosen);
        if (chosen)
            text = action->text();
    }
    if (!m_fixed.everything())
        text = tr("%1 from %2")
                   .arg(models::durationReadable(*m_fixed.toNs - *m_fixed.fromNs),
                        models::timeExact(*m_fixed.fromNs).left(16));
    m_rangeButton->setText(text + QStringLiteral(" ▾"));
    m_rangeButton->setAccessibleName(tr("Time: %1").arg(text));
}

void QueryPanel::retranslate()
{
    const QList<QAction*> actions = m_rangeMenu->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        actions[i]->setText(QCoreApplication::translate("QueryPanel", lasts[i].text));
    m_edit->setPlaceholderText(tr("Search all traces: words, or service:rag status:error duration>2s"));
    m_edit->setAccessibleName(tr("Search all traces"));
    // The palette calls their entries by these.
    m_rangeMenu->setTitle(tr("Time"));
    m_viewsMenu->setTitle(tr("Saved views"));
    m_viewsButton->setText(tr("Views ▾"));
    m_viewsButton->setAccessibleName(tr("Saved views"));
    m_histogram->setAccessibleName(tr("Traces over time"));
    showRange();
}

} // namespace spanglass::app
