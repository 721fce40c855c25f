// SPDX-License-Identifier: GPL-3.0-or-later
// The look keeps its promises: readable on every fill, one style sheet for both schemes, even digits.
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QFontMetrics>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "views/theme.h"

using namespace spanglass;
using namespace spanglass::views;

namespace {

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor& color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class tst_theme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLabelIsReadableOnItsFill_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void everyLabelIsReadableOnItsFill()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        QCOMPARE(t.dark, dark);
        for (const QColor& fill : t.kinds)
            QVERIFY2(contrast(t.onFill(), fill) >= 4.5, qPrintable(fill.name()));
        for (const QColor& fill : t.hues)
            QVERIFY2(contrast(t.onFill(), fill) >= 4.5, qPrintable(fill.name()));
        for (const QColor& behind : {t.window, t.surface, t.raised, t.selection, t.hover}) {
            for (const QColor& ink : {t.text, t.secondary, t.error, t.warning, t.ok, t.accent})
                QVERIFY2(contrast(ink, behind) >= 4.5,
                         qPrintable(ink.name() + QStringLiteral(" on ") + behind.name() +
                                    QStringLiteral(": %1").arg(contrast(ink, behind))));
        }
        QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    }

    void theStyleSheetLeavesNoTokenBehind()
    {
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
            applyTheme(choice);
            QVERIFY(!qApp->styleSheet().isEmpty());
            QVERIFY2(!qApp->styleSheet().contains(QLatin1Char('@')), qPrintable(qApp->styleSheet()));
            QCOMPARE(qApp->palette().color(QPalette::Window), theme().window);
        }
    }

    void aNameHasOneHueForEver()
    {
        QCOMPARE(lightTheme().nameFill("agent.run"), lightTheme().nameFill("agent.run"));
        const auto hueOf = [](std::string_view name) {
            return std::ranges::find(lightTheme().hues, lightTheme().nameFill(name)) -
                   lightTheme().hues.begin();
        };
        QCOMPARE(hueOf(""), std::ptrdiff_t((2166136261u ^ (2166136261u >> 16)) % 12));
        QVERIFY(hueOf("plan") != hueOf("search") || hueOf("plan") != hueOf("answer"));
    }

    void aChoiceOpensBelowItsBoxInRowsLikeALists()
    {
        applyTheme(ThemeChoice::light);
        QComboBox choice;
        choice.addItems({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
        choice.setCurrentIndex(2);
        choice.show();
        choice.showPopup();
        QTRY_VERIFY(choice.view()->isVisible());
        QVERIFY(choice.view()->sizeHintForRow(0) >= measure::rowHeight);
        const int top = choice.view()->mapToGlobal(QPoint(0, 0)).y();
        QVERIFY(top >= choice.mapToGlobal(QPoint(0, choice.height())).y() - 2);
        choice.hidePopup();
    }

    void digitsHaveOneWidth()
    {
        for (const FontRole role : {FontRole::body, FontRole::secondary, FontRole::caption, FontRole::mono}) {
            const QFontMetricsF metrics(font(role));
            for (char16_t digit = u'0'; digit <= u'9'; ++digit)
                QVERIFY(std::abs(metrics.horizontalAdvance(QChar(digit)) - metrics.horizontalAdvance(u'0')) <
                        0.5);
        }
    }
};

QTEST_MAIN(tst_theme)
#include "tst_theme.moc"
