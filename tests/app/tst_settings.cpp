// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers; what is damaged means defaults.
#include <QDBusVariant>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/desktop_motion.h"
#include "app/settings.h"

using namespace spanglass;
using app::Settings;

class tst_settings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsSetIsThereNextTime()
    {
        const QTemporaryDir directory;
        const QString file = directory.filePath(QStringLiteral("window.conf"));
        {
            Settings settings(file);
            settings.setTheme(views::ThemeChoice::dark);
            settings.setLanguage(QStringLiteral("de"));
            settings.setOrder(trace::TraceOrder::costliest);
            settings.setFollow(false);
            settings.setPlaces("geometry", "layout");
        }
        Settings settings(file);
        QCOMPARE(settings.theme(), views::ThemeChoice::dark);
        QCOMPARE(settings.language(), QStringLiteral("de"));
        QCOMPARE(settings.order(), trace::TraceOrder::costliest);
        QVERIFY(!settings.follow());
        QCOMPARE(settings.geometry(), QByteArray("geometry"));
        QCOMPARE(settings.layout(), QByteArray("layout"));
        QVERIFY(settings.problem().isEmpty());
    }

    void aDesktopWithoutAnimationsIsUnderstood()
    {
        using app::motionReducedBy;
        const auto portal = [](const char* group, const char* key, const QVariant& value) {
            return motionReducedBy(QString::fromLatin1(group), QString::fromLatin1(key),
                                   QVariant::fromValue(QDBusVariant(value)));
        };
        QCOMPARE(portal("org.freedesktop.appearance", "reduced-motion", 1u), std::optional(true));
        QCOMPARE(portal("org.freedesktop.appearance", "reduced-motion", 0u), std::optional(false));
        QCOMPARE(portal("org.gnome.desktop.interface", "enable-animations", false), std::optional(true));
        QCOMPARE(portal("org.gnome.desktop.interface", "enable-animations", true), std::optional(false));
        QCOMPARE(portal("org.kde.kdeglobals.KDE", "AnimationDurationFactor", QStringLiteral("0")),
                 std::optional(true));
        QCOMPARE(portal("org.freedesktop.appearance", "color-scheme", 1u), std::nullopt);
        QCOMPARE(portal("org.gnome.desktop.interface", "enable-animations", {}), std::nullopt);
    }

    void damageMeansDefaults_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("\x00\xff\xfe garbage = [[[ \x01", 18);
        QTest::newRow("numbers out of range") << QByteArray("[General]\ntheme=99\norder=-4\n");
        QTest::newRow("words for numbers")
            << QByteArray("[General]\ntheme=blue\norder=@Invalid()\ngeometry=@ByteArray(x\n");
    }
    void damageMeansDefaults()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("window.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        Settings settings(file.fileName());
        QCOMPARE(settings.theme(), views::ThemeChoice::system);
        QCOMPARE(settings.order(), trace::TraceOrder::newest);
        QVERIFY(settings.follow());
        QVERIFY(settings.recentFiles().isEmpty());
    }

    void settingsThatCannotBeWrittenAreNamed()
    {
        const QTemporaryDir directory;
        const QString folder = directory.filePath(QStringLiteral("occupied"));
        QFile occupied(folder);
        QVERIFY(occupied.open(QIODevice::WriteOnly));
        // A file stands where the folder would be, for root as for anyone.
        Settings settings(folder + QStringLiteral("/window.conf"));
        settings.setFollow(false);
        QVERIFY(settings.problem().contains(folder));
        QVERIFY(!settings.follow());
    }

    void recentFilesAreTheLatestTen()
    {
        const QTemporaryDir directory;
        Settings settings(directory.filePath(QStringLiteral("window.conf")));
        for (int i = 0; i < 14; ++i)
            settings.addRecentFile(QStringLiteral("/traces/%1.json").arg(i));
        settings.addRecentFile(QStringLiteral("/traces/9.json"));
        QCOMPARE(settings.recentFiles().size(), 10);
        QCOMPARE(settings.recentFiles().mid(0, 3),
                 QStringList({QStringLiteral("/traces/9.json"), QStringLiteral("/traces/13.json"),
                              QStringLiteral("/traces/12.json")}));
    }
};

QTEST_GUILESS_MAIN(tst_settings)
#include "tst_settings.moc"
