// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of the look and how they become a palette, fonts and a style sheet.
#include "views/theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QStyleFactory>
#include <QToolTip>

#include "views/spanglass_style.h"

// A resource in a static library is only linked where someone asks for it; the macro wants the global
// namespace.
static void initResources()
{
    Q_INIT_RESOURCE(spanglass);
}

namespace spanglass::views {
namespace {

ThemeChoice g_choice = ThemeChoice::system;
const Theme* g_theme = nullptr;

Theme makeLight()
{
    Theme t;
    t.window = 0xF6F7F9;
    t.surface = 0xFFFFFF;
    t.raised = 0xFFFFFF;
    t.line = 0xE4E7EC;
    t.lineStrong = 0xCBD1DA;
    t.text = 0x1B2230;
    t.secondary = 0x5A6475;
    t.disabled = 0x9AA3B0;
    t.accent = 0x4A56C9;
    t.onAccent = 0xFFFFFF;
    t.selection = 0xE6E8FB;
    t.hover = 0xF1F3F7;
    t.error = 0xC42D2C; // these three are dark enough for 4.5:1 on a selected row
    t.warning = 0x925E00;
    t.ok = 0x287345;
    t.kinds = {0xCDD1D8, 0xBDCAFF, 0x88E0DF, 0xEFC68F, 0xDFBFF8,
               0x96D7FE, 0xA4D3FF, 0xF4B8DF, 0xBCD99F, 0xD6D190};
    t.hues = {0xF8BACC, 0xFBBCB1, 0xF3C39D, 0xE1CC95, 0xC7D69E, 0xABDCB4,
              0x96DECF, 0x92DCE9, 0xA1D5FA, 0xBACCFF, 0xD5C3F8, 0xEBBDE5};
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = 0x14171C;
    t.surface = 0x1A1E25;
    t.raised = 0x222731;
    t.line = 0x2A303B;
    t.lineStrong = 0x3B4350;
    t.text = 0xE6E9EF;
    t.secondary = 0x9DA7B5;
    t.disabled = 0x5D6673;
    t.accent = 0x98A2FF;
    t.onAccent = 0x14171C;
    t.selection = 0x2B3152;
    t.hover = 0x20252E;
    t.error = 0xFF7B78;
    t.warning = 0xF0B355;
    t.ok = 0x6CCB8F;
    t.kinds = {0x535861, 0x545E96, 0x007373, 0x815B1F, 0x73548A,
               0x236B8F, 0x386695, 0x854E73, 0x526D34, 0x6B6620};
    t.hues = {0x854C5E, 0x884E45, 0x82552E, 0x725E24, 0x5B6730, 0x3D6D48,
              0x1B6F62, 0x126C79, 0x316689, 0x4F5E8E, 0x675687, 0x7A4F76};
    return t;
}

QPalette paletteOf(const Theme& t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor& color, const QColor& disabled) {
        p.setColor(QPalette::Active, role, color);
        p.setColor(QPalette::Inactive, role, color);
        p.setColor(QPalette::Disabled, role, disabled);
    };
    set(QPalette::Window, t.window, t.window);
    set(QPalette::WindowText, t.text, t.disabled);
    set(QPalette::Base, t.surface, t.window);
    set(QPalette::AlternateBase, t.window, t.window);
    set(QPalette::Text, t.text, t.disabled);
    set(QPalette::PlaceholderText, t.secondary, t.disabled);
    set(QPalette::Button, t.surface, t.window);
    set(QPalette::ButtonText, t.text, t.disabled);
    set(QPalette::BrightText, t.error, t.disabled);
    set(QPalette::Highlight, t.selection, t.line);
    set(QPalette::HighlightedText, t.text, t.disabled);
    set(QPalette::Link, t.accent, t.disabled);
    set(QPalette::LinkVisited, t.accent, t.disabled);
    set(QPalette::ToolTipBase, t.raised, t.raised);
    set(QPalette::ToolTipText, t.text, t.text);
    set(QPalette::Light, t.surface, t.surface);
    set(QPalette::Midlight, t.line, t.line);
    set(QPalette::Mid, t.lineStrong, t.line);
    set(QPalette::Dark, t.lineStrong, t.line);
    set(QPalette::Shadow, t.lineStrong, t.line);
    return p;
}

QString cssName(const QColor& color)
{
    return color.name(QColor::HexRgb);
}

/// The sheet names colours by token (`@line`); longer names are replaced first, so that `@lineStrong` is not
/// read as `@line`.
QString styleSheetOf(const Theme& t)
{
    initResources();
    QFile file(QStringLiteral(":/spanglass/theme/spanglass.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char*, QColor> tokens[] = {
        {"@lineStrong", t.lineStrong}, {"@line", t.line},           {"@onAccent", t.onAccent},
        {"@accent", t.accent},         {"@secondary", t.secondary}, {"@selection", t.selection},
        {"@disabled", t.disabled},     {"@surface", t.surface},     {"@warning", t.warning},
        {"@window", t.window},         {"@raised", t.raised},       {"@hover", t.hover},
        {"@error", t.error},           {"@text", t.text},           {"@ok", t.ok},
    };
    for (const auto& [token, color] : tokens)
        sheet.replace(QLatin1String(token), cssName(color));
    sheet.replace(QLatin1String("@scheme"), QLatin1String(t.dark ? "dark" : "light"));
    return sheet;
}

bool digitsHaveOneWidth(const QString& family)
{
    QFont probe(family);
    probe.setPixelSize(64);
    const QFontMetricsF metrics(probe);
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (std::abs(metrics.horizontalAdvance(QChar(digit)) - metrics.horizontalAdvance(QLatin1Char('0'))) >
            0.5)
            return false;
    }
    return true;
}

/// The desktop's font where it names one; on a bare X server, where that is whatever fontconfig finds, the
/// best one installed. Columns of numbers need digits of one width, so a font without them is passed over.
QString bodyFamily()
{
    static const QString family = [] {
        const QString desktop = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
        const bool named = !qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP") &&
                           !desktop.startsWith(QLatin1String("Sans"), Qt::CaseInsensitive);
        const QStringList installed = QFontDatabase::families();
        QStringList wishes{QStringLiteral("Noto Sans"), QStringLiteral("Open Sans"), QStringLiteral("Roboto"),
                           QStringLiteral("Cantarell"), QStringLiteral("DejaVu Sans")};
        if (named)
            wishes.prepend(desktop);
        for (const QString& wish : wishes) {
            if (installed.contains(wish) && digitsHaveOneWidth(wish))
                return wish;
        }
        return desktop;
    }();
    return family;
}

QString monoFamily()
{
    static const QString family = [] {
        const QStringList installed = QFontDatabase::families();
        const QString jetBrains = QStringLiteral("JetBrains Mono");
        if (installed.contains(jetBrains))
            return jetBrains;
        return QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    return family;
}

bool desktopIsDark()
{
    // The palette as the platform theme made it, before ours replaces it.
    static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

} // namespace

QColor Theme::nameFill(std::string_view name) const
{
    // FNV-1a: std::hash may differ from one library to the next.
    std::uint32_t hash = 2166136261u;
    for (const char c : name) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619u;
    }
    return hues[(hash ^ (hash >> 16)) % hues.size()];
}

const Theme& lightTheme()
{
    static const Theme light = makeLight();
    return light;
}

const Theme& darkTheme()
{
    static const Theme dark = makeDark();
    return dark;
}

const Theme& theme()
{
    return g_theme ? *g_theme : lightTheme();
}

void applyTheme(ThemeChoice choice)
{
    const bool dark = choice == ThemeChoice::dark || (choice == ThemeChoice::system && desktopIsDark());
    g_choice = choice;
    g_theme = dark ? &darkTheme() : &lightTheme();
    if (!qobject_cast<SpanglassStyle*>(QApplication::style()))
        QApplication::setStyle(new SpanglassStyle);
    QApplication::setFont(font(FontRole::body));
    QApplication::setPalette(paletteOf(*g_theme));
    QToolTip::setPalette(QApplication::palette());
    QToolTip::setFont(font(FontRole::secondary));
    qApp->setStyleSheet(styleSheetOf(*g_theme));
}

ThemeChoice themeChoice()
{
    return g_choice;
}

QFont font(FontRole role)
{
    QFont result(role == FontRole::mono ? monoFamily() : bodyFamily());
    result.setHintingPreference(QFont::PreferNoHinting);
    switch (role) {
    case FontRole::body:
    case FontRole::strong:
        result.setPixelSize(13);
        break;
    case FontRole::secondary:
    case FontRole::mono:
        result.setPixelSize(12);
        break;
    case FontRole::caption:
        result.setPixelSize(11);
        break;
    case FontRole::title:
        result.setPixelSize(16);
        break;
    case FontRole::display:
        result.setPixelSize(22);
        break;
    }
    if (role == FontRole::strong || role == FontRole::title || role == FontRole::display)
        result.setWeight(QFont::DemiBold);
    if (role == FontRole::mono)
        result.setStyleHint(QFont::Monospace);
    return result;
}

} // namespace spanglass::views
