// SPDX-License-Identifier: GPL-3.0-or-later
// `spanglass render`: a trace as a picture, without a display.
#include <QPainter>
#include <optional>

#include "app/application.h"
#include "app/cli/document.h"
#include "app/cli/verbs.h"
#include "app/languages.h"
#include "views/picture.h"
#include "views/theme.h"
#include "views/trace_pictures.h"

namespace spanglass::app {

namespace {

/// "1600x900"; nothing for anything else and for what no screen shows.
std::optional<QSize> parseSize(const QString& text)
{
    const QStringList sides = text.split(u'x');
    if (sides.size() != 2)
        return std::nullopt;
    const QSize size(sides[0].toInt(), sides[1].toInt());
    constexpr int least = 64, most = 16'384;
    const bool fits = qMin(size.width(), size.height()) >= least && qMax(size.width(), size.height()) <= most;
    return fits ? std::optional(size) : std::nullopt;
}

std::string viewNames()
{
    std::string names;
    for (const std::string_view name : views::traceViewNames())
        names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

Result<views::TracePicture> pictureFor(const Options& options)
{
    views::TracePicture picture;
    const QString size = QString::fromStdString(options.text("size", "1600x900"));
    const auto parsed = parseSize(size);
    if (!parsed)
        return fail(ErrorKind::usage,
                    "--size: " + size.toStdString() + " is no WxH from 64x64 to 16384x16384");
    picture.size = *parsed;
    const std::string name = options.text("view", "flame");
    const auto view = views::traceViewOf(name);
    if (!view)
        return fail(ErrorKind::usage, "--view: " + name + " is not known; there are: " + viewNames());
    picture.view = *view;
    const bool compares = *view == views::TraceView::compare;
    if (compares != (options.operands().size() == 2))
        return fail(ErrorKind::usage, compares ? "render --view compare: needs two traces"
                                               : "render: one trace, or two with --view compare");
    return picture;
}

Result<views::ThemeChoice> themeFor(const Options& options)
{
    const std::string theme = options.text("theme", "light");
    if (theme != "light" && theme != "dark")
        return fail(ErrorKind::usage, "--theme: " + theme + " is neither light nor dark");
    return theme == "dark" ? views::ThemeChoice::dark : views::ThemeChoice::light;
}

Result<int> run(const Options& options)
{
    if (!options.has("o"))
        return fail(ErrorKind::usage, "render: needs -o OUT.png, .svg or .pdf");
    const QString file = QString::fromStdString(options.text("o"));
    if (!views::pictureFormatOf(file))
        return fail(ErrorKind::usage, "-o: " + file.toStdString() + " ends in none of .png, .svg, .pdf");
    auto picture = pictureFor(options);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto theme = themeFor(options);
    if (!theme)
        return tl::unexpected(theme.error());
    for (std::size_t at = 0; at < options.operands().size(); ++at) {
        const auto table = tableOf(options.store(), options.operands()[at]);
        if (!table)
            return tl::unexpected(table.error());
        (at == 0 ? picture->table : picture->other) = *table;
    }

    int argc = 1;
    char program[] = "spanglass";
    char* argv[] = {program, nullptr};
    const auto application = makeOffscreenApplication(argc, argv);
    speak(QStringLiteral("en"));
    views::applyTheme(*theme);
    picture->size = views::sizeOf(*picture);
    const auto saved = views::savePicture(file, picture->size, views::titleOf(*picture),
                                          [&](QPainter& painter) { views::paint(painter, *picture); });
    if (!saved)
        return tl::unexpected(saved.error());
    return exitDone;
}

} // namespace

const Verb renderVerb{{.verb = "render",
                       .operands = "FILE-or-TRACE [OTHER]",
                       .fewest = 1,
                       .most = 2,
                       .summary = "draw a trace into a picture",
                       .options = {{"o", "OUT", "the picture: .png, .svg or .pdf"},
                                   {"view", "VIEW",
                                    "flame (the default), aggregate, sandwich, timeline, chat, graph, "
                                    "dashboard, or compare with OTHER"},
                                   {"size", "WxH", "in pixels (default 1600x900)"},
                                   {"theme", "light|dark", "(default light)"}}},
                      run};

} // namespace spanglass::app
