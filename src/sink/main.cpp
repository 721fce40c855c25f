// SPDX-License-Identifier: GPL-3.0-or-later
// spanglass-sink [PORT]: a demo's Langfuse on 127.0.0.1. Prints where it listens; GET / says what came.
#include <QCoreApplication>
#include <cstdio>

#include "sink/sink_server.h"

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    bool number = true;
    const auto port = argc > 1 ? QString::fromLocal8Bit(argv[1]).toUShort(&number) : quint16(0);
    if (argc > 2 || !number) {
        std::fputs("usage: spanglass-sink [PORT]\n", stderr);
        return 2;
    }
    spanglass::sink::SinkServer server;
    if (!server.start(port)) {
        std::fprintf(stderr, "spanglass-sink: 127.0.0.1:%u: %s\n", port, qPrintable(server.errorString()));
        return 1;
    }
    std::printf("http://127.0.0.1:%u\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
