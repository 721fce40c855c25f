// SPDX-License-Identifier: GPL-3.0-or-later
/// The tabs of the detail panel: overview, chat, input, output, attributes, events, error and raw. A tab is
/// filled when it is first looked at.
///
///     pages.setFailed(true);                                  // what is known before the details are
///     pages.setSpan(span, model, row);
///     connect(&pages, &SpanPages::linkActivated, …);
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <optional>
#include <string>

#include "trace/span.h"

class QStackedWidget;
namespace spanglass::models {
class SpanTreeModel;
}

namespace spanglass::views {

class ChatView;
class FactsView;
class ValueView;
class WrapTabBar;

/// The tabs by name, for those who have them.
struct SpanTabs
{
    enum Tab
    {
        overviewTab,
        chatTab, ///< where the span holds messages
        inputTab,
        outputTab,
        attributesTab,
        eventsTab,
        errorTab, ///< where it failed
        rawTab
    };
};

class SpanPages : public QWidget, public SpanTabs
{
    Q_OBJECT
public:
    explicit SpanPages(QWidget* parent = nullptr);

    void setRawWriter(std::function<std::string(const trace::Span&)> writer);
    void setFailed(bool failed);
    /// The span of this row of the model.
    void setSpan(trace::Span span, models::SpanTreeModel* model, std::uint32_t row);
    /// The next one is not read yet: what is in view stays until then.
    void forget();
    [[nodiscard]] const std::optional<trace::Span>& span() const { return m_span; }
    /// What input and output may be laid beside.
    void setBaselines(const QStringList& names);
    void showDifference(bool input, const trace::Value& before);

    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    [[nodiscard]] ChatView* chat() const { return m_chat; }
    void startSearch();

Q_SIGNALS:
    void linkActivated(const QString& link);
    /// The number of a baseline, from 0, for the input or the output.
    void baselineWanted(bool input, int baseline);

protected:
    void changeEvent(QEvent* event) override;

private:
    void createPages();
    void nameTabs();
    void fillTab();

    WrapTabBar* m_tabs;
    QStackedWidget* m_pages;
    FactsView* m_facts;
    ChatView* m_chat;
    ValueView* m_input;
    ValueView* m_output;
    ValueView* m_attributes;
    ValueView* m_events;
    ValueView* m_error;
    ValueView* m_raw;

    QPointer<models::SpanTreeModel> m_model;
    std::uint32_t m_row = 0;
    std::optional<trace::Span> m_span;
    std::function<std::string(const trace::Span&)> m_rawWriter;
    unsigned m_filled = 0; ///< a bit for each tab that shows m_span
};

} // namespace spanglass::views
