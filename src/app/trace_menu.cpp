// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trace_menu.h"

#include <QActionGroup>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>
#include <algorithm>

#include "app/cli/span_json.h"
#include "app/trace_page.h"
#include "base/json_writer.h"
#include "formats/export.h"
#include "trace/detail_columns.h"
#include "views/copy_as.h"
#include "views/flame_graph_view.h"
#include "views/picture.h"
#include "views/plain_text.h"
#include "views/timeline_view.h"

namespace spanglass::app {
namespace {

struct Menu
{
    Q_DECLARE_TR_FUNCTIONS(TraceMenu)
};

using views::FlameGroup;
using views::FlameOrder;
using views::FlameScope;
using views::SpanGoal;

constexpr std::uint32_t sampleRows = 300;
constexpr std::size_t mostKeys = 20;

/// An ampersand in text of a trace is no mnemonic.
QString menuText(const QString& text)
{
    return views::literal(text).left(60).replace(QLatin1Char('&'), QLatin1String("&&"));
}

void copy(const std::string& text)
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(text));
}

std::string jsonOf(const trace::Span& span)
{
    JsonWriter json;
    writeSpan(json, span);
    return json.take();
}

/// A choice among several, the present one checked.
template<class Value, class Chosen>
void addChoice(QMenu* menu, QActionGroup* group, const QString& text, Value value, Value present,
               Chosen chosen)
{
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(value == present);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, group, [value, chosen] { chosen(value); });
}

void addGroups(QMenu* menu, TracePage* page)
{
    views::FlameGraphView* flame = page->flame();
    QMenu* groups = menu->addMenu(Menu::tr("Merge by"));
    auto* group = new QActionGroup(groups);
    const auto choose = [flame](FlameGroup by) { flame->setGroup(by); };
    const FlameGroup present = flame->options().group;
    addChoice(groups, group, Menu::tr("Name"), FlameGroup::name, present, choose);
    addChoice(groups, group, Menu::tr("Kind"), FlameGroup::kind, present, choose);
    addChoice(groups, group, Menu::tr("Service"), FlameGroup::service, present, choose);
    addChoice(groups, group, Menu::tr("Model"), FlameGroup::model, present, choose);
    groups->addSeparator();
    const QString attribute = present == FlameGroup::attribute ? flame->groupAttribute() : QString();
    for (const std::string& key : trace::attributeKeys(*page->model()->table(), sampleRows, mostKeys)) {
        const QString name = QString::fromStdString(key);
        addChoice(groups, group, menuText(name), name, attribute,
                  [flame](const QString& chosen) { flame->setGroup(FlameGroup::attribute, chosen); });
    }
}

void addScopes(QMenu* menu, TracePage* page)
{
    views::FlameGraphView* flame = page->flame();
    QMenu* scopes = menu->addMenu(Menu::tr("Merge what"));
    auto* group = new QActionGroup(scopes);
    const auto choose = [flame](FlameScope scope) {
        if (flame->order() == FlameOrder::time)
            flame->setOrder(FlameOrder::leftHeavy);
        flame->setScope(scope);
    };
    addChoice(scopes, group, Menu::tr("Everything"), FlameScope::everything, flame->scope(), choose);
    addChoice(scopes, group, Menu::tr("The selected span and below"), FlameScope::subtree, flame->scope(),
              choose);
    addChoice(scopes, group, Menu::tr("The measured range (Shift and drag)"), FlameScope::range,
              flame->scope(), choose);
}

void addGoals(QMenu* menu, TracePage* page)
{
    QMenu* goals = menu->addMenu(Menu::tr("Go to"));
    const auto add = [goals](const QString& text, const char* key, auto action) {
        // The key is the view's own; a second shortcut would make both ambiguous.
        goals->addAction(text + QLatin1Char('\t') + QString::fromLatin1(key), action);
    };
    views::FlameGraphView* flame = page->flame();
    add(Menu::tr("Next error"), "E", [flame] { flame->nextError(); });
    add(Menu::tr("Previous error"), "Shift+E", [flame] { flame->previousError(); });
    add(Menu::tr("Slowest, then the next slowest"), "L", [flame] { flame->goTo(SpanGoal::slowest); });
    add(Menu::tr("Costliest, then the next costliest"), "C", [flame] { flame->goTo(SpanGoal::costliest); });
}

} // namespace

void emptyMenu(QMenu* menu)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
}

void fillTraceMenu(QMenu* menu, TracePage* page)
{
    if (page->view() == TracePage::flameView) {
        addGroups(menu, page);
        addScopes(menu, page);
    }
    addGoals(menu, page);
    QAction* clocks = menu->addAction(Menu::tr("Correct the clocks of other processes"));
    clocks->setCheckable(true);
    clocks->setChecked(page->correctsClocks());
    QObject::connect(clocks, &QAction::toggled, page, &TracePage::setCorrectsClocks);
    if (page->view() == TracePage::timelineView) {
        menu->addAction(Menu::tr("Fold everything"), page->timeline(), &views::TimelineView::foldAll);
        menu->addAction(Menu::tr("Unfold everything"), page->timeline(), &views::TimelineView::unfoldAll);
    }
    menu->addSeparator();
    fillSpanMenu(menu, page);
    menu->addSeparator();
    fillExportMenu(menu, page);
}

void fillSpanMenu(QMenu* menu, TracePage* page)
{
    const std::uint32_t row = page->model()->tableRow(page->selection()->currentIndex());
    const auto table = page->model()->table();
    if (row == trace::noRow)
        return;
    views::FlameGraphView* flame = page->flame();
    menu->addAction(Menu::tr("Fit the span"), page, &TracePage::fitSelection);
    menu->addAction(Menu::tr("Callers and callees of its name"), page, [page, flame] {
        page->showView(TracePage::flameView);
        flame->setOrder(FlameOrder::sandwich);
    });
    menu->addAction(Menu::tr("Merge only what is below it"), page, [page, flame] {
        page->showView(TracePage::flameView);
        flame->setOrder(FlameOrder::leftHeavy);
        flame->setScope(FlameScope::subtree);
    });
    if (page->holdsManyTraces()) {
        menu->addAction(Menu::tr("Go to its trace"), page, &TracePage::askForTrace);
        menu->addAction(Menu::tr("List the traces with this name"), page, &TracePage::askForNamesakes);
    }
    QMenu* copies = menu->addMenu(Menu::tr("Copy"));
    copies->addAction(Menu::tr("Its name"),
                      [table, row] { copy(std::string(table->strings.text(table->name[row]))); });
    if (!table->details)
        return;
    copies->addAction(Menu::tr("As JSON"), [table, row] { copy(jsonOf(table->details(row))); });
    copies->addAction(Menu::tr("As Markdown"),
                      [table, row] { copy(views::markdownOf(table->details(row))); });
    if (table->kind[row] == Kind::llm)
        copies->addAction(Menu::tr("As a curl command"), [table, row] {
            if (const auto command = views::curlOf(table->details(row)))
                copy(*command);
        });
}

void exportHtmlOf(TracePage* page)
{
    if (page->model()->rowCount() == 0)
        return;
    QString file = QFileDialog::getSaveFileName(page, Menu::tr("Export as an HTML page"),
                                                views::fileNameFrom(page->title()) + QStringLiteral(".html"),
                                                Menu::tr("HTML pages (*.html)"));
    if (file.isEmpty())
        return;
    if (!file.contains(QLatin1Char('.')))
        file += QStringLiteral(".html");
    page->exportTraces(file, formats::ExportFormat::html);
}

void exportTracesOf(TracePage* page)
{
    using formats::ExportFormat;
    struct Kind
    {
        QString title; ///< of a product, or what it is
        QString end;
        ExportFormat format;
    };
    const Kind kinds[] = {
        {QStringLiteral("OTLP JSON"), QStringLiteral(".otlp.json"), ExportFormat::otlpJson},
        {QStringLiteral("OTLP JSON Lines"), QStringLiteral(".otlp.jsonl"), ExportFormat::otlpJsonl},
        {QStringLiteral("OTLP Protobuf"), QStringLiteral(".otlp.pb"), ExportFormat::otlpProto},
        {QStringLiteral("Chrome Trace"), QStringLiteral(".trace.json"), ExportFormat::chrome},
        {QStringLiteral("Jaeger"), QStringLiteral(".jaeger.json"), ExportFormat::jaeger},
        {QStringLiteral("Zipkin"), QStringLiteral(".zipkin.json"), ExportFormat::zipkin},
        {QStringLiteral("CSV"), QStringLiteral(".csv"), ExportFormat::csv},
        {Menu::tr("Folded stacks"), QStringLiteral(".folded"), ExportFormat::folded},
        {Menu::tr("Model calls as a dataset"), QStringLiteral(".dataset.jsonl"), ExportFormat::datasetJsonl},
    };
    if (page->model()->rowCount() == 0)
        return;
    QStringList filters;
    for (const Kind& kind : kinds)
        filters << QStringLiteral("%1 (*%2)").arg(kind.title, kind.end);
    QString chosen;
    QString file = QFileDialog::getSaveFileName(page, Menu::tr("Export the traces"),
                                                views::fileNameFrom(page->title()) + kinds[0].end,
                                                filters.join(QStringLiteral(";;")), &chosen);
    if (file.isEmpty())
        return;
    const Kind& kind = kinds[std::max<qsizetype>(0, filters.indexOf(chosen))];
    // What was proposed for the first kind is no name of another.
    if (file.endsWith(kinds[0].end) && kind.format != kinds[0].format)
        file.chop(kinds[0].end.size());
    if (!QFileInfo(file).fileName().contains(QLatin1Char('.')))
        file += kind.end;
    page->exportTraces(file, kind.format);
}

void sayExported(const QWidget* widget, const QString& file, bool whole)
{
    const auto* window = qobject_cast<const QMainWindow*>(widget->window());
    if (!window)
        return;
    const QString said =
        whole ? Menu::tr("%1 is written") : Menu::tr("%1 is written, without what its format cannot carry");
    window->statusBar()->showMessage(said.arg(views::literal(file)), 8'000);
}

void fillExportMenu(QMenu* menu, TracePage* page)
{
    if (page->model()->rowCount() == 0)
        return;
    menu->addAction(Menu::tr("Export a picture…"), page, [page] {
        if (const auto saved = exportPicture(page, *page); !saved)
            Q_EMIT page->troubled(QString::fromStdString(saved.error().message));
    });
    menu->addAction(Menu::tr("Export an HTML page…"), page, [page] { exportHtmlOf(page); });
    menu->addAction(Menu::tr("Export the traces…"), page, [page] { exportTracesOf(page); });
}

Result<void> exportPicture(QWidget* parent, views::Pictured& what)
{
    const QString title = what.pictureTitle();
    QString file = QFileDialog::getSaveFileName(parent, Menu::tr("Export a picture"),
                                                views::fileNameFrom(title) + QStringLiteral(".png"),
                                                Menu::tr("Pictures (*.png *.svg *.pdf)"));
    if (file.isEmpty())
        return {};
    if (!views::pictureFormatOf(file))
        file += QStringLiteral(".png");
    const auto saved = views::savePicture(file, what.pictureSize(), title,
                                          [&what](QPainter& painter) { what.paintPicture(painter); });
    if (saved)
        sayExported(parent, file, true);
    return saved;
}

} // namespace spanglass::app
