// SPDX-License-Identifier: GPL-3.0-or-later
/// What a span may carry against whoever looks at it: huge images, addresses that deceive, markup; and that
/// copies of it mean only what they say. Links and comparisons of the panel are here too.
#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <array>

#include "models/span_tree_model.h"
#include "views/chat_view.h"
#include "views/copy_as.h"
#include "views/data_image.h"
#include "views/diff_lines_view.h"
#include "views/facts_view.h"
#include "views/plain_text.h"
#include "views/safe_link.h"
#include "views/span_facts.h"
#include "views/span_panel.h"
#include "views/theme.h"
#include "views/value_view.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

std::string png(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return "data:image/png;base64," + buffer.data().toBase64().toStdString();
}

/// A picture whose header claims a size and that holds nothing of it.
std::string claimedPng(quint32 width, quint32 height)
{
    QByteArray bytes = QByteArray::fromBase64(QByteArray(png({1, 1}).c_str()).mid(22));
    for (int at = 0; at < 4; ++at) { // big-endian, behind the signature and "IHDR"
        bytes[16 + at] = static_cast<char>(width >> (24 - 8 * at));
        bytes[20 + at] = static_cast<char>(height >> (24 - 8 * at));
    }
    // The header's checksum, so that only its size is wrong (ISO 3309, as PNG 1.2 section 5.3 asks).
    quint32 crc = 0xffffffffu;
    for (int at = 12; at < 29; ++at) {
        crc ^= static_cast<quint8>(bytes[at]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1u) != 0 ? 0xedb88320u ^ (crc >> 1) : crc >> 1;
    }
    crc = ~crc;
    for (int at = 0; at < 4; ++at)
        bytes[29 + at] = static_cast<char>(crc >> (24 - 8 * at));
    return "data:image/png;base64," + bytes.toBase64().toStdString();
}

trace::Span callSpan(std::uint64_t id, std::uint64_t parent, const std::string& input)
{
    trace::Span span;
    span.trace = {1, 2};
    span.id.value = id;
    span.parent.value = parent;
    span.name = parent == 0 ? "agent" : "chat";
    span.kind = parent == 0 ? Kind::agent : Kind::llm;
    span.model = "gpt-5-mini";
    span.startUnixNs = static_cast<std::int64_t>(id);
    span.durationNs = 10;
    span.input = input;
    return span;
}

struct Fixture
{
    models::SpanTreeModel model;
    QItemSelectionModel selection{&model};
    SpanPanel panel;

    explicit Fixture(const std::vector<trace::Span>& spans)
    {
        auto table = std::make_shared<trace::SpanTable>();
        std::vector<SpanId> parents;
        for (const trace::Span& span : spans) {
            table->append(span);
            parents.push_back(span.parent);
        }
        table->linkParents(parents);
        table->details = [spans](std::uint32_t row) { return spans[row]; };
        model.setTable(table);
        panel.resize(420, 600);
        panel.setModel(&model, &selection);
        panel.show();
    }
    void select(std::uint32_t row)
    {
        QSignalSpy shown(&panel, &SpanPanel::shown);
        selection.setCurrentIndex(model.indexOfRow(row), QItemSelectionModel::ClearAndSelect);
        QVERIFY(shown.wait());
    }
    [[nodiscard]] QVector<Fact> facts() const { return panel.findChild<FactsView*>()->facts(); }
    [[nodiscard]] QString linkOf(const QString& value) const
    {
        for (const Fact& fact : facts()) {
            if (fact.value == value)
                return fact.link;
        }
        return {};
    }
};

QUrl opened;

} // namespace

class tst_span_safety : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(ThemeChoice::light);
        setLinkOpener([](const QUrl& url) { opened = url; });
    }

    void imagesAreShownAndHugeOnesRefusedWithTheirSize()
    {
        const DataImage small = readDataImage(png({40, 20}), 300);
        QCOMPARE(small.image.size(), QSize(40, 20));
        const DataImage wide = readDataImage(png({1000, 10}), 300);
        QCOMPARE(wide.image.width(), 300);
        const DataImage huge = readDataImage(claimedPng(60'000, 60'000), 300);
        QVERIFY(huge.image.isNull());
        QVERIFY2(huge.refusal.contains(QStringLiteral("60,000 × 60,000")), qPrintable(huge.refusal));
        const DataImage damaged = readDataImage(claimedPng(100, 100), 300);
        QVERIFY(damaged.image.isNull() && !damaged.refusal.isEmpty());
        for (const char* other :
             {"data:image/svg+xml;base64,PHN2Zy8+", "data:image/png,abc", "data:image/png;base64",
              "data:image/png;base64,AAAA", "file:///etc/passwd", ""}) {
            const DataImage refused = readDataImage(other, 300);
            QVERIFY2(refused.image.isNull() && !refused.refusal.isEmpty(), other);
        }
    }

    void aConversationShowsItsImages()
    {
        trace::Message message{.role = "user"};
        message.parts.push_back({.type = trace::MessagePart::Type::media, .text = png({32, 16})});
        message.parts.push_back(
            {.type = trace::MessagePart::Type::media, .text = claimedPng(60'000, 60'000)});
        ChatView view;
        view.setMessages({message}, {});
        int pictures = 0;
        bool refused = false;
        for (const QLabel* label : view.findChildren<QLabel*>()) {
            pictures += label->pixmap().isNull() ? 0 : 1;
            refused |= label->text().contains(QStringLiteral("60,000"));
        }
        QCOMPARE(pictures, 1);
        QVERIFY(refused);
    }

    void onlyHttpAddressesMayBeOpened_data()
    {
        QTest::addColumn<bool>("may");
        const std::pair<const char*, bool> rows[] = {{"https://example.org/a?b=1", true},
                                                     {"http://127.0.0.1:3000/x", true},
                                                     {"file:///etc/passwd", false},
                                                     {"javascript:alert(1)", false},
                                                     {"smb://host/share", false},
                                                     {"data:text/html,hi", false},
                                                     {"https:///nohost", false},
                                                     {"https://bank.example@evil.example/", false},
                                                     {"https://exa mple.org/", false},
                                                     {" https://example.org", false},
                                                     {"HTTPS", false}};
        for (const auto& [address, may] : rows)
            QTest::newRow(address) << may;
    }
    void onlyHttpAddressesMayBeOpened()
    {
        QTEST(mayBeOpened(QString::fromLatin1(QTest::currentDataTag())), "may");
    }

    void anAddressIsShownBeforeItIsOpened()
    {
        QWidget window;
        const QString address = QStringLiteral("https://example.org/<b>x</b>");
        opened.clear();
        QVERIFY(askAndOpen(&window, QStringLiteral("file:///etc/passwd")) == nullptr);
        QMessageBox* question = askAndOpen(&window, QStringLiteral("https://example.org/?q=%3Cb%3E"));
        QVERIFY(question != nullptr);
        QCOMPARE(question->textFormat(), Qt::PlainText);
        QVERIFY(question->informativeText().contains(QStringLiteral("https://example.org/?q=%3Cb%3E")));
        question->button(QMessageBox::Cancel)->click();
        QVERIFY(opened.isEmpty());
        question = askAndOpen(&window, QStringLiteral("https://example.org/page"));
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        }
        QCOMPARE(opened, QUrl(QStringLiteral("https://example.org/page")));
    }

    void addressesOfASpanAskAndOthersAreOnlyText()
    {
        trace::Span span = callSpan(1, 0, "x");
        span.attributes = {{"good", std::string("https://example.org/doc")},
                           {"bad", std::string("file:///dev/zero")},
                           {"worse", std::string("javascript:alert(1)")}};
        Fixture f({span});
        f.select(0);
        QCOMPARE(f.linkOf(QStringLiteral("https://example.org/doc")),
                 QStringLiteral("https://example.org/doc"));
        for (const Fact& fact : f.facts())
            QVERIFY(!fact.link.startsWith(QLatin1String("file")) &&
                    !fact.link.startsWith(QLatin1String("java")));
        opened.clear();
        Q_EMIT f.panel.findChild<FactsView*>()->linkActivated(QStringLiteral("https://example.org/doc"));
        auto* question = f.panel.findChild<QMessageBox*>();
        QVERIFY(question != nullptr && opened.isEmpty());
        question->button(QMessageBox::Cancel)->click();
        QVERIFY(opened.isEmpty());
    }

    void aLinkLeadsToItsSpan()
    {
        trace::Span second = callSpan(2, 1, "b");
        second.links.push_back({TraceId{1, 2}, SpanId{1}, {}, {}});
        second.links.push_back({TraceId{9, 9}, SpanId{9}, {}, {}});
        Fixture f({callSpan(1, 0, "a"), second});
        f.select(1);
        const QString link = f.linkOf(QStringLiteral("agent"));
        QVERIFY(link.startsWith(spanLinkStart()));
        QSignalSpy elsewhere(&f.panel, &SpanPanel::spanRequested);
        Q_EMIT f.panel.findChild<FactsView*>()->linkActivated(
            spanLinkStart() + QString::fromStdString(TraceId{9, 9}.hex() + "/" + SpanId{9}.hex()));
        QCOMPARE(elsewhere.size(), 1);
        QSignalSpy shown(&f.panel, &SpanPanel::shown);
        Q_EMIT f.panel.findChild<FactsView*>()->linkActivated(link);
        QCOMPARE(f.model.tableRow(f.selection.currentIndex()), 0u);
        QVERIFY(shown.wait());
    }

    void anInputIsComparedWithTheParentsAndThePreviousCalls()
    {
        Fixture f({callSpan(1, 0, "one\ntwo"), callSpan(2, 1, "one\nthree"), callSpan(3, 1, "one\nfour")});
        f.select(2);
        f.panel.showTab(SpanPanel::inputTab);
        ValueView* input = nullptr;
        for (auto* view : f.panel.findChildren<ValueView*>())
            input = view->isVisible() ? view : input;
        QVERIFY(input != nullptr);
        QCOMPARE(input->baselines()->count(), 3);
        const auto linesAgainst = [&](int baseline) {
            QStringList lines;
            Q_EMIT input->baselineWanted(baseline);
            const models::DiffModel& model = input->difference()->lines();
            const QString wanted = baseline == 0 ? QStringLiteral("two") : QStringLiteral("three");
            const auto there = [&] {
                lines.clear();
                for (int row = 0; row < model.rowCount(); ++row)
                    lines << model.index(row).data().toString();
                return lines.contains(wanted);
            };
            return QTest::qWaitFor(there) ? lines.join(QLatin1Char(' ')) : QString();
        };
        QCOMPARE(linesAgainst(0), QStringLiteral("one two four"));
        QCOMPARE(linesAgainst(1), QStringLiteral("one three four"));
    }

    void differencesAreAProperModel()
    {
        models::DiffModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTexts("a\nb", "a\nc\nd");
        QCOMPARE(model.rowCount(), 4);
        model.setTexts({}, {});
    }

    void theCostSaysHowItCameAbout()
    {
        trace::Span span = callSpan(1, 0, "x");
        span.cost = Decimal::parse("0.0042");
        Fixture f({span});
        f.select(0);
        bool explained = false;
        for (const Fact& fact : f.facts())
            explained |= fact.label == QStringLiteral("Formula") && !fact.value.isEmpty();
        QVERIFY(explained);
    }

    void copiesMeanOnlyWhatTheySay()
    {
        trace::Span span = callSpan(7, 1, "it's `$HOME` \"quoted\"");
        span.name = "<img src=x> [a](b)";
        span.attributes = {{"server.address", std::string("evil;rm -rf ~")},
                           {"gen_ai.request.temperature", 0.5}};
        const std::string curl = *curlOf(span);
        QVERIFY2(curl.find("it'\\''s `$HOME`") != std::string::npos, curl.c_str()); // inside single quotes
        QVERIFY2(curl.find("evil") == std::string::npos, curl.c_str());
        QVERIFY(curl.find("$OPENAI_API_KEY") != std::string::npos);
        QVERIFY(curl.find("\"temperature\": 0.5") != std::string::npos);
        span.attributes = {{"server.address", std::string("api.example.org")}};
        QVERIFY(curlOf(span)->find("'https://api.example.org/v1/chat/completions'") != std::string::npos);
        span.kind = Kind::tool;
        QVERIFY(!curlOf(span).has_value());

        span.input = std::string("```\nends the fence?\n```");
        const std::string markdown = markdownOf(span);
        QVERIFY2(markdown.find("## \\<img src=x\\> \\[a\\]\\(b\\)") != std::string::npos, markdown.c_str());
        QVERIFY2(markdown.find("````\n```\nends the fence?\n```\n````") != std::string::npos,
                 markdown.c_str());
    }

    void hostileTextIsShownLiterally()
    {
        const std::string hostile = "<img src=/dev/zero>\u202egnp.exe\x01";
        trace::Span span = callSpan(1, 0, hostile);
        span.name = hostile;
        span.service = span.model = hostile;
        span.statusMessage = hostile;
        span.status = Status::error;
        span.attributes = {{hostile, hostile}};
        span.events = {{1, hostile, {{hostile, hostile}}}};
        Fixture f({span});
        f.select(0);
        const QString seen = literal(std::string_view(hostile));
        QVERIFY(seen.contains(QLatin1String("<img src=/dev/zero>")) &&
                seen.contains(QLatin1String("\\u202e")));
        for (int tab = SpanPanel::overviewTab; tab <= SpanPanel::rawTab; ++tab) {
            f.panel.showTab(static_cast<SpanPanel::Tab>(tab));
            for (const QLabel* label : f.panel.findChildren<QLabel*>()) {
                QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')),
                         qPrintable(label->text()));
                QVERIFY2(!label->text().contains(QChar(0x202e)), qPrintable(label->text()));
                QVERIFY2(label->toolTip().isEmpty() || !label->toolTip().contains(QLatin1String("<img")),
                         qPrintable(label->toolTip()));
            }
        }
    }
};

QTEST_MAIN(tst_span_safety)
#include "tst_span_safety.moc"
