// SPDX-License-Identifier: GPL-3.0-or-later
/// One value in full: JSON as a folded tree or as coloured text, anything else as text; with a search and the
/// size.
#pragma once

#include <QStringList>
#include <QWidget>
#include <memory>

#include "trace/span.h"

class QComboBox;
class QToolButton;
namespace Ui {
class ValueView;
}

namespace spanglass::models {
class JsonTreeModel;
}

namespace spanglass::views {

class DiffLinesView;
class JsonTreeView;
class LongTextView;

class ValueView : public QWidget
{
    Q_OBJECT
public:
    explicit ValueView(QWidget* parent = nullptr);
    ~ValueView() override;

    void setValue(const trace::Value& value);
    /// `prefersTree`: shown folded until the user chooses otherwise.
    void setJson(std::string json, bool prefersTree);
    void setText(const QString& text);
    /// What is shown in place of an empty value.
    void setEmptyText(const QString& text);
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    /// What the value can be compared with; none hides the choice. Asked for by `baselineWanted`, answered by
    /// `showDifference`.
    void setBaselines(const QStringList& names);
    /// The lines that differ from `before`, both as readable text.
    void showDifference(const trace::Value& before);
    [[nodiscard]] QComboBox* baselines() const { return m_baselines; }
    [[nodiscard]] const DiffLinesView* difference() const { return m_difference; }

    [[nodiscard]] LongTextView* textView() const { return m_text; }
    [[nodiscard]] JsonTreeView* treeView() const { return m_tree; }

public Q_SLOTS:
    /// The search is of what is shown: rows of the tree, or places in the text.
    void startSearch();
    void showMatch(bool forward);

Q_SIGNALS:
    /// A position in the names of setBaselines.
    void baselineWanted(int baseline);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void clear();
    void showSize(std::size_t bytes, const QString& kind);
    void showTree(bool tree);
    [[nodiscard]] bool showsTree() const;
    void createSearch();
    void nameSearch();
    void search();
    void updateMatches();

    std::unique_ptr<Ui::ValueView> m_ui;
    JsonTreeView* m_tree;
    LongTextView* m_text;
    DiffLinesView* m_difference;
    QComboBox* m_baselines;
    QToolButton* m_previous;
    QToolButton* m_next;
    models::JsonTreeModel* m_model;
    std::string m_json; ///< what the tree and the text show, as it came
    bool m_empty = true;
    bool m_textStale = false; ///< the pretty text is made when it is looked at
    bool m_userChoseText = false;
};

} // namespace spanglass::views
