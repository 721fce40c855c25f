// SPDX-License-Identifier: GPL-3.0-or-later
/// The window on a real store with a day's traces in it, driven by keys alone.
#pragma once

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QWindow>
#include <deque>

#include "app/file_reader.h"
#include "app/languages.h"
#include "app/main_window.h"
#include "base/names.h"
#include "models/readable.h"
#include "models/store_source.h"
#include "records.h"
#include "views/span_panel.h"
#include "views/trace_list_view.h"

namespace spanglass::app {

/// Twelve runs of an agent, a minute apart, the last a minute ago. Run 4 failed in its tool, run 7's tool was
/// slow; the sessions are three runs each.
inline std::vector<journal::RecordView> dayOfRuns(std::int64_t nowNs, std::deque<std::string>& texts)
{
    using namespace records;
    std::vector<journal::RecordView> views;
    for (std::uint64_t run = 1; run <= 12; ++run) {
        const TraceId trace{0x5e55, run};
        const std::int64_t startNs = nowNs - static_cast<std::int64_t>(13 - run) * 60 * second;
        const std::uint64_t root = run * 10, call = run * 10 + 1, tool = run * 10 + 2;
        const std::int64_t toolNs = run == 7 ? 9 * second : second / 4;
        const auto begin = [&](std::uint64_t span, std::uint64_t parent, std::string_view name, Kind kind) {
            auto view = std::get<journal::StartView>(start(span, parent, name, kind, trace));
            view.startUnixNs = startNs;
            views.emplace_back(view);
        };
        const auto say = [&](std::uint64_t span, std::string_view key, std::string value) {
            texts.push_back(std::move(value));
            views.emplace_back(
                journal::AttributeView{trace, {span}, key, {journal::ValueType::text, texts.back()}});
        };
        const auto finish = [&](std::uint64_t span, std::int64_t lengthNs, Status status) {
            views.emplace_back(journal::EndView{trace, {span}, status, 0, startNs + lengthNs});
        };
        begin(root, 0, run % 2 == 0 ? "answer" : "research", Kind::agent);
        say(root, names::session, "talk-" + std::to_string((run - 1) / 3));
        say(root, names::user, run % 2 == 0 ? "ada" : "bob");
        say(root, names::input, "Question " + std::to_string(run));
        say(root, names::output, "Answer " + std::to_string(run));
        begin(call, root, "chat", Kind::llm);
        say(call, names::model, "gpt-5-mini");
        say(call, names::cost, "0.02");
        views.emplace_back(journal::AttributeView{
            trace, {call}, names::inputTokens, {journal::ValueType::integer, {}, 100}});
        finish(call, second / 2, Status::ok);
        begin(tool, root, "search_index", Kind::tool);
        if (run == 4)
            say(tool, names::statusMessage, "the index is locked");
        finish(tool, toolNs, run == 4 ? Status::error : Status::ok);
        finish(root, toolNs + second, run == 4 ? Status::error : Status::ok);
    }
    return views;
}

struct StoreWindow
{
    records::Bench bench;
    std::deque<std::string> texts;
    QTemporaryDir directory;
    std::unique_ptr<models::StoreSource> source;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<MainWindow> window;

    StoreWindow()
    {
        app::speak(QStringLiteral("en"));
        views::applyTheme(views::ThemeChoice::light);
        if (!bench.gather(dayOfRuns(models::nowUnixNs(), texts)))
            qFatal("the store could not be filled");
        source = std::make_unique<models::StoreSource>(bench.path());
        open();
    }
    ~StoreWindow() { window.reset(); }

    /// Again, with what the settings remember.
    void open()
    {
        window.reset();
        settings = std::make_unique<Settings>(directory.filePath(QStringLiteral("window.conf")));
        settings->setFollow(false);
        window = std::make_unique<MainWindow>(WindowParts{.source = source.get(),
                                                          .storeName = QStringLiteral("/tmp/store"),
                                                          .reader = readTraceFile,
                                                          .rawWriter = {},
                                                          .settings = settings.get()});
        window->resize(1360, 820);
        window->show();
        window->activateWindow();
    }
    template<class Widget> Widget* find(const char* name = nullptr) const
    {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] views::TraceListView* list() const { return find<views::TraceListView>(); }
    [[nodiscard]] int rows() const { return window->traces()->rowCount(); }
    /// The number of the run in view.
    [[nodiscard]] std::uint64_t shownRun() const
    {
        const auto* model = window->currentPage()->model();
        return model->rowCount() > 0 ? model->table()->trace[0].low : 0;
    }
    [[nodiscard]] const std::optional<trace::Span>& span() const { return find<views::SpanPanel>()->span(); }

    /// As a keyboard does it: to the window, or to the popup above it.
    void press(const char* keys) const
    {
        const QKeySequence sequence(QString::fromLatin1(keys));
        for (int i = 0; i < sequence.count(); ++i)
            QTest::keyClick(window->windowHandle(), sequence[uint(i)].key(),
                            sequence[uint(i)].keyboardModifiers());
    }
    void type(const QString& text) const
    {
        for (const QChar letter : text)
            QTest::keyClick(window->windowHandle(), letter.toLatin1());
    }
    /// A command by its letters.
    void command(const QString& letters) const
    {
        press("Ctrl+K");
        type(letters);
        press("Return");
        QCoreApplication::processEvents();
    }
};

} // namespace spanglass::app
