// SPDX-License-Identifier: GPL-3.0-or-later
/// Everything about one span: overview, input, output, attributes, events, error and raw.
///
///     panel.setModel(&model, &selection);            // follows the current span
///     panel.setRawWriter([](const trace::Span& span) { return spanJson(span); });
///
/// What is large is read on a thread of its own; the header shows at once what the table knows.
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "trace/span.h"
#include "views/pictured.h"
#include "views/span_baselines.h"
#include "views/span_pages.h"

class QItemSelectionModel;
class QToolButton;
namespace Ui {
class SpanPanel;
}
namespace spanglass::models {
class JobThread;
class SpanTreeModel;
} // namespace spanglass::models

namespace spanglass::views {

class SpanPanel : public QWidget, public Pictured, public SpanTabs
{
    Q_OBJECT
public:
    explicit SpanPanel(QWidget* parent = nullptr);
    ~SpanPanel() override;

    /// Either may be null: then nothing is shown. The selection must be on the model.
    void setModel(models::SpanTreeModel* model, QItemSelectionModel* selection);
    void setRawWriter(std::function<std::string(const trace::Span&)> writer);
    void showTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    /// The details that are shown now; nothing while they are read.
    [[nodiscard]] const std::optional<trace::Span>& span() const { return m_pages->span(); }

    /// The tab in front; of a conversation all of it.
    [[nodiscard]] QString pictureTitle() const override;
    [[nodiscard]] QSize pictureSize() const override;
    void paintPicture(QPainter& painter) override;

    /// Wide enough for its tabs in one row, in English.
    QSize sizeHint() const override { return {396, 500}; }

public Q_SLOTS:
    void startSearch();
    /// The span's details may have changed in the store.
    void readAgain();

Q_SIGNALS:
    void shown();
    /// Read again, the details are as they are shown; what lies beside them may have changed.
    void foundUnchanged();
    void pictureAsked();
    /// A link to a span of another trace was chosen.
    void spanRequested(spanglass::TraceId trace, spanglass::SpanId span);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void nameThings();
    void currentChanged();
    void reload();
    void showNothing();
    void showHeader(std::uint32_t row);
    void showDetails(trace::Span span);
    void follow(const QString& link);
    void compareWith(bool input, int baseline);
    void fillCopyMenu();

    std::unique_ptr<Ui::SpanPanel> m_ui;
    SpanPages* m_pages = nullptr;
    QToolButton* m_copy = nullptr;

    QPointer<models::SpanTreeModel> m_model;
    QPointer<QItemSelectionModel> m_selection;
    std::unique_ptr<models::JobThread> m_reader;
    std::function<std::string(const trace::Span&)> m_rawWriter;
    std::uint32_t m_row;
    std::vector<SpanBaseline> m_baselines;
    int m_question = 0; ///< a late answer to an older one is dropped
};

} // namespace spanglass::views
