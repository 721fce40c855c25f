// SPDX-License-Identifier: GPL-3.0-or-later
// Translations are compiled in, under :/i18n.
#include "app/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// In a static library the catalogues are linked because someone asks for them; the macro wants the global
// namespace.
static void initCatalogues()
{
    Q_INIT_RESOURCE(translations);
}

namespace spanglass::app {

QVector<Language> languages()
{
    return {{QString(), QString()},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("es"), QStringLiteral("Español")},
            {QStringLiteral("fr"), QStringLiteral("Français")},
            {QStringLiteral("ja"), QStringLiteral("日本語")},
            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

void speak(const QString& code)
{
    initCatalogues();
    static QTranslator ours;
    static QTranslator qts;
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&ours);
    QCoreApplication::removeTranslator(&qts);
    if (qts.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qts);
    // English has a catalogue too: for "1 span" and "2 spans".
    if (ours.load(locale, QStringLiteral("spanglass"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        ours.load(QStringLiteral(":/i18n/spanglass_en.qm")))
        QCoreApplication::installTranslator(&ours);
}

} // namespace spanglass::app
