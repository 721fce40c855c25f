// SPDX-License-Identifier: GPL-3.0-or-later
// Two columns of facts: a key, and what it does.
#include "app/shortcut_sheet.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>

#include "app/command_palette.h"
#include "views/facts_view.h"

namespace spanglass::app {
namespace {

using views::Fact;

struct Key
{
    const char* keys;
    const char* meaning;
};

const Key graphKeys[] = {
    {"W  S", QT_TRANSLATE_NOOP("ShortcutSheet", "zoom in and out at the pointer")},
    {"A  D", QT_TRANSLATE_NOOP("ShortcutSheet", "move left and right")},
    {"F", QT_TRANSLATE_NOOP("ShortcutSheet", "fit everything, or the selected span")},
    {"Esc", QT_TRANSLATE_NOOP("ShortcutSheet", "a step back")},
    {"/", QT_TRANSLATE_NOOP("ShortcutSheet", "search")},
    {".  ,", QT_TRANSLATE_NOOP("ShortcutSheet", "next and previous match or error")},
    {"E  Shift+E", QT_TRANSLATE_NOOP("ShortcutSheet", "next and previous error")},
    {"L  C", QT_TRANSLATE_NOOP("ShortcutSheet", "the slowest and the costliest span, then the next")},
    {"M", QT_TRANSLATE_NOOP("ShortcutSheet", "measure the time of the selected span")},
    {"Z", QT_TRANSLATE_NOOP("ShortcutSheet", "in the timeline: zoom along with what is visible")},
    {"← ↑ → ↓", QT_TRANSLATE_NOOP("ShortcutSheet", "to the neighbouring span, parent and child")},
    {"Shift", QT_TRANSLATE_NOOP("ShortcutSheet", "with a drag: measure a range of time")},
};

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    QVector<Fact> menus{{Fact::Style::heading, tr("EVERYWHERE"), {}, {}, {}}};
    for (const QAction* action : actions) {
        if (action->shortcut().isEmpty() || action->text().isEmpty())
            continue;
        menus << Fact{Fact::Style::plain,
                      QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                          .replace(QLatin1String("; "), QLatin1String("  ")),
                      actionText(action->text()),
                      {},
                      {}};
    }
    QVector<Fact> graphs{{Fact::Style::heading, tr("IN THE GRAPHS"), {}, {}, {}}};
    for (const Key& key : graphKeys)
        graphs << Fact{Fact::Style::plain,
                       QString::fromUtf8(key.keys),
                       QCoreApplication::translate("ShortcutSheet", key.meaning),
                       {},
                       {}};

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const QVector<Fact>& facts : {menus, graphs}) {
        auto* view = new views::FactsView(this);
        view->setFacts(facts);
        view->setAccessibleName(facts.constFirst().label);
        row->addWidget(view, 1);
    }
    resize(760, std::min(760, parent->height() - 40));
}

} // namespace spanglass::app
