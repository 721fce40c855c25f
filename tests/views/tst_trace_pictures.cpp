// SPDX-License-Identifier: GPL-3.0-or-later
/// Pictures of every view, by what is in them: words as vectors, colours where bars are; and the orphan
/// doctor and the timeline's marks as they are painted.
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include "models/span_tree_model.h"
#include "trace/display_table.h"
#include "views/orphan_view.h"
#include "views/picture.h"
#include "views/theme.h"
#include "views/timeline_view.h"
#include "views/trace_pictures.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

trace::Span span(std::uint64_t id, std::uint64_t parent, const char* name, Kind kind, std::int64_t startMs,
                 std::int64_t lengthMs)
{
    trace::Span made;
    made.trace = {1, 1};
    made.id.value = id;
    made.parent.value = parent;
    made.name = name;
    made.kind = kind;
    made.service = "web";
    made.startUnixNs = startMs * 1'000'000;
    made.durationNs = lengthMs * 1'000'000;
    return made;
}

std::shared_ptr<const trace::SpanTable> tableOf(const std::vector<trace::Span>& spans)
{
    auto table = std::make_shared<trace::SpanTable>();
    std::vector<SpanId> parents;
    for (const trace::Span& each : spans) {
        table->append(each);
        parents.push_back(each.parent);
    }
    table->linkParents(parents);
    table->details = [spans](std::uint32_t row) { return spans[row]; };
    return table;
}

std::vector<trace::Span> agentRun()
{
    std::vector<trace::Span> spans{span(1, 0, "answer", Kind::agent, 0, 1000),
                                   span(2, 1, "llm.chat", Kind::llm, 100, 300),
                                   span(3, 1, "tool.search", Kind::tool, 400, 500)};
    spans[1].input = trace::Json{R"([{"role":"user","content":"Where are the keys?"}])"};
    spans[1].output = trace::Json{R"([{"role":"assistant","content":"Under the mat."}])"};
    spans[1].attributes = {
        {"gen_ai.input.messages",
         trace::Json{R"([{"role":"user","parts":[{"type":"text","content":"Where are the keys?"}]}])"}},
        {"gen_ai.output.messages",
         trace::Json{R"([{"role":"assistant","parts":[{"type":"text","content":"Under the mat."}]}])"}}};
    return spans;
}

QByteArray svgOf(const TracePicture& picture)
{
    return pictureBytes(PictureFormat::svg, sizeOf(picture), titleOf(picture),
                        [&](QPainter& painter) { paint(painter, picture); });
}

QImage imageOf(const TracePicture& picture)
{
    return QImage::fromData(pictureBytes(PictureFormat::png, sizeOf(picture), titleOf(picture),
                                         [&](QPainter& painter) { paint(painter, picture); }));
}

bool holds(const QImage& image, const QColor& colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

/// A timeline as it paints, with its details read at once.
struct Timeline
{
    models::SpanTreeModel model;
    QItemSelectionModel selection{&model};
    TimelineView view;

    explicit Timeline(const std::shared_ptr<const trace::SpanTable>& stored, bool correctClocks = true)
    {
        view.setReducedMotion(true);
        view.setReadsAtOnce(true);
        view.resize(900, 300);
        view.setModel(&model, &selection);
        trace::DisplayTable shown = trace::displayTable(stored, {.correctClocks = correctClocks});
        model.setTable(shown.table, shown.shiftNs);
        view.show();
    }
    [[nodiscard]] QImage image() { return view.grab().toImage(); }
};

} // namespace

class tst_trace_pictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::light); }

    void everyViewDrawsItsSpans_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("flame") << QByteArray("llm.chat");
        QTest::newRow("aggregate") << QByteArray("tool.search");
        QTest::newRow("sandwich") << QByteArray("tool.search");
        QTest::newRow("timeline") << QByteArray("llm.chat");
        QTest::newRow("chat") << QByteArray("Under the mat.");
        QTest::newRow("graph") << QByteArray("tool.search");
        QTest::newRow("compare") << QByteArray("compared with");
    }
    void everyViewDrawsItsSpans()
    {
        QFETCH(const QByteArray, word);
        TracePicture picture{.table = tableOf(agentRun())};
        picture.view = *traceViewOf(QTest::currentDataTag());
        picture.size = {700, 300};
        picture.other = picture.table;
        const QByteArray svg = svgOf(picture);
        QVERIFY2(svg.contains(word), QTest::currentDataTag());
        for (const ThemeChoice theme : {ThemeChoice::light, ThemeChoice::dark}) {
            applyTheme(theme);
            const QImage image = imageOf(picture);
            QCOMPARE(image.width(), 700);
            if (picture.view != TraceView::chat && picture.view != TraceView::compare)
                QVERIFY(holds(image, views::theme().kindFill(Kind::tool)));
        }
        applyTheme(ThemeChoice::light);
    }

    void everyKindOfPictureIsWrittenWholeOrNotAtAll()
    {
        const QTemporaryDir folder;
        const auto paintNothing = [](QPainter&) {};
        const std::pair<const char*, const char*> kinds[] = {
            {"a.png", "\x89PNG"}, {"a.svg", "<?xml"}, {"a.PDF", "%PDF"}};
        for (const auto& [name, start] : kinds) {
            const QString file = folder.filePath(QString::fromLatin1(name));
            QVERIFY(savePicture(file, {100, 50}, QStringLiteral("t"), paintNothing).has_value());
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            QVERIFY(written.readAll().startsWith(start));
        }
        QVERIFY(!savePicture(folder.filePath(QStringLiteral("a.gif")), {9, 9}, {}, paintNothing));
        const auto refused = savePicture(QStringLiteral("/nowhere/a.png"), {9, 9}, {}, paintNothing);
        QVERIFY(!refused && refused.error().message.starts_with("/nowhere/a.png: cannot be written: "));
        QCOMPARE(fileNameFrom(QStringLiteral("../../etc/pass<wd")), QStringLiteral("etc-pass-wd"));
        QCOMPARE(fileNameFrom(QStringLiteral("..")), QStringLiteral("trace"));
    }

    void aFileIsNamedAfterATraceButNeverByIt_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::newRow("a path") << "../../x"
                                << "x";
        QTest::newRow("an absolute one") << "/etc/passwd"
                                         << "etc-passwd";
        QTest::newRow("another system's") << "..\\..\\x"
                                          << "x";
        QTest::newRow("control characters") << QStringLiteral("a\x1b[31m\ab") << "a--31m-b";
        QTest::newRow("a line break") << "a\nb"
                                      << "a b";
        QTest::newRow("text that runs backwards") << QStringLiteral("a\u202egnp.exe") << "a-gnp.exe";
        QTest::newRow("a device") << "CON"
                                  << "trace-CON";
        QTest::newRow("a device with an end") << "nul.txt"
                                              << "trace-nul.txt";
        QTest::newRow("no device") << "console"
                                   << "console";
        QTest::newRow("dots at its end") << "run 7.. ."
                                         << "run 7";
        QTest::newRow("nothing but dots") << "...."
                                          << "trace";
        QTest::newRow("very long") << QString(5000, u'n') << QString(80, u'n');
        QTest::newRow("an agent's usual name") << "agent.run"
                                               << "agent.run";
        QTest::newRow("other scripts") << QStringLiteral("検索 größe") << QStringLiteral("検索 größe");
    }
    void aFileIsNamedAfterATraceButNeverByIt()
    {
        QFETCH(QString, title);
        QFETCH(QString, name);
        QCOMPARE(fileNameFrom(title), name);
    }

    void theTimelineMarksEventsLinksAndCorrectedClocks()
    {
        std::vector<trace::Span> spans = agentRun();
        const QImage plain = Timeline(tableOf(spans)).image();
        QVERIFY(!holds(plain, theme().error));
        spans[2].events.push_back({600'000'000, "exception", {}});
        QVERIFY(holds(Timeline(tableOf(spans)).image(), theme().error));

        spans[2].events.clear();
        spans[2].links.push_back({TraceId{1, 1}, SpanId{2}, {}, {}});
        Timeline linked(tableOf(spans));
        const QImage before = linked.image();
        QVERIFY(before != plain); // an arrow behind the duration
        linked.selection.setCurrentIndex(linked.model.indexOfRow(1), QItemSelectionModel::ClearAndSelect);
        const QImage other = linked.image();
        linked.selection.setCurrentIndex(linked.model.indexOfRow(2), QItemSelectionModel::ClearAndSelect);
        QVERIFY(linked.image() != other);

        spans = agentRun();
        spans[2].service = "search";
        spans[2].startUnixNs = -5'000'000'000;
        const auto barOf = [](const Timeline& timeline, std::uint32_t row) {
            return timeline.view.barRect(timeline.view.rows().lineOf(row));
        };
        Timeline moved(tableOf(spans));
        QVERIFY(barOf(moved, 2).left() >= barOf(moved, 0).left());
        QVERIFY(moved.view.toolTipOf(2).contains(QStringLiteral("clock")));
        Timeline asStored(tableOf(spans), false);
        QVERIFY(barOf(asStored, 2).right() < barOf(asStored, 0).left());
        QVERIFY(!asStored.view.toolTipOf(2).contains(QStringLiteral("clock")));
    }

    void theTimelineZoomsAlongWithWhatIsVisible()
    {
        std::vector<trace::Span> spans{span(1, 0, "run", Kind::agent, 0, 100'000)};
        for (std::uint64_t id = 2; id < 200; ++id)
            spans.push_back(span(id, 1, "step", Kind::tool, std::int64_t(id) * 400, 100));
        Timeline timeline(tableOf(spans));
        const double whole = timeline.view.axis().visibleUnits();
        QTest::keyClick(&timeline.view, Qt::Key_Z);
        QVERIFY(timeline.view.followsVisible());
        QVERIFY(timeline.view.axis().visibleUnits() < whole / 4);
        const std::int64_t left = timeline.view.axis().left;
        QTest::keyClick(&timeline.view, Qt::Key_End); // scrolls to the end, and along the trace
        QVERIFY(timeline.view.axis().left > left);
        QTest::keyClick(&timeline.view, Qt::Key_F);
        QVERIFY(!timeline.view.followsVisible());
        QVERIFY(qAbs(timeline.view.axis().visibleUnits() - whole) < whole / 100);
    }

    void theOrphanDoctorSaysWhyAndHangsWhatFits()
    {
        std::vector<trace::Span> spans = agentRun();
        spans.push_back(span(4, 77, "lost", Kind::tool, 450, 50));
        spans.push_back(span(5, 78, "<b>late</b>", Kind::tool, 5000, 50));
        const auto stored = tableOf(spans);
        trace::DisplayTable shown = trace::displayTable(stored, {});
        OrphanView view;
        QAbstractItemModelTester tester(const_cast<OrphanModel*>(&view.model()),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.setOrphans(shown.table, shown.orphans);
        view.show();
        const OrphanModel& model = view.model();
        QCOMPARE(model.rowCount(), 2);
        const auto text = [&](int row, OrphanModel::Column column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(text(0, OrphanModel::nameColumn), QStringLiteral("lost"));
        QCOMPARE(text(0, OrphanModel::parentColumn), QString::fromStdString(SpanId{77}.hex()));
        QCOMPARE(text(0, OrphanModel::fitsColumn), QStringLiteral("tool.search"));
        QCOMPARE(text(1, OrphanModel::fitsColumn), QStringLiteral("nowhere"));
        QVERIFY(!text(0, OrphanModel::reasonColumn).isEmpty());
        QVERIFY(!model.index(1, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));

        QSignalSpy chosen(&view, &OrphanView::spanChosen);
        auto* list = view.findChild<QTreeView*>();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(!chosen.isEmpty());
        const QString why = list->currentIndex().data(OrphanModel::whyRole).toString();
        QVERIFY(!why.isEmpty());
        const QList<QLabel*> labels = view.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [&why](const QLabel* label) {
            return label->isVisible() && label->text() == why; // without a pointer that hovers
        }));
        QSignalSpy toggled(&view, &OrphanView::reattachToggled);
        QTest::mouseClick(view.findChild<QCheckBox*>(), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(toggled.size(), 1);
        QVERIFY(toggled[0][0].toBool());
        shown = trace::displayTable(stored, {.correctClocks = true, .reattachOrphans = true});
        QCOMPARE(shown.table->parent[3], 2u);
        QCOMPARE(shown.table->parent[4], trace::noRow);
    }
};

QTEST_MAIN(tst_trace_pictures)
#include "tst_trace_pictures.moc"
