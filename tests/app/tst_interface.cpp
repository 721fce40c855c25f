// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be shown is walked, in every language and both themes: nothing is cut off while there
// is room, nothing covers another, everything can be read, is translated and has a name. ctest runs this at
// 100 % and, by QT_SCALE_FACTOR, at 200 %.
#include <QAbstractItemModelTester>
#include <QTranslator>

#include "interface_faults.h"
#include "interface_scenes.h"
#include "own_place.h"
#include "views/readable_graphs.h"

using namespace spanglass;
using namespace spanglass::app;

namespace {

/// Hears of every text that no catalogue has. Installed first, it is asked last.
class MissingTexts : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char*, int n) const override
    {
        const QString where = QString::fromUtf8(context);
        // Qt's own classes; ours that begin so have a small letter next.
        const bool qts = where.size() > 1 && where[0] == u'Q' && where[1].isUpper();
        if (where == QLatin1String("CloseButton"))
            return {}; // Qt's too
        if (!qts && (n >= 0 || !english))
            missing << where + QStringLiteral(": ") + QString::fromUtf8(text);
        return {};
    }
    bool english = false; ///< needs no catalogue but for its plurals
    mutable QSet<QString> missing;
};

/// Marks what was translated, so that what was not is seen.
class MarkingTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
    {
        return QStringLiteral("⟦") + QString::fromUtf8(text) + QStringLiteral("⟧");
    }
};

/// What stands outside of all marks.
QString unmarked(const QString& text)
{
    QString outside;
    int depth = 0;
    for (const QChar letter : text) {
        depth += letter == u'⟦';
        if (depth == 0)
            outside += letter;
        depth -= letter == u'⟧';
    }
    return outside;
}

QStringList textsOf(QWidget* widget)
{
    QStringList texts{textOn(widget), widget->toolTip(), widget->accessibleName(), widget->windowTitle()};
    if (const auto* bar = qobject_cast<const QTabBar*>(widget)) {
        for (int i = 0; i < bar->count(); ++i)
            texts << bar->tabText(i) << bar->tabToolTip(i);
    }
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        for (int i = 0; i < box->count(); ++i)
            texts << box->itemText(i);
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
        for (int i = 0; header->model() && i < header->count(); ++i)
            texts << header->model()->headerData(i, header->orientation()).toString();
    }
    for (const QAction* action : widget->actions()) {
        if (action->isVisible() && !action->isSeparator())
            texts << action->text();
    }
    return texts;
}

/// Names of things, data of the stage, units: the same in every language. So is what the rooms without Qt
/// say: why something failed, how a cost came about, what a server wants. What the deliveries are heard as
/// follows within a second, when they are read again.
bool isNobodysLanguage(const QString& text)
{
    static const QRegularExpression known(QStringLiteral(
        R"(^jaeger: \d+ waiting.*|cannot be written|\bimage\b|url\.full|Shell|)"
        R"(\d+ input × .*|^(team|langfuse|collector|tempo|phoenix|opik|mlflow|otlp)$|nothing at all|cost>much|otlp-json|OpenInference|OpenLLMetry|Pydantic|Claude Code|Vercel|TypeScript|Python|)"
        R"(Collector|Jaeger|Grafana Tempo|Arize Phoenix|Opik|MLflow|protobuf|agent\.py|Float|Close|Scroll (Left|Right)|)"
        R"(service=team.*|user\.\*, db.statement|x-tenant.*|/home/ada.*|~/\S+|[0-9a-f]{12,}|Spanglass|spanglass|/tmp/\S*|https?:\S*|rich\.json|OTLP|JSON|Langfuse|OpenTelemetry|PostgreSQL|)"
        R"(answer|research|chat|search_index|search|talk-\d|ada|bob|gpt-5-mini|the index is locked|)"
        R"(Question \d+|Answer \d+|team-langfuse|jaeger|GMT|UTC|English|Deutsch|Español|Français|Ctrl|Shift|Alt)"));
    QString rest = text;
    rest.remove(known);
    static const QRegularExpression word(QStringLiteral(R"(\p{Latin}{4,})"));
    return !word.match(rest).hasMatch();
}

/// Each fault once, with the scene where it was met first.
class Faults
{
public:
    void add(const QString& scene, const QStringList& found)
    {
        for (const QString& one : found) {
            if (!m_known.contains(one))
                m_lines << scene + QStringLiteral(": ") + one;
            m_known << one;
        }
    }
    /// How many; all of them are printed.
    [[nodiscard]] qsizetype say() const
    {
        for (const QString& line : m_lines)
            qWarning("%s", qPrintable(line));
        return m_lines.size();
    }

private:
    QSet<QString> m_known;
    QStringList m_lines;
};

} // namespace

class tst_interface : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_place.enter();
        QCoreApplication::installTranslator(&m_missing);
        views::makeGraphsReadable();
    }

    void everySceneIsWhole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("dark");
        bool dark = false;
        for (const Language& language : languages()) {
            if (language.code.isEmpty())
                continue;
            // Where text is placed has nothing to do with its colour: ordinarily the themes take turns.
            for (const bool theme : {false, true}) {
                if (theme == dark || qEnvironmentVariableIsSet("SPANGLASS_TOUR_ALL"))
                    QTest::addRow("%s, %s", qPrintable(language.code), theme ? "dark" : "light")
                        << language.code << theme;
            }
            dark = !dark;
        }
    }
    void everySceneIsWhole()
    {
        QFETCH(QString, language);
        QFETCH(bool, dark);
        m_missing.english = language == QLatin1String("en");
        Tour tour;
        speak(language);
        views::applyTheme(dark ? views::ThemeChoice::dark : views::ThemeChoice::light);
        tour.rebuild();
        m_missing.missing.clear();
        Faults faults;
        tour.walk([&faults](const QString& scene, QWidget* window) {
            const auto look = [window] {
                return cutOffIn(window) + overlapsIn(window) + paleIn(window) + namelessIn(window);
            };
            QStringList found = look();
            if (!found.isEmpty()) { // what was just read may not have its place yet
                Tour::settle();
                found = look();
            }
            if (qobject_cast<MainWindow*>(window) && window->size() != Tour::usual)
                found
                    << QStringLiteral("the window grew to %1×%2").arg(window->width()).arg(window->height());
            faults.add(scene, found);
            keepPicture(scene, window);
        });
        QVERIFY2(tour.missed().isEmpty(), qPrintable(tour.missed().join(QStringLiteral(", "))));
        for (const QString& text : m_missing.missing)
            faults.add(QStringLiteral("no translation of "), {text});
        QCOMPARE(faults.say(), 0);
    }

    /// Said while the window is there: it is English before, and nothing of that stays.
    void everyTextIsTranslatedWhenTheLanguageChanges()
    {
        Tour tour;
        speak(QStringLiteral("en"));
        views::applyTheme(views::ThemeChoice::light);
        tour.rebuild();
        MarkingTranslator marking;
        QCoreApplication::installTranslator(&marking);
        Faults faults;
        tour.walk([&faults](const QString& scene, QWidget* window) {
            for (QWidget* widget : shownWidgets(window)) {
                for (const QString& text : textsOf(widget)) {
                    if (!isNobodysLanguage(unmarked(text)))
                        faults.add(scene, {fault(widget, QStringLiteral("is not translated"), text)});
                }
            }
        });
        QCoreApplication::removeTranslator(&marking);
        QCOMPARE(faults.say(), 0);
    }

    /// Under Qt's tester for as long as they live: while they are filled, asked anew, and while agents run.
    void everyModelKeepsItsPromises()
    {
        Tour tour;
        speak(QStringLiteral("en"));
        tour.rebuild();
        QSet<QByteArray> seen;
        const auto watch = [&seen](const QString&, const QWidget*) {
            QList<QAbstractItemModel*> models;
            for (QWidget* top : QApplication::topLevelWidgets()) {
                models << top->findChildren<QAbstractItemModel*>();
                for (const auto* view : top->findChildren<QAbstractItemView*>())
                    models << view->model();
                if (auto* window = qobject_cast<MainWindow*>(top))
                    models << window->traces() << window->currentPage()->model();
            }
            for (QAbstractItemModel* model : models) {
                const bool ours =
                    model && QByteArray(model->metaObject()->className()).startsWith("spanglass");
                if (!ours || model->property("watched").toBool())
                    continue;
                model->setProperty("watched", true);
                new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest,
                                             model);
                seen << model->metaObject()->className();
            }
        };
        watch({}, nullptr);
        tour.walk(watch);
        for (std::uint64_t run = 1; run <= 5; ++run)
            liveRun(tour, run);
        for (const char* name : {"TraceListModel", "SpanTreeModel", "SyncModel", "QuarantineModel",
                                 "JsonTreeModel", "SessionListModel", "CompareModel", "DiffModel"})
            QVERIFY2(seen.contains(QByteArray("spanglass::models::") + name), name);
        QVERIFY(seen.contains("spanglass::views::OrphanModel"));
    }

    /// The walk can fail.
    void whatIsWrongIsFound()
    {
        QWidget window;
        window.setObjectName(QStringLiteral("w"));
        window.resize(400, 200);
        auto* narrow = new QLabel(QStringLiteral("a long sentence that needs its room"), &window);
        narrow->setGeometry(10, 10, 60, 20);
        auto* pale = new QLabel(QStringLiteral("pale words"), &window);
        pale->setStyleSheet(QStringLiteral("color: #b0b0b0; background: white"));
        pale->setGeometry(10, 50, 200, 24);
        auto* over = new QLabel(QStringLiteral("over"), &window);
        over->setGeometry(40, 15, 60, 24);
        auto* nameless = new QLineEdit(&window);
        nameless->setGeometry(10, 100, 200, 28);
        auto* row = new QWidget(&window);
        row->setGeometry(10, 140, 380, 30);
        auto* layout = new QHBoxLayout(row);
        auto* elided = new views::ElidedLabel(row);
        elided->setText(QStringLiteral("words that are cut though there is room"));
        elided->setFixedWidth(80);
        layout->addWidget(elided);
        layout->addStretch(1);
        window.show();
        Tour::settle();
        const auto names = [](const QStringList& faults, const char* what) {
            return !faults.filter(QString::fromUtf8(what)).isEmpty();
        };
        QVERIFY(names(cutOffIn(&window), "a long sentence"));
        QVERIFY(names(cutOffIn(&window), "elided though there is room"));
        QVERIFY(names(overlapsIn(&window), "covers"));
        QVERIFY(names(paleIn(&window), "pale words"));
        QVERIFY(names(namelessIn(&window), "has no name"));
        QCOMPARE(unmarked(QStringLiteral("⟦from ⟦one⟧⟧ Hello")), QStringLiteral(" Hello"));
        QVERIFY(!isNobodysLanguage(QStringLiteral("Hello")) &&
                isNobodysLanguage(QStringLiteral("chat 12 ms")));
        QCOMPARE(cutOffIn(&window).size(), 2);
    }

private:
    /// A trace that comes, grows by a span, and ends, while it is looked at.
    static void liveRun(Tour& tour, std::uint64_t run)
    {
        using namespace records;
        StoreWindow& w = tour.stage();
        const TraceId trace{0x11fe, run};
        const std::uint64_t root = 5000 + run * 10;
        const int rows = w.rows();
        const auto bring = [&](const std::vector<journal::RecordView>& views) {
            QVERIFY(w.bench.gather(views, false, "live"));
            Q_EMIT w.source->changed();
        };
        auto begun = std::get<journal::StartView>(start(root, 0, "live", Kind::agent, trace));
        begun.startUnixNs = models::nowUnixNs();
        bring({begun});
        QTRY_COMPARE(w.rows(), rows + 1);
        w.list()->setCurrentIndex(w.window->traces()->index(0));
        QTRY_COMPARE(w.shownRun(), run);
        auto child = std::get<journal::StartView>(start(root + 1, root, "child", Kind::tool, trace));
        child.startUnixNs = begun.startUnixNs + 1'000;
        bring({child});
        const auto* tree = w.window->currentPage()->model();
        QTRY_COMPARE(tree->rowCount(tree->index(0, 0)), 1);
        bring({end(root + 1, Status::ok, trace), end(root, Status::ok, trace)});
    }
    static void keepPicture(const QString& scene, QWidget* window)
    {
        const QString folder = qEnvironmentVariable("SPANGLASS_TOUR_PICTURES");
        if (!folder.isEmpty())
            window->grab().save(
                folder + QStringLiteral("/%1-%2.png").arg(QString::fromUtf8(QTest::currentDataTag()), scene));
    }
    test::OwnPlace m_place;
    MissingTexts m_missing;
};

QTEST_MAIN(tst_interface)
#include "tst_interface.moc"
