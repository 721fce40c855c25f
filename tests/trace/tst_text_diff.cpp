// SPDX-License-Identifier: GPL-3.0-or-later
/// Texts as words, a word a line, in; `-`, `+` and plain words out.
#include <QTest>

#include "trace/text_diff.h"

using namespace spanglass::trace;

namespace {

std::string asLines(QString words)
{
    return words.replace(QLatin1Char(' '), QLatin1Char('\n')).toStdString();
}

QString pictureOf(const std::vector<DiffLine>& lines)
{
    QStringList words;
    for (const DiffLine& line : lines) {
        const QString word = QString::fromUtf8(line.text.data(), static_cast<qsizetype>(line.text.size()));
        words << (line.kind == DiffKind::added     ? QLatin1Char('+') + word
                  : line.kind == DiffKind::removed ? QLatin1Char('-') + word
                                                   : word);
    }
    return words.join(QLatin1Char(' '));
}

} // namespace

class tst_text_diff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asFewLinesChangeAsPossible_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("diff");
        QTest::newRow("nothing") << ""
                                 << ""
                                 << "";
        QTest::newRow("equal") << "a b c"
                               << "a b c"
                               << "a b c";
        QTest::newRow("all new") << ""
                                 << "a b"
                                 << "+a +b";
        QTest::newRow("all gone") << "a b"
                                  << ""
                                  << "-a -b";
        QTest::newRow("a line changed") << "a b c"
                                        << "a x c"
                                        << "a -b +x c";
        QTest::newRow("a line came") << "a c"
                                     << "a b c"
                                     << "a +b c";
        QTest::newRow("a line went") << "a b c"
                                     << "a c"
                                     << "a -b c";
        QTest::newRow("the paper's example") << "a b c a b b a"
                                             << "c b a b a c"
                                             << "-a -b c +b a b -b a +c";
        QTest::newRow("repeats") << "a a a"
                                 << "a a"
                                 << "a a -a";
    }
    void asFewLinesChangeAsPossible()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, diff);
        const std::string old = asLines(before);
        const std::string now = asLines(after);
        QCOMPARE(pictureOf(diffLines(old, now)), diff);
    }

    void bothTextsCanBeReadBackFromTheDiff()
    {
        std::srand(7);
        for (int round = 0; round < 500; ++round) {
            std::string old;
            std::string now;
            for (int i = std::rand() % 12; i > 0; --i)
                (old += static_cast<char>('a' + std::rand() % 4)) += '\n';
            for (int i = std::rand() % 12; i > 0; --i)
                (now += static_cast<char>('a' + std::rand() % 4)) += '\n';
            std::string oldAgain;
            std::string nowAgain;
            for (const DiffLine& line : diffLines(old, now)) {
                if (line.kind != DiffKind::added)
                    (oldAgain += line.text) += '\n';
                if (line.kind != DiffKind::removed)
                    (nowAgain += line.text) += '\n';
            }
            QCOMPARE(oldAgain, old);
            QCOMPARE(nowAgain, now);
        }
    }

    void tooManyChangesAreOneReplacement()
    {
        const std::string old = asLines(QStringLiteral("same a b c end"));
        const std::string now = asLines(QStringLiteral("same x y end"));
        QCOMPARE(pictureOf(diffLines(old, now, 2)), QStringLiteral("same -a -b -c +x +y end"));
    }
};

QTEST_APPLESS_MAIN(tst_text_diff)
#include "tst_text_diff.moc"
