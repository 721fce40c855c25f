// SPDX-License-Identifier: GPL-3.0-or-later
// Every string a user sees is in every catalogue, translated, with the same places to fill in.
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include "app/languages.h"

namespace {

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool numerus = false;
    bool unfinished = false;
    bool gone = false; ///< no longer in the sources
};

QList<Message> readCatalogue(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages << Message{context, {},   {}, xml.attributes().value(QLatin1String("numerus")) == u"yes",
                                false,   false};
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const auto type = xml.attributes().value(QLatin1String("type"));
            messages.last().unfinished = type == u"unfinished";
            messages.last().gone = type == u"vanished" || type == u"obsolete";
            if (!messages.last().numerus)
                messages.last().translations << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            messages.last().translations << xml.readElementText();
        }
    }
    return messages;
}

QStringList placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(\\d|n)"));
    QStringList places;
    for (auto match = place.globalMatch(text); match.hasNext();)
        places << match.next().captured();
    places.sort();
    places.removeDuplicates();
    return places;
}

QStringList catalogues()
{
    return QDir(QStringLiteral(SPANGLASS_SOURCE "/translations"))
        .entryList({QStringLiteral("spanglass_*.ts")});
}

} // namespace

class tst_translations : public QObject
{
    Q_OBJECT
    static void eachCatalogue()
    {
        QTest::addColumn<QString>("catalogue");
        for (const QString& name : catalogues())
            QTest::newRow(qPrintable(name)) << name;
    }

private Q_SLOTS:
    void everyStringOfTheSourcesIsInTheCatalogue_data() { eachCatalogue(); }
    void everyStringOfTheSourcesIsInTheCatalogue()
    {
        QFETCH(QString, catalogue);
        const QTemporaryDir directory;
        const QString copy = directory.filePath(catalogue);
        const QString original = QStringLiteral(SPANGLASS_SOURCE "/translations/") + catalogue;
        QVERIFY(QFile::copy(original, copy));
        QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                              QStringLiteral("-extensions"), QStringLiteral("cpp,h,ui")};
        if (catalogue == QLatin1String("spanglass_en.ts"))
            arguments << QStringLiteral("-pluralonly");
        arguments << QStringLiteral("src") << QStringLiteral("ui") << QStringLiteral("-ts") << copy;
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(SPANGLASS_SOURCE));
        lupdate.start(QStringLiteral(LUPDATE_PROGRAM), arguments);
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<Message> messages = readCatalogue(copy);
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            QVERIFY2(!message.unfinished,
                     qPrintable(message.context + QStringLiteral(": ") + message.source));
            QVERIFY2(!message.gone, qPrintable(message.context + QStringLiteral(": ") + message.source));
        }
    }

    void everyTranslationFillsTheSamePlaces_data() { eachCatalogue(); }
    void everyTranslationFillsTheSamePlaces()
    {
        QFETCH(QString, catalogue);
        for (const Message& message :
             readCatalogue(QStringLiteral(SPANGLASS_SOURCE "/translations/") + catalogue)) {
            QVERIFY2(!message.translations.isEmpty(), qPrintable(message.source));
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
                QCOMPARE(placesIn(translation), placesIn(message.source));
                QCOMPARE(translation.endsWith(u'\n'), message.source.endsWith(u'\n'));
            }
        }
    }

    void everyLanguageOfTheMenuHasItsCatalogue()
    {
        for (const spanglass::app::Language& language : spanglass::app::languages()) {
            if (language.code.isEmpty())
                continue;
            spanglass::app::speak(language.code);
            QVERIFY2(catalogues().contains(QStringLiteral("spanglass_%1.ts").arg(language.code)),
                     qPrintable(language.code));
            QVERIFY2(QFile::exists(QStringLiteral(":/i18n/spanglass_%1.qm").arg(language.code)),
                     qPrintable(language.code));
        }
    }

    /// Qt's own dialogs and buttons too: their catalogues are a package of their own.
    void standardButtonsSpeakTheLanguage_data()
    {
        QTest::addColumn<QString>("cancel");
        QTest::newRow("de") << QStringLiteral("Abbrechen");
        QTest::newRow("es") << QStringLiteral("Cancelar");
        QTest::newRow("fr") << QStringLiteral("Annuler");
        QTest::newRow("ja") << QStringLiteral("キャンセル");
        QTest::newRow("zh_CN") << QStringLiteral("取消");
    }
    void standardButtonsSpeakTheLanguage()
    {
        QFETCH(QString, cancel);
        spanglass::app::speak(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), cancel);
        spanglass::app::speak(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void countsHaveTheirForms()
    {
        const auto spans = [](int count) {
            return QCoreApplication::translate("spanglass::app::StoreTab", "%n span(s)", nullptr, count);
        };
        spanglass::app::speak(QStringLiteral("en"));
        QCOMPARE(spans(1), QStringLiteral("1 span"));
        QCOMPARE(spans(3), QStringLiteral("3 spans"));
        spanglass::app::speak(QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("MainWindow", "&File"), QStringLiteral("&Datei"));
    }
};

QTEST_GUILESS_MAIN(tst_translations)
#include "tst_translations.moc"
