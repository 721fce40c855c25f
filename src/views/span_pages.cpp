// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/span_pages.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "models/span_tree_model.h"
#include "trace/messages.h"
#include "views/chat_view.h"
#include "views/facts_view.h"
#include "views/span_facts.h"
#include "views/value_text.h"
#include "views/value_view.h"
#include "views/wrap_tab_bar.h"

namespace spanglass::views {

SpanPages::SpanPages(QWidget* parent)
    : QWidget(parent), m_tabs(new WrapTabBar(this)), m_pages(new QStackedWidget(this)),
      m_facts(new FactsView(this)), m_chat(new ChatView(this)), m_input(new ValueView(this)),
      m_output(new ValueView(this)), m_attributes(new ValueView(this)), m_events(new ValueView(this)),
      m_error(new ValueView(this)), m_raw(new ValueView(this))
{
    createPages();
    nameTabs();
    m_tabs->setTabAlert(errorTab, true);
    m_tabs->setTabVisible(chatTab, false);
    connect(m_facts, &FactsView::linkActivated, this, &SpanPages::linkActivated);
    connect(m_input, &ValueView::baselineWanted, this,
            [this](int baseline) { Q_EMIT baselineWanted(true, baseline); });
    connect(m_output, &ValueView::baselineWanted, this,
            [this](int baseline) { Q_EMIT baselineWanted(false, baseline); });
}

void SpanPages::createPages()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    m_pages->setObjectName(QStringLiteral("pages"));
    for (QWidget* page : std::initializer_list<QWidget*>{m_facts, m_chat, m_input, m_output, m_attributes,
                                                         m_events, m_error, m_raw}) {
        m_pages->addWidget(page);
        m_tabs->addTab({});
    }
    connect(m_tabs, &WrapTabBar::currentChanged, this, [this](int tab) {
        m_pages->setCurrentIndex(tab);
        fillTab();
    });
}

void SpanPages::nameTabs()
{
    m_tabs->setTabText(overviewTab, tr("Overview"));
    m_tabs->setTabText(chatTab, tr("Chat"));
    m_tabs->setTabText(inputTab, tr("Input"));
    m_tabs->setTabText(outputTab, tr("Output"));
    m_tabs->setTabText(attributesTab, tr("Attributes"));
    m_tabs->setTabText(eventsTab, tr("Events"));
    m_tabs->setTabText(errorTab, tr("Error"));
    m_tabs->setTabText(rawTab, tr("Raw"));
    m_facts->setAccessibleName(tr("Overview"));
    m_input->setEmptyText(tr("This span recorded no input."));
    m_output->setEmptyText(tr("This span recorded no output."));
    m_attributes->setEmptyText(tr("This span has no attributes."));
    m_events->setEmptyText(tr("Nothing was recorded to have happened within this span."));
}

void SpanPages::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    nameTabs();
    m_filled = 0;
    fillTab();
}

void SpanPages::setRawWriter(std::function<std::string(const trace::Span&)> writer)
{
    m_rawWriter = std::move(writer);
}

void SpanPages::setFailed(bool failed)
{
    m_tabs->setTabVisible(errorTab, failed);
}

void SpanPages::setSpan(trace::Span span, models::SpanTreeModel* model, std::uint32_t row)
{
    m_span = std::move(span);
    m_model = model;
    m_row = row;
    m_filled = 0;
    m_tabs->setTabVisible(chatTab,
                          !trace::inputMessages(*m_span).empty() || !trace::outputMessages(*m_span).empty());
    fillTab();
}

void SpanPages::forget()
{
    m_span.reset();
}

void SpanPages::setBaselines(const QStringList& names)
{
    m_input->setBaselines(names);
    m_output->setBaselines(names);
}

void SpanPages::showDifference(bool input, const trace::Value& before)
{
    (input ? m_input : m_output)->showDifference(before);
}

void SpanPages::showTab(Tab tab)
{
    m_tabs->setCurrent(tab);
}

SpanPages::Tab SpanPages::tab() const
{
    return static_cast<Tab>(m_tabs->current());
}

void SpanPages::startSearch()
{
    if (auto* value = qobject_cast<ValueView*>(m_pages->currentWidget()))
        value->startSearch();
}

void SpanPages::fillTab()
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
