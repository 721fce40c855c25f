// SPDX-License-Identifier: GPL-3.0-or-later
/// A process for the store's tests that keeps a store until it is killed or its standard input ends, as a
/// window or `spanglass serve` does. Says what troubles it on its standard output, one line each.
#include <QCoreApplication>
#include <cstdio>
#include <thread>

#include "store/keeper.h"

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    const auto keeper = spanglass::store::Keeper::start(argv[1]);
    QObject::connect(
        keeper.get(), &spanglass::store::Keeper::troubled, keeper.get(),
        [](const QString& message) {
            std::puts(qPrintable(message));
            std::fflush(stdout);
        },
        Qt::DirectConnection);
    std::thread untilEnd([] {
        while (std::getchar() != EOF) {
        }
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    const int code = QCoreApplication::exec();
    untilEnd.join();
    return code;
}
